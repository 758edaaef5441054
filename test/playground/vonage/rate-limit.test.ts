import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { handClock } from '../../../playground/clock.ts';
import { mostInAnySecond } from '../../../playground/vonage/oracle.ts';
import { createRateLimit, senderRate } from '../../../playground/vonage/requests/rate-limit.ts';
import { aLocalVonage, plainBody, post } from './a-local-vonage.ts';

const start = Date.UTC(2026, 4, 4, 12);

describe('rates on the wire', () => {
  test('lets one message a second through for a US long number, and says when the next may come', async () => {
    const clock = handClock(start);
    const vonage = await aLocalVonage({ clock, rates: {} });
    const send = () => post(vonage.url, plainBody);
    await send();
    clock.advance(400);

    const refused = await send();

    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({ title: 'Rate Limit Hit' });
    const header = (name: string) => refused.headers.get(name);
    expect([header('retry-after'), header('x-ratelimit-limit'), header('x-ratelimit-remaining')]).toEqual([
      '1',
      '1',
      '0',
    ]);
    expect(header('x-ratelimit-reset')).toBe('600');
    clock.advance(600);
    expect((await send()).status).toBe(202);
  });

  test('counts all requests of the account, whoever sends', async () => {
    const clock = handClock(start);
    const vonage = await aLocalVonage({ clock, accountRate: 3 });

    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => post(vonage.url, plainBody)));

    expect(answers.map(({ status }) => status).sort()).toEqual([202, 202, 202, 429, 429]);
    expect(vonage.accepted).toHaveLength(3);
    expect(mostInAnySecond(vonage.requests.map(({ at }) => at))).toBe(5);
  });
});

describe('a rate limit', () => {
  const arrivals = fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 60 }).map((gaps) => {
    let at = 0;
    return gaps.map((gap) => {
      at += gap;
      return at;
    });
  });

  test('never lets more through in any second than it may', () => {
    fc.assert(
      fc.property(arrivals, fc.integer({ min: 1, max: 5 }), (times, perSecond) => {
        const limit = createRateLimit();
        const admitted = times.filter((at) => limit.waitMs('any', perSecond, at) === 0);
        expect(mostInAnySecond(admitted)).toBeLessThanOrEqual(perSecond);
      }),
    );
  });

  test('lets one through after exactly the wait it names, and none before', () => {
    fc.assert(
      fc.property(arrivals, fc.integer({ min: 1, max: 5 }), (times, perSecond) => {
        const limit = createRateLimit();
        for (const at of times) {
          const waitMs = limit.waitMs('any', perSecond, at);
          if (waitMs === 0) continue;
          expect(limit.waitMs('any', perSecond, at + waitMs - 1)).toBe(1);
          expect(limit.waitMs('any', perSecond, at + waitMs)).toBe(0);
          return;
        }
      }),
    );
  });

  test.each([
    ['12015550123', 1],
    ['18005550123', Number.POSITIVE_INFINITY],
    ['447700900001', Number.POSITIVE_INFINITY],
    ['12345', Number.POSITIVE_INFINITY],
    ['ACME', 10],
  ])('is for %s %d a second', (sender, rate) => {
    expect(senderRate(sender, { ACME: 10 })).toBe(rate);
  });
});
