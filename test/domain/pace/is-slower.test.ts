import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSlower } from '../../../src/domain/pace/is-slower.ts';
import type { PaceLimits } from '../../../src/domain/pace/pace-limits.ts';
import { type SendingHours, sendingWindow } from '../../../src/domain/pace/sending-hours.ts';
import { type Changeover, planBatch, type ThrottleFacts } from '../../../src/domain/pace/throttle.ts';

const approved: PaceLimits = {
  throttle: { batchSize: 50, everySeconds: 300, holdAbove: 10 },
  hours: { zone: 'Europe/Berlin', days: [1, 2, 3, 4, 5], from: '09:00', to: '20:00' },
  answerWithinSeconds: 3_600,
};

function withThrottle(changes: Partial<PaceLimits['throttle']>): PaceLimits {
  return { ...approved, throttle: { ...approved.throttle, ...changes } };
}

function withHours(changes: Partial<SendingHours>): PaceLimits {
  return { ...approved, hours: { ...approved.hours!, ...changes } };
}

describe('beside 50 every 5 minutes', () => {
  test.each([
    ['the same is no faster', {}, true],
    ['fewer at once is slower', { batchSize: 40 }, true],
    ['a longer interval is slower', { everySeconds: 301 }, true],
    ['10 every minute sends no more in any stretch', { batchSize: 10, everySeconds: 60 }, true],
    ['10 every 59 seconds may send 60 within 5 minutes', { batchSize: 10, everySeconds: 59 }, false],
    [
      '30 every 3 minutes sends 60 within 5 minutes, though less in an hour',
      { batchSize: 30, everySeconds: 180 },
      false,
    ],
    ['51 once a day is more at once', { batchSize: 51, everySeconds: 86_400 }, false],
    ['a lower hold is stricter', { holdAbove: 9 }, true],
    ['a higher hold is not', { holdAbove: 11 }, false],
    ['no hold is not', { holdAbove: null }, false],
  ])('%s', (_, changes, expected) => {
    expect(isSlower(withThrottle(changes), approved)).toBe(expected);
  });
});

describe('beside sending hours from Monday to Friday, 09:00 to 20:00', () => {
  test.each([
    ['fewer hours are stricter', withHours({ from: '10:00', to: '17:00' }), true],
    ['fewer days are stricter', withHours({ days: [1] }), true],
    ['an hour more is not', withHours({ to: '21:00' }), false],
    ['a day more is not', withHours({ days: [1, 2, 3, 4, 5, 6] }), false],
    ['hours over midnight are not', withHours({ from: '19:00', to: '10:00' }), false],
    ['any time is not', { ...approved, hours: null }, false],
    ['the same hours elsewhere are not', withHours({ zone: 'Europe/London' }), false],
    ['an earlier answer is stricter', { ...approved, answerWithinSeconds: 60 }, true],
    ['a later answer is not', { ...approved, answerWithinSeconds: 3_601 }, false],
    ['an answer at any time is not', { ...approved, answerWithinSeconds: null }, false],
  ])('%s', (_, next, expected) => {
    expect(isSlower(next, approved)).toBe(expected);
  });

  test('anything is within no limit', () => {
    expect(isSlower(approved, { ...approved, hours: null, answerWithinSeconds: null })).toBe(true);
  });

  test('a span over midnight is within two whole days', () => {
    const days = withHours({ days: [1, 2], from: '00:00', to: '24:00' });
    expect(isSlower(withHours({ days: [1], from: '22:00', to: '06:00' }), days)).toBe(true);
    expect(isSlower(withHours({ days: [2], from: '22:00', to: '06:00' }), days)).toBe(false);
  });
});

const aThrottle = fc.record({
  batchSize: fc.integer({ min: 1, max: 12 }),
  everySeconds: fc.integer({ min: 1, max: 12 }),
  holdAbove: fc.constant(null),
});
const freely = (throttle: PaceLimits['throttle']): PaceLimits => ({ throttle, hours: null, answerWithinSeconds: null });

/** The most texts in each stretch of so many seconds, both ends included. */
function mostWithin(texts: readonly number[], seconds: number): number {
  return Math.max(0, ...texts.map((from) => texts.filter((at) => at >= from && at <= from + seconds).length));
}

/** The second in which each text leaves when nothing holds a batch up. */
function textsOf({ batchSize, everySeconds }: PaceLimits['throttle'], untilSecond: number): number[] {
  const starts = Array.from({ length: Math.floor(untilSecond / everySeconds) + 1 }, (_, no) => no * everySeconds);
  return starts.flatMap((at) => Array.from({ length: batchSize }, () => at));
}

/** What the approved pace allows within so many seconds. */
function allowed({ batchSize, everySeconds }: PaceLimits['throttle'], seconds: number): number {
  return batchSize * (Math.floor(seconds / everySeconds) + 1);
}

