import { setImmediate as nextTurn } from 'node:timers/promises';
import { CsvError, type Options, parse } from 'csv-parse';
import { CampaignError, type FormField } from '../../campaign-error.ts';
import type { Texts } from './decode.ts';
import { createQuotedCells } from './quoted-cells.ts';

type TableForm = {
  delimiter: ',' | ';' | '\t' | '|';
  /** Excel's first line `sep=;` is no row. */
  skippedLines: 0 | 1;
};

const delimiters = ['\t', ';', '|', ','] as const;

/** Where rows go, with the line of the file that each begins on. */
export type TakeRow = (row: string[], line: number) => void;

/**
 * Hands over each row of a table's text, giving way to other work, and tells how many lines it has; `seen` is told now and
 * then how many have been read.
 */
export async function readTable(
  texts: Texts,
  field: FormField,
  take: TakeRow,
  seen: (line: number) => void = () => {},
): Promise<number> {
  const whole = () => wholeLines(texts());
  const form = detectTable(await beginningOf(whole, longestHead));
  const body = form.skippedLines === 0 ? whole : () => withoutFirstLine(whole());
  return parseRows(body, { ...form, hasQuotes: !(await hasLiteralQuotes(body, form)) }, { field, take, seen });
}

/** Columns are told apart by so many of its first characters. */
const longestHead = 65_536;

async function beginningOf(texts: () => AsyncIterable<string>, length: number): Promise<string> {
  let text = '';
  for await (const piece of texts()) {
    text += piece;
    if (text.length >= length) break;
  }
  return text;
}

/** Pieces of a text that end where a line does, without its mark and without what is left of formulas. */
async function* wholeLines(texts: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string, void> {
  let begun: string[] = [];
  let isFirst = true;
  const tidied = (text: string): string => {
    const tidy = withoutFormulas(isFirst ? text.replace(/^\ufeff/, '') : text);
    isFirst = false;
    return tidy;
  };
  for await (const text of texts) {
    // A CR at the end may be half of a line end.
    const most = text.endsWith('\r') ? text.length - 2 : text.length - 1;
    const end = most < 0 ? 0 : Math.max(text.lastIndexOf('\n', most), text.lastIndexOf('\r', most)) + 1;
    if (end > 0) {
      yield tidied(begun.join('') + text.slice(0, end));
      begun = [];
    }
    if (end < text.length) begun.push(text.slice(end));
  }
  if (begun.length > 0) yield tidied(begun.join(''));
}

async function* withoutFirstLine(texts: AsyncIterable<string>): AsyncGenerator<string, void> {
  let isFirst = true;
  for await (const text of texts) {
    yield isFirst ? text.replace(/^[^\r\n]*(\r\n|\n|\r)/, '') : text;
    isFirst = false;
  }
}

/** Detects the delimiter from the beginning of a list's text. */
export function detectTable(firstText: string): TableForm {
  const told = /^sep=([,;\t|])(\r\n|\n|\r)/i.exec(firstText);
  if (told) return { delimiter: told[1] as TableForm['delimiter'], skippedLines: 1 };

  const lines = firstLines(firstText);
  const scores = delimiters.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const having = counts.filter((count) => count > 0).length;
    const isEven = having > 0 && new Set(counts).size === 1;
    return { delimiter, score: having * 1000 + (isEven ? 500_000 : 0) + Math.min(Math.max(0, ...counts), 900) };
  });
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return { delimiter: best.score === 0 ? ',' : best.delimiter, skippedLines: 0 };
}

/** Characters read between two turns of other work. */
const pieceLength = 16_384;
const longestRow = 2_000_000;

/** Where a disk or a download lost a piece of a file, zeros stand instead: nobody knows who stood there. */
const hole = '\u0000'.repeat(64);

type Reading = { field: FormField; take: TakeRow; seen: (line: number) => void };

