import { z } from 'zod';

/** The most lines of one campaign, and the most that each may hold. */
export const answerLimits = { lines: 6, label: 24, words: 20, word: 40, thankYou: 480 } as const;

/**
 * An answer that the author foresaw. Its label is one of its words. `thankYou`: a template that is sent for it; null
 * sends nothing.
 */
export const ExpectedAnswer = z.object({
  label: z.string().min(1).max(answerLimits.label),
  words: z.array(z.string().min(1).max(answerLimits.word)).max(answerLimits.words),
  thankYou: z.string().min(1).max(answerLimits.thankYou).nullable(),
});
export type ExpectedAnswer = z.infer<typeof ExpectedAnswer>;
