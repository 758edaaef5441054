import { CampaignError, type FormField } from '../../campaign-error.ts';
import { labelledPair } from '../cells/labelled-pair.ts';
import { looksLikeNumber, readNumberCell } from '../cells/number-cell.ts';
import { type LineValue, type ListChoices, type ListReading, shortened } from '../reading.ts';
import type { SourceDecisions, SourceWatch } from './decisions.ts';
import type { SampleRow, Table } from './layout.ts';
import { chooseSource, chosenAmong, type Filled, type Source, type SourceChoice } from './sources.ts';

/** Watches every column that may hold numbers: which is read, and what stands in the others. */
export type Watch = SourceWatch & {
  /** Undefined: the author has to choose. */
  chosen(): Source | undefined;
  look(row: readonly string[], line: number): void;
  /** Columns with numbers, for the question to the author. */
  found(): ListReading['sources'];
  /** Number-like cells at which nobody is texted. */
  unused(): ListReading['notes'];
};

type Watched = {
  source: Source;
  filled: number;
  valid: number;
  first: LineValue | null;
  samples: string[];
  /** The numbers of a source of several columns that cannot be the one of their row. */
  spare: number;
  firstSpare: LineValue | null;
};

const mostWatched = 40;
const shownSamples = 3;

export function createWatch(
  table: Table,
  sample: readonly SampleRow[],
  settings: { home: string; field: FormField; choices: ListChoices; decisions: SourceDecisions },
): Watch {
  const { home, field, choices, decisions } = settings;

  const watched = table.sources
    .filter((source) => mayHoldNumbers(source, sample))
    .slice(0, mostWatched)
    .map(emptyWatch);
  const own = guessed(watched, sample, home);
  const form = formOf(table, own);
  const guess = decisions.of(form) ?? own;
  if (guess.kind === 'none' && sample.length > 0) throw noNumbers(table, field);
  decisions.guess(form, guess);
  const asked = chosenAmong(table.sources, choices.numbersFrom);
  const source = asked ?? (guess.kind === 'chosen' ? guess.source : undefined);

  return {
    chosen: () => source,
    look(row, line) {
      for (const one of watched) see(one, row, line, home);
    },
    found: () =>
      watched
        .filter(({ filled }) => filled > 0)
        .map(({ source: { id, title, meaning }, filled, samples }) => ({
          id,
          title: titleOf(title, id),
          count: filled,
          samples,
          isUnfit: meaning === 'unfit',
          isChosen: id === source?.id,
        })),
    unused: () =>
      watched.flatMap(({ source: one, filled, first: firstFilled, spare, firstSpare }) => {
        const isRead = one.id === source?.id;
        const [count, place] = isRead ? [spare, firstSpare] : [filled, firstFilled];
        if (count === 0 || !place || !source) return [];
        const first = isRead ? place : { line: place.line, value: `${titleOf(one.title, one.id)}: ${place.value}` };
        return [{ kind: 'unused_numbers' as const, count, first }];
      }),
    form,
    isAsked: asked !== undefined,
    guess,
    counts: () => watched,
  };
}

/** Without titles, files are alike that have their numbers in the same place. */
function formOf({ header, titles }: Table, own: SourceChoice): string {
  return JSON.stringify(header ? titles : [titles.length, own.kind === 'chosen' ? own.source.id : own.kind]);
}

/** Chosen by the first rows; when they hold nothing, by the titles alone: numbers may begin further down. */
function guessed(watched: readonly Watched[], sample: readonly SampleRow[], home: string): SourceChoice {
  const choice = chooseSource(sampled(watched, sample, home));
  if (choice.kind !== 'none') return choice;
  const titled = watched.filter(({ source: { meaning } }) => meaning === 'mobile' || meaning === 'phone');
  return chooseSource(titled.map(({ source }) => ({ source, filled: 1, valid: 1 })));
}

function mayHoldNumbers(source: Source, sample: readonly SampleRow[]): boolean {
  return (
    (source.meaning !== 'none' && source.meaning !== 'unfit') ||
    sample.some(({ row }) => cellsOf(source, row).some(looksLikeNumber))
  );
}

/** The source's numbers in one row: a labelled one has several. */
function cellsOf({ columns }: Source, row: readonly string[]): string[] {
  const indexes = columns.kind === 'one' ? [columns.index] : columns.pairs.map(({ value }) => value);
  return indexes.map((index) => row[index] ?? '').filter((cell) => cell !== '');
}

function emptyWatch(source: Source): Watched {
  return { source, filled: 0, valid: 0, first: null, samples: [], spare: 0, firstSpare: null };
}

function see(watched: Watched, row: readonly string[], line: number, home: string): void {
  const cells = cellsOf(watched.source, row).filter(looksLikeNumber);
  const [cell] = cells;
  if (cell === undefined) return;
  for (const { title, cell: spare } of spareCells(watched.source, row)) {
    watched.spare += 1;
    watched.firstSpare ??= { line, value: `${title}: ${shortened(spare)}` };
  }
  watched.filled += 1;
  if (watched.source.meaning === 'none' && readNumberCell(cell, home).ok) watched.valid += 1;
  watched.first ??= { line, value: shortened(cell) };
  if (watched.samples.length < shownSamples) watched.samples.push(shortened(cell));
}

/** The numbers of a row besides the one that its labels choose, or besides the first. */
function spareCells({ columns }: Source, row: readonly string[]): { title: string; cell: string }[] {
  if (columns.kind === 'one') return [];
  const filled = columns.pairs.filter(({ value }) => looksLikeNumber(row[value] ?? ''));
  const used = labelledPair(row, columns.pairs) ?? filled[0];
  return filled.filter((pair) => pair !== used).map(({ title, value }) => ({ title, cell: row[value] ?? '' }));
}

function sampled(watched: readonly Watched[], sample: readonly SampleRow[], home: string): Filled[] {
  return watched.map(({ source }) => {
    const seen = emptyWatch(source);
    for (const { row, line } of sample) see(seen, row, line, home);
    return seen;
  });
}

function titleOf(title: string, id: string): string {
  return title === '' ? `column ${Number(id.replace(/\D/g, '')) + 1}` : title;
}

function noNumbers({ header, titles }: Table, field: FormField): CampaignError {
  const named = titles
    .map((title) => title.trim())
    .filter(Boolean)
    .slice(0, 6);
  const columns = header
    ? ` Line ${header.line} names ${named.map((title) => `“${title.slice(0, 30)}”`).join(', ')}${titles.length > named.length ? ' and more' : ''}.`
    : '';
  const sentence = `No column of phone numbers was found.${columns} Name the column “phone” in the first row, and write numbers like +12015550123.`;
  return new CampaignError('no_phone_column', sentence, field);
}
