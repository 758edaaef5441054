import { chooseSource, type Filled, type SourceChoice } from './sources.ts';

/** What the rows of one file say about where its numbers stand. */
export type SourceWatch = {
  /** The titles: files that have the same ones are read alike. */
  form: string;
  /** Did the author choose? */
  isAsked: boolean;
  /** What was chosen before all rows were seen. */
  guess: SourceChoice;
  /** What stands in each source. */
  counts(): readonly Filled[];
};

/** Where a list's numbers stand: files with the same titles are decided about together, as if they were one. */
export type SourceDecisions = ReturnType<typeof createSourceDecisions>;

export function createSourceDecisions() {
  const firm = new Map<string, SourceChoice>();
  const guesses = new Map<string, SourceChoice>();
  return {
    /** By all rows, once they were read; before that, as the first rows of the first file of this form suggest. */
    of: (form: string): SourceChoice | undefined => firm.get(form) ?? guesses.get(form),
    guess: (form: string, choice: SourceChoice): void => void guesses.set(form, choice),
    /** Do all rows say otherwise than the first ones did? Then all is to be read again. */
    areOtherwise(watches: readonly SourceWatch[]): boolean {
      let isAny = false;
      for (const [form, alike] of Map.groupBy(watches, (watch) => watch.form)) {
        const [{ guess }] = alike as [SourceWatch, ...SourceWatch[]];
        if (firm.has(form) || alike.some(({ isAsked }) => isAsked)) continue;
        const whole = chooseSource(summed(alike.flatMap((watch) => watch.counts())));
        if (whole.kind === 'none' || isSame(whole, guess)) continue;
        firm.set(form, whole);
        isAny = true;
      }
      guesses.clear();
      return isAny;
    },
  };
}

function isSame(one: SourceChoice, other: SourceChoice): boolean {
  if (one.kind !== 'chosen' || other.kind !== 'chosen') return one.kind === other.kind;
  return one.source.id === other.source.id;
}

function summed(counts: readonly Filled[]): Filled[] {
  const sums = new Map<string, Filled>();
  for (const { source, filled, valid } of counts) {
    const sum = sums.get(source.id) ?? { source, filled: 0, valid: 0 };
    sums.set(source.id, { source, filled: sum.filled + filled, valid: sum.valid + valid });
  }
  return [...sums.values()];
}
