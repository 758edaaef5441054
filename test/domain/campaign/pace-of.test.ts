import { describe, expect, test } from 'vitest';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import { checkInvariants } from '../../../src/domain/campaign/invariants.ts';
import { answerWithinOf, batchAfter, batchSizeOf, hoursOf, paceOf } from '../../../src/domain/campaign/pace-of.ts';
import { aCampaign, agent, counts } from '../../support/builders.ts';

const startedAt = '2026-11-24T10:00:00.000Z';
const batch = { no: 3, startedAt };
const slowed: NonNullable<Campaign['slowed']> = {
  throttle: { batchSize: 10, everySeconds: 60, holdAbove: 5 },
  hours: { zone: 'Europe/Berlin', days: [1], from: '10:00', to: '12:00' },
  by: agent,
  at: '2026-11-24T10:01:00.000Z',
};

describe('the pace in force', () => {
  test('is the approved one', () => {
    const campaign = aCampaign();
    expect(paceOf(campaign)).toEqual({ throttle: campaign.throttle, hours: campaign.hours });
    expect(hoursOf(aCampaign({ hours: null }))).toBeNull();
  });

  test('is the slower one that somebody chose since', () => {
    const campaign = aCampaign({ slowed });
    expect(paceOf(campaign)).toEqual({ throttle: slowed.throttle, hours: slowed.hours });
    expect(hoursOf(campaign)).toBe(slowed.hours);
    expect(answerWithinOf(campaign)).toBeNull();
    expect(answerWithinOf(aCampaign({ slowed: { ...slowed, answerWithinSeconds: 600 } }))).toBe(600);
  });
});

describe('around a change of pace', () => {
  const campaign = aCampaign({ slowed, paceChanged: { at: slowed.at, batchSize: 7 } });

  test('a batch begun before takes no more than it would have, and the next waits as approved', () => {
    expect(batchSizeOf(campaign, batch)).toBe(7);
    expect(batchAfter(campaign, batch)).toEqual(new Date('2026-11-24T10:05:00.000Z'));
  });

  test('a batch begun since goes by the new pace', () => {
    const later = { no: 4, startedAt: '2026-11-24T10:05:00.000Z' };
    expect(batchSizeOf(campaign, later)).toBe(10);
    expect(batchAfter(campaign, later)).toEqual(new Date('2026-11-24T10:06:00.000Z'));
  });

  test('a batch stamped by a wrong clock counts as begun before', () => {
    const at = '2026-11-24T11:00:00.000Z';
    const restamped = aCampaign({ ...campaign, restamped: { batch: 3, at } });
    expect(batchSizeOf(restamped, { no: 3, startedAt: at })).toBe(7);
  });

  test('a batch begun before may have been larger than the new pace allows', () => {
    const smaller = aCampaign({
      throttle: { ...campaign.throttle, batchSize: 5 },
      paceChanged: { at: slowed.at, batchSize: 50 },
    });
    const of = (began: string) =>
      checkInvariants(smaller, { counts: counts({ queued: 120 }), batch: { no: 3, startedAt: began, taken: 50 } });
    expect(of(startedAt).join()).not.toContain('Batch 3');
    expect(of('2026-11-24T10:30:00.000Z').join()).toContain('Batch 3 has taken 50');
  });
});
