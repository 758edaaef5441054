import type { Answering } from '../../domain/answering/answering.ts';
import { type AnsweringField, whereInAnswering } from '../../domain/answering/lines.ts';
import { textsIn } from '../../domain/answering/texts-in.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { CampaignError, type FormField } from '../../domain/campaign-error.ts';
import { columnName } from '../../domain/list/columns/column-names.ts';
import { meaningOf } from '../../domain/list/columns/meaning.ts';
import { type ListFileLines, lineInFile } from '../../domain/list/reading.ts';
import type { Many } from '../../domain/many.ts';
import { checkTemplate, numberColumnProblem, parseTemplate, type Template } from '../../domain/message/template.ts';
import type { ListedRecipient } from '../../domain/recipient/recipient.ts';

/** What placeholders are filled from. */
type Listed = {
  columns: readonly string[];
  recipients: Many<ListedRecipient>;
  /** The title of the column that the numbers come from, if it has one. */
  numbersFrom: string | null;
  /** Of a list of several files. */
  files?: readonly ListFileLines[] | undefined;
};

/** Where a text with placeholders stands; `before`: what its problems begin with. */
type Place = { field: FormField; what: string; before: string };

const message: Place = { field: 'message', what: 'message', before: '' };

/** Refuses a message that could not be written to everybody on the list. */
export async function refuseGaps(text: string, listed: Listed): Promise<void> {
  const template = parseTemplate(text);
  refuseNumberColumn(template, listed, message);
  if (template.parts.every((part) => typeof part === 'string' || part.fallback !== undefined)) return;
  const { unknown, missing } = await checkTemplate(template, listed.columns, listed.recipients);
  if (unknown[0] !== undefined) throw unknownPlaceholder(unknown[0], listed, message);
  if (missing[0]) throw missingValue(missing[0], listed, message);
}

/** The same for thank-yous and canned answers, in one look at everybody; and for the columns that replies show. */
export async function refuseAnsweringGaps(answering: Answering, listed: Listed): Promise<void> {
  refuseUnknownColumns(answering, listed);
  const texts = textsIn(answering).map(({ field, line, text }) => ({
    template: parseTemplate(text),
    place: placeIn(field, line),
  }));
  for (const { template, place } of texts) refuseNumberColumn(template, listed, place);
  const needed = texts.flatMap(({ template, place }) =>
    template.parts.flatMap((part) =>
      typeof part === 'string' || part.fallback !== undefined ? [] : [{ part: { name: part.name }, place }],
    ),
  );
  if (needed.length === 0) return;
  const all = { parts: needed.map(({ part }) => part) };
  const placeOf = (name: string) => needed.find(({ part }) => part.name === name)?.place ?? message;
  const { unknown, missing } = await checkTemplate(all, listed.columns, listed.recipients);
  if (unknown[0] !== undefined) throw unknownPlaceholder(unknown[0], listed, placeOf(unknown[0]));
  if (missing[0]) throw missingValue(missing[0], listed, placeOf(missing[0].name));
}

function placeIn(field: AnsweringField, line: number): Place {
  return { field, what: 'text', before: `${whereInAnswering(field, line)}: ` };
}

function refuseNumberColumn(template: Template, { columns, numbersFrom }: Listed, { field, what, before }: Place) {
  const repeated = numberColumnProblem(template, columns, numbersFrom === null ? [] : [numbersFrom], what);
  if (repeated) throw new CampaignError('number_placeholder', `${before}${repeated}`, field);
}

function refuseUnknownColumns({ showColumns }: Answering, { columns, numbersFrom }: Listed): void {
  const unknown = showColumns.filter((name) => !columns.includes(name));
  const [first] = unknown;
  if (first === undefined) return;
  const where = whereInAnswering('showColumns');
  const why =
    numbersFrom !== null && columnName(numbersFrom) === first
      ? `${first} is the column that the numbers come from, which replies do not show.`
      : `the list has no column ${unknown.join(' and no column ')}.`;
  throw new CampaignError(
    'unknown_column',
    `${where}: ${why} ${columnsOf(columns, (column) => column)} Change it there.`,
    'showColumns',
  );
}

function missingValue(
  { name, count, firstLines }: { name: string; count: number; firstLines: readonly number[] },
  { files }: Listed,
  { field, before }: Place,
): CampaignError {
  const lines = firstLines.map((line) => lineOfFile(line, files)).join(', ');
  const where = firstLines.length > 0 ? ` (${count === 1 ? 'line' : 'first lines:'} ${lines})` : '';
  return new CampaignError(
    'missing_value',
    `${before}${count} ${count === 1 ? 'recipient has' : 'recipients have'} no ${name}${where}. Complete the list, or give a fallback such as {{${name}|there}}.`,
    field,
  );
}

/** Where it stands, as short as a list of such places needs it. */
function lineOfFile(line: number, files: Listed['files']): string {
  const place = lineInFile(line, files);
  return place.file === undefined ? String(place.line) : `${place.line} of “${place.file}”`;
}

function unknownPlaceholder(name: string, { columns }: Listed, { field, what, before }: Place): CampaignError {
  if (['phone', 'mobile'].includes(meaningOf(name.replaceAll('_', ' ')))) {
    const sentence = `${before}{{${name}}} would be each person’s own number, which stands in no ${what}. Take it out.`;
    return new CampaignError('number_placeholder', sentence, field);
  }
  return new CampaignError(
    'unknown_placeholder',
    `${before}The ${what} uses {{${name}}}, but the list has no such column. ${columnsOf(columns)} Change the ${what}, or give a fallback such as {{${name}|there}}.`,
    field,
  );
}

const shownColumns = 12;

/** `write`: as they are typed where the sentence asks for one. */
function columnsOf(columns: readonly string[], write = (column: string) => `{{${column}}}`): string {
  const shown = columns.slice(0, shownColumns).map(write);
  const more = columns.length > shownColumns ? ` and ${columns.length - shownColumns} more` : '';
  return columns.length > 0 ? `The list has ${shown.join(', ')}${more}.` : 'The list has numbers only.';
}

/** A person decides the doubts about the list before anybody is asked to approve it. */
export function refuseOpenQuestions({ list }: Campaign): void {
  const questions = list.reading?.questions ?? [];
  if (questions.includes('numbersFrom')) {
    throw new CampaignError('open_question', 'Choose the column that the numbers come from.', 'numbersFrom');
  }
  if (questions.includes('country')) {
    throw new CampaignError('open_question', 'Choose the country that these numbers are from.', 'country');
  }
  if (list.size > 0) return;
  throw new CampaignError('nobody_left', 'Nobody would get it. Press Edit and give another list.', 'textMarked');
}
