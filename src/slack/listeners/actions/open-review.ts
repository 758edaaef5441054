import type { CampaignId } from '../../../domain/ids.ts';
import { inModal } from '../../requests/errors.ts';
import { ownSubmissionModal } from '../../ui/modals/own-submission.ts';
import { reviewModal } from '../../ui/modals/review.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';

/** "Review" on the review card. Its writers see what they submitted; others who may not approve learn why, first of all. */
export function openReview({ campaigns }: ListenerDeps): OnButton {
  return async ({ ack, body, action, client, context }) => {
    await ack();
    inModal(context);
    const { kind, preview } = await campaigns.openReview(action.value as CampaignId, personOf(body));
    const view = kind === 'own' ? ownSubmissionModal(preview) : reviewModal(preview);
    await client.views.open({ trigger_id: body.trigger_id, view });
  };
}
