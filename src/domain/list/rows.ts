import { CampaignError, type FormField } from '../campaign-error.ts';
import { longestCell } from './cells/cell.ts';
import { doubtCountry } from './cells/country-doubt.ts';
import { looseEntries, rowEntry, valueColumns } from './cells/entries.ts';
import { tellsCountry } from './cells/placed-number.ts';
import { createSourceDecisions, type SourceDecisions } from './columns/decisions.ts';
import { decideLayout, type Layout, mostColumns, type SampleRow, type Table } from './columns/layout.ts';
import { isMarked, saysStop } from './columns/marks.ts';
import { meaningOf } from './columns/meaning.ts';
import { isHeaderAgain, refuseOtherHeader } from './columns/second-header.ts';
import type { Source } from './columns/sources.ts';
import { createWatch, type Watch } from './columns/watch.ts';
import { createHeadLines } from './head-lines.ts';
import { createPlaces, type Places } from './places.ts';
import type { ListChoices } from './reading.ts';

export type ListOptions = {
  /** The country (ISO 3166 alpha-2) of numbers without a country code. */
  country: string;
  choices?: ListChoices;
  /** The form's field for sentences about the list. */
  field?: FormField;
};

/** Slack's form takes ten files of 10 MB; the form's words, the reader and the download all use this. */
export const listLimits = {
  megabytes: 10,
  bytes: 10 * 1024 * 1024,
  files: 10,
  /** All files of a list together, unpacked. */
  allMegabytes: 100,
  allBytes: 100 * 1024 * 1024,
  rows: 1_000_000,
  columns: mostColumns,
  cell: longestCell,
};

type RowReader = {
  push(row: readonly string[], line: number): void;
  /** `lines`: how many the file has. */
  finish(lines?: number): FileRead;
};

/** How one file was read, if it has columns. */
export type FileRead = { watch?: Watch };

/** Header and number column are decided after this many rows. */
const sampleRows = 100;

type RowOptions = ListOptions & { decisions?: SourceDecisions; places?: Places };

/**
 * Reads a file row by row into its list's places. Of one person's two rows the first counts. `decisions`: where the numbers
 * are, of all files of the list.
 */
export function createRowReader(options: RowOptions): RowReader {
  const { country, field = 'file', choices = {}, places = createPlaces() } = options;
  const { decisions = createSourceDecisions() } = options;
  const home = choices.country ?? country;
  const sample: SampleRow[] = [];
  const before = places.count();
  let reading: Reading | undefined;

  function begin(): Reading {
    const layout = decideLayout(sample, home, field);
    const started = createReading(layout, sample, { home, field, choices, places, decisions });
    for (const { row, line } of sample.slice(layout.from)) started.take(row, line);
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
    finish(lines = 0) {
      if (!reading && sample.length > 0) reading = begin();
      if (!reading || places.count() === before) throw emptyList(field);
      const read = reading.finish();
      places.end(lines);
      return read;
    },
  };
}

function emptyList(field: FormField): CampaignError {
  const sentence = 'The list has no recipients. Give one phone number per line, or a CSV file with a column “phone”.';
  return new CampaignError('empty_list', sentence, field);
}

type Reading = { take(row: readonly string[], line: number): void; finish(): FileRead };
type Settings = {
  home: string;
  field: FormField;
  choices: ListChoices;
  places: Places;
  decisions: SourceDecisions;
};

function createReading(layout: Layout, sample: readonly SampleRow[], settings: Settings): Reading {
  return layout.kind === 'loose' ? readLoose(layout, settings) : readTable(layout, sample, settings);
}

/** Text without columns: every number-like piece is an entry. */
function readLoose({ named }: { named: boolean }, { home, field, places }: Settings): Reading {
  places.begin(named ? ['name'] : [], field);
  const heads = createHeadLines({ columns: 1, areNamed: named });
  return {
    take(row, line) {
      if (heads.isHead(row)) return;
      for (const entry of looseEntries(row, named, home)) {
        refuseTooMany(places, field);
        places.put(entry, line, heads.over());
      }
    },
    finish: () => ({}),
  };
}

