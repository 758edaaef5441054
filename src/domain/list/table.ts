import { CsvError, type Options } from 'csv-parse';
import { CampaignError, type FormField } from '../campaign-error.ts';

export type TableForm = {
  delimiter: ',' | ';' | '\t' | '|';
  /** Excel's first line `sep=;` is no row. */
  skippedLines: 0 | 1;
};

const delimiters = ['\t', ';', '|', ','] as const;

/** Finds out what stands between the cells, from the beginning of a list's text. */
export function detectTable(firstText: string): TableForm {
  const told = /^sep=([,;\t|])(\r\n|\n|\r)/i.exec(firstText);
  if (told) return { delimiter: told[1] as TableForm['delimiter'], skippedLines: 1 };

  const lines = firstLines(firstText);
  const scores = delimiters.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const having = counts.filter((count) => count > 0).length;
    const isEven = having > 0 && new Set(counts).size === 1;
    return { delimiter, score: having * 1000 + (isEven ? 500_000 : 0) + Math.min(counts[0] ?? 0, 900) };
  });
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return { delimiter: best.score === 0 ? ',' : best.delimiter, skippedLines: 0 };
}

/** Without what stands before the rows: byte order mark and `sep=;`. */
export function withoutPreamble(firstText: string, form: TableForm): string {
  const text = firstText.replace(/^\ufeff/, '');
  return form.skippedLines === 0 ? text : text.replace(/^[^\r\n]*(\r\n|\n|\r)/, '');
}

/** Tells csv-parse to hand each row over with the line it begins on. */
export function rowOptions(
  form: TableForm,
  take: (row: string[], line: number) => void,
): Options & { lastLine(): number } {
  let lastLine: number = form.skippedLines;
  return {
    delimiter: form.delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: longestRow,
    on_record(row: string[], { lines }: { lines: number }) {
      const line = lastLine + 1;
      lastLine = lines + form.skippedLines;
      take(row, line);
      return null;
    },
    lastLine: () => lastLine,
  };
}

const longestRow = 2_000_000;

/** What a person can do about text that is no CSV. Other errors are passed on as they are. */
export function explainCsvError(error: unknown, lastLine: number, field: FormField): unknown {
  if (!(error instanceof CsvError)) return error;
  const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE';
  const line = isOpen ? lastLine + 1 : Number(error.lines ?? lastLine + 1);
  const what = isOpen
    ? 'a quotation mark is opened and never closed'
    : 'a quotation mark stands in the middle of a cell';
  return new CampaignError(
    'bad_quotes',
    `Line ${line}: ${what}. Put quotation marks around the whole cell and write those inside it twice.`,
    field,
  );
}

/** The first lines, with quoted cells left out: delimiters in them separate nothing. */
function firstLines(text: string): string[] {
  const whole = text.slice(0, 65_536).replace(/"[^"]*"?/g, '""');
  const lines = whole.split(/\r\n|\n|\r/, 51).filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.length <= 51 ? lines.slice(0, 50) : lines;
}
