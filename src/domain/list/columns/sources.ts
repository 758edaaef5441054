import { foldTitle } from './column-names.ts';
import { isPlainTitle, type Meaning, meaningOf, ordinalOf, wordsOf } from './meaning.ts';

/** A pair of columns: the kind of this row's number, and the number, whose column has the title. */
export type LabelledPair = { label: number; value: number; title: string };

/** Where a table's numbers can come from: one column, or pairs of columns whose kind differs from row to row. */
export type Source = {
  /** The author's choice names it; the same for columns of the same title in several files. */
  id: string;
  title: string;
  meaning: Meaning;
  ordinal: number;
  /** The title only says that it is a phone: "Driver mobile" may be somebody else's. */
  isPlain: boolean;
  columns: { kind: 'one'; index: number } | { kind: 'labelled'; pairs: readonly LabelledPair[] };
};

/** Every column that could hold numbers; pairs of "Phone 1 - Label" and "Phone 1 - Value" are one source. */
export function sourcesOf(titles: readonly string[]): Source[] {
  const pairs = labelledPairs(titles);
  const paired = new Set(pairs.flatMap(({ label, value }) => [label, value]));
  const single = titles.flatMap((title, index): Source[] => {
    if (paired.has(index)) return [];
    const columns = { kind: 'one' as const, index };
    return [
      {
        id: idOf(titles, index),
        title: title.trim(),
        meaning: meaningOf(title),
        ordinal: ordinalOf(title),
        isPlain: isPlainTitle(title),
        columns,
      },
    ];
  });
  const [first] = pairs;
  if (!first) return single;
  const title = pairs.map(({ value }) => (titles[value] ?? '').trim()).join(', ');
  return [
    { id: 'labelled', title, meaning: 'phone', ordinal: 0, isPlain: true, columns: { kind: 'labelled', pairs } },
    ...single,
  ];
}

const longestId = 60;

/** A column that has no title, or not alone, is named by its place. */
function idOf(titles: readonly string[], index: number): string {
  const folded = foldTitle(titles[index] ?? '');
  const isAlone = titles.every((title, other) => other === index || foldTitle(title) !== folded);
  return folded !== '' && folded.length <= longestId && isAlone ? `title-${folded}` : placeId(index);
}

function placeId(index: number): string {
  return `column-${index}`;
}

/** The one that was chosen; drafts of earlier versions name each by its place. */
export function chosenAmong(sources: readonly Source[], id: string | undefined): Source | undefined {
  const isIt = ({ columns }: Source) => columns.kind === 'one' && placeId(columns.index) === id;
  return sources.find((source) => source.id === id) ?? sources.find(isIt);
}

/** How many of a source's cells hold numbers, and how many of those can be texted. */
export type Filled = { source: Source; filled: number; valid: number };

export type SourceChoice = { kind: 'chosen'; source: Source } | { kind: 'doubt' } | { kind: 'none' };

const rank: Record<Meaning, number> = { mobile: 4, phone: 3, weak: 2, none: 1, unfit: 0 };

/** Meaning counts before fullness. A person decides between sources that mean the same and about those whose title is unfit. */
export function chooseSource(all: readonly Filled[]): SourceChoice {
  const found = all.filter(({ filled }) => filled > 0);
  if (found.length === 0) return { kind: 'none' };
  const best = Math.max(...found.map(({ source }) => rank[source.meaning]));
  const equals = found.filter(({ source }) => rank[source.meaning] === best);
  if (best === rank.unfit) return { kind: 'doubt' };
  if (best === rank.none && equals.length > 1)
    return onlyOne(equals.filter(({ filled, valid }) => isMostly(valid, filled)));
  const first = Math.min(...equals.map(({ source }) => source.ordinal));
  const chosen = onlyOne(equals.filter(({ source }) => source.ordinal === first));
  if (chosen.kind !== 'chosen' || chosen.source.isPlain) return chosen;
  const others = found.filter(({ source }) => source.id !== chosen.source.id && rank[source.meaning] >= rank.weak);
  return others.length > 0 ? { kind: 'doubt' } : chosen;
}

function onlyOne(equals: readonly Filled[]): SourceChoice {
  const [only] = equals;
  return only && equals.length === 1 ? { kind: 'chosen', source: only.source } : { kind: 'doubt' };
}

function isMostly(valid: number, filled: number): boolean {
  return valid * 2 >= filled && valid > 0;
}

const labelWords = [
  'label',
  'type',
  'kind',
  'art',
  'typ',
  'tipo',
  'etikett',
  'etiquette',
  'beschriftung',
  'bezeichnung',
  'soort',
];
const valueWords = ['value', 'number', 'nummer', 'wert', 'valeur', 'valor', 'no', 'nr', 'numero'];

function labelledPairs(titles: readonly string[]): LabelledPair[] {
  const bases = titles.map((title) => {
    const words = wordsOf(title);
    const last = words.at(-1) ?? '';
    const isLabel = labelWords.includes(last);
    const base = (isLabel || valueWords.includes(last) ? words.slice(0, -1) : words).join(' ');
    return { isLabel, base };
  });
  return bases.flatMap(({ isLabel, base }, label) => {
    if (!isLabel || base === '' || meaningOf(base) === 'none' || meaningOf(base) === 'unfit') return [];
    const value = bases.findIndex((other) => !other.isLabel && other.base === base);
    return value < 0 ? [] : [{ label, value, title: titles[value] ?? '' }];
  });
}
