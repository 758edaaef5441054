import type { Campaign } from '../../domain/campaign/campaign.ts';
import { asReviewed } from '../../domain/campaign/difference.ts';
import { direct } from '../announcements.ts';
import type { TickDeps } from '../deps.ts';
import { changeCampaign, inStatus } from './change-campaign.ts';

const approvalMs = 14 * 86_400_000;

/** What nobody has approved for two weeks is a draft again, and its author is told. */
export async function expireApproval(deps: TickDeps, campaign: Campaign, now: Date): Promise<void> {
  if (!campaign.submittedAt || now.getTime() - Date.parse(campaign.submittedAt) < approvalMs) return;
  const text = `Nobody approved “${campaign.name}” within 14 days, so it is a draft again. You can submit it once more.`;
  await changeCampaign(deps, campaign.id, (current) =>
    current.status === 'pending_approval'
      ? {
          campaign: inStatus(current, 'draft', { formerly: asReviewed(current, now) }),
          announcements: [direct(current.createdBy, current.id, now, text)],
        }
      : undefined,
  );
}
