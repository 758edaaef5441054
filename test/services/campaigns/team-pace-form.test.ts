import { expect, test } from 'vitest';
import { nothingForeseen } from '../../../src/domain/answering/answering.ts';
import { contentHash } from '../../../src/domain/campaign/approval.ts';
import { type CampaignContent, withPaceOf } from '../../../src/domain/campaign/campaign-form.ts';
import { aCampaign } from '../../support/builders.ts';

const content = (hold: number | null): CampaignContent => {
  const { name, sender, template, hours, startAt, zone, channel } = aCampaign();
  const throttle = { batchSize: 50, everySeconds: 300, holdAbove: hold };
  return { name, sender, template, hours, startAt, zone, channel, throttle, answering: nothingForeseen };
};

test('a pace that follows the team needs a limit to keep, and says so under that field', () => {
  expect(() => withPaceOf({ ...content(null), pace: 'team' }, null)).toThrow(/needs a number here/);
  expect(withPaceOf({ ...content(10), pace: 'team' }, null).throttle.pace).toBe('team');
});

test('an edit that says nothing of the pace keeps it, and Fixed takes it away', () => {
  const before = { batchSize: 50, everySeconds: 300, holdAbove: 10, pace: 'team' as const };
  expect(withPaceOf(content(10), before).throttle).toEqual(before);
  expect(withPaceOf({ ...content(10), pace: 'fixed' }, before).throttle).not.toHaveProperty('pace');
});

test('another pace voids the approval', () => {
  const campaign = aCampaign();
  const followed = { ...campaign, throttle: { ...campaign.throttle, pace: 'team' as const } };
  expect(contentHash(followed)).not.toBe(contentHash(campaign));
});
