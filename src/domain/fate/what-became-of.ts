import type { Campaign } from '../campaign/campaign.ts';
import { endsEarly } from '../campaign/campaign-status.ts';
import type { CampaignId, Instant, UserId } from '../ids.ts';
import { type LeftOutBecause, readLeftOutReason } from '../leave-out/left-out-because.ts';
import type { BatchPlan } from '../pace/throttle.ts';
import type { Recipient } from '../recipient/recipient.ts';
import type { Suppression } from '../reply/suppression.ts';

/** What holds somebody's message who is still to get it. */
export type Wait =
  | { for: 'submission' }
  | { for: 'approval' }
  | { for: 'start'; at: Instant | null }
  | { for: 'resume'; pause: Campaign['pause'] }
  /** The person may have asked for an end: somebody decides in the thread. */
  | { for: 'decision'; since: Instant }
  | { for: 'turn'; plan: BatchPlan | null };

export type Fate =
  | { kind: 'leaving' }
  /** The provider took it. `reported`: what was heard of it since. */
  | { kind: 'texted'; reported: 'nothing' | 'never' | 'delivered' | 'undeliverable' | 'rejected'; code: string | null }
  /** The provider did not take it. */
  | { kind: 'refused'; code: string | null }
  /** Nobody can know whether it went out; `closedBy`: who gave up on it. */
  | { kind: 'in_doubt'; because: string | null; isClosed: boolean; closedBy: UserId | null }
  | { kind: 'waits'; wait: Wait }
  | { kind: 'never'; because: string }
  /** By the campaign's own rules; `name`: of the other campaign, if it is still there. */
  | { kind: 'left_out'; because: LeftOutBecause; name: string | undefined };

/** What became of one person in one campaign. */
export type WhatBecame = {
  fate: Fate;
  /** When it came to that; null: nothing has happened yet. */
  at: Instant | null;
  /** Somebody released a message in doubt: an earlier one may have arrived whatever became of this one. */
  mayHaveGotEarlier: boolean;
  /** Since when the person is opted out now. */
  optedOutSince: Instant | null;
};

type Facts = {
  recipient: Pick<Recipient, 'state' | 'reason' | 'messageId' | 'attempt' | 'changedAt' | 'decidedBy'>;
  campaign: Pick<Campaign, 'status' | 'startAt' | 'pause'>;
  suppression: Suppression | undefined;
  /** What a running campaign does now; null for any other. */
  plan: BatchPlan | null;
  nameOf?: (id: CampaignId) => string | undefined;
};

/** Says of every recipient, in every state, what became of them and why. */
export function whatBecameOf(facts: Facts): WhatBecame {
  const { recipient, suppression } = facts;
  return {
    fate: fateOf(facts),
    at: recipient.state === 'queued' ? null : recipient.changedAt,
    mayHaveGotEarlier: recipient.attempt > 1,
    optedOutSince: suppression?.kind === 'opted_out' ? suppression.at : null,
  };
}

function fateOf({ recipient, campaign, suppression, plan, nameOf }: Facts): Fate {
  const { state, reason, messageId } = recipient;
  const because = readLeftOutReason(reason);
  switch (state) {
    case 'queued':
      return queued(campaign, suppression, plan);
    case 'claimed':
      return { kind: 'leaving' };
    case 'submitted':
      return { kind: 'texted', reported: 'nothing', code: null };
    case 'no_receipt':
      return { kind: 'texted', reported: 'never', code: null };
    case 'delivered':
      return { kind: 'texted', reported: 'delivered', code: null };
    case 'undeliverable':
      return { kind: 'texted', reported: 'undeliverable', code: reason };
    case 'rejected':
      // Only what the provider took has an id: the rejection came later, by a receipt.
      return messageId === null
        ? { kind: 'refused', code: reason }
        : { kind: 'texted', reported: 'rejected', code: reason };
    case 'unconfirmed':
      return { kind: 'in_doubt', because: reason, isClosed: false, closedBy: null };
    case 'closed':
      return { kind: 'in_doubt', because: reason, isClosed: true, closedBy: recipient.decidedBy ?? null };
    case 'skipped':
      if (because) return { kind: 'left_out', because, name: nameOf?.(because.campaignId) };
      return { kind: 'never', because: reason ?? 'unknown' };
  }
}

function queued(campaign: Facts['campaign'], suppression: Suppression | undefined, plan: BatchPlan | null): Fate {
  if (endsEarly(campaign.status)) return { kind: 'never', because: campaign.status };
  if (suppression?.kind === 'opted_out') return { kind: 'never', because: 'opted_out' };
  if (suppression?.kind === 'held') return { kind: 'waits', wait: { for: 'decision', since: suppression.at } };
  return { kind: 'waits', wait: waitOf(campaign, plan) };
}

function waitOf({ status, startAt, pause }: Facts['campaign'], plan: BatchPlan | null): Wait {
  if (status === 'draft') return { for: 'submission' };
  if (status === 'pending_approval') return { for: 'approval' };
  if (status === 'scheduled') return { for: 'start', at: startAt };
  if (status === 'paused') return { for: 'resume', pause };
  return { for: 'turn', plan };
}
