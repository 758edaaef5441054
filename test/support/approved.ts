import { contentHash } from '../../src/domain/campaign/approval.ts';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import { listHash } from '../../src/domain/list/hash.ts';
import type { ListedRecipient } from '../../src/domain/recipient/recipient.ts';
import { approver } from './builders.ts';

/** The campaign with exactly this list, approved as it stands. */
export function approved(campaign: Campaign, list: readonly ListedRecipient[]): Campaign {
  const hash = listHash(campaign.list.columns, list);
  const listed = { ...campaign, list: { ...campaign.list, size: list.length, hash } };
  return { ...listed, approval: { by: approver, at: campaign.createdAt, contentHash: contentHash(listed) } };
}