test('a pace is slower exactly if it sends no more in any stretch of time', () => {
  fc.assert(
    fc.property(aThrottle, aThrottle, (next, most) => {
      const texts = textsOf(next, 40);
      const sendsMore = Array.from({ length: 40 }, (_, seconds) => seconds).some(
        (seconds) => mostWithin(texts, seconds) > allowed(most, seconds),
      );
      expect(isSlower(freely(next), freely(most))).toBe(!sendsMore);
    }),
    { numRuns: 100 },
  );
});

/** How many can leave in each second; 9: as many as may. */
const aSpeed = fc.oneof(fc.constant(Array<number>(60).fill(9)), fc.array(fc.nat(9), { minLength: 60, maxLength: 60 }));

test('however often the pace is changed, no stretch of time has more texts than the approved pace allows', () => {
  const change = fc.record({ at: fc.integer({ min: 1, max: 59 }), next: aThrottle });
  const most = { batchSize: 12, everySeconds: 12, holdAbove: null };
  fc.assert(
    fc.property(fc.array(change, { maxLength: 6 }), aSpeed, (wished, speed) => {
      const changes = wished.filter(({ next }) => isSlower(freely(next), freely(most)));
      const texts = simulate(most, changes, speed);
      for (let seconds = 0; seconds < 60; seconds += 1) {
        // A batch that is still leaving when the next one may start is one more than those that start.
        expect(mostWithin(texts, seconds)).toBeLessThanOrEqual(
          allowed(most, seconds) + most.batchSize * hasDragged(speed),
        );
      }
    }),
    { numRuns: 100 },
  );
});

test('of a pace that was approved later, a batch in progress takes no more people than before', () => {
  const slow = { batchSize: 2, everySeconds: 5, holdAbove: null };
  const fast = { batchSize: 9, everySeconds: 3, holdAbove: null };
  const texts = simulate(
    fast,
    [
      { at: 0, next: slow },
      { at: 6, next: fast },
    ],
    Array(20).fill(9),
  );
  expect(texts.filter((at) => at === 5)).toHaveLength(2);
  expect(texts.filter((at) => at === 6 || at === 7)).toHaveLength(0);
  expect(texts.filter((at) => at === 8)).toHaveLength(9);
});

function hasDragged(speed: readonly number[]): 0 | 1 {
  return speed.some((most) => most < 9) ? 1 : 0;
}

/** The seconds of all texts when the pace is changed at these moments; `speed`: how many can leave in each second. */
function simulate(
  most: PaceLimits['throttle'],
  changes: readonly { at: number; next: PaceLimits['throttle'] }[],
  speed: readonly number[],
): number[] {
  const texts: number[] = [];
  let pace = most;
  let batch = null as ThrottleFacts['batch'];
  let former = { at: -1, batchSize: 0 };
  const isFormer = (): boolean => batch !== null && Date.parse(batch.startedAt) <= former.at;
  for (const [second, can] of speed.entries()) {
    for (const { next } of changes.filter(({ at }) => at === second)) {
      const before = isFormer() ? former.batchSize : pace.batchSize;
      former = { at: second * 1000, batchSize: Math.min(before, pace.batchSize) };
      pace = next;
    }
    const room = can === 9 ? 1_000 : can;
    const changeover: Changeover | null = isFormer()
      ? { batchSize: former.batchSize, everySeconds: most.everySeconds }
      : null;
    const facts = {
      queued: 10_000,
      claimed: 0,
      held: 0,
      unanswered: 0,
      isLate: false,
      holding: false,
      sendAnyway: null,
      canaryLeft: null,
    };
    const plan = planBatch(pace, null, { ...facts, batch, changeover }, new Date(second * 1000));
    if (plan.kind !== 'send') continue;
    const count = Math.min(plan.count, room);
    batch = { ...plan.batch, taken: (batch?.no === plan.batch.no ? batch.taken : 0) + count };
    texts.push(...Array.from({ length: count }, () => second));
  }
  return texts;
}

test('every moment of the stricter hours is one of the approved', () => {
  const hours = fc.record({
    zone: fc.constant('Europe/Berlin'),
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    from: fc.constantFrom('00:00', '01:30', '09:00', '22:00'),
    to: fc.constantFrom('02:30', '06:00', '20:00', '24:00'),
  });
  const isOpen = (of: SendingHours, at: Date) => sendingWindow(of, at).opensAt <= at;
  fc.assert(
    fc.property(hours, hours, (next, most) => {
      if (!isSlower({ ...approved, hours: next }, { ...approved, hours: most })) return;
      // The week in which the clock is set back.
      for (let no = 0; no < 7 * 24 * 2; no += 1) {
        const at = new Date(Date.parse('2026-10-22T00:00:00Z') + no * 1_800_000);
        if (isOpen(next, at)) expect(isOpen(most, at)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});
