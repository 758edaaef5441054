import { CampaignError } from '../../campaign-error.ts';
import type { Instant, PhoneNumber } from '../../ids.ts';
import { readPhoneNumber } from '../../phone/phone-number.ts';
import { createTurns } from '../../turns.ts';
import { readCountry } from '../cells/country-names.ts';
import type { RejectedLine } from '../reading.ts';
import { decodeFile } from '../text/decode.ts';
import { readTable } from '../text/table.ts';
import { type OptOutColumns, optOutColumns, saysSubscribed } from './opt-out-columns.ts';
import { type DayOrder, dayOrderOf, readOptOutDate } from './opt-out-date.ts';
import { holdsNumber, readOptOutNumber } from './opt-out-number.ts';

/** One row of such a file; `source`, `words`: empty where it says none. */
export type OptOutLine = {
  number: PhoneNumber;
  /** Left out: the row does not tell, or not clearly. */
  at?: Instant;
  source: string;
  words: string;
  isReassigned: boolean;
};

/** A file of opt-outs as understood: every row that is not blank is in one of the two. */
export type OptOutFile = {
  optOuts: OptOutLine[];
  refused: RejectedLine[];
  /** The title of the column that the numbers were read from; null: there are no titles. */
  numbersFrom: string | null;
  /** Titles of other columns with numbers, which were not read. */
  unread: readonly string[];
  /** Rows with something in place of a date that tells none. */
  oddDates: number;
};

/** Columns are decided after this many rows. */
const sampleRows = 50;
const longestCell = 200;

/**
 * Reads a file of people who want no texts: a number a line, with any further columns, or a former export. Throws a
 * CampaignError when the whole is unreadable. `country`: of numbers without a code.
 */
export async function readOptOuts(bytes: Uint8Array, options: { country: string; now: Date }): Promise<OptOutFile> {
  const { texts } = await decodeFile(() => [bytes], options.country);
  const rows: { row: readonly string[]; line: number }[] = [];
  await readTable(texts, 'file', (row, line) => {
    if (row.some((cell) => cell.trim() !== '')) rows.push({ row, line });
  });
  const sample = rows.slice(0, sampleRows).map(({ row }) => row);
  const columns = optOutColumns(sample, options.country, options.now);
  if (columns.number < 0) throw noNumbers(rows.length);
  const [rival] = columns.rivals;
  if (rival !== undefined) throw twoColumns(columns.header?.[columns.number] ?? '', rival);
  const read = createReader(columns, dayOrderOf(datesIn(rows, columns)), options);
  const turns = createTurns();
  for (const { row, line } of rows.slice(columns.header ? 1 : 0)) {
    if (turns.areDue()) await turns.give();
    read.take(row, line);
  }
  return read.file;
}

function createReader(columns: OptOutColumns, order: DayOrder, { country, now }: { country: string; now: Date }) {
  const { header, unread } = columns;
  const numbersFrom = header ? (header[columns.number]?.trim() ?? '') : null;
  const file: OptOutFile = { optOuts: [], refused: [], numbersFrom, unread, oddDates: 0 };
  const cellOf = (row: readonly string[], at: number) => (row[at] ?? '').trim().slice(0, longestCell);
  return {
    file,
    take(row: readonly string[], line: number) {
      // Files put one behind the other repeat their head line.
      if (header && row.join('\n') === header.join('\n')) return;
      const cell = cellOf(row, columns.number);
      const refuse = (reason: string) =>
        file.refused.push({ line, value: cell || row.join(', ').slice(0, longestCell), reason });
      const denies = saysSubscribed(columns, row);
      if (denies !== undefined) return void refuse(`its column “${denies}” says that the person still gets texts`);
      const read = readBeside(cell, cellOf(row, columns.country), country);
      for (const at of columns.untitled) {
        const other = cellOf(row, at);
        if (at === columns.date || !holdsNumber(other, country)) continue;
        file.refused.push({
          line,
          value: other,
          reason: 'it stands beside another number; put it on a line of its own',
        });
      }
      if (!read.ok) return void refuse(read.reason);
      const date = cellOf(row, columns.date);
      const at = readOptOutDate(date, order, now);
      if (date !== '' && !at) file.oddDates += 1;
      file.optOuts.push({
        number: read.number,
        ...(at && { at }),
        source: cellOf(row, columns.source),
        words: cellOf(row, columns.words),
        isReassigned: cellOf(row, columns.kind) === 'reassigned',
      });
    },
  };
}

/** A number without its code is of the country that the row names. */
function readBeside(cell: string, country: string, home: string): ReturnType<typeof readOptOutNumber> {
  const [, code] = /^(?:\+|00)?(\d{1,3})$/.exec(country) ?? [];
  const isWhole = cell.startsWith('+') || cell.startsWith('00');
  if (isWhole || country === '') return readOptOutNumber(cell, home);
  if (code === undefined) {
    const there = readOptOutNumber(cell, readCountry(country) ?? home);
    return there.ok && isPossible(there.number) ? there : readOptOutNumber(cell, home);
  }
  const digits = cell.replace(/\D/g, '');
  const withCode = readOptOutNumber(`+${code}${digits.replace(/^0/, '')}`, home);
  const asItIs = readOptOutNumber(digits.startsWith(code) ? `+${digits}` : cell, home);
  return withCode.ok && isPossible(withCode.number) ? withCode : asItIs;
}

function isPossible(number: PhoneNumber): boolean {
  return readPhoneNumber(number, 'US').ok;
}

function* datesIn(rows: readonly { row: readonly string[] }[], { date }: OptOutColumns): Generator<string> {
  if (date >= 0) for (const { row } of rows) yield row[date] ?? '';
}

function noNumbers(rows: number): CampaignError {
  const sentence =
    rows === 0
      ? 'The file is empty.'
      : 'No column of the file has phone numbers. Give one number a line, with its country code, such as +12015550123.';
  return new CampaignError('no_numbers', sentence, 'file');
}

function twoColumns(one: string, other: string): CampaignError {
  const sentence = `Both “${one.slice(0, 40)}” and “${other.slice(0, 40)}” have phone numbers, and nobody can tell which of them want no texts. Take the other column out of the file, then import it again.`;
  return new CampaignError('two_columns', sentence, 'file');
}
