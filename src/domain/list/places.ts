import type { FormField } from '../campaign-error.ts';
import type { AgreedCounts } from '../consent/agreed-counts.ts';
import { personKey } from '../phone/person.ts';
import { countDigits } from '../phone/tidy.ts';
import { plainSamples } from './cells/country-doubt.ts';
import type { Entry } from './cells/entries.ts';
import { isNoValue } from './cells/no-value.ts';
import { createColumns } from './file-columns.ts';
import { createPacker, growingColumn, type Packed, packedLine, repacked } from './packed.ts';
import { agreedIn, createPlaced } from './placed.ts';
import {
  createNotes,
  type LineValue,
  type ListFileLines,
  type ListReading,
  lineInWords,
  shortened,
} from './reading.ts';

/** The sum of all entries, once it is known what waits for the author and whether marked people are texted. */
type SortedPlaces = {
  recipients: Packed;
  duplicates: Packed;
  invalid: Packed;
  marked: Packed;
  waiting: number;
  rows: number;
  countries: ListReading['countries'];
  markedBy: { titles: string[]; count: number; first: LineValue } | null;
  /** When they agreed, where a column says it. */
  agreed?: AgreedCounts;
};

export type Places = ReturnType<typeof createPlaces>;

/**
 * Puts every entry of a list into exactly one place. Of one person's two entries the first counts, whichever of the list's
 * files (`names`) it is in. Lines are counted through all files.
 */
export function createPlaces(names: readonly string[] = ['']) {
  const columnsOf = createColumns(names);
  const people = createPlaced();
  const duplicates = createPacker();
  const invalid = createPacker();
  const isPlainInvalid = growingColumn((size) => new Uint8Array(size));
  const marks = createMarks();
  const plain = createPlainNumbers();
  const told = new Map<string, number>();
  const notes = createNotes();
  const files: ListFileLines[] = [];
  let before = 0;
  let undecided = 0;

  const allFiles = () => (names.length > 1 ? [...files, { name: names[files.length] ?? '', lines: Infinity }] : []);
  const count = () => people.count() + duplicates.count() + invalid.count() + undecided;

  /** An empty value is empty in a message too. */
  function cleaned(values: readonly string[], line: number): string[] {
    return values.map((value, index) => {
      if (value === '' || !isNoValue(value, columnsOf.isName(index))) return value;
      notes.add('no_value', line, value);
      return '';
    });
  }

  return {
    plain: plain.numbers,
    /** Some plain numbers that are good at home, of each length. */
    plainForms: (): LineValue[] => [...plain.forms.values()].flat(),
    /** How many numbers name each country. */
    told,
    columns: () => columnsOf.first(),
    /** The next file begins, with these columns besides its numbers. Throws when others have other ones. */
    begin: (columns: readonly string[], field: FormField) => columnsOf.begin(columns, field),
    /** It ends after this many lines. */
    end(lines: number): void {
      files.push({ name: names[files.length] ?? '', lines });
      before += lines;
    },
    /** All of several files, in their order. */
    files: () => (names.length > 1 ? files : []),
    /** A line of the file that is read now as one of all. */
    lineOfAll: (line: number) => line + before,
    note: (kind: ListReading['notes'][number]['kind'], line: number, value: string, times = 1) =>
      notes.add(kind, line + before, value, times),
    notes: () => notes.all(),
    /** The same where the line is already one of all. */
    noteOfAll: notes.add,
    /** Nobody can tell yet where this row's number stands. */
    wait(): void {
      undecided += 1;
    },
    count,
    /** `markedBy`: the titles under which the row says that the person wants no texts. */
    put({ shown, number, values, isInSentence }: Entry, lineInFile: number, markedBy: readonly string[]): void {
      const line = lineInFile + before;
      if (number.isPlain) plain.add(shown, number.ok ? 'good' : number.isLandline ? 'landlines' : 'bad');
      else if (number.ok) told.set(number.country, (told.get(number.country) ?? 0) + 1);
      const here = { line, value: shortened(shown) };
      if (number.isPlain && number.ok) plain.addForm(here);
      if (!number.ok) {
        invalid.add(packedLine({ value: here.value, reason: number.reason }), line);
        isPlainInvalid.push(number.isPlain ? 1 : 0);
        return;
      }
      if (number.guessed) notes.add(number.guessed, line, shown);
      if (shown.includes(' ::: ')) notes.add('first_of_several', line, shown.split(' ::: ')[0] ?? shown);
      if (isInSentence) notes.add('from_sentences', line, shown);
      const key = personKey(number.number);
      const known = people.positionOf(key);
      if (markedBy.length > 0) marks.add(known ?? people.count(), here, markedBy);
      if (known !== undefined) {
        const first = lineInWords(people.lineAt(known), allFiles());
        duplicates.add(packedLine({ value: here.value, reason: `the same number as in ${first}` }), line);
        return;
      }
      people.add({ ...number, key, values: cleaned(columnsOf.inOrder(values), line), line, shown: here.value });
    },
    sorted({ isCountryDoubted, textMarked }: { isCountryDoubted: boolean; textMarked: boolean }): SortedPlaces {
      const isWaiting = (no: number) => isCountryDoubted && people.isPlainAt(no);
      const isLeftOut = (no: number) => !textMarked && marks.has(no);
      const areAllKept = !isCountryDoubted && (textMarked || !marks.all());
      const isKept = (no: number) => areAllKept || !(isWaiting(no) || isLeftOut(no));
      const all = people.packed();
      const recipients = areAllKept ? all : repacked(all, isKept);
      const bad = invalid.packed();
      const sound = isCountryDoubted ? repacked(bad, (no) => isPlainInvalid.at(no) === 0) : bad;
      const marked = marks.all() ? people.shown(all, (no) => !isWaiting(no) && isLeftOut(no)) : createPacker().packed();
      return {
        recipients,
        duplicates: duplicates.packed(),
        invalid: sound,
        marked,
        waiting: undecided + all.length - recipients.length - marked.length + bad.length - sound.length,
        rows: count(),
        countries: people.countries(isKept),
        markedBy: marks.all(),
        ...agreedIn(columnsOf.first(), people, all, isKept),
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

/** People whom any of their rows marks as unsubscribed, by position, and under which titles. */
function createMarks() {
  const people = new Set<number>();
  const titles = new Set<string>();
  let first: LineValue | undefined;
  return {
    has: (no: number) => people.has(no),
    add(no: number, place: LineValue, by: readonly string[]): void {
      first ??= place;
      people.add(no);
      for (const title of by) titles.add(title);
    },
    all: (): SortedPlaces['markedBy'] => (first ? { titles: [...titles], count: people.size, first } : null),
  };
}
