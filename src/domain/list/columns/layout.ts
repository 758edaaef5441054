import { CampaignError, type FormField } from '../../campaign-error.ts';
import { countDigits } from '../../phone/tidy.ts';
import { longestCell } from '../cells/cell.ts';
import { looseNumbers } from '../cells/loose-numbers.ts';
import { nameBeside } from '../cells/name-beside.ts';
import { isNoValue } from '../cells/no-value.ts';
import { labelMeaning, looksLikeNumber } from '../cells/number-cell.ts';
import { columnNames } from './column-names.ts';
import { isStopHead, type MarkColumn, markColumns } from './marks.ts';
import { meaningOf, wordsOf } from './meaning.ts';
import { type PlaceColumns, placeColumns } from './place-columns.ts';
import { type Source, sourcesOf } from './sources.ts';

export type SampleRow = { row: readonly string[]; line: number };

export type Table = {
  kind: 'table';
  /** The sample row with the first person. */
  from: number;
  /** Null: no row names the columns. */
  header: SampleRow | null;
  titles: readonly string[];
  /** Placeholder names, one per column. */
  names: readonly string[];
  sources: readonly Source[];
  marks: readonly MarkColumn[];
} & PlaceColumns;

/** `table`: one person per row. `loose`: numbers anywhere, with or without a name. */
export type Layout = Table | { kind: 'loose'; from: number; named: boolean };

export const mostColumns = 256;

/** Decides from a list's first rows how to read the whole. */
export function decideLayout(sample: readonly SampleRow[], home: string, field: FormField): Layout {
  const holding = sample.map(({ row }) => row.slice(0, mostColumns).map((cell) => holdsNumber(cell, home)));
  const headerAt = findHeader(sample, holding);
  const from = headerAt + 1;
  const data = sample.slice(from);
  const header = headerAt < 0 ? undefined : sample[headerAt];
  const used = Math.max(0, ...data.map(({ row }) => lastFilled(row)));
  const width = header ? lastFilled(header.row) : used;
  if (!isTable(header, holding.slice(from), data, width, home)) {
    return { kind: 'loose', from, named: data.some(({ row }) => isNamed(row, home)) };
  }
  if (width > mostColumns) throw tooManyColumns(width, field);
  const titles = Array.from({ length: width }, (_, index) => header?.row[index] ?? '');
  return {
    kind: 'table',
    from,
    header: header ?? null,
    titles,
    names: columnNames(titles),
    sources: sourcesOf(titles),
    marks: markColumns(titles),
    ...placeColumns(
      titles,
      data.map(({ row }) => row),
    ),
  };
}

function holdsNumber(cell: string, home: string): boolean {
  if (looksLikeNumber(cell)) return true;
  return cell.length <= longestCell && looseNumbers(cell, home).numbers.some(({ raw }) => looksLikeNumber(raw));
}

/** A header is looked for in at most this many rows: reports begin with a title. */
const mostTitleRows = 10;

/** The row before the first number that names the most columns; -1 when none does. */
function findHeader(sample: readonly SampleRow[], numbers: readonly (readonly boolean[])[]): number {
  const firstData = numbers.findIndex((row, at) => row.some(Boolean) && !isTitle(sample, at, numbers));
  const before = sample.slice(0, Math.min(firstData < 0 ? sample.length : firstData, mostTitleRows));
  const rows = sample.filter((_, at) => at >= before.length && numbers[at]?.some(Boolean)).map(({ row }) => row);
  const below: Below = {
    filled: Math.max(1, middle(rows.map(filled))),
    columns: middle(rows.map((row) => row.length)),
    numbersAt: [
      ...new Set(numbers.slice(before.length).flatMap((row) => row.flatMap((is, index) => (is ? [index] : [])))),
    ],
    arePlainNumbers: rows.every((row) => !/\p{L}/u.test(row.join(''))),
  };
  const scores = before.map(({ row }) => headerScore(row, below));
  const best = Math.max(0, ...scores);
  return best === 0 ? -1 : scores.indexOf(best);
}

/** "Questions? Call 201-555-0199" alone in its row, above the one that names a table's columns: nobody on the list. */
function isTitle(sample: readonly SampleRow[], at: number, numbers: readonly (readonly boolean[])[]): boolean {
  const { row } = sample[at]!;
  if (filled(row) !== 1 || wordsOf(row.join(' ')).filter((word) => /\p{L}/u.test(word)).length < 2) return false;
  const below = sample.slice(at + 1, mostTitleRows);
  return below.some(
    ({ row: titles }, after) =>
      filled(titles) > 1 &&
      !numbers[at + 1 + after]?.some(Boolean) &&
      titles.some((title) => ['mobile', 'phone'].includes(meaningOf(title))),
  );
}

