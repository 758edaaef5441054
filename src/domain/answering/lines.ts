import { CampaignError, type FormField } from '../campaign-error.ts';
import { parseTemplate } from '../message/template.ts';
import { plainText } from '../plain-text.ts';
import { answeringLimits } from './answering.ts';

/** The fields behind **More settings**, by the labels that people see. */
export const answeringLabels = {
  expected: 'Expected answers',
  canned: 'Canned answers',
  outcomes: 'Outcomes',
  showColumns: 'Show on replies',
  answerWithin: 'Answer within',
} as const satisfies Partial<Record<FormField, string>>;
export type AnsweringField = keyof typeof answeringLabels;

/** "Canned answers, line 2 (More settings)": where a problem is, for whoever does not have that window open. */
export function whereInAnswering(field: AnsweringField, line?: number): string {
  return `${answeringLabels[field]}${line === undefined ? '' : `, line ${line}`} (More settings)`;
}

const mostNamed = 3;

/**
 * Reads a field of one entry a line; empty lines do not count. `read` throws a CampaignError about its line; the first
 * few are named together.
 */
export function readLines<Entry>(
  text: string,
  { field, most, what }: { field: AnsweringField; most: number; what: string },
  read: (line: string, before: readonly Entry[]) => Entry,
): Entry[] {
  const found: Entry[] = [];
  const problems: string[] = [];
  let count = 0;
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    if (line.trim() === '') continue;
    count += 1;
    try {
      found.push(read(line.trim(), found));
    } catch (error) {
      if (!(error instanceof CampaignError)) throw error;
      problems.push(`Line ${index + 1}: ${error.message}`);
    }
  }
  if (count > most) problems.unshift(`There is room for ${most} ${what}, and these are ${count}: take some out.`);
  if (problems.length > 0) throw new CampaignError('bad_lines', problems.slice(0, mostNamed).join(' '), field);
  return found;
}

/** A label in plain words; throws when it is empty, too long, or one of those that stand there already. */
export function readLabel(text: string, before: readonly { label: string }[]): string {
  const label = plainText(text);
  if (label === '') throw badLine('it begins with a label, such as “Parking: …”.');
  if (label.length > answeringLimits.label) {
    throw badLine(
      `the label “${label.slice(0, 20)}…” has ${label.length} characters, shorten it to ${answeringLimits.label}.`,
    );
  }
  if (before.some((known) => isSameLabel(known.label, label))) {
    throw badLine(`“${label}” stands there twice. Change one of them, or take it out.`);
  }
  return label;
}

/** A text that people may get: a template, and not too long to be read. */
export function readText(text: string, what: string): string {
  if (text.length > answeringLimits.text) {
    throw badLine(`${what} has ${text.length} characters, shorten it to ${answeringLimits.text}.`);
  }
  parseTemplate(text);
  return text;
}

/** Whether people take two labels for the same: case, accents and spaces make no difference. */
export function isSameLabel(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

/** Lines as people write them; closer together where the field would have no room for the spaces. */
export function writeLines(lines: readonly { spaced: string; close: string }[]): string {
  const spaced = lines.map((line) => line.spaced).join('\n');
  return spaced.length <= fieldLength ? spaced : lines.map((line) => line.close).join('\n');
}

export function badLine(sentence: string): CampaignError {
  return new CampaignError('bad_lines', sentence);
}

/** As much as can be typed into one field. */
const fieldLength = 3_000;

function folded(label: string): string {
  return plainText(label).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
}
