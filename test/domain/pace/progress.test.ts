import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectedBatches, forecast, paceInWords, progressOf } from '../../../src/domain/pace/progress.ts';
import { type SendingHours, sendingWindow } from '../../../src/domain/pace/sending-hours.ts';
import { noCounts, RecipientState } from '../../../src/domain/recipient/recipient.ts';

const throttle = { batchSize: 50, everySeconds: 300, holdAbove: null };
const workday: SendingHours = { zone: 'Europe/Berlin', days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' };
const now = new Date('2026-11-24T14:00:00Z');

function forecastOf(changes: Partial<Parameters<typeof forecast>[0]>) {
  return forecast({ size: 600, throttle, ratePerSecond: 10, hours: null, startAt: now, ...changes });
}

describe('progress', () => {
  test('shows what became of everybody', () => {
    const counts = {
      ...noCounts(),
      queued: 1,
      claimed: 2,
      unconfirmed: 4,
      submitted: 8,
      no_receipt: 16,
      delivered: 32,
      undeliverable: 64,
      rejected: 128,
      skipped: 256,
      closed: 512,
    };
    expect(progressOf(counts)).toEqual({
      total: 1023,
      sent: 56,
      closed: 512,
      delivered: 32,
      failed: 192,
      unconfirmed: 516,
      skipped: 256,
      waiting: 3,
      onTheirWay: 2,
    });
    expect(progressOf(noCounts())).toMatchObject({ total: 0, sent: 0 });
  });

  test('always adds up, and puts nobody into two classes', () => {
    const counts = fc.record(Object.fromEntries(RecipientState.options.map((state) => [state, fc.nat(1_000_000)])));
    fc.assert(
      fc.property(counts, (some) => {
        const given = { ...noCounts(), ...some };
        const { total, waiting, sent, delivered, failed, unconfirmed, skipped } = progressOf(given);
        expect(waiting + sent + failed + unconfirmed + skipped).toBe(total);
        expect(delivered).toBeLessThanOrEqual(sent);
      }),
    );
  });
});

describe('the forecast', () => {
  test('of batches on time', () => {
    expect(forecastOf({})).toEqual({
      size: 600,
      batches: 12,
      firstBatchAt: now,
      lastBatchAt: new Date('2026-11-24T14:55:00Z'),
      doneAt: new Date('2026-11-24T14:55:05Z'),
    });
  });

  test('of batches that take longer than their interval', () => {
    const slow = forecastOf({ ratePerSecond: 0.1 });
    expect(slow.lastBatchAt).toEqual(new Date(now.getTime() + 11 * 500_000));
    expect(slow.doneAt).toEqual(new Date(now.getTime() + 12 * 500_000));
  });

  test('of a campaign that begins in quiet hours', () => {
    const early = forecastOf({ hours: workday, startAt: new Date('2026-11-28T12:00:00Z') });
    expect(early.firstBatchAt).toEqual(new Date('2026-11-30T08:00:00Z'));
  });

  test('of a campaign that goes on the next morning', () => {
    const late = forecastOf({ hours: workday, startAt: new Date('2026-11-27T16:30:00Z') });
    expect(late.firstBatchAt).toEqual(new Date('2026-11-27T16:30:00Z'));
    expect(late.lastBatchAt).toEqual(new Date('2026-11-30T08:25:00Z'));
  });

  test('of one batch that quiet hours cut in two', () => {
    const cut = forecastOf({
      size: 50,
      ratePerSecond: 0.01,
      hours: workday,
      startAt: new Date('2026-11-24T16:30:00Z'),
    });
    expect(cut.doneAt).toEqual(new Date(Date.parse('2026-11-25T08:00:00Z') + 5_000_000 - 1_800_000));
  });

  test('of nobody', () => {
    expect(forecastOf({ size: 0 })).toEqual({ size: 0, batches: 0, firstBatchAt: now, lastBatchAt: now, doneAt: now });
  });

  test('never lets a batch start outside the sending hours, or out of order', () => {
    const sizes = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(
        sizes,
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 90_000 }),
        fc.nat(10_000_000),
        (size, batchSize, everySeconds, shift) => {
          const startAt = new Date(now.getTime() + shift * 1000);
          const seen = forecastOf({
            size,
            throttle: { batchSize, everySeconds, holdAbove: null },
            hours: workday,
            startAt,
          });
          expect(seen.batches).toBe(expectedBatches(size, { batchSize }));
          for (const at of [seen.firstBatchAt, seen.lastBatchAt]) {
            const { opensAt, closesAt } = sendingWindow(workday, at);
            expect(at >= opensAt && at < closesAt).toBe(true);
          }
          expect(
            seen.firstBatchAt >= startAt && seen.lastBatchAt >= seen.firstBatchAt && seen.doneAt >= seen.lastBatchAt,
          ).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('of a million batches is an estimate, close and quick', () => {
    const one = { batchSize: 1, everySeconds: 1, holdAbove: null };
    const seen = forecastOf({ size: 1_000_000, throttle: one });
    expect(seen.lastBatchAt.getTime()).toBe(now.getTime() + 999_999_000);
    const timed = performance.now();
    const inHours = forecastOf({ size: 1_000_000, throttle: one, hours: workday });
    expect(performance.now() - timed).toBeLessThan(500);
    const days = (inHours.doneAt.getTime() - now.getTime()) / 86_400_000;
    expect(days).toBeGreaterThan(30);
    expect(days).toBeLessThan(60);
  });
});

describe('the pace in words', () => {
  test.each([
    ['today', forecastOf({}), throttle, '50 people every 5 minutes: 12 batches, done by 15:56'],
    [
      'another day than it began',
      forecastOf({ startAt: new Date('2026-12-01T22:30:00Z') }),
      throttle,
      '50 people every 5 minutes: 12 batches, done by 00:26 on 2 Dec',
    ],
    [
      'another year than it began',
      forecastOf({ startAt: new Date('2026-12-31T22:30:00Z') }),
      throttle,
      '50 people every 5 minutes: 12 batches, done by 00:26 on 1 Jan 2027',
    ],
    ['one batch', forecastOf({ size: 40 }), throttle, '40 people in one batch, done by 15:01'],
    ['one person', forecastOf({ size: 1 }), throttle, '1 person in one batch, done by 15:01'],
    [
      'one at a time',
      forecastOf({ size: 2, throttle: { ...throttle, batchSize: 1 } }),
      { ...throttle, batchSize: 1, everySeconds: 3600 },
      '1 person every hour: 2 batches, done by 15:06',
    ],
    [
      'many',
      forecastOf({ size: 5000, throttle: { ...throttle, batchSize: 1000 } }),
      { ...throttle, batchSize: 1000, everySeconds: 5400 },
      '1,000 people every 1 hour 30 minutes: 5 batches, done by 15:22',
    ],
  ])('tells how many, how often and until when: %s', (_title, seen, pace, words) => {
    expect(paceInWords(seen, pace, 'Europe/Berlin')).toBe(words);
  });
});