async function parseRows(
  texts: () => AsyncIterable<string>,
  form: TableForm & { hasQuotes: boolean },
  { field, take, seen }: Reading,
): Promise<number> {
  let lastLine: number = form.skippedLines;
  const parser = parse({
    ...options(form),
    on_record(row: string[], { lines }: { lines: number }) {
      const line = lastLine + 1;
      lastLine = lines + form.skippedLines;
      if (row.some((cell) => cell.length >= hole.length && cell.includes(hole))) throw damaged(line, field);
      take(row, line);
      return null;
    },
  });
  const failed = new Promise<never>((_, reject) => parser.once('error', reject));
  failed.catch(() => {});
  const done = (act: (resolve: () => void) => unknown) =>
    Promise.race([failed, new Promise<void>((resolve) => act(resolve))]);
  try {
    for await (const text of texts()) {
      for (const piece of pieces(text)) {
        await done((resolve) => parser.write(piece, 'utf8', () => resolve()));
        await nextTurn();
      }
      seen(lastLine);
    }
    await done((resolve) => parser.end(resolve));
    return lastLine;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const hasQuotes = form.hasQuotes && (await someText(texts, (text) => text.includes('"')));
    throw explainCsvError(error, { lastLine, hasQuotes }, field);
  } finally {
    parser.destroy();
  }
}

async function someText(texts: () => AsyncIterable<string>, is: (text: string) => boolean): Promise<boolean> {
  for await (const text of texts()) if (is(text)) return true;
  return false;
}

function options({ delimiter, hasQuotes }: TableForm & { hasQuotes: boolean }): Options {
  return {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    // In hand-written lists a space follows the comma, before the quotation mark.
    ltrim: true,
    quote: hasQuotes ? '"' : false,
    max_record_size: longestRow,
  };
}

/** Cuts never fall between the two halves of one character. */
function* pieces(text: string): Generator<string> {
  for (let at = 0, end = 0; at < text.length; at = end) {
    end = at + pieceLength;
    if (/[\ud800-\udbff]/.test(text.charAt(end - 1))) end += 1;
    yield text.slice(at, end);
  }
}

/** Between tabs, quotation marks are mostly plain characters: then some cell begins with one and does not end with it. */
async function hasLiteralQuotes(texts: () => AsyncIterable<string>, { delimiter }: TableForm): Promise<boolean> {
  if (delimiter !== '\t') return false;
  const cells = createQuotedCells();
  return (await someText(texts, cells.isAnyLiteral)) || cells.isOpen();
}

/** `="2015550101"` keeps programs from reading the cell as an amount; commas inside it separate nothing. */
function withoutFormulas(text: string): string {
  if (!text.includes('="')) return text;
  return text.replace(/(^|[,;\t|\r\n]) *="((?:[^"\r\n]|"")*)"(?= *(?:[,;\t|\r\n]|$))/g, '$1"$2"');
}

/** Tells a person what to do about text that is no CSV. */
function explainCsvError(
  error: CsvError,
  { lastLine, hasQuotes }: { lastLine: number; hasQuotes: boolean },
  field: FormField,
): CampaignError {
  if (error.code === 'CSV_MAX_RECORD_SIZE' && !hasQuotes) return longLine(lastLine + 1, field);
  const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE';
  const line = isOpen ? lastLine + 1 : Number(error.lines ?? lastLine + 1);
  const what = isOpen
    ? 'a quotation mark is opened and never closed'
    : 'a quotation mark stands in the middle of a cell';
  const sentence = `Line ${line}: ${what}. Put quotation marks around the whole cell and write those inside it twice.`;
  return new CampaignError('bad_quotes', sentence, field);
}

function damaged(line: number, field: FormField): CampaignError {
  const sentence = `Line ${line}: a piece of the file is missing there, and zero bytes stand instead. Export or download it again.`;
  return new CampaignError('damaged_file', sentence, field);
}

function longLine(line: number, field: FormField): CampaignError {
  const sentence = `Line ${line} is longer than ${longestRow.toLocaleString('en-US')} characters. Put each person on a line of their own.`;
  return new CampaignError('long_line', sentence, field);
}

/** The first lines without quoted cells, in which delimiters separate nothing. */
function firstLines(text: string): string[] {
  const whole = text.slice(0, 65_536).replace(/"[^"]*"?/g, '""');
  const lines = whole.split(/\r\n|\n|\r/, 51).filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.length <= 51 ? lines.slice(0, 50) : lines;
}
