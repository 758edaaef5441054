import { z } from 'zod';

/** One place of a list, as people find it: the file's line and what stands there. */
export const LineValue = z.object({ line: z.int(), value: z.string() });
export type LineValue = z.infer<typeof LineValue>;

/** One of several files of a list, or of an archive: lines are counted through all of them. */
const ListFileLines = z.object({ name: z.string(), lines: z.number() });
export type ListFileLines = z.infer<typeof ListFileLines>;

/** Where a line that is counted through several files stands; of one file it is its own line. */
export function lineInFile(line: number, files: readonly ListFileLines[] = []): { file?: string; line: number } {
  let before = 0;
  for (const { name, lines } of files) {
    if (line <= before + lines) return { file: name, line: line - before };
    before += lines;
  }
  return { line };
}

/** "line 5", or "line 5 of “b.csv”". */
export function lineInWords(line: number, files?: readonly ListFileLines[]): string {
  const place = lineInFile(line, files);
  return place.file === undefined ? `line ${place.line}` : `line ${place.line} of “${place.file}”`;
}

/** `reason` is a piece of a sentence. */
export type RejectedLine = LineValue & { reason: string };

/**
 * What the reading took for granted, each said in preview and review. `title_lines`: lines above the header; `encoding`: lines
 * that are not UTF-8; `no_value`: "NULL" and kin read as empty; `own_code`: the country's code without a plus; `new_area`: an
 * area code younger than our tables; `first_of_several`: numbers of one kind in a cell; `unused_numbers`: number-like cells of
 * other columns; `two_ways`: read as of `country`, and good in another one that the list names; `no_consent`: nothing stands under a title about consent; `no_header`: no line names the columns;
 * `from_sentences`: numbers with words beside them that are no name;
 * `header_guess`: a line taken for the header though no word of it says so; `one_sheet`: as many sheets of a workbook have
 * rows and are not read, only the first is.
 */
const NoteKind = z.enum([
  'title_lines',
  'encoding',
  'no_value',
  'own_code',
  'new_area',
  'first_of_several',
  'unused_numbers',
  'two_ways',
  'no_consent',
  'no_header',
  'from_sentences',
  'header_guess',
  'one_sheet',
]);
type NoteKind = z.infer<typeof NoteKind>;

/** What the author decided about a list; missing: not asked or not decided. */
export const ListChoices = z.object({
  /** The `id` of the source of numbers. */
  numbersFrom: z.string().optional(),
  /** ISO 3166 alpha-2: the country of numbers without a country code. */
  country: z.string().optional(),
  /** People whom the list marks as unsubscribed get the message anyway. */
  textMarked: z.boolean().optional(),
});
export type ListChoices = z.infer<typeof ListChoices>;

const ListQuestion = z.enum(['numbersFrom', 'country']);

/** How a list was understood, apart from the people in it. */
export const ListReading = z.object({
  /** Title of the column that the numbers come from; null for text without columns. */
  numbersFrom: z.string().nullable(),
  /** Columns that hold numbers, including the chosen one; none for text without columns. */
  sources: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      count: z.int(),
      samples: z.array(z.string()),
      /** By its title it is another person's or gets no texts. */
      isUnfit: z.boolean(),
      isChosen: z.boolean(),
    }),
  ),
  /** The country of numbers without a country code. */
  country: z.string(),
  /** The file's encoding (a guess) when it is not UTF-8. */
  encoding: z.string().nullable(),
  /** Recipients by country, the most first. */
  countries: z.array(z.object({ country: z.string(), count: z.int() })),
  /** Countries that know numbers which are bad in `country`, the most first. */
  otherCountries: z.array(z.object({ country: z.string(), count: z.int() })),
  /** Why the country is asked for, other than that most numbers are bad in `country` (see `CountryDoubt`). */
  doubt: z.literal('two_ways').optional(),
  /** What the author has to decide before anybody can be texted. */
  questions: z.array(ListQuestion),
  /** People whom the list itself marks as unsubscribed. */
  marked: z.object({ titles: z.array(z.string()), count: z.int(), first: LineValue, isTexted: z.boolean() }).nullable(),
  notes: z.array(z.object({ kind: NoteKind, count: z.int(), first: LineValue })),
  choices: ListChoices,
  /** Only of several files. */
  files: z.array(ListFileLines).optional(),
});
export type ListReading = z.infer<typeof ListReading>;

/** Counts what the author is told, and keeps the first place of each kind. */
export function createNotes() {
  const notes = new Map<NoteKind, { kind: NoteKind; count: number; first: LineValue }>();
  return {
    add(kind: NoteKind, line: number, value: string, times = 1): void {
      const note = notes.get(kind);
      if (note) note.count += times;
      else notes.set(kind, { kind, count: times, first: { line, value: shortened(value) } });
    },
    all: () => [...notes.values()],
  };
}

/** A place's content, short enough for a screen. */
export function shortened(value: string): string {
  const plain = value.replaceAll('\0', '').replace(/\s+/g, ' ').trim();
  const characters = Array.from(plain.slice(0, 100));
  return characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : plain;
}
