import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SendingHours } from '../../../src/domain/pace/sending-hours.ts';
import {
  isHolding,
  nextBatchAt,
  planBatch,
  resumeAt,
  Throttle,
  type ThrottleFacts,
} from '../../../src/domain/pace/throttle.ts';

const throttle: Throttle = { batchSize: 50, everySeconds: 300, holdAbove: 10 };
const hours: SendingHours = { zone: 'Europe/Berlin', days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' };
const now = new Date('2026-11-24T10:00:00.000Z');
const nowText = now.toISOString();

function ago(seconds: number): string {
  return new Date(now.getTime() - seconds * 1000).toISOString();
}

function facts(changes: Partial<ThrottleFacts> = {}): ThrottleFacts {
  return {
    queued: 600,
    claimed: 0,
    held: 0,
    batch: null,
    unanswered: 0,
    isLate: false,
    holding: false,
    sendAnyway: null,
    canaryLeft: null,
    ...changes,
  };
}

describe('a running campaign', () => {
  test.each<[string, Partial<ThrottleFacts>, ReturnType<typeof planBatch>]>([
    [
      'waits for a person when everybody who is left is held',
      { queued: 2, held: 2 },
      { kind: 'wait', until: null, because: 'held people' },
    ],
    [
      'still waits for the answers on their way before it says so',
      { queued: 2, held: 2, claimed: 1 },
      { kind: 'wait', until: null, because: 'in flight' },
    ],
    [
      'does nothing by a clock that stands before its last batch',
      { batch: { no: 1, startedAt: ago(-3_600), taken: 20 } },
      { kind: 'wait', until: null, because: 'clock' },
    ],
    [
      'sends no more than the canary lets',
      { canaryLeft: 20 },
      { kind: 'send', count: 20, batch: { no: 1, startedAt: nowText } },
    ],
    [
      'waits for a decision about the canary in spite of a batch sent anyway',
      { canaryLeft: 0, sendAnyway: 2, batch: { no: 1, startedAt: ago(300), taken: 20 } },
      { kind: 'wait', until: null, because: 'canary' },
    ],
    ['has nothing to decide once nobody is left', { canaryLeft: 0, queued: 0 }, { kind: 'finished' }],
    ['sends the first batch at once', {}, { kind: 'send', count: 50, batch: { no: 1, startedAt: nowText } }],
    [
      'waits for the next one',
      { batch: { no: 1, startedAt: ago(299), taken: 50 } },
      { kind: 'wait', until: new Date(now.getTime() + 1000), because: 'interval' },
    ],
    [
      'sends the next one on time',
      { batch: { no: 1, startedAt: ago(300), taken: 50 } },
      { kind: 'send', count: 50, batch: { no: 2, startedAt: nowText } },
    ],
    [
      'sends the rest of a batch that was cut short',
      { batch: { no: 3, startedAt: ago(10), taken: 30 } },
      { kind: 'send', count: 20, batch: { no: 3, startedAt: ago(10) } },
    ],
    [
      'finishes an old batch before the next, even long after',
      { batch: { no: 3, startedAt: ago(90_000), taken: 49 } },
      { kind: 'send', count: 1, batch: { no: 3, startedAt: ago(90_000) } },
    ],
    [
      'sends a single batch after eight hours of downtime, no burst',
      { batch: { no: 3, startedAt: ago(28_800), taken: 50 } },
      { kind: 'send', count: 50, batch: { no: 4, startedAt: nowText } },
    ],
    ['sends no more than are left', { queued: 7 }, { kind: 'send', count: 7, batch: { no: 1, startedAt: nowText } }],
    [
      'sends no more than are left of a cut batch',
      { queued: 7, batch: { no: 1, startedAt: ago(1), taken: 20 } },
      { kind: 'send', count: 7, batch: { no: 1, startedAt: ago(1) } },
    ],
    [
      'takes no more than a batch even when it took too many',
      { batch: { no: 1, startedAt: ago(1), taken: 60 } },
      { kind: 'wait', until: new Date(now.getTime() + 299_000), because: 'interval' },
    ],
    [
      'waits while the last are on their way',
      { queued: 0, claimed: 3 },
      { kind: 'wait', until: null, because: 'in flight' },
    ],
    ['is finished when nobody is left', { queued: 0 }, { kind: 'finished' }],
    ['is finished even while replies are open', { queued: 0, unanswered: 99, holding: true }, { kind: 'finished' }],
    [
      'waits while too many replies are open',
      { unanswered: 11 },
      { kind: 'wait', until: null, because: 'open replies' },
    ],
    ['goes on at the limit', { unanswered: 10 }, { kind: 'send', count: 50, batch: { no: 1, startedAt: nowText } }],
    [
      'waits on until enough are answered',
      { unanswered: 8, holding: true },
      { kind: 'wait', until: null, because: 'open replies' },
    ],
    [
      'goes on when enough are answered',
      { unanswered: 7, holding: true },
      { kind: 'send', count: 50, batch: { no: 1, startedAt: nowText } },
    ],
    [
      'names the interval before the open replies',
      { unanswered: 99, batch: { no: 1, startedAt: ago(1), taken: 50 } },
      { kind: 'wait', until: new Date(now.getTime() + 299_000), because: 'interval' },
    ],
    [
      'finishes a begun batch although replies are open',
      { unanswered: 99, batch: { no: 1, startedAt: ago(1), taken: 49 } },
      { kind: 'send', count: 1, batch: { no: 1, startedAt: ago(1) } },
    ],
  ])('%s', (_title, changes, expected) => {
    expect(planBatch(throttle, null, facts(changes), now)).toEqual(expected);
  });

  test.each([
    ['waits for the morning', '2026-11-24T17:00:00Z', '2026-11-25T08:00:00Z'],
    ['waits for Monday', '2026-11-28T12:00:00Z', '2026-11-30T08:00:00Z'],
  ])('%s', (_title, at, until) => {
    const waiting = { kind: 'wait', until: new Date(until), because: 'quiet hours' };
    expect(planBatch(throttle, hours, facts(), new Date(at))).toEqual(waiting);
    const cut = facts({ batch: { no: 1, startedAt: '2026-11-24T16:59:00Z', taken: 30 } });
    expect(planBatch(throttle, hours, cut, new Date(at))).toEqual(waiting);
  });

  test('sends within the hours and finishes even outside of them', () => {
    expect(planBatch(throttle, hours, facts(), now)).toMatchObject({ kind: 'send', count: 50 });
    expect(planBatch(throttle, hours, facts({ queued: 0 }), new Date('2026-11-28T12:00:00Z'))).toEqual({
      kind: 'finished',
    });
  });
});

describe('whatever happens', () => {
  test('no interval ever sees more than one batch, and everybody is sent once', () => {
    const step = fc.record({
      ms: fc.integer({ min: 0, max: 400_000 }),
      part: fc.integer({ min: 1, max: 50 }),
      open: fc.nat(20),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.array(step, { maxLength: 100 }), (size, steps) => {
        const sent: { at: number; count: number; batch: number }[] = [];
        let [at, queued, holding] = [now.getTime(), size, false];
        let batch: ThrottleFacts['batch'] = null;
        for (const { ms, part, open } of steps) {
          at += ms;
          const seen = facts({ queued, batch, unanswered: open, holding });
          holding = isHolding(throttle, seen);
          const plan = planBatch(throttle, null, seen, new Date(at));
          if (plan.kind === 'finished') expect(queued).toBe(0);
          if (plan.kind !== 'send') continue;
          // A restart or quiet hours may cut any plan short.
          const count = Math.min(plan.count, part);
          const taken: number = plan.batch.no === batch?.no ? batch.taken : 0;
          batch = { ...plan.batch, taken: taken + count };
          queued -= count;
          sent.push({ at, count, batch: plan.batch.no });
        }
        const byBatch = Map.groupBy(sent, (entry) => entry.batch);
        for (const entries of byBatch.values()) {
          expect(entries.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(throttle.batchSize);
        }
        const starts = [...byBatch.values()].map(([first]) => first?.at ?? 0);
        for (const [index, start] of starts.entries()) {
          if (index > 0) expect(start - (starts[index - 1] ?? 0)).toBeGreaterThanOrEqual(300_000);
        }
        expect(queued + sent.reduce((sum, { count }) => sum + count, 0)).toBe(size);
      }),
    );
  });
});

describe('the hold for open replies', () => {
  test.each([
    [10, false, 10, false],
    [10, false, 11, true],
    [10, true, 8, true],
    [10, true, 7, false],
    [0, false, 0, false],
    [0, false, 1, true],
    [0, true, 0, false],
    [1, true, 1, true],
    [null, false, 999, false],
    [null, true, 999, false],
  ])('above %s, when held is %s and %d are unanswered, is on: %s', (holdAbove, holding, unanswered, expected) => {
    expect(isHolding({ ...throttle, holdAbove }, { unanswered, holding })).toBe(expected);
  });

  test('ends below the number at which it begins, and always can end', () => {
    for (let holdAbove = 0; holdAbove <= 10_000; holdAbove++) {
      expect(resumeAt(holdAbove)).toBeGreaterThanOrEqual(0);
      expect(resumeAt(holdAbove)).toBeLessThanOrEqual(holdAbove);
    }
  });
});

test('counts the interval from the start of a batch', () => {
  expect(nextBatchAt(throttle, '2026-11-24T10:00:00.000Z')).toEqual(new Date('2026-11-24T10:05:00.000Z'));
});

test.each([
  [{ batchSize: 0 }, false],
  [{ batchSize: 100_001 }, false],
  [{ batchSize: 1.5 }, false],
  [{ everySeconds: 0 }, false],
  [{ everySeconds: 604_801 }, false],
  [{ holdAbove: -1 }, false],
  [{ holdAbove: null }, true],
])('a throttle with %j is valid: %s', (changes, isOne) => {
  expect(Throttle.safeParse({ ...throttle, ...changes }).success).toBe(isOne);
});
