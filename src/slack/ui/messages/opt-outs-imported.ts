import type { ImportedOptOuts } from '../../../services/replies/opt-outs/import-opt-outs.ts';
import { shown } from '../../limits.ts';
import { cut, oneLine } from '../parts/inert.ts';
import { count } from '../words/number-words.ts';

const mostFiles = 10;

/** What an import of opt-outs came to, for whoever asked for it. */
export function importInWords({ added, known, refused, files, problems }: ImportedOptOuts): string {
  const those = added === 1 ? 'It is' : 'They are';
  const isNew =
    added === 0 ? 'No number was new.' : `${count(added, 'number')} opted out. ${those} not texted any more.`;
  const isKnown = known === 0 ? [] : [`${count(known, 'number')} had opted out before or stood in the files twice.`];
  return [
    isNew,
    ...isKnown,
    ...files.slice(0, mostFiles).flatMap(inWords),
    ...refusedInWords(refused.length),
    ...problems.slice(0, mostFiles).map(({ name, sentence }) => `Nothing was read from ${nameOf(name)}: ${sentence}`),
  ].join(' ');
}

function inWords({ name, numbersFrom, unread, oddDates }: ImportedOptOuts['files'][number]): string[] {
  const columns = unread
    .slice(0, 3)
    .map((title) => `“${cut(oneLine(title), shown.label)}”`)
    .join(', ');
  return [
    ...(unread.length > 0
      ? [
          `In ${nameOf(name)} only “${cut(oneLine(numbersFrom ?? ''), shown.label)}” was read; ${columns} also has numbers: import that column by itself if they count.`,
        ]
      : []),
    ...(oddDates > 0
      ? [
          `${count(oddDates, 'date')} in ${nameOf(name)} could not be told for sure, so those numbers count from now on.`,
        ]
      : []),
  ];
}

function refusedInWords(lines: number): string[] {
  if (lines === 0) return [];
  const it = lines === 1 ? 'it' : 'them';
  return [
    `${count(lines, 'line')} could not be understood, so nobody was opted out by ${it}. The file says which, and why: somebody has to decide, with \`/sms-campaign optout add <number>\`.`,
  ];
}

function nameOf(name: string): string {
  return cut(oneLine(name), shown.label);
}