/** The rows with numbers below: how many cells they fill and have (medians), and where their numbers stand. */
type Below = { filled: number; columns: number; numbersAt: readonly number[]; arePlainNumbers: boolean };

/** How much a row looks like a header; 0: not at all. */
function headerScore(row: readonly string[], { filled: cells, columns, numbersAt, arePlainNumbers }: Below): number {
  const titles = row.filter((cell) => cell.trim() !== '');
  // It speaks of the people below it and names no column.
  if (titles.length === 1 && isStopHead(titles[0] ?? '')) return 0;
  if (titles.some((cell) => countDigits(cell) >= 5 && meaningOf(cell) === 'none')) return 0;
  const hasNumbers = numbersAt.length > 0;
  const telling = titles.filter((cell) => meaningOf(cell) !== 'none').length;
  // Most people may have nothing in some of the header's columns.
  const width = telling > 0 && titles.length > 1 && titles.length <= columns ? Math.max(cells, titles.length) : cells;
  // A row without a number is no header if it is empty where the others have theirs: it is a person.
  if (hasNumbers && width > 1 && numbersAt.every((index) => isNoValue(row[index] ?? ''))) return 0;
  if (telling === 0 && (hasNumbers ? width === 1 : titles.length < 2)) return 0;
  const isShort = titles.every((title) => wordsOf(title).length <= 4);
  if (width === 1 && hasNumbers && !(isShort && arePlainNumbers)) return 0;
  return width > 1 && titles.length < 2 ? 0 : Math.min(titles.length, width + 1) + telling * 2;
}

function middle(counts: readonly number[]): number {
  return counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 1;
}

/**
 * Rows are people when a header says so, or when each has its number in the same place and something beside it. One
 * word among numbers makes no columns.
 */
function isTable(
  header: SampleRow | undefined,
  numbers: readonly (readonly boolean[])[],
  data: readonly SampleRow[],
  width: number,
  home: string,
): boolean {
  if (header) return width > 1 || numbers.some((row) => row[0]) || data.length === 0;
  const isBeside = (cell: string) => !looksLikeNumber(cell) || !readsAsOne(cell, home);
  if (width < 2 || data.some(({ row }, at) => row.some((cell, index) => numbers[at]?.[index] && isBeside(cell))))
    return false;
  const having = numbers.filter((row) => row.some(Boolean));
  const places = new Set(having.map((row) => row.flatMap((is, index) => (is ? index : [])).join(' ')));
  const isMixed = data.some(({ row }, at) => row.some((cell, index) => cell.trim() !== '' && !numbers[at]?.[index]));
  const perRow = Math.max(0, ...having.map((row) => row.filter(Boolean).length));
  if (having.length * 2 < data.length || !isMixed) return false;
  return perRow === 1 ? places.size === 1 : places.size === 1 && data.length > 1;
}

/** Only one number and its label: "Cell: 2015550101", not "Ada <2015550101>". */
function readsAsOne(cell: string, home: string): boolean {
  const { numbers, after } = looseNumbers(cell, home);
  const beside = `${numbers[0]?.before ?? ''} ${after}`.replace(/[^\p{L}\p{M} ]+/gu, ' ').trim();
  return numbers.length < 2 && (beside === '' || labelMeaning(beside) !== 'none');
}

function isNamed(row: readonly string[], home: string): boolean {
  const { numbers, after } = looseNumbers(row.slice(0, mostColumns).join(', ').slice(0, longestCell), home);
  return (
    numbers.length > 0 && [...numbers.map(({ before }) => before), after].some((words) => nameBeside(words) !== '')
  );
}

function lastFilled(row: readonly string[]): number {
  return row.findLastIndex((cell) => cell.trim() !== '') + 1;
}

function filled(row: readonly string[]): number {
  return row.filter((cell) => cell.trim() !== '').length;
}

function tooManyColumns(width: number, field: FormField): CampaignError {
  const sentence = `The list has ${width} columns; ${mostColumns} are possible. Delete those the message does not need.`;
  return new CampaignError('too_many_columns', sentence, field);
}
