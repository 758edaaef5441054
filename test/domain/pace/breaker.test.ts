import { describe, expect, test } from 'vitest';
import { contentTrouble, providerTrouble } from '../../../src/domain/pace/breaker.ts';
import type { SendOutcome } from '../../../src/domain/recipient/send-outcome.ts';

type Kind = SendOutcome['kind'];

function times(count: number, kind: Kind): Kind[] {
  return Array.from({ length: count }, () => kind);
}

function providerAfter(kinds: readonly Kind[]) {
  return kinds.reduce(providerTrouble.after, providerTrouble.none);
}

function contentAfter(kinds: readonly Kind[]) {
  return kinds.reduce(contentTrouble.after, contentTrouble.none);
}

const stopsAll = { pause: 'provider_trouble' };
const stopsThis = { pause: 'bad_content' };

describe('the breaker over all campaigns', () => {
  test.each<[string, Kind[], object | 'go_on']>([
    ['lets campaigns run', ['accepted', 'refused', 'throttled'], 'go_on'],
    ['bears four messages without a clear answer', times(4, 'unconfirmed'), 'go_on'],
    ['stops at the fifth in a row', times(5, 'unconfirmed'), stopsAll],
    ['begins to count again after a clear answer', [...times(4, 'unconfirmed'), 'accepted', 'unconfirmed'], 'go_on'],
    ['takes a refusal for a clear answer', [...times(4, 'unconfirmed'), 'refused', 'unconfirmed'], 'go_on'],
    ['takes a failed connection for no answer', [...times(4, 'unconfirmed'), 'not_sent', 'unconfirmed'], stopsAll],
    ['takes “too many” for no answer', [...times(4, 'unconfirmed'), 'throttled', 'unconfirmed'], stopsAll],
    ['bears four failed connections', times(4, 'not_sent'), 'go_on'],
    ['backs off at the fifth', times(5, 'not_sent'), { backOffMs: 5000 }],
    ['backs off longer', times(10, 'not_sent'), { backOffMs: 10_000 }],
    ['backs off longer still', times(24, 'not_sent'), { backOffMs: 40_000 }],
    ['never backs off for more than five minutes', times(5000, 'not_sent'), { backOffMs: 300_000 }],
    ['goes on at once when a connection stands again', [...times(50, 'not_sent'), 'accepted'], 'go_on'],
    ['does not mind refused content', times(500, 'refused'), 'go_on'],
  ])('%s', (_title, kinds, expected) => {
    const found = providerTrouble.meaning(providerAfter(kinds));
    if (typeof expected === 'string') expect(found).toBe(expected);
    else expect(found).toMatchObject(expected);
  });
});

describe('the breaker over one campaign', () => {
  test.each<[string, Kind[], object | 'go_on']>([
    ['bears 19 refusals in a row', times(19, 'refused'), 'go_on'],
    ['stops at the 20th', times(20, 'refused'), stopsThis],
    [
      'stops at the 20th also when some were throttled',
      [...times(10, 'refused'), 'throttled', ...times(10, 'refused')],
      stopsThis,
    ],
    ['does not judge fewer than 100', [...times(19, 'refused'), ...times(80, 'accepted')], 'go_on'],
    ['stops above five per cent of 100', [...times(6, 'refused'), ...times(94, 'accepted')], stopsThis],
    ['bears five per cent', [...times(5, 'refused'), ...times(95, 'accepted')], 'go_on'],
    [
      'notices a change after a long good run',
      [
        ...times(100_000, 'accepted'),
        ...Array.from({ length: 2000 }, (_, index): Kind => (index % 5 === 0 ? 'refused' : 'accepted')),
      ],
      stopsThis,
    ],
    ['does not mind trouble with the provider', [...times(500, 'unconfirmed'), ...times(500, 'not_sent')], 'go_on'],
  ])('%s', (_title, kinds, expected) => {
    const found = contentTrouble.meaning(contentAfter(kinds));
    if (typeof expected === 'string') expect(found).toBe(expected);
    else expect(found).toMatchObject(expected);
  });
});

test('a breaker is a small plain value, however much it has seen', () => {
  const kinds = [...times(500, 'unconfirmed'), ...times(500, 'not_sent'), ...times(5_000, 'accepted')];
  for (const state of [providerAfter(kinds), contentAfter(kinds)]) {
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
    expect(JSON.stringify(state).length).toBeLessThan(100);
  }
});
