import { describe, expect, test } from 'vitest';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import { type Fate, whatBecameOf } from '../../../src/domain/fate/what-became-of.ts';
import type { BatchPlan } from '../../../src/domain/pace/throttle.ts';
import { type Recipient, RecipientState } from '../../../src/domain/recipient/recipient.ts';
import type { Suppression } from '../../../src/domain/reply/suppression.ts';
import { aCampaign, agent, aRecipient, aSuppression, campaignId } from '../../support/builders.ts';

const at = '2026-11-23T15:00:00.000Z';
const later = '2026-11-23T16:00:00.000Z';

function became(
  recipient: Partial<Recipient>,
  more: { campaign?: Partial<Campaign>; suppression?: Suppression; plan?: BatchPlan } = {},
) {
  return whatBecameOf({
    recipient: aRecipient({ changedAt: at, ...recipient }),
    campaign: aCampaign(more.campaign),
    suppression: more.suppression,
    plan: more.plan ?? null,
    nameOf: (id) => (id === campaignId ? 'Open evening' : undefined),
  });
}

const texted = (reported: Extract<Fate, { kind: 'texted' }>['reported'], code: string | null = null): Fate => ({
  kind: 'texted',
  reported,
  code,
});
const inDoubt = (because: string, isClosed: boolean, closedBy: typeof agent | null = null): Fate => ({
  kind: 'in_doubt',
  because,
  isClosed,
  closedBy,
});
const id = 'aaaaaaaa-bbbb-4ccc-8ddd-000000000000';

/** Every state, in words: what the store has, and what became of the person. */
const states: [said: string, recipient: Partial<Recipient>, fate: Fate][] = [
  ['a message on its way out leaves now', { state: 'claimed' }, { kind: 'leaving' }],
  ['a message taken by the provider is texted, without a receipt yet', { state: 'submitted' }, texted('nothing')],
  ['a receipt that never came is said to be missing', { state: 'no_receipt' }, texted('never')],
  ['a delivered message was delivered', { state: 'delivered' }, texted('delivered')],
  [
    'an undeliverable message was texted, and not delivered',
    { state: 'undeliverable', reason: '2' },
    texted('undeliverable', '2'),
  ],
  [
    'a message that the provider refused was never texted',
    { state: 'rejected', reason: '1240' },
    { kind: 'refused', code: '1240' },
  ],
  [
    'a message rejected after the provider took it was texted',
    { state: 'rejected', reason: '50', messageId: id },
    texted('rejected', '50'),
  ],
  ['an unconfirmed message is in doubt', { state: 'unconfirmed', reason: 'timeout' }, inDoubt('timeout', false)],
  [
    'a doubt that somebody closed is named with who did',
    { state: 'closed', reason: 'timeout', decidedBy: agent },
    inDoubt('timeout', true, agent),
  ],
  ['a doubt closed by nobody known is closed', { state: 'closed', reason: 'crash' }, inDoubt('crash', true)],
  [
    'a skipped person never gets it',
    { state: 'skipped', reason: 'opted_out' },
    { kind: 'never', because: 'opted_out' },
  ],
  ['a skip without a reason is unknown', { state: 'skipped' }, { kind: 'never', because: 'unknown' }],
  [
    'a person left out by a rule is told from others, with the campaign’s name',
    { state: 'skipped', reason: `texted_${campaignId}_2026-05-03` },
    { kind: 'left_out', because: { kind: 'texted', campaignId, day: '2026-05-03' }, name: 'Open evening' },
  ],
  [
    'a person left out by a campaign that is gone is left out without a name',
    { state: 'skipped', reason: 'in_wxyz6789' },
    { kind: 'left_out', because: { kind: 'in_campaign', campaignId: 'wxyz6789' as never }, name: undefined },
  ],
];

describe('what became of a person', () => {
  test.each(states)('%s', (_, recipient, fate) => {
    expect(became(recipient)).toEqual({ fate, at, mayHaveGotEarlier: false, optedOutSince: null });
  });

  test('is told of every state that there is', () => {
    const told = new Set(states.map(([, { state }]) => state));
    expect(RecipientState.options.filter((state) => state !== 'queued' && !told.has(state))).toEqual([]);
  });

  test('may include an earlier message, once one in doubt was released', () => {
    expect(became({ state: 'delivered', attempt: 2 }).mayHaveGotEarlier).toBe(true);
  });

  test('includes an opt-out since then, but no hold', () => {
    expect(became({ state: 'delivered' }, { suppression: aSuppression({ at: later }) }).optedOutSince).toBe(later);
    const held = aSuppression({ at: later, kind: 'held' });
    expect(became({ state: 'delivered' }, { suppression: held }).optedOutSince).toBeNull();
  });
});

describe('whoever is still to get it', () => {
  const pause = { reason: 'person' as const, by: agent, at, detail: null };
  const plan: BatchPlan = { kind: 'wait', until: new Date(later), because: 'interval' };

  test.each<[said: string, more: Parameters<typeof became>[1], fate: Fate]>([
    [
      'waits for the author of a draft',
      { campaign: { status: 'draft' } },
      { kind: 'waits', wait: { for: 'submission' } },
    ],
    [
      'waits for an approver',
      { campaign: { status: 'pending_approval' } },
      { kind: 'waits', wait: { for: 'approval' } },
    ],
    [
      'waits for the start',
      { campaign: { status: 'scheduled', startAt: later } },
      { kind: 'waits', wait: { for: 'start', at: later } },
    ],
    ['waits for Resume', { campaign: { status: 'paused', pause } }, { kind: 'waits', wait: { for: 'resume', pause } }],
    ['waits for their turn', { plan }, { kind: 'waits', wait: { for: 'turn', plan } }],
    [
      'waits for a decision about their own text',
      { suppression: aSuppression({ kind: 'held', at: later }) },
      { kind: 'waits', wait: { for: 'decision', since: later } },
    ],
    [
      'never gets it once they opted out',
      { suppression: aSuppression({ at: later }) },
      { kind: 'never', because: 'opted_out' },
    ],
    [
      'never gets it of a cancelled campaign',
      { campaign: { status: 'cancelled' } },
      { kind: 'never', because: 'cancelled' },
    ],
    ['never gets it of a failed campaign', { campaign: { status: 'failed' } }, { kind: 'never', because: 'failed' }],
    [
      'never gets it while it is cancelled',
      { campaign: { status: 'cancelling' } },
      { kind: 'never', because: 'cancelling' },
    ],
  ])('%s', (_, more, fate) => {
    expect(became({ state: 'queued' }, more)).toMatchObject({ fate, at: null });
  });
});
