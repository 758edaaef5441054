import type { Campaign } from '../../domain/campaign/campaign.ts';
import { isUncertain, type Member, whyNotApprove } from '../../domain/campaign/permissions.ts';
import { CampaignError } from '../../domain/campaign-error.ts';
import type { Deps } from '../deps.ts';

/** The approver as they are now: what they were five minutes ago releases nothing. */
export async function approverNow({ people }: Deps, { approval }: Campaign): Promise<Member | undefined> {
  return approval ? people.findNow(approval.by) : undefined;
}

/** Nothing goes on that its approver could not release now. `wayOut`: what can be done instead. */
export function refuseIfApproverLeft(
  campaign: Campaign,
  approver: Member | undefined,
  { settings, wayOut }: Pick<Deps, 'settings'> & { wayOut: string },
): void {
  const refusal = whyNotApprove(approver, campaign, settings.roles);
  if (!refusal) return;
  if (isUncertain(refusal)) {
    const sentence = 'Slack did not say who approved this campaign, so it does not go on. Try again in a minute.';
    throw new CampaignError('unknown_person', sentence);
  }
  const sentence = `The approver may not approve any more, so this campaign cannot go on. ${wayOut}`;
  throw new CampaignError('approval_void', sentence);
}
