import type { Answering } from '../../../domain/answering/answering.ts';
import { durationInWords } from '../../../domain/pace/duration.ts';
import { count } from './number-words.ts';

/** "2 expected answers, 1 canned answer"; undefined when nothing is set. */
export function answeringInWords(answering: Answering | null | undefined): string | undefined {
  if (!answering) return undefined;
  const { expected, canned, outcomes, showColumns, answerWithinSeconds } = answering;
  const parts = [
    expected.length > 0 && count(expected.length, 'expected answer'),
    canned.length > 0 && count(canned.length, 'canned answer'),
    outcomes.length > 0 && count(outcomes.length, 'outcome'),
    showColumns.length > 0 && `${count(showColumns.length, 'column')} on replies`,
    answerWithinSeconds !== null && `answer within ${durationInWords(answerWithinSeconds)}`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? parts.join(', ') : undefined;
}
