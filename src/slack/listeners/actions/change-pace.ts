import type { CampaignId } from '../../../domain/ids.ts';
import { inModal } from '../../requests/errors.ts';
import { changePaceModal, reviewPaceModal } from '../../ui/modals/change-pace.ts';
import { onButton } from '../listener.ts';

/** "Change pace" on a running or paused campaign. */
export const openChangePace = onButton(async ({ by, body, action, client, context }, { campaigns }) => {
  inModal(context);
  const view = changePaceModal(await campaigns.checkChangePace(action.value as CampaignId, by));
  await client.views.open({ trigger_id: body.trigger_id, view });
});

/** "Review" there, while somebody proposes a faster pace. */
export const openReviewPace = onButton(async ({ by, body, action, client, context }, { campaigns }) => {
  inModal(context);
  const view = reviewPaceModal(await campaigns.reviewPace(action.value as CampaignId, by));
  await client.views.open({ trigger_id: body.trigger_id, view });
});
