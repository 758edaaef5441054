import { expect, test } from 'vitest';
import { afterOutcome, isLong, type Reception } from '../../../src/domain/pace/standstill.ts';
import type { SendOutcome } from '../../../src/domain/recipient/send-outcome.ts';

const start = new Date('2026-11-24T09:00:00Z');

/** What is known after these answers, one a second. */
function after(...outcomes: SendOutcome['kind'][]): Reception {
  return outcomes.reduce<Reception>(
    (before, outcome, second) => afterOutcome(before, outcome, new Date(start.getTime() + second * 1_000)),
    { kind: 'unknown' },
  );
}

test.each<[string, SendOutcome['kind'][], Reception]>([
  ['too many, again and again', ['throttled', 'throttled'], { kind: 'standstill', since: start, because: 'busy' }],
  ['no connection', ['not_sent'], { kind: 'standstill', since: start, because: 'unreachable' }],
  ['no connection in between', ['throttled', 'not_sent'], { kind: 'standstill', since: start, because: 'unreachable' }],
  ['no clear answer in between', ['throttled', 'unconfirmed'], { kind: 'standstill', since: start, because: 'busy' }],
  ['one that was taken after it', ['throttled', 'accepted'], { kind: 'taking' }],
  ['one that was refused after it', ['throttled', 'refused'], { kind: 'taking' }],
  ['an account that is closed', ['throttled', 'halted'], { kind: 'unknown' }],
  ['no clear answer alone', ['unconfirmed'], { kind: 'unknown' }],
])('tells a standstill from a good run: %s', (_, outcomes, known) => {
  expect(after(...outcomes)).toEqual(known);
});

test('is long after two minutes', () => {
  const standstill = { since: start, because: 'busy' as const };
  expect(isLong(standstill, new Date('2026-11-24T09:01:59Z'))).toBe(false);
  expect(isLong(standstill, new Date('2026-11-24T09:02:00Z'))).toBe(true);
});
