import { meaningOf } from '../columns/meaning.ts';
import type { LabelledPair } from '../columns/sources.ts';
import { clean } from './cell.ts';

/** The row's mobile; without one, the number whose kind is not told; never one that is told to be something else. */
export function labelledPair(row: readonly string[], pairs: readonly LabelledPair[]): LabelledPair | undefined {
  const labelOf = ({ label }: LabelledPair) => clean(row[label] ?? '');
  const found = pairs.filter(({ value }) => clean(row[value] ?? '') !== '');
  return found.find((pair) => meaningOf(labelOf(pair)) === 'mobile') ?? found.find((pair) => isUntold(labelOf(pair)));
}

/** The label tells no kind, or leaves it open; "Grandma" is a kind of its own. */
function isUntold(label: string): boolean {
  const meaning = meaningOf(label);
  return (
    meaning === 'phone' ||
    meaning === 'weak' ||
    /^(?:\* )?(?:main|primary|default|custom|private?|personal)?$/i.test(label)
  );
}
