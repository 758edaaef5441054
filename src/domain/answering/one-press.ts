import { type Answering, outcomesOf } from './answering.ts';
import { isSameLabel } from './lines.ts';

/** The outcome that one press on a canned answer sets when none is chosen: the campaign's of the same name. */
export function outcomeOfPress(answering: Pick<Answering, 'expected' | 'outcomes'>, label: string): string | undefined {
  return outcomesOf(answering).find((outcome) => isSameLabel(outcome, label));
}
