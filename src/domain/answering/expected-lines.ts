import { answeringLimits, type ExpectedAnswer } from './answering.ts';
import { badLine, isSameLabel, readLabel, readLines, readText, writeLines } from './lines.ts';

/**
 * Reads `Label: word, word => thank-you`, one a line; words and thank-you may be left out. Throws a CampaignError that
 * names the lines it does not understand.
 */
export function readExpectedLines(text: string): ExpectedAnswer[] {
  return readLines<ExpectedAnswer>(
    text,
    { field: 'expected', most: answeringLimits.expected, what: 'expected answers' },
    (line, before) => {
      const [said = '', thanks] = cutOnce(line, arrow);
      const [label = '', words = ''] = cutOnce(said, /[:：]/u);
      return { label: readLabel(label, before), words: readWords(label, words), thankYou: readThankYou(thanks) };
    },
  );
}

/** The same as a person would write it: read back, it is equal. */
export function writeExpectedLines(expected: readonly ExpectedAnswer[]): string {
  return writeLines(
    expected.map(({ label, words, thankYou }) => {
      const thanks = thankYou === null ? [] : [thankYou];
      return {
        spaced: [[label, ...(words.length > 0 ? [words.join(', ')] : [])].join(': '), ...thanks].join(' => '),
        close: [[label, ...(words.length > 0 ? [words.join(',')] : [])].join(':'), ...thanks].join('=>'),
      };
    }),
  );
}

/** Phones and editors make an arrow of `=>`. */
const arrow = /=>|⇒|→/u;

function readWords(label: string, text: string): string[] {
  const words: string[] = [];
  for (const word of text.split(/[,，;]/u).map((part) => part.trim().replace(/\s+/g, ' '))) {
    if (word === '' || isSameLabel(word, label) || words.some((known) => isSameLabel(known, word))) continue;
    if (word.length > answeringLimits.word) {
      throw badLine(
        `“${word.slice(0, 20)}…” has ${word.length} characters, shorten it to ${answeringLimits.word} or put commas between words.`,
      );
    }
    words.push(word);
  }
  if (words.length <= answeringLimits.words) return words;
  throw badLine(`there is room for ${answeringLimits.words} words, and these are ${words.length}: take some out.`);
}

function readThankYou(text: string | undefined): string | null {
  if (text === undefined) return null;
  const thanks = text.trim();
  if (thanks === '') throw badLine('write the thank-you after the =>, or take the => out.');
  return readText(thanks, 'the thank-you');
}

/** What stands before the first mark and after it; without a mark there is only one part. */
function cutOnce(text: string, mark: RegExp): string[] {
  const found = mark.exec(text);
  return found ? [text.slice(0, found.index), text.slice(found.index + found[0].length)] : [text];
}
