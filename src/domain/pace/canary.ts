import { z } from 'zod';
import { Instant, UserId } from '../ids.ts';
import type { RecipientState, StateCounts } from '../recipient/recipient.ts';

/** The first people who get it, before it waits for a person's word; `alone`: a test may give that word. */
export const Canary = z.object({ first: z.int().min(1).max(100_000), goOn: z.literal('alone').optional() });
export type Canary = z.infer<typeof Canary>;

/** How far a campaign's canary has come; kept until the campaign ends. */
export const CanaryState = z.object({
  /** As many may have been tried before a decision: more than the first ones where it goes on by itself, step by step. */
  upTo: z.int().min(1).optional(),
  /** The thread was asked for a decision. */
  asked: z.object({ at: Instant, because: z.enum(['tried', 'opt_outs', 'unsure']) }).optional(),
  /** It goes on; `by` null: the test passed. */
  wentOn: z.object({ by: UserId.nullable(), at: Instant }).optional(),
});
export type CanaryState = z.infer<typeof CanaryState>;

export type Tried = { canary?: Canary | undefined; canaryState?: CanaryState | undefined };

/** In these is everybody whom a claim has taken out of the queue for good. */
export const triedStates = [
  'claimed',
  'submitted',
  'delivered',
  'undeliverable',
  'no_receipt',
  'rejected',
  'unconfirmed',
  'closed',
] as const satisfies RecipientState[];

export function triedOf(counts: StateCounts): number {
  return triedStates.reduce((sum, state) => sum + counts[state], 0);
}

/** How many more people may get it before somebody decides; null: as many as there are. */
export function canaryLeft({ canary, canaryState: state = {} }: Tried, counts: StateCounts): number | null {
  if (!canary || state.wentOn) return null;
  if (state.asked) return 0;
  return Math.max(0, (state.upTo ?? canary.first) - triedOf(counts));
}

/** What became of one of the texts that the test looks at, in the order of the list. */
export type CanaryText = {
  /** The person wrote STOP, or their carrier said so. */
  optedOut: boolean;
  /** Nobody got it, or nobody knows: it tells nothing. */
  isLost: boolean;
  /** Old enough that most who would have answered have. An opt-out need not be. */
  isOld: boolean;
};

/** `stop`: too many opt-outs, a person decides. `undecided`: more texts, or older ones, are needed. */
export type CanaryVerdict = 'go_on' | 'stop' | 'undecided';

/**
 * Time in which nearly everybody who answers a text does: people read a text within minutes of its coming. Only time
 * inside the sending hours counts, since nobody answers at night.
 */
export const answeredMs = 3_600_000;

const odds = {
  /** A campaign that people are content with, and one that has to stop. */
  good: 0.005,
  bad: 0.05,
  /** Wald’s limits for 5 % of false stops, and about 3 % of bad campaigns that pass. */
  stop: Math.log(0.95 / 0.05),
  goOn: -3.5,
};

/** By then it decides for what is likelier. */
export const mostTried = 150;

/**
 * Wald's sequential test of 5 % opt-outs against 0.5 %, cut short at 150 texts: a campaign with 5 % is stopped by then in
 * 96 of 100 cases, one with 0.5 % in 4. Each text tells as much as the last, whenever one looks.
 */
export function judgeCanary(texts: readonly CanaryText[]): CanaryVerdict {
  let weight = 0;
  let looked = 0;
  for (const { optedOut, isLost, isOld } of texts) {
    if (isLost) continue;
    // A text that may yet be answered says nothing, and nor do those behind it: quick opt-outs would weigh too much.
    if (!isOld) return 'undecided';
    looked += 1;
    weight += optedOut ? Math.log(odds.bad / odds.good) : Math.log((1 - odds.bad) / (1 - odds.good));
    if (weight >= odds.stop) return 'stop';
    if (weight <= odds.goOn) return 'go_on';
    if (looked >= mostTried) return weight > 0 ? 'stop' : 'go_on';
  }
  return 'undecided';
}

/** After how many people it waits, if nobody opts out and a person, or the test, lets it go on each time. */
export function canaryStops({ first, goOn }: Canary): number[] {
  const stops = [first];
  const enough = Math.ceil(odds.goOn / Math.log((1 - odds.bad) / (1 - odds.good)));
  while (goOn === 'alone' && stops.at(-1)! < enough) stops.push(nextStep(stops.at(-1)!)!);
  return stops;
}

/** The next step of a test that knows too little: twice as many, at most 150; null: that many have been tried. */
export function nextStep(tried: number): number | null {
  return tried >= mostTried ? null : Math.min(mostTried, tried * 2);
}
