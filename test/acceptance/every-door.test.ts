import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsOfJson, rowsOfLines } from '../../src/api/rows.ts';
import { CampaignError } from '../../src/domain/campaign-error.ts';
import { opened, type PackedList, readPacked } from '../../src/domain/list/read-list.ts';
import type { RejectedLine } from '../../src/domain/list/reading.ts';
import { allOf, type Many } from '../../src/domain/many.ts';
import { unpackAll } from '../../src/lists/unpack/unpack.ts';
import { workbookOf } from '../support/files/workbook-of.ts';
import { zipOf } from '../support/files/zip-of.ts';

type Table = { rows: readonly (readonly string[])[]; country: string };
type File = { name: string; bytes: string | Uint8Array };

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const csvOf = (rows: Table['rows'], cut = ',') =>
  rows
    .map((row) => row.map((text) => (/["\r\n]/.test(text) || text.includes(cut) ? quoted(text) : text)).join(cut))
    .join('\r\n');

async function read(files: string | readonly File[], country: string): Promise<PackedList> {
  if (typeof files === 'string') return readPacked(files, { country });
  const stored = files.map(({ name, bytes }) => ({ name, chunks: [Buffer.from(bytes)] }));
  return readPacked(await unpackAll(stored), { country });
}

const file = (bytes: File['bytes'], name = 'people.csv'): File[] => [{ name, bytes }];
const joined = async (pieces: AsyncIterable<Uint8Array>) => Buffer.concat(await Array.fromAsync(pieces));

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

function peopleOf([titles = [], ...rows]: Table['rows']): Record<string, string>[] {
  return rows.map((row) => Object.fromEntries(titles.map((title, index) => [title, row[index] ?? ''])));
}

/** Every way in which one table can come. */
const doors: Record<string, (rows: Table['rows']) => string | File[] | Promise<File[]>> = {
  'CSV with semicolons': (rows) => file(csvOf(rows, ';')),
  'CSV with tabs': (rows) => file(csvOf(rows, '\t')),
  'CSV in UTF-16': (rows) => file(Buffer.from(`\ufeff${csvOf(rows)}`, 'utf16le')),
  'pasted text': (rows) => csvOf(rows),
  gzip: (rows) => file(gzipSync(csvOf(rows)), 'people.csv.gz'),
  zip: (rows) => file(zipOf([{ name: 'people.csv', content: csvOf(rows) }]), 'people.zip'),
  'a workbook': (rows) => file(workbookOf([{ name: 'People', rows }]), 'people.xlsx'),
  'JSON over HTTP': async (rows) => file(await joined(rowsOfJson(peopleOf(rows)))),
  'lines of JSON over HTTP': async (rows) => {
    const lines = peopleOf(rows).map((row) => JSON.stringify(row));
    return file(await joined(rowsOfLines(once(lines.join('\n')))));
  },
};

/** What people are told of a list, without the lines that only a file has. */
async function understood(list: () => Promise<PackedList>): Promise<unknown> {
  try {
    const { recipients, invalid, duplicates, marked, reading, ...rest } = opened(await list());
    const reasons = async (lines: Many<RejectedLine>) =>
      [...(await allOf(lines))].map(({ value, reason }) => `${value}: ${reason.replace(/line \d+.*/, 'a line')}`);
    const { numbersFrom, questions, countries, otherCountries, sources, notes, encoding } = reading;
    return {
      hash: rest.hash,
      columns: rest.columns,
      counts: [rest.rows, rest.waiting],
      people: [...(await allOf(recipients))].map(({ number, values }) => [number, ...values]),
      leftOut: [await reasons(invalid), await reasons(duplicates), await reasons(marked)],
      reading: { numbersFrom, questions, countries, otherCountries, sources, encoding },
      // In a workbook a row ends with its last value.
      notes: notes.map(({ kind, count, first }) => [kind, count, first.value.replace(/[, ]+$/, '')]),
    };
  } catch (error) {
    if (!(error instanceof CampaignError)) throw error;
    return { refused: error.code };
  }
}

const titles =
  'phone|Mobile|Home Phone|Phone 1 - Label|Phone 1 - Value|Country|Country code|Mailing Country|first_name|Name|Notes|Unsubscribed|SMS consent|Status|Telefon|Record ID|Area code|Number|Emergency contact|Birthday'.split(
    '|',
  );
const values = [
  ...'2015550101|(201) 555-0102|="2015550104"|015228817386|15123456789|+4915228817386|Cell: 2015550109|1.20256E+10'.split(
    '|',
  ),
  ...'2015550110.00|2,015,550,111|٩٨٧٦٥٤٣٢١١|2015550105, 2015550106|2015550107\n2015550108|\u200b2015550113'.split('|'),
  ...'Ada|Bob "B" Roe|"Cy"|Roe, Di|Zoë 🌍|||NULL|-|#N/A|yes|no|Germany|US|49|1|201|STOP|opted out 2026-01-01'.split(
    '|',
  ),
  ...'2026-01-05|two\nlines|tab\there|a;b| lead|trail |=1+1|Do not text:|Others:|علی‌رضا|5"|"|""|\\N'.split('|'),
];

const tables = fc
  .integer({ min: 2, max: 5 })
  .chain((width) =>
    fc.record({
      titles: fc.uniqueArray(fc.constantFrom(...titles), { minLength: width, maxLength: width }),
      rows: fc.array(
        fc.array(
          fc.oneof(
            fc.constantFrom(...values),
            fc.integer({ min: 2_000_000, max: 9_999_999 }).map((end) => `201${end}`),
          ),
          { minLength: width, maxLength: width },
        ),
        { minLength: 2, maxLength: 8 },
      ),
      country: fc.constantFrom('US', 'DE'),
    }),
  )
  .map(({ titles: given, rows, country }): Table => {
    const areAny = given.some((title) => /phone|mobile|telefon|number/i.test(title));
    return { rows: [areAny ? given : ['phone', ...given.slice(1)], ...rows], country };
  });

test.each(Object.entries(doors))('a table is understood alike as CSV and as %s', async (_door, asFiles) => {
  await fc.assert(
    fc.asyncProperty(tables, async ({ rows, country }) => {
      const asCsv = await understood(() => read(file(csvOf(rows)), country));
      expect(await understood(async () => read(await asFiles(rows), country))).toEqual(asCsv);
    }),
    { numRuns: 60 },
  );
});
