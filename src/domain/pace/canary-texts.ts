import { CampaignError } from '../campaign-error.ts';
import { number, people } from '../number-words.ts';
import { answeredMs, type Canary, mostTried } from './canary.ts';
import { durationInWords } from './duration.ts';

/** What a person wrote into the form; `canaryThen`: "wait" or "alone". */
export type CanaryTexts = { canaryFirst: string; canaryThen: string };

export const canaryLabel = 'Try it on the first';

export const canaryThenWords = {
  wait: 'Wait for Go on or Stop in the thread',
  alone: 'Go on by itself if few opt out',
} as const;

export const mostFirst = 100_000;

/** Null: on nobody. Throws a CampaignError for what is no number of people. */
export function readCanary({ canaryFirst, canaryThen }: CanaryTexts): Canary | null {
  const typed = canaryFirst.trim();
  if (typed === '') return null;
  const first = /^\d{1,7}$/.test(typed) ? Number(typed) : Number.NaN;
  if (first >= 1 && first <= mostFirst) return { first, ...(canaryThen === 'alone' && { goOn: 'alone' as const }) };
  const sentence = `How many people get it first is a whole number from 1 to ${number(mostFirst)}. Leave it empty to send to all.`;
  throw new CampaignError('bad_number', sentence, 'canaryFirst');
}

export function writeCanary(canary: Canary | null | undefined): CanaryTexts {
  return { canaryFirst: canary ? String(canary.first) : '', canaryThen: canary?.goOn ?? 'wait' };
}

/** "100 people, then it waits for Go on or Stop" */
export function canaryInWords({ first, goOn }: Canary): string {
  const who = people(first);
  return goOn === 'alone' ? `${who}, then ${aloneInWords}` : `${who}, then it waits for Go on or Stop`;
}

const aloneInWords = `it goes on by itself if few opt out within ${durationInWords(answeredMs / 1000)}, trying up to ${number(mostTried)} people step by step; else it waits for Go on or Stop`;
