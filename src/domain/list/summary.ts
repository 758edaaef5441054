import { CampaignError, type FormField } from '../campaign-error.ts';
import type { AgreedCounts } from '../consent/agreed-counts.ts';
import { type CountryDoubt, doubtCountry, goodElsewhere } from './cells/country-doubt.ts';
import type { Watch } from './columns/watch.ts';
import type { Packed } from './packed.ts';
import type { Places } from './places.ts';
import type { ListChoices, ListReading } from './reading.ts';

/** A list as understood. Every row that is not blank is in exactly one of the four, or waits for an answer. */
export type PackedRows = {
  columns: string[];
  recipients: Packed;
  /** The list itself marks them as unsubscribed. */
  marked: Packed;
  duplicates: Packed;
  invalid: Packed;
  /** Rows whose person nobody can name until the author has answered the reading's questions. */
  waiting: number;
  rows: number;
  reading: ListReading;
  /** When they agreed, where a column says it. */
  agreed?: AgreedCounts;
};

type Settings = { country: string; choices: ListChoices; field: FormField };

/** The sum of a list's files, of which those with columns were watched. Throws when one question cannot be answered for all. */
export function summaryOf(
  places: Places,
  watches: readonly Watch[],
  { country, choices, field }: Settings,
): PackedRows {
  refuseSeveralQuestions(watches, choices, field);
  const home = choices.country ?? country;
  const doubt: CountryDoubt = choices.country
    ? { isDoubted: false, others: [] }
    : doubtCountry(places.plain, home, places.told);
  if (!choices.country && !doubt.isDoubted) {
    for (const { line, value } of goodElsewhere(places.plainForms(), home, places.told)) {
      places.noteOfAll('two_ways', line, value);
    }
  }
  const textMarked = choices.textMarked === true;
  const { countries, markedBy, ...found } = places.sorted({ isCountryDoubted: doubt.isDoubted, textMarked });
  const questions: ListReading['questions'] = [];
  if (watches.some((watch) => !watch.chosen())) questions.push('numbersFrom');
  if (doubt.isDoubted) questions.push('country');
  const files = places.files();
  return {
    columns: [...places.columns()],
    ...found,
    reading: {
      numbersFrom: watches[0]?.chosen()?.title ?? null,
      sources: sourcesOf(watches),
      country: home,
      encoding: null,
      countries,
      otherCountries: doubt.others,
      ...(doubt.because && { doubt: doubt.because }),
      questions,
      marked: markedBy && { ...markedBy, isTexted: textMarked },
      notes: [...places.notes(), ...unusedIn(watches)],
      choices,
      ...(files.length > 0 && { files }),
    },
  };
}

/** What the author chooses once holds for every file: then all have to be of one form. */
function refuseSeveralQuestions(watches: readonly Watch[], choices: ListChoices, field: FormField): void {
  const isAsked = choices.numbersFrom !== undefined || watches.some((watch) => !watch.chosen());
  const sources = new Set(watches.map((watch) => JSON.stringify(watch.found().map(idOf).sort())));
  const forms = new Set(watches.map(({ form }) => form));
  if (!isAsked || sources.size < 2 || forms.size < 2) return;
  const sentence =
    'These files have different columns, and in one of them nobody can tell which column the numbers come from. Name it “phone” in every file.';
  throw new CampaignError('which_column', sentence, field);
}

/** Columns without a title are the same only where they stand in the same place of the same kind of file. */
function idOf({ id, title }: ListReading['sources'][number]): string {
  return id.startsWith('title-') ? id : JSON.stringify([id, title]);
}

/** Columns that several files have are one. */
function sourcesOf(watches: readonly Watch[]): ListReading['sources'] {
  const sources = new Map<string, ListReading['sources'][number]>();
  for (const source of watches.flatMap((watch) => watch.found())) {
    const key = idOf(source);
    const known = sources.get(key);
    sources.set(key, known ? { ...known, count: known.count + source.count } : source);
  }
  return [...sources.values()];
}

/** The same columns of several files are told once. */
function unusedIn(watches: readonly Watch[]): ListReading['notes'] {
  const [only, ...others] = watches;
  const notes = only?.unused() ?? [];
  for (const note of others.flatMap((watch) => watch.unused())) {
    const title = note.first.value.split(': ')[0];
    const known = notes.find(({ first }) => first.value.split(': ')[0] === title);
    if (known) known.count += note.count;
    else notes.push(note);
  }
  return notes;
}
