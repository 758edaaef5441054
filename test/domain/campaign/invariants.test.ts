import { expect, test } from 'vitest';
import { contentHash } from '../../../src/domain/campaign/approval.ts';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import { checkInvariants, type Standing } from '../../../src/domain/campaign/invariants.ts';
import { aCampaign, approver, author, counts } from '../../support/builders.ts';

/** Running, approved by somebody else for exactly what is stored. */
function anApproved(overrides: Partial<Campaign> = {}): Campaign {
  const campaign = aCampaign(overrides);
  const approval = { by: approver, at: '2026-11-23T14:30:00.000Z', contentHash: contentHash(campaign) };
  return { ...campaign, approval, ...overrides };
}

const midway: Standing = {
  counts: counts({ queued: 69, claimed: 1, submitted: 50 }),
  batch: { no: 2, startedAt: '2026-11-23T15:00:00.000Z', taken: 1 },
};
const atTheEnd: Standing = { ...midway, counts: counts({ delivered: 119, unconfirmed: 1 }) };

test.each([
  ['a running campaign', anApproved(), midway],
  ['a completed campaign with somebody in doubt', anApproved({ status: 'completed' }), atTheEnd],
  [
    'a draft that nobody approved',
    aCampaign({ status: 'draft', approval: null }),
    { ...midway, counts: counts({ queued: 120 }) },
  ],
  [
    'a draft that was cancelled',
    aCampaign({ status: 'cancelled', approval: null }),
    { ...midway, counts: counts({ queued: 120 }) },
  ],
])('%s is sound', (_what, campaign, standing) => {
  const { claimed } = standing.counts;
  expect(checkInvariants(claimed > 0 ? campaign : { ...campaign, startedAt: null }, standing)).toEqual([]);
});

test.each<[string, Campaign, Standing, string]>([
  [
    'somebody is lost',
    anApproved(),
    { ...midway, counts: counts({ queued: 119 }) },
    '119 recipients are counted, but the list has 120.',
  ],
  [
    'a count is below zero',
    anApproved(),
    { ...midway, counts: counts({ queued: 121, claimed: -1 }) },
    'A number of recipients is below zero.',
  ],
  [
    'a batch is larger than approved',
    anApproved(),
    { ...midway, batch: { no: 2, startedAt: '2026-11-23T15:00:00.000Z', taken: 51 } },
    'Batch 2 has taken 51 recipients, but a batch has 50.',
  ],
  [
    'it is over too early',
    anApproved({ status: 'completed' }),
    midway,
    'It is completed, but 70 recipients are still to be sent.',
  ],
  [
    'it is cancelled and goes on',
    anApproved({ status: 'cancelled' }),
    midway,
    'It is cancelled, but 70 recipients are still to be sent.',
  ],
  ['it never started', anApproved({ startedAt: null }), midway, 'Somebody was claimed before it started.'],
  ['nobody approved it', anApproved({ approval: null }), midway, 'Nobody has approved it.'],
  ['its author approved it', { ...anApproved(), createdBy: approver }, midway, 'It was approved by who wrote it.'],
  [
    'its last editor approved it',
    { ...anApproved(), lastEditedBy: approver },
    midway,
    'It was approved by who wrote it.',
  ],
  ['its text was changed', { ...anApproved(), template: 'Buy!' }, midway, 'What is stored is not what was approved.'],
  [
    'its pace was changed',
    { ...anApproved(), throttle: { batchSize: 60, everySeconds: 1, holdAbove: null } },
    midway,
    'What is stored is not what was approved.',
  ],
])('it is told when %s', (_what, campaign, standing, sentence) => {
  expect(author).not.toBe(approver);
  expect(checkInvariants(campaign, standing)).toEqual([sentence]);
});
