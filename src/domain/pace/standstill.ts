import type { SendOutcome } from '../recipient/send-outcome.ts';

/** Since when and why the provider has taken no message: it wants us to wait, or cannot be reached. */
export type Standstill = { since: Date; because: 'busy' | 'unreachable' };

/** What the provider's last answers say of it; unknown before the first answer and long after the last. */
export type Reception = { kind: 'unknown' } | { kind: 'taking' } | ({ kind: 'standstill' } & Standstill);

/**
 * Each message is tried again as soon as the provider allows, so no single wait tells how long this goes on: the past
 * is remembered until something is taken. An unclear answer changes nothing.
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

/** The team is told after this long: shorter standstills are over before anybody has looked. */
const longMs = 2 * 60_000;

/** The standstill has lasted at least `longMs`: the team is told. */
export function isLong({ since }: Standstill, now: Date): boolean {
  return now.getTime() - since.getTime() >= longMs;
}
