import type { CampaignId } from '../../../domain/ids.ts';
import { inModal } from '../../errors.ts';
import { reviewModal } from '../../ui/modals/review.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';

/** "Review" on the review card. Who may not approve learns why, before reading it all. */
export function openReview({ campaigns }: ListenerDeps): OnButton {
  return async ({ ack, body, action, client, context }) => {
    await ack();
    inModal(context);
    const campaign = await campaigns.checkApprover(action.value as CampaignId, personOf(body));
    const view = reviewModal(await campaigns.preview(campaign.id));
    await client.views.open({ trigger_id: body.trigger_id, view });
  };
}
