import type { SendOutcome } from '../recipient/send-outcome.ts';

/** Since when the provider has taken no message, and why: it wants us to wait, or it cannot be reached. */
export type Standstill = { since: Date; because: 'busy' | 'unreachable' };

/** What the last answers of the provider say of it; nothing is known before the first one, and long after the last. */
export type Reception = { kind: 'unknown' } | { kind: 'taking' } | ({ kind: 'standstill' } & Standstill);

/**
 * Each message is tried again as soon as the provider allows, so that no wait tells by itself how long this goes on: what
 * came before is remembered until something is taken. An answer that is not clear says neither.
 */
export function afterOutcome(before: Reception, outcome: SendOutcome['kind'], now: Date): Reception {
  switch (outcome) {
    case 'accepted':
    case 'refused':
      return { kind: 'taking' };
    case 'halted':
      return { kind: 'unknown' };
    case 'unconfirmed':
      return before;
    case 'throttled':
    case 'not_sent':
      return {
        kind: 'standstill',
        since: before.kind === 'standstill' ? before.since : now,
        because: outcome === 'throttled' ? 'busy' : 'unreachable',
      };
  }
}

/** The team is told of a standstill that lasts: shorter ones are over before anybody has looked. */
const longMs = 2 * 60_000;

export function isLong({ since }: Standstill, now: Date): boolean {
  return now.getTime() - since.getTime() >= longMs;
}
