import { CampaignError } from '../../campaign-error.ts';
import type { Instant, PhoneNumber } from '../../ids.ts';
import { createTurns } from '../../turns.ts';
import type { RejectedLine } from '../reading.ts';
import { decodeFile } from '../text/decode.ts';
import { readTable } from '../text/table.ts';
import { type OptOutColumns, optOutColumns, saysSubscribed } from './opt-out-columns.ts';
import { type DayOrder, dayOrderOf, readOptOutDate } from './opt-out-date.ts';
import { readOptOutNumber } from './opt-out-number.ts';

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
  const { text } = await decodeFile(bytes, options.country);
  const rows: { row: readonly string[]; line: number }[] = [];
  await readTable(text, 'file', (row, line) => {
    if (row.some((cell) => cell.trim() !== '')) rows.push({ row, line });
  });
  const sample = rows.slice(0, sampleRows).map(({ row }) => row);
  const columns = optOutColumns(sample, options.country, options.now);
  if (columns.number < 0) throw noNumbers(rows.length);
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
      const read = readOptOutNumber(cell, country);
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
