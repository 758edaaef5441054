import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../chaos/random.ts';
import { createRateLimit, createRateLimits } from '../../../src/services/sending/rate-limits.ts';
import { sender } from '../../support/builders.ts';

/** The most grants in any second, wherever it begins. */
function mostInAnySecond(times: readonly number[]): number {
  return Math.max(0, ...times.map((from) => times.filter((time) => time >= from && time < from + 1000).length));
}

/** Grants as early as allowed, with the given stalls (at, length) during which nothing can be granted. */
function grantsOf(
  perSecond: number,
  untilMs: number,
  stalls: readonly { atMs: number; lengthMs: number }[] = [],
): number[] {
  const limit = createRateLimit(perSecond, 0);
  const times: number[] = [];
  let nowMs = 0;
  while (nowMs <= untilMs) {
    nowMs = Math.max(nowMs, limit.nextAt(nowMs));
    for (const { atMs, lengthMs } of stalls) if (nowMs >= atMs && nowMs < atMs + lengthMs) nowMs = atMs + lengthMs;
    if (limit.nextAt(nowMs) > nowMs) continue;
    limit.grant(nowMs);
    times.push(nowMs);
  }
  return times;
}

describe('a rate limit', () => {
  test('is used to more than 98 per cent by a steady sender', () => {
    expect(grantsOf(30, 61_000).length).toBeGreaterThanOrEqual(30 * 60 * 0.98);
  });

  test('is never passed in any sliding second, whatever stalls come between', () => {
    const stall = fc.record({ atMs: fc.integer({ min: 0, max: 5_000 }), lengthMs: fc.integer({ min: 1, max: 800 }) });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.array(stall, { maxLength: 6 }), (perSecond, stalls) => {
        expect(mostInAnySecond(grantsOf(perSecond, 6_000, stalls))).toBeLessThanOrEqual(perSecond);
      }),
    );
  });

  test('makes up for a part of a short stall, as far as the log allows, and never for a long one', () => {
    const short = grantsOf(30, 20_000, [{ atMs: 5_000, lengthMs: 200 }]);
    const long = grantsOf(30, 20_000, [{ atMs: 5_000, lengthMs: 5_000 }]);
    const free = grantsOf(30, 20_000);
    expect(free.length - short.length).toBeLessThan(200 / 33);
    expect(free.length - long.length).toBeGreaterThan(130);
  });

  test('starts as if a former process had just used it up', () => {
    expect(grantsOf(10, 3_000)[0]).toBeGreaterThanOrEqual(1_000);
  });

  test('is halved when the provider complains and heals within a minute', () => {
    const limit = createRateLimit(1, 0);
    limit.grant(2_000);
    limit.slowDown(2_000);
    expect(limit.nextAt(2_000)).toBeGreaterThanOrEqual(4_000);
    limit.grant(62_000);
    expect(limit.nextAt(62_000)).toBeLessThan(63_100);
  });

  test('of less than one per second spreads messages out', () => {
    const times = grantsOf(0.5, 10_000);
    expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(2_000);
  });
});

describe('a rate limit of thousands a second, whose timers wake up only now and then', () => {
  /** All that is due at each wake-up leaves together; `waits`: milliseconds from one to the next, over and over. */
  function grantsAt(perSecond: number, untilMs: number, waits: readonly number[]): number[] {
    const limit = createRateLimit(perSecond, 0);
    const times: number[] = [];
    for (let [nowMs, turn] = [0, 0]; nowMs <= untilMs; nowMs += waits[turn++ % waits.length]!) {
      while (limit.nextAt(nowMs) <= nowMs) {
        limit.grant(nowMs);
        times.push(nowMs);
      }
    }
    return times;
  }

  /** Times are sorted: the window's two ends move along once. */
  function mostInAnySecondOf(times: readonly number[]): number {
    let [from, most] = [0, 0];
    for (const [to, time] of times.entries()) {
      while (times[from]! <= time - 1000) from += 1;
      most = Math.max(most, to - from + 1);
    }
    return most;
  }

  const inOneSecond = (times: readonly number[]): number => times.length / ((times.at(-1)! - times[0]!) / 1000);

  test.each([
    ['every millisecond', [1.1]],
    ['unevenly', [1, 3, 2, 9, 1]],
    ['with a stall of 200 ms in every second', [...Array.from({ length: 800 }, () => 1), 200]],
  ])('reaches 98 per cent of it, woken %s, and never passes it', (_, waits) => {
    const times = grantsAt(5_000, 20_000, waits);
    expect(mostInAnySecondOf(times)).toBeLessThanOrEqual(5_000);
    expect(inOneSecond(times)).toBeGreaterThanOrEqual(5_000 * 0.98);
  });

  test('is kept where it arrives, too, if each group is up to seventeen milliseconds on its way', () => {
    const random = createRandom(1);
    const arrivals = grantsAt(5_000, 10_000, [5, 9, 7]).map((time) => time + random.fork(`${time}`).int(0, 17));
    expect(mostInAnySecondOf(arrivals.sort((a, b) => a - b))).toBeLessThanOrEqual(5_000);
  });

  test('is never passed in any sliding second, whatever its timers do', () => {
    const waits = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 3_000 }), waits, (perSecond, some) => {
        expect(mostInAnySecondOf(grantsAt(perSecond, 4_000, some))).toBeLessThanOrEqual(perSecond);
      }),
    );
  });
});

test('a limit of 30 a second lets no two leave together, however late its timers are', () => {
  const times = grantsOf(30, 20_000, [{ atMs: 5_000, lengthMs: 200 }]);
  const gaps = times.slice(1).map((time, no) => time - times[no]!);
  expect(Math.min(...gaps)).toBeGreaterThan(20);
});

describe('places of one sender', () => {
  const clockOf = () => {
    const clock = { nowMs: 0 };
    const sleep = async (ms: number) => {
      clock.nowMs += Math.max(ms, 0.1);
    };
    return Object.assign(clock, { monotonicMs: () => clock.nowMs, sleep, now: () => new Date(clock.nowMs) });
  };

  test('are all free a second after nobody else could send, however long the start took', async () => {
    const clock = clockOf();
    clock.nowMs = 4_000;
    const settings = { senders: new Map([[sender, 1]]), accountRate: 100 };
    expect(createRateLimits(settings, { ...clock, real: clock }, 2_900).takeMore(sender)).toBe(true);
    expect(createRateLimits(settings, { ...clock, real: clock }, 3_100).takeMore(sender)).toBe(false);
  });

  test('go to whoever came first; who takes more of them at once gives way to those who wait', async () => {
    const clock = clockOf();
    const limits = createRateLimits({ senders: new Map([[sender, 1]]), accountRate: 100 }, { ...clock, real: clock });
    const order: string[] = [];
    const take = (who: string) => limits.take(sender).then(() => order.push(who));
    const waiting = [take('answer'), take('campaign')];
    expect(limits.takeMore(sender)).toBe(false);
    await Promise.all(waiting);
    expect(order).toEqual(['answer', 'campaign']);
  });
});
