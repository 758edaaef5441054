import { setImmediate as nextTurn } from 'node:timers/promises';
import { CsvError, type Options, parse } from 'csv-parse';
import { CampaignError, type FormField } from '../../campaign-error.ts';

type TableForm = {
  delimiter: ',' | ';' | '\t' | '|';
  /** Excel's first line `sep=;` is no row. */
  skippedLines: 0 | 1;
};

const delimiters = ['\t', ';', '|', ','] as const;

/** Hands over each row of a table's text with the line it begins on, giving way to other work. */
export async function readTable(
  text: string,
  field: FormField,
  take: (row: string[], line: number) => void,
): Promise<void> {
  const whole = withoutFormulas(text.replace(/^\ufeff/, ''));
  const form = detectTable(whole);
  const body = form.skippedLines === 0 ? whole : whole.replace(/^[^\r\n]*(\r\n|\n|\r)/, '');
  await parseRows(body, { ...form, hasQuotes: !hasLiteralQuotes(body, form) }, field, take);
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

async function parseRows(
  text: string,
  form: TableForm & { hasQuotes: boolean },
  field: FormField,
  take: (row: string[], line: number) => void,
): Promise<void> {
  let lastLine: number = form.skippedLines;
  const parser = parse({
    ...options(form),
    on_record(row: string[], { lines }: { lines: number }) {
      const line = lastLine + 1;
      lastLine = lines + form.skippedLines;
      take(row, line);
      return null;
    },
  });
  const failed = new Promise<never>((_, reject) => parser.once('error', reject));
  failed.catch(() => {});
  const done = (act: (resolve: () => void) => unknown) =>
    Promise.race([failed, new Promise<void>((resolve) => act(resolve))]);
  try {
    for (const piece of pieces(text)) {
      await done((resolve) => parser.write(piece, 'utf8', () => resolve()));
      await nextTurn();
    }
    await done((resolve) => parser.end(resolve));
  } catch (error) {
    throw explainCsvError(error, { lastLine, hasQuotes: form.hasQuotes && text.includes('"') }, field);
  } finally {
    parser.destroy();
  }
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
function hasLiteralQuotes(text: string, { delimiter }: TableForm): boolean {
  if (delimiter !== '\t' || !text.includes('"')) return false;
  return text.split(/[\t\r\n]/).some((cell) => cell.startsWith('"') && !/^"(?:[^"]|"")*"$/.test(cell));
}

/** `="2015550101"` keeps programs from reading the cell as an amount; commas inside it separate nothing. */
function withoutFormulas(text: string): string {
  if (!text.includes('="')) return text;
  return text.replace(/(^|[,;\t|\r\n]) *="((?:[^"\r\n]|"")*)"(?= *(?:[,;\t|\r\n]|$))/g, '$1"$2"');
}

/** Tells a person what to do about text that is no CSV. Other errors are passed on unchanged. */
function explainCsvError(
  error: unknown,
  { lastLine, hasQuotes }: { lastLine: number; hasQuotes: boolean },
  field: FormField,
): unknown {
  if (!(error instanceof CsvError)) return error;
  if (error.code === 'CSV_MAX_RECORD_SIZE' && !hasQuotes) return longLine(lastLine + 1, field);
  const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE';
  const line = isOpen ? lastLine + 1 : Number(error.lines ?? lastLine + 1);
  const what = isOpen
    ? 'a quotation mark is opened and never closed'
    : 'a quotation mark stands in the middle of a cell';
  const sentence = `Line ${line}: ${what}. Put quotation marks around the whole cell and write those inside it twice.`;
  return new CampaignError('bad_quotes', sentence, field);
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