/** One person per row, with the number where the watch says. */
function readTable(layout: Table, sample: readonly SampleRow[], settings: Settings): Reading {
  const { home, field, choices, places } = settings;
  const watch = createWatch(layout, sample.slice(layout.from), settings);
  const source = watch.chosen();
  places.begin(source ? valueColumns(layout, source) : layout.names, field);
  const heads = createHeadLines({ columns: layout.titles.length, areNamed: false });
  for (const { row } of sample.slice(0, layout.from)) heads.isHead(row);
  const [first] = sample;
  if (first && layout.from > 1) places.note('title_lines', first.line, first.row.join(' '));
  if (first && !layout.header) places.note('no_header', first.line, first.row.join(', '));
  const { header } = layout;
  if (header?.row.every((cell) => meaningOf(cell) === 'none')) {
    places.note('header_guess', header.line, header.row.join(', '));
  }
  const doubt = watchCountry(places, layout, { home, choices });
  const silent = layout.marks.filter(({ means }) => means === 'consent');

  return {
    take(row, line) {
      refuseTooMany(places, field);
      refuseSwallowed(row, line, field);
      if (heads.isHead(row) || isHeaderAgain(row, layout)) return;
      refuseOtherHeader(row, line, { layout, source, field });
      watch.look(row, places.lineOfAll(line));
      if (!source || doubt.waits(row, source)) {
        places.wait();
        return;
      }
      const marks = layout.marks.filter((mark) => isMarked(mark, row[mark.index] ?? ''));
      if (silent.some(({ index }) => (row[index] ?? '').trim() === '')) {
        places.note('no_consent', line, row.join(', '));
      }
      const by = [...marks.map(({ title }) => title), ...heads.over()];
      const other = row.findIndex(saysStop);
      if (other >= 0 && by.length === 0) by.push(layout.titles[other] || `column ${other + 1}`);
      places.put(rowEntry(row, layout, source, home), line, by);
    },
    finish: () => ({ watch }),
  };
}

/** After this many rows a list of another country is recognised. */
const rowsOfDoubt = 5_000;

/**
 * The author is asked anyway when a list is beyond doubt another country's: the rest of its plain numbers wait unread,
 * since reading bad numbers takes long.
 */
function watchCountry(places: Places, layout: Table, { home, choices }: Pick<Settings, 'home' | 'choices'>) {
  const isTold = choices.country !== undefined || tellsCountry(layout);
  let isDoubted = false;
  let rows = 0;
  return {
    waits(row: readonly string[], { columns }: Source): boolean {
      if (isTold || columns.kind !== 'one') return false;
      rows += 1;
      const { good, bad } = places.plain;
      if (rows % rowsOfDoubt === 0 && bad > good * 9) isDoubted ||= doubtCountry(places.plain, home).isDoubted;
      return isDoubted && /^[1-9][\d .-]{6,20}$/.test((row[columns.index] ?? '').trim());
    },
  };
}

/** An unclosed quotation mark takes the rows behind it into one cell. */
function refuseSwallowed(row: readonly string[], line: number, field: FormField): void {
  const isSwallowing = (cell: string) =>
    cell.includes('\n') && /\p{L}/u.test(cell) && cell.split('\n').filter((one) => /\d{7}/.test(one)).length > 1;
  if (!row.some(isSwallowing)) return;
  const sentence = `Line ${line}: a quotation mark takes the lines behind it into one cell. Take it out, or write those inside a cell twice.`;
  throw new CampaignError('bad_quotes', sentence, field);
}

function refuseTooMany(places: Places, field: FormField): void {
  if (places.count() < listLimits.rows) return;
  const most = listLimits.rows.toLocaleString('en-US');
  throw new CampaignError('list_too_long', `The list has more than ${most} rows. Split it into several.`, field);
}
