import { type ListReading, lineInFile } from '../../../domain/list/reading.ts';
import { maskDigits } from '../../../domain/phone/phone-number.ts';
import { shown } from '../../limits.ts';
import { cut, oneLine } from '../parts/inert.ts';
import type { Sentence } from '../parts/sentence.ts';
import { count, number } from '../words/number-words.ts';

type Note = ListReading['notes'][number];
type Files = ListReading['files'];

/** "line 1,200", of several files with the name of the one that has it. */
export function lineIn(line: number, files: Files): string {
  const place = lineInFile(line, files);
  const inFile = place.file === undefined ? '' : ` of “${cut(oneLine(place.file), shown.name)}”`;
  return `line ${number(place.line)}${inFile}`;
}

function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What was guessed of some cells when the list was read. */
export function noteOn({ kind, count: times, first }: Note, files: Files): Sentence | null {
  const place: Sentence = [`${lineIn(first.line, files)}, `, { code: masked(first.value) }];
  const first1: Sentence = times === 1 ? place : ['first ', ...place];
  switch (kind) {
    case 'encoding':
    case 'from_sentences':
      return null;
    case 'one_sheet': {
      const [others, them] =
        times === 1
          ? ['another sheet of the workbook is', 'it as a file of its own to send it']
          : [`${number(times)} other sheets of the workbook are`, 'them as files of their own to send them'];
      return [
        'Only the sheet ',
        { bold: cut(oneLine(first.value), 40) },
        ` is read; ${others} not. Save ${them}, too.`,
      ];
    }
    case 'title_lines':
      return ['The lines above the header are not used: ', ...place, '.'];
    case 'no_header':
      return ['No line names the columns, so they are called column_1, column_2 and so on.'];
    case 'header_guess':
      return ['A line was taken for the header, not for a person: ', ...place, '.'];
    case 'no_value':
      return [`${count(times, 'cell')} ${times === 1 ? 'counts' : 'count'} as empty: `, ...first1, '.'];
    case 'own_code':
      return [`${count(times, 'number')} had the country’s code without a +: `, ...first1, '.'];
    case 'new_area':
      return [
        `${count(times, 'number')} ${times === 1 ? 'has' : 'have'} an area code that is newer than our tables: `,
        ...first1,
        '.',
      ];
    case 'first_of_several':
      return [
        `${count(times, 'cell')} ${times === 1 ? 'has' : 'have'} several numbers; the first is used: `,
        ...first1,
        '.',
      ];
    case 'no_consent':
      return [`${count(times, 'line')} ${times === 1 ? 'says' : 'say'} nothing about consent: `, ...first1, '.'];
    case 'two_ways':
      return [
        'Numbers without a + were read as numbers from here, and some exist in another country of the list, too: first ',
        ...place,
        '.',
      ];
    case 'unused_numbers':
      return [
        `Not used: ${count(times, 'number')} of another column, ${times === 1 ? '' : 'first '}${lineIn(first.line, files)}, `,
        { code: underTitle(first.value) },
        '.',
      ];
  }
}

export function encoding({ encoding: name, files }: ListReading, { count: times, first }: Note): Sentence {
  const what =
    name === null
      ? `${count(times, 'line')} of the file ${times === 1 ? 'is' : 'are'} not UTF-8.`
      : `The file is not UTF-8; it was read as ${name}.`;
  return [
    `${what} ${upperFirst(lineIn(first.line, files))} reads `,
    { code: masked(first.value) },
    '. If letters are wrong, save it as CSV UTF-8 and give it again.',
  ];
}

/** "Phone 2 - Value: +• •••-•••-0121": a title is no number. */
function underTitle(value: string): string {
  const [, title = '', cell = value] = /^(.{1,60}: )(.+)$/s.exec(value) ?? [];
  return /\d{5}/.test(title) ? masked(value) : `${oneLine(title)} ${masked(cell)}`.trim();
}

export function masked(value: string): string {
  return maskDigits(cut(oneLine(value), 60)) || '(empty)';
}

export function fromSentences({ count: times, first }: Note, files: Files): Sentence {
  const what = times === 1 ? '1 number was' : `${count(times, 'number')} were`;
  return [
    `${what} taken out of sentences. Check who is meant: ${lineIn(first.line, files)}, `,
    { code: masked(first.value) },
    '.',
  ];
}
