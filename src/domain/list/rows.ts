import { CampaignError, type FormField } from '../campaign-error.ts';
import { type PersonKey, personKey } from '../phone/person.ts';
import type { ListedRecipient } from '../recipient.ts';
import { longestCell } from './cells/cell.ts';
import { type CountryDoubt, doubtCountry, plainSamples } from './cells/country-doubt.ts';
import { type Entry, looseEntries, rowEntry, valueColumns } from './cells/entries.ts';
import { isNoValue } from './cells/no-value.ts';
import { decideLayout, type Layout, mostColumns, type SampleRow } from './columns/layout.ts';
import { isMarked } from './columns/marks.ts';
import { wordsOf } from './columns/meaning.ts';
import type { SourceChoice } from './columns/sources.ts';
import { createWatch, type Watch } from './columns/watch.ts';
import { createNotes, type ListChoices, type ListReading, type Place, shortened } from './reading.ts';

/** `line` is the line of the file; `value` what stood there, shortened; `reason` a piece of a sentence. */
export type RejectedLine = Place & { reason: string };

/** A list as it was understood. Every row that is not blank is in exactly one of the four, or waits for an answer. */
export type ListRows = {
  columns: string[];
  recipients: (ListedRecipient & { line: number })[];
  /** The list itself marks them as unsubscribed. */
  marked: RejectedLine[];
  duplicates: RejectedLine[];
  invalid: RejectedLine[];
  /** Nobody can say whom these rows mean before the author has answered the reading's questions. */
  waiting: number;
  rows: number;
  reading: ListReading;
};

export type ListOptions = {
  /** Where numbers without a country code are from (ISO 3166 alpha-2). */
  country: string;
  choices?: ListChoices;
  /** The field of the form that sentences about the list stand under. */
  field?: FormField;
};

/** Slack's form takes files of 10 MB; the form's words, the reader and the download all go by this. */
export const listLimits = {
  megabytes: 10,
  bytes: 10 * 1024 * 1024,
  rows: 1_000_000,
  columns: mostColumns,
  cell: longestCell,
};

export type RowReader = {
  push(row: readonly string[], line: number): void;
  /** `otherwise`: later rows show that the numbers stand elsewhere, so the list is to be read again that way. */
  finish(): { rows: ListRows; otherwise?: SourceChoice };
};

/** So many rows are looked at before it is decided what is a header and where the numbers are. */
const sampleRows = 100;

/** Reads a list row by row. Of two rows with one person the first counts. `decided` is where the numbers are, once that is known. */
export function createRowReader(options: ListOptions & { decided?: SourceChoice }): RowReader {
  const { country, field = 'file', choices = {} } = options;
  const home = choices.country ?? country;
  const sample: SampleRow[] = [];
  let reading: Reading | undefined;

  function begin(): Reading {
    const layout = decideLayout(sample, home, field);
    const started = createReading(layout, sample, { ...options, home, field, choices });
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
    finish() {
      if (!reading && sample.length > 0) reading = begin();
      const read = reading?.finish();
      if (read && read.rows.rows > 0) return read;
      throw new CampaignError(
        'empty_list',
        'The list has no recipients. Give one phone number per line, or a CSV file with a column “phone”.',
        field,
      );
    },
  };
}

type Reading = { take(row: readonly string[], line: number): void; finish(): ReturnType<RowReader['finish']> };
type Settings = { home: string; field: FormField; choices: ListChoices; decided?: SourceChoice };

function createReading(layout: Layout, sample: readonly SampleRow[], settings: Settings): Reading {
  const { home, choices } = settings;
  const watch = layout.kind === 'table' ? createWatch(layout, sample.slice(layout.from), settings) : undefined;
  const columns = columnsOf(layout, watch);
  const collected = collect(layout, columns, settings);
  if (layout.from > 1 || (layout.from === 1 && layout.kind === 'table' && !layout.header)) {
    const [title] = sample;
    if (title) collected.notes.add('title_lines', title.line, title.row.join(' '));
  }
  if (layout.kind === 'table' && !layout.header) {
    const [first] = sample;
    if (first) collected.notes.add('no_header', first.line, first.row.join(', '));
  }

  return {
    take(row, line) {
      collected.count();
      const source = watch?.chosen();
      if (layout.kind === 'loose') {
        const entries = looseEntries(row, layout.named, home);
        for (let more = 1; more < entries.length; more++) collected.count();
        for (const entry of entries) collected.place(entry, line, false);
        return;
      }
      watch?.look(row, line);
      if (!source) {
        collected.wait();
        return;
      }
      const marks = layout.marks.filter((mark) => isMarked(mark, row[mark.index] ?? ''));
      for (const mark of layout.marks) {
        if (mark.means === 'consent' && (row[mark.index] ?? '').trim() === '')
          collected.notes.add('no_consent', line, row.join(', '));
      }
      collected.place(rowEntry(row, layout, source, home), line, marks.length > 0);
    },
    finish() {
      const doubt = choices.country ? { isDoubted: false, others: [] } : doubtCountry(collected.plain, home);
      const rows = collected.finish(doubt, watch);
      const otherwise = watch?.otherwise();
      return otherwise ? { rows, otherwise } : { rows };
    },
  };
}

function columnsOf(layout: Layout, watch: Watch | undefined): string[] {
  if (layout.kind === 'loose') return layout.named ? ['name'] : [];
  const source = watch?.chosen();
  return source ? valueColumns(layout, source) : [...layout.names];
}

