import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRateLimit } from '../../../src/services/sending/rate-limits.ts';

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
