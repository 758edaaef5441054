import { describe, expect, it } from 'vitest';
import { type Breaker, closedBreaker, observe, verdict } from '../../../src/domain/pace/breaker.ts';
import type { SendOutcome } from '../../../src/domain/recipient/send-outcome.ts';

type Kind = SendOutcome['kind'];

function breakerAfter(kinds: readonly Kind[], from: Breaker = closedBreaker): Breaker {
  return kinds.reduce(observe, from);
}

function times(count: number, kind: Kind): Kind[] {
  return Array.from({ length: count }, () => kind);
}

describe('the breaker', () => {
  it.each<[string, Kind[], ReturnType<typeof verdict> | object]>([
    ['lets a campaign run', ['accepted', 'refused', 'throttled'], 'closed'],
    ['bears four messages without a clear answer', times(4, 'unconfirmed'), 'closed'],
    ['stops at the fifth in a row', times(5, 'unconfirmed'), { pause: 'provider_trouble' }],
    ['begins to count anew after a clear answer', [...times(4, 'unconfirmed'), 'accepted', 'unconfirmed'], 'closed'],
    ['takes a refusal for a clear answer', [...times(4, 'unconfirmed'), 'refused', 'unconfirmed'], 'closed'],
    [
      'takes a failed connection for no answer at all',
      [...times(4, 'unconfirmed'), 'not_sent', 'unconfirmed'],
      { pause: 'provider_trouble' },
    ],
    ['bears 19 refusals in a row', times(19, 'refused'), 'closed'],
    ['stops at the 20th', times(20, 'refused'), { pause: 'bad_content' }],
    [
      'stops at the 20th also when some were throttled',
      [...times(10, 'refused'), 'throttled', ...times(10, 'refused')],
      { pause: 'bad_content' },
    ],
    ['does not judge fewer than 100', [...times(19, 'refused'), ...times(80, 'accepted')], 'closed'],
    ['stops above five per cent of 100', [...times(6, 'refused'), ...times(94, 'accepted')], { pause: 'bad_content' }],
    ['bears five per cent', [...times(5, 'refused'), ...times(95, 'accepted')], 'closed'],
    [
      'notices a change after a long good run',
      [
        ...times(100_000, 'accepted'),
        ...Array.from({ length: 2000 }, (_, index): Kind => (index % 5 === 0 ? 'refused' : 'accepted')),
      ],
      { pause: 'bad_content' },
    ],
    ['bears four failed connections', times(4, 'not_sent'), 'closed'],
    ['backs off at the fifth', times(5, 'not_sent'), { backOffMs: 5000 }],
    ['backs off longer', times(10, 'not_sent'), { backOffMs: 10_000 }],
    ['backs off longer still', times(24, 'not_sent'), { backOffMs: 40_000 }],
    ['never backs off for more than five minutes', times(5000, 'not_sent'), { backOffMs: 300_000 }],
    ['goes on at once when a connection stands again', [...times(50, 'not_sent'), 'accepted'], 'closed'],
  ])('%s', (_title, kinds, expected) => {
    const found = verdict(breakerAfter(kinds));
    if (typeof expected === 'string') expect(found).toBe(expected);
    else expect(found).toMatchObject(expected);
  });

  it('is a small plain value, however much it has seen', () => {
    const state = breakerAfter([...times(500, 'unconfirmed'), ...times(500, 'not_sent')]);
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
    expect(JSON.stringify(state).length).toBeLessThan(300);
  });
});