type Placed = ListedRecipient & { line: number; key: PersonKey; isPlain: boolean; country: string };

/** Puts every row into exactly one place. */
function collect(layout: Layout, columns: readonly string[], { home, field, choices }: Settings) {
  const isName = columns.map((column) => wordsOf(column).some((word) => nameWords.has(word)));
  const placed: Placed[] = [];
  const duplicates: RejectedLine[] = [];
  const invalid: (RejectedLine & { isPlain: boolean })[] = [];
  const marked: RejectedLine[] = [];
  const markedPeople = new Map<PersonKey, Place>();
  const lineOf = new Map<PersonKey, number>();
  const plain = { good: 0, bad: 0, goodSample: [] as string[], badSample: [] as string[] };
  const notes = createNotes();
  let rows = 0;
  let waiting = 0;

  function notePlain(raw: string, isGood: boolean): void {
    plain[isGood ? 'good' : 'bad'] += 1;
    const sample = plain[isGood ? 'goodSample' : 'badSample'];
    if (sample.length < plainSamples) sample.push(raw);
  }

  /** What counts as nothing is nothing in a message too. */
  function cleaned(values: readonly string[], line: number): string[] {
    return values.map((value, index) => {
      if (value === '' || !isNoValue(value, isName[index])) return value;
      notes.add('no_value', line, value);
      return '';
    });
  }

  function place({ shown, number, values }: Entry, line: number, isMarkedRow: boolean): void {
    if (number.isPlain) notePlain(shown, number.ok);
    if (!number.ok) {
      invalid.push({ line, value: shortened(shown), reason: number.reason, isPlain: number.isPlain });
      return;
    }
    if (number.guessed) notes.add(number.guessed, line, shown);
    if (shown.includes(' ::: ')) notes.add('first_of_several', line, shown);
    const key = personKey(number.number);
    const here = { line, value: shortened(shown) };
    if (isMarkedRow) markedPeople.set(key, markedPeople.get(key) ?? here);
    const firstLine = lineOf.get(key);
    if (firstLine !== undefined) {
      duplicates.push({ ...here, reason: `the same number as in line ${firstLine}` });
      return;
    }
    lineOf.set(key, line);
    const { isPlain, country } = number;
    placed.push({ number: number.number, values: cleaned(values, line), line, key, isPlain, country });
  }

  function finish(doubt: CountryDoubt, watch: Watch | undefined): ListRows {
    const isWaiting = (row: { isPlain: boolean }) => doubt.isDoubted && row.isPlain;
    const isLeftOut = ({ key }: Placed) => markedPeople.has(key) && !choices.textMarked;
    const kept = placed.filter((one) => !isWaiting(one) && !isLeftOut(one));
    for (const one of placed) {
      if (isWaiting(one)) waiting += 1;
      else if (isLeftOut(one))
        marked.push({ line: one.line, value: one.number, reason: 'the list marks this person as unsubscribed' });
    }
    waiting += invalid.filter(isWaiting).length;
    return {
      columns: [...columns],
      recipients: kept.map(({ number, values, line }) => ({ number, values, line })),
      marked,
      duplicates,
      invalid: invalid.filter((row) => !isWaiting(row)).map(({ line, value, reason }) => ({ line, value, reason })),
      waiting,
      rows,
      reading: {
        numbersFrom: watch?.chosen()?.title ?? null,
        sources: watch?.found() ?? [],
        country: home,
        encoding: null,
        countries: byCountry(kept),
        otherCountries: doubt.others,
        questions: [
          ...(watch && !watch.chosen() ? (['numbersFrom'] as const) : []),
          ...(doubt.isDoubted ? (['country'] as const) : []),
        ],
        marked: markedSummary(layout, markedPeople, choices),
        notes: [...notes.all(), ...(watch?.unused() ?? [])],
        choices,
      },
    };
  }

  return {
    notes,
    plain,
    place,
    finish,
    count: () => {
      rows += 1;
      if (rows > listLimits.rows) throw tooLong(field);
    },
    wait: () => {
      waiting += 1;
    },
  };
}

const nameWords = new Set(
  'name names first last given family surname nickname vorname nachname nom prenom nombre apellido nome cognome sobrenome naam voornaam achternaam imie nazwisko fornamn efternamn fornavn etternavn etunimi имя фамилия 名前 姓 名 姓名 이름 شم'.split(
    ' ',
  ),
);

function byCountry(people: readonly Placed[]): ListReading['countries'] {
  const counts = new Map<string, number>();
  for (const { country } of people) counts.set(country, (counts.get(country) ?? 0) + 1);
  return [...counts].map(([country, count]) => ({ country, count })).sort((a, b) => b.count - a.count);
}

function markedSummary(
  layout: Layout,
  people: ReadonlyMap<PersonKey, Place>,
  choices: ListChoices,
): ListReading['marked'] {
  const [first] = people.values();
  if (!first || layout.kind === 'loose') return null;
  const titles = layout.marks.map(({ title }) => title);
  return { titles, count: people.size, first, isTexted: choices.textMarked === true };
}

function tooLong(field: FormField): CampaignError {
  const most = listLimits.rows.toLocaleString('en-US');
  return new CampaignError('list_too_long', `The list has more than ${most} rows. Split it into several.`, field);
}
