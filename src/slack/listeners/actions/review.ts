import type { CampaignId } from '../../../domain/ids.ts';
import { inModal } from '../../requests/errors.ts';
import { ownSubmissionModal } from '../../ui/modals/own-submission.ts';
import { readReviewView, reviewModal } from '../../ui/modals/review.ts';
import { sendBackModal } from '../../ui/modals/send-back.ts';
import { onButton } from '../listener.ts';

/** "Review" on the review card. Its writers see what they submitted; others who may not approve learn why, first of all. */
export const openReview = onButton(async ({ by, body, action, client, context }, { campaigns }) => {
  inModal(context);
  const { kind, preview } = await campaigns.openReview(action.value as CampaignId, by);
  const view = kind === 'own' ? ownSubmissionModal(preview) : reviewModal(preview);
  await client.views.open({ trigger_id: body.trigger_id, view });
});

/** "Send back" in the review, for what the review shows. */
export const openSendBack = onButton(async ({ by, body, action, client }, { campaigns }) => {
  const campaign = await campaigns.checkApprover(action.value as CampaignId, by);
  const seen = body.view && readReviewView(body.view).contentHash;
  await client.views.push({ trigger_id: body.trigger_id, view: sendBackModal(campaign, seen) });
});
