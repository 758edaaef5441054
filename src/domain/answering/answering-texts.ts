import { CampaignError, FormError, type FormField } from '../campaign-error.ts';
import { columnName } from '../list/columns/column-names.ts';
import { formatDuration, readDuration } from '../pace/duration.ts';
import { parseExpectedAnswers, writeExpectedAnswers } from '../reply/expected/expected-answers.ts';
import { type Answering, answeringLimits, type CannedAnswer, type ExpectedAnswer } from './answering.ts';
import { type AnsweringField, badLine, isSameLabel, readLabel, readLines, readText, writeLines } from './lines.ts';

/** What a person wrote into each field behind **More settings**; empty where nothing is set. */
export type AnsweringTexts = Record<AnsweringField, string>;

/** Reads all of it and throws one FormError that names every wrong field. */
export function readAnswering(texts: AnsweringTexts): Answering {
  const problems = new Map<FormField, string>();
  const read = <T>(field: AnsweringField, reader: (text: string) => T): T | undefined => {
    try {
      return reader(texts[field]);
    } catch (error) {
      if (!(error instanceof CampaignError)) throw error;
      problems.set(field, error.message);
      return undefined;
    }
  };
  const expected = read('expected', readExpectedAnswers);
  const canned = read('canned', readCannedAnswers);
  const outcomes = read('outcomes', (text) => readOutcomes(text, expected ?? []));
  const showColumns = read('showColumns', readShowColumns);
  const answerWithinSeconds = read('answerWithin', readAnswerWithin);
  if (problems.size > 0) throw new FormError(problems);
  return {
    expected: expected!,
    canned: canned!,
    outcomes: outcomes!,
    showColumns: showColumns!,
    answerWithinSeconds: answerWithinSeconds!,
  };
}

/** The same as its author would write it: read back, it is equal. */
export function writeAnswering({
  expected,
  canned,
  outcomes,
  showColumns,
  answerWithinSeconds,
}: Answering): AnsweringTexts {
  return {
    expected: writeLines(expected.map(expectedLine)),
    canned: writeLines(canned.map(({ label, text }) => ({ spaced: `${label}: ${text}`, close: `${label}:${text}` }))),
    outcomes: outcomes.join('\n'),
    showColumns: showColumns.join(', '),
    answerWithin: answerWithinSeconds === null ? '' : formatDuration(answerWithinSeconds),
  };
}

/** `Label: word, word => thank-you`, one a line. */
export function readExpectedAnswers(text: string): ExpectedAnswer[] {
  const read = parseExpectedAnswers(text);
  if ('problem' in read) throw new CampaignError('bad_lines', read.problem, 'expected');
  const twice = read.answers.find(({ label }, at) =>
    read.answers.slice(0, at).some((before) => isSameLabel(before.label, label)),
  );
  if (!twice) return read.answers;
  const sentence = `“${twice.label}” stands there twice. Change one of them, or take it out.`;
  throw new CampaignError('bad_lines', sentence, 'expected');
}

function expectedLine(answer: ExpectedAnswer): { spaced: string; close: string } {
  const { words, thankYou } = answer;
  const label = writeExpectedAnswers([{ ...answer, words: [], thankYou: null }]).replace(/:$/, '');
  // Between digits a colon is no mark: "10:30".
  const colon = /\d$/.test(label) && /^\d/.test(words[0] ?? '') ? ': ' : ':';
  const said = words.length > 0 || label !== answer.label ? `${label}${colon}${words.join(',')}` : label;
  return { spaced: writeExpectedAnswers([answer]), close: thankYou === null ? said : `${said}=>${thankYou}` };
}

/** `Label: text`, one a line. */
export function readCannedAnswers(text: string): CannedAnswer[] {
  return readLines<CannedAnswer>(
    text,
    { field: 'canned', most: answeringLimits.canned, what: 'canned answers' },
    (line, before) => {
      const [, label, said = ''] = /^([^:：]*)[:：](?!\/\/)(.*)$/u.exec(line) ?? [];
      if (label === undefined || said.trim() === '') throw badLine('write it as “Label: text”, such as “Parking: …”.');
      return { label: readLabel(label, before), text: readText(said.trim(), 'the text') };
    },
  );
}

/** A label a line; the labels of expected answers are outcomes without being named. */
export function readOutcomes(text: string, expected: readonly Pick<ExpectedAnswer, 'label'>[]): string[] {
  return readLines<{ label: string }>(
    text,
    { field: 'outcomes', most: answeringLimits.outcomes, what: 'outcomes' },
    (line, before) => {
      const label = readLabel(line, before);
      if (!expected.some((answer) => isSameLabel(answer.label, label))) return { label };
      throw badLine(`“${label}” is an expected answer, and so an outcome already: take it out here.`);
    },
  ).map(({ label }) => label);
}

/** Names of columns in any spelling, each once, as placeholders name them. */
export function readShowColumns(text: string): string[] {
  const names = [...new Set(text.split(/[,，;\n]/u).map(columnName))].filter((name) => name !== '');
  if (names.length <= answeringLimits.columns) return names;
  throw new CampaignError(
    'many_columns',
    `There is room for ${answeringLimits.columns} columns, and these are ${names.length}: take some out.`,
    'showColumns',
  );
}

const shortestAnswer = 60;

/** Null: as usual. */
export function readAnswerWithin(text: string): number | null {
  if (text.trim() === '') return null;
  const seconds = readDuration(text);
  if (seconds >= shortestAnswer) return seconds;
  throw new CampaignError(
    'short_answer',
    'The shortest time is 1 minute. Write for example 15m or 1h.',
    'answerWithin',
  );
}
