import type { CampaignId } from '../../../domain/ids.ts';
import { inModal } from '../../requests/errors.ts';
import { changePaceModal, reviewPaceModal } from '../../ui/modals/change-pace.ts';
import { noticeModal } from '../../ui/modals/notice.ts';
import { proposePaceModal } from '../../ui/modals/propose-pace.ts';
import { readReviewView } from '../../ui/modals/review.ts';
import { readButtonValue } from '../../ui/parts/button-value.ts';
import { readSuggested } from '../../ui/parts/suggested-pace.ts';
import { shortName } from '../../ui/words/short-name.ts';
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

/** "Propose another pace" in the review, for what the review shows. */
export const openProposePace = onButton(async ({ by, body, action, client }, { campaigns }) => {
  if (!body.view) return;
  const { campaignId, ...suggested } = readSuggested(action.value);
  const campaign = await campaigns.checkApprover(campaignId, by);
  const view = proposePaceModal(campaign, { seen: readReviewView(body.view).contentHash, ...suggested });
  await client.views.push({ trigger_id: body.trigger_id, view });
});

/** "Use this pace" on the card, or in the preview, of what was sent back with one. */
export const usePace = onButton(async ({ by, body, action, client, context }, { campaigns }) => {
  const value = readButtonValue(action.value);
  if (value.on !== 'campaign') return;
  inModal(context);
  const campaign = await campaigns.usePace(value.campaignId, { by, contentHash: value.contentHash });
  if (!body.view) return;
  const text = `${shortName(campaign)} has this pace now and waits for approval.`;
  await client.views.update({ view_id: body.view.id, view: noticeModal('Submitted', text) });
});
