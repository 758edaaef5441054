import { CampaignError, type FormField } from '../campaign-error.ts';
import type { PhoneNumber } from '../ids.ts';
import { readPhoneNumber, reasonInWords } from '../phone/phone-number.ts';
import type { ListedRecipient } from '../recipient.ts';
import { createListHash } from './hash.ts';
import { decideLayout, type Layout, mostColumns } from './layout.ts';
import { looseNumbers } from './loose-numbers.ts';

/** `line` is the line of the file; `value` what stood there, shortened; `reason` a piece of a sentence. */
export type RejectedLine = { line: number; value: string; reason: string };

/** A list as it was understood. Every row that is not blank is in exactly one of the three. */
export type ReadList = {
  columns: string[];
  recipients: ListedRecipient[];
  duplicates: RejectedLine[];
  invalid: RejectedLine[];
  rows: number;
  /** SHA-256 over columns, numbers and values: see `listHash`. */
  hash: string;
};

export type ListOptions = {
  /** Where numbers without a country code are from (ISO 3166 alpha-2). */
  country: string;
  /** The field of the form that sentences about the list stand under. */
  field?: FormField;
};

export type ListReader = {
  push(row: readonly string[], line: number): void;
  finish(): ReadList;
};

export const listLimits = { bytes: 20_000_000, rows: 1_000_000, columns: mostColumns, cell: 1_000 };

/** So many rows are looked at before it is decided what is a header and where the numbers are. */
const sampleRows = 50;

/** Reads a list row by row. The first of two rows with one number counts. */
export function createListReader({ country, field = 'file' }: ListOptions): ListReader {
  const sample: { row: readonly string[]; line: number }[] = [];
  let reading: Reading | undefined;

  function begin(): Reading {
    const layout = decideLayout(
      sample.map(({ row }) => row),
      country,
      field,
    );
    const started = createReading(layout, country, field);
    for (const { row, line } of layout.hasHeader ? sample.slice(1) : sample) started.take(row, line);
    sample.length = 0;
    return started;
  }

  return {
    push(row, line) {
      if (row.every((cell) => cell.trim() === '')) return;
      if (reading) {
        reading.take(row, line);
        return;
      }
      sample.push({ row, line });
      if (sample.length === sampleRows) reading = begin();
    },
    finish() {
      if (!reading && sample.length > 0) reading = begin();
      const list = reading?.finish();
      if (list && list.rows > 0) return list;
      throw new CampaignError(
        'empty_list',
        'The list has no recipients. Give one phone number per line, or a CSV file with a column “phone”.',
        field,
      );
    },
  };
}

type Reading = { take(row: readonly string[], line: number): void; finish(): ReadList };

function createReading(layout: Layout, country: string, field: FormField): Reading {
  const columns = valueColumns(layout);
  const hash = createListHash(columns);
  const list: Omit<ReadList, 'hash'> = { columns, recipients: [], duplicates: [], invalid: [], rows: 0 };
  const lineOf = new Map<PhoneNumber, number>();

  /** Into exactly one of the three. */
  function place(entry: Entry, line: number): void {
    list.rows += 1;
    if (list.rows > listLimits.rows) throw tooLong(field);
    const read = 'refused' in entry ? undefined : readPhoneNumber(entry.raw, country);
    if ('refused' in entry || !read?.ok) {
      const reason = 'refused' in entry ? entry.refused : reasonInWords(read?.ok === false ? read.reason : 'empty');
      list.invalid.push({ line, value: shorten(entry.shown), reason });
      return;
    }
    const firstLine = lineOf.get(read.number);
    if (firstLine !== undefined) {
      const reason = `the same number as in line ${firstLine}`;
      list.duplicates.push({ line, value: shorten(entry.shown), reason });
      return;
    }
    lineOf.set(read.number, line);
    const recipient = { number: read.number, values: entry.values };
    list.recipients.push(recipient);
    hash.add(recipient);
  }

  return {
    take(row, line) {
      if (layout.kind === 'table') {
        place(rowEntry(row, layout.names.length, layout.phone), line);
        return;
      }
      for (const cell of row) {
        for (const entry of looseEntries(cell, columns.length > 0, country)) place(entry, line);
      }
    },
    finish: () => ({ ...list, hash: hash.digest() }),
  };
}

/** What a row says before its number is read; `shown` is how people recognise it. */
type Entry = { shown: string; raw: string; values: readonly string[] } | { shown: string; refused: string };

function rowEntry(row: readonly string[], width: number, phone: number): Entry {
  const raw = clean(row[phone] ?? '');
  const shown = raw === '' ? row.join(', ') : raw;
  if (row.some((cell) => cell.length > listLimits.cell)) {
    return { shown, refused: `a cell has more than ${listLimits.cell.toLocaleString('en-US')} characters` };
  }
  if (row.slice(width).some((cell) => cell.trim() !== '')) {
    const refused = `the row has ${row.length} cells instead of ${width}; put quotation marks around text with commas`;
    return { shown, refused };
  }
  const values: string[] = [];
  for (let index = 0; index < width; index++) if (index !== phone) values.push(clean(row[index] ?? ''));
  return { shown, raw, values };
}

/** One entry per number in a cell of free text. */
function looseEntries(cell: string, named: boolean, country: string): Entry[] {
  if (cell.trim() === '') return [];
  const { numbers, rest } = looseNumbers(cell, country);
  const [only] = numbers;
  if (only === undefined) return [{ shown: cell, raw: clean(cell), values: [] }];
  if (numbers.length > 1) {
    if (rest !== '') return [{ shown: cell, refused: 'there is more than one number beside the text' }];
    return numbers.map((raw) => ({ shown: raw, raw, values: named ? [''] : [] }));
  }
  if (rest === '' || named) return [{ shown: cell, raw: only, values: named ? [rest] : [] }];
  return [{ shown: cell, refused: 'there is text beside the number, unlike in the first lines' }];
}

/** The columns whose values can stand in a message: all but that of the numbers. */
function valueColumns(layout: Layout): string[] {
  if (layout.kind === 'loose') return layout.named ? ['name'] : [];
  return layout.names.filter((_, index) => index !== layout.phone);
}

function tooLong(field: FormField): CampaignError {
  const most = listLimits.rows.toLocaleString('en-US');
  return new CampaignError('list_too_long', `The list has more than ${most} rows. Split it into several.`, field);
}

function clean(cell: string): string {
  return cell.replaceAll('\0', '').trim();
}

function shorten(value: string): string {
  const plain = clean(value);
  return plain.length > 40 ? `${plain.slice(0, 39)}…` : plain;
}
