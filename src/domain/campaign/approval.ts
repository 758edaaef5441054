import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../canonical-json.ts';
import type { Campaign } from './campaign.ts';
import { CampaignStatus } from './campaign-status.ts';

/** What an approval releases: these fields, and nothing that changes while the campaign runs. */
export type CampaignContent = Pick<
  Campaign,
  | 'name'
  | 'sender'
  | 'template'
  | 'throttle'
  | 'hours'
  | 'startAt'
  | 'notAfter'
  | 'channel'
  | 'answering'
  | 'leaveOut'
  | 'canary'
  | 'consent'
  | 'list'
>;

/** Just these fields of a campaign. */
export function approvedContent(campaign: CampaignContent): CampaignContent {
  const {
    name,
    sender,
    template,
    throttle,
    hours,
    startAt,
    notAfter,
    channel,
    answering,
    leaveOut,
    canary,
    consent,
    list,
  } = campaign;
  return {
    ...{ name, sender, template, throttle, hours, startAt, notAfter, channel },
    ...{ answering, leaveOut, canary, consent, list },
  };
}

/**
 * SHA-256 over exactly what the approver is shown: any change to it voids the approval. What a campaign does not have
 * leaves no trace, so that hashes of campaigns stored before it existed stay true.
 */
export function contentHash(campaign: CampaignContent): string {
  const content = approvedContent(campaign);
  const leaveOut = content.leaveOut?.length ? content.leaveOut : undefined;
  return createHash('sha256')
    .update(canonicalJson({ ...content, leaveOut }))
    .digest('hex');
}

/** What somebody saw of a campaign when they began to change it. */
export const Seen = z.object({ contentHash: z.string().min(1), status: CampaignStatus });
export type Seen = z.infer<typeof Seen>;

export function seenOf(campaign: CampaignContent & Pick<Campaign, 'status'>): Seen {
  return { contentHash: contentHash(campaign), status: campaign.status };
}

/** Nobody has changed, submitted, sent back or approved it meanwhile. */
export function isAsSeen(campaign: CampaignContent & Pick<Campaign, 'status'>, seen: Seen): boolean {
  return campaign.status === seen.status && contentHash(campaign) === seen.contentHash;
}
