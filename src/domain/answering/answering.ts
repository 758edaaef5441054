import { z } from 'zod';
import { answerLimits, ExpectedAnswer } from '../reply/expected/expected-answer.ts';

export { ExpectedAnswer } from '../reply/expected/expected-answer.ts';

/** Most of each that a campaign may have, and how long each may be: a window and a card have room for these. */
export const answeringLimits = {
  expected: answerLimits.lines,
  canned: 10,
  outcomes: 8,
  label: 30,
  text: 480,
  columns: 6,
} as const;

/** An answer to one person, filled in: ten parts of a message without special characters. The provider takes more. */
export const longestAnswer = 1_530;

const Label = z.string().min(1).max(answeringLimits.label);

/** A text, approved with the campaign, that an agent picks instead of typing; it may hold placeholders. */
export const CannedAnswer = z.object({ label: Label, text: z.string().min(1).max(answeringLimits.text) });
export type CannedAnswer = z.infer<typeof CannedAnswer>;

/** How the team answers a campaign: part of what is approved. */
export const Answering = z.object({
  expected: z.array(ExpectedAnswer).max(answeringLimits.expected),
  canned: z.array(CannedAnswer).max(answeringLimits.canned),
  /** What a conversation may end with, beside the labels of expected answers. */
  outcomes: z.array(Label).max(answeringLimits.outcomes),
  /** Columns of the list that reply cards show. */
  showColumns: z.array(z.string().min(1)).max(answeringLimits.columns),
  /** After this long, in the campaign's sending hours, a reply without an owner is nudged. Null: `usualAnswerWithin`. */
  answerWithinSeconds: z.int().min(60).max(604_800).nullable(),
});
export type Answering = z.infer<typeof Answering>;

export const usualAnswerWithinSeconds = 3_600;

/** Of campaigns that foresaw nothing, and of those written before answers could be foreseen. */
export const nothingForeseen: Answering = {
  expected: [],
  canned: [],
  outcomes: [],
  showColumns: [],
  answerWithinSeconds: null,
};

/** Everything that a conversation of the campaign may end with, the expected labels first. */
export function outcomesOf({ expected, outcomes }: Pick<Answering, 'expected' | 'outcomes'>): string[] {
  return [...new Set([...expected.map(({ label }) => label), ...outcomes])];
}
