import { type AgreedCounts, type AgreedOn, createAgreedCounter } from '../consent/agreed-counts.ts';
import { type PersonKey, personKey } from '../phone/person.ts';
import { countDigits } from '../phone/tidy.ts';
import type { ListedRecipient } from '../recipient/recipient.ts';
import { plainSamples } from './cells/country-doubt.ts';
import type { Entry } from './cells/entries.ts';
import { isNoValue } from './cells/no-value.ts';
import { wordsOf } from './columns/meaning.ts';
import { createNotes, type LineValue, type ListReading, type RejectedLine, shortened } from './reading.ts';

type Placed = ListedRecipient & {
  line: number;
  shown: string;
  key: PersonKey;
  isPlain: boolean;
  country: string;
  agreedOn?: AgreedOn;
};
type Invalid = RejectedLine & { isPlain: boolean };

/** The sum of all entries, once it is known what waits for the author and whether marked people are texted. */
type SortedPlaces = {
  recipients: (ListedRecipient & { line: number })[];
  duplicates: RejectedLine[];
  invalid: RejectedLine[];
  marked: RejectedLine[];
  waiting: number;
  rows: number;
  countries: ListReading['countries'];
  markedBy: { titles: string[]; count: number; first: LineValue } | null;
  /** When they agreed, where a column says it. */
  agreed?: AgreedCounts;
};

export type Places = ReturnType<typeof createPlaces>;

/** Puts every entry of a list into exactly one place. Of one person's two entries the first counts. */
export function createPlaces(columns: readonly string[]) {
  const isName = columns.map((column) => wordsOf(column).some((word) => nameWords.has(word)));
  const placed: Placed[] = [];
  const duplicates: RejectedLine[] = [];
  const invalid: Invalid[] = [];
  const marks = createMarks();
  const lineOf = new Map<PersonKey, number>();
  const plain = createPlainNumbers();
  const told = new Map<string, number>();
  const notes = createNotes();
  const agreed = createAgreedCounter(columns);
  let undecided = 0;

  /** An empty value is empty in a message too. */
  function cleaned(values: readonly string[], line: number): string[] {
    return values.map((value, index) => {
      if (value === '' || !isNoValue(value, isName[index])) return value;
      notes.add('no_value', line, value);
      return '';
    });
  }

  return {
    notes,
    plain: plain.numbers,
    /** Some plain numbers that are good at home, of each length. */
    plainForms: (): LineValue[] => [...plain.forms.values()].flat(),
    /** How many numbers name each country. */
    told,
    /** Nobody can tell yet where this row's number stands. */
    wait(): void {
      undecided += 1;
    },
    count: () => placed.length + duplicates.length + invalid.length + undecided,
    /** `markedBy`: the titles under which the row says that the person wants no texts. */
    put({ shown, number, values, isInSentence }: Entry, line: number, markedBy: readonly string[]): void {
      if (number.isPlain) plain.add(shown, number.ok ? 'good' : number.isLandline ? 'landlines' : 'bad');
      else if (number.ok) told.set(number.country, (told.get(number.country) ?? 0) + 1);
      const here = { line, value: shortened(shown) };
      if (number.isPlain && number.ok) plain.addForm(here);
      if (!number.ok) {
        invalid.push({ ...here, reason: number.reason, isPlain: number.isPlain });
        return;
      }
      if (number.guessed) notes.add(number.guessed, line, shown);
      if (shown.includes(' ::: ')) notes.add('first_of_several', line, shown.split(' ::: ')[0] ?? shown);
      if (isInSentence) notes.add('from_sentences', line, shown);
      const key = personKey(number.number);
      if (markedBy.length > 0) marks.add(key, here, markedBy);
      const firstLine = lineOf.get(key);
      if (firstLine !== undefined) {
        duplicates.push({ ...here, reason: `the same number as in line ${firstLine}` });
        return;
      }
      lineOf.set(key, line);
      const { isPlain, country } = number;
      placed.push({
        number: number.number,
        values: cleaned(values, line),
        line,
        shown: here.value,
        key,
        isPlain,
        country,
        ...(agreed && { agreedOn: agreed.read(values) }),
      });
    },
    sorted({ isCountryDoubted, textMarked }: { isCountryDoubted: boolean; textMarked: boolean }): SortedPlaces {
      const isWaiting = (row: { isPlain: boolean }) => isCountryDoubted && row.isPlain;
      const isLeftOut = ({ key }: Placed) => marks.has(key) && !textMarked;
      const known = placed.filter((one) => !isWaiting(one));
      const kept = known.filter((one) => !isLeftOut(one));
      const left = known.filter(isLeftOut);
      const reason = 'the list marks this person as unsubscribed';
      const sound = invalid.filter((row) => !isWaiting(row));
      return {
        recipients: kept.map(({ number, values, line }) => ({ number, values, line })),
        duplicates,
        invalid: sound.map(({ line, value, reason: why }) => ({ line, value, reason: why })),
        marked: left.map(({ line, shown }) => ({ line, value: shown, reason })),
        waiting: undecided + placed.length - known.length + invalid.length - sound.length,
        rows: placed.length + duplicates.length + invalid.length + undecided,
        countries: byCountry(kept),
        markedBy: marks.all(),
        ...(agreed && { agreed: agreed.count(kept) }),
      };
    },
  };
}

function createPlainNumbers() {
  const numbers = {
    good: 0,
    bad: 0,
    landlines: 0,
    goodSample: [] as string[],
    badSample: [] as string[],
    landlinesSample: [] as string[],
  };
  const forms = new Map<number, LineValue[]>();
  return {
    numbers,
    forms,
    /** Samples numbers that are written differently from most: some of each length are kept. */
    addForm(place: LineValue): void {
      const digits = countDigits(place.value);
      const known = forms.get(digits) ?? [];
      if (known.length < samplesOfForm) forms.set(digits, [...known, place]);
    },
    add(raw: string, kind: 'good' | 'bad' | 'landlines'): void {
      numbers[kind] += 1;
      const sample = numbers[`${kind}Sample`];
      if (sample.length < plainSamples) sample.push(raw);
    },
  };
}

const samplesOfForm = 5;

/** People whom any of their rows marks as unsubscribed, and under which titles. */
function createMarks() {
  const people = new Map<PersonKey, LineValue>();
  const titles = new Set<string>();
  return {
    has: (key: PersonKey) => people.has(key),
    add(key: PersonKey, place: LineValue, by: readonly string[]): void {
      if (!people.has(key)) people.set(key, place);
      for (const title of by) titles.add(title);
    },
    all(): SortedPlaces['markedBy'] {
      const [first] = people.values();
      return first ? { titles: [...titles], count: people.size, first } : null;
    },
  };
}

function byCountry(people: readonly Placed[]): ListReading['countries'] {
  const counts = new Map<string, number>();
  for (const { country } of people) counts.set(country, (counts.get(country) ?? 0) + 1);
  return [...counts].map(([country, count]) => ({ country, count })).sort((a, b) => b.count - a.count);
}

const nameWords = new Set(
  `name names first last given family surname nickname vorname nachname nom prenom nombre apellido nome cognome sobrenome naam
  voornaam achternaam imie nazwisko fornamn efternamn fornavn etternavn etunimi имя фамилия 名前 姓 名 姓名 이름`.split(
    /\s+/,
  ),
);
