import type { ModalView } from '@slack/types';
import { type Seen, seenOf } from '../../../domain/campaign/approval.ts';
import type { CampaignId, UserId } from '../../../domain/ids.ts';
import type { Addition } from '../../../domain/wording/problems.ts';
import type { CampaignDoors } from '../../../services/campaigns/campaigns.ts';
import { views } from '../../ids.ts';
import { inModal } from '../../requests/errors.ts';
import { allMessagesModal } from '../../ui/modals/all-messages.ts';
import { formInputOf } from '../../ui/modals/campaign-form.ts';
import { noticeModal } from '../../ui/modals/notice.ts';
import { previewModal, readPreviewView } from '../../ui/modals/preview.ts';
import { rulesOfCampaignModal } from '../../ui/modals/rules-of-campaign.ts';
import { testMessageModal } from '../../ui/modals/test-message.ts';
import { readButtonValue } from '../../ui/parts/button-value.ts';
import { readSuggested } from '../../ui/parts/suggested-pace.ts';
import { shortName } from '../../ui/words/short-name.ts';
import { onButton } from '../listener.ts';
import { orShowChanged } from '../or-show-changed.ts';
import { formFor } from '../views/open-form.ts';

/** "Edit" in the preview: the form takes its place, filled in with the campaign as it is now, if it may still be edited. */
export const editCampaign = onButton(async ({ by, body, action, client, context }, deps) => {
  inModal(context);
  const campaign = await deps.campaigns.checkEdit(action.value as CampaignId, by);
  const view = await formFor(deps, by, {
    input: formInputOf(campaign),
    campaignId: campaign.id,
    currentListSize: campaign.list.size,
    seen: seenOf(campaign),
    answering: campaign.answering,
    leaveOut: campaign.leaveOut,
    canary: campaign.canary,
    notAfter: campaign.notAfter,
    pace: campaign.throttle.pace,
  });
  if (body.view) await client.views.update({ view_id: body.view.id, hash: body.view.hash, view });
  else await client.views.open({ trigger_id: body.trigger_id, view });
});

/** "Send test to me" in the preview, for what the preview shows. */
export const openTestMessage = onButton(async ({ by, body, client }, { campaigns }) => {
  if (!body.view) return;
  await campaigns.checkAuthor(by);
  const view = testMessageModal(readPreviewView(body.view), await campaigns.ownPhone(by));
  await client.views.push({ trigger_id: body.trigger_id, view });
});

/** "Use this pace" in the preview: the draft gets the pace that stands there, and is shown again. */
export const useBetterPace = onDraftButton((campaigns, id, { value, ...input }) =>
  campaigns.useBetterPace(id, { ...input, pace: readSuggested(value).suggested }),
);

/** "Use plain characters" in the preview: the message gets plain quotes, hyphens, dots and spaces, and is shown again. */
export const usePlainCharacters = onDraftButton((campaigns, id, { by, seen }) =>
  campaigns.usePlainCharacters(id, { by, seen }),
);

/** "Add “Reply STOP to opt out”" and the like: the message gets what its places want in it, and is shown again. */
export const addToText = (what: Addition['what']) =>
  onDraftButton((campaigns, id, { by, seen }) => campaigns.addToText(id, { by, seen, what }));

/** A press in the preview that changes the draft as it is shown there, and shows the changed one in its place. */
function onDraftButton(
  change: (
    campaigns: CampaignDoors,
    id: CampaignId,
    input: { by: UserId; seen: Seen; value: string | undefined },
  ) => Promise<unknown>,
) {
  return onButton(async ({ by, body, action, client }, { campaigns }) => {
    const { view: window } = body;
    if (!window) return;
    const { campaignId, contentHash } = readPreviewView(window);
    const seen = { contentHash, status: 'draft' } as const;
    const show = (view: ModalView) => client.views.update({ view_id: window.id, hash: window.hash, view });
    const act = () => change(campaigns, campaignId, { by, seen, value: action.value });
    const done = await orShowChanged(act, { campaigns, campaignId, by, show });
    if (done) await show(previewModal(await campaigns.show(campaignId, by)));
  });
}

/** "Delete" in a draft's preview or on the Home tab, which shows that it is gone; Slack asked whether they are sure. */
export const deleteDraft = onButton(async ({ by, body, action, client }, { campaigns }) => {
  const { view: window } = body;
  if (!window) return;
  if (window.type === 'home') {
    const value = readButtonValue(action.value);
    return value.on === 'campaign' && campaigns.remove(value.campaignId, by, value.contentHash);
  }
  const { campaignId, contentHash } = readPreviewView(window);
  const show = (view: ModalView) => client.views.update({ view_id: window.id, view });
  const remove = () => campaigns.remove(campaignId, by, contentHash);
  const done = await orShowChanged(remove, { campaigns, campaignId, by, show });
  if (!done) return;
  const name = shortName(done.campaign);
  const notice = done.isGone
    ? noticeModal('Deleted', `${name} and its list are deleted.`)
    : noticeModal('Cancelled', `${name} was submitted once, so it is cancelled, and its card stays in the channel.`);
  await show(notice);
});

/** "Show all messages" in the preview or the review opens them on top; "Next" and "Previous" turn the page there. */
export const showMessages = onButton(async ({ by, body, action, client }, { campaigns }) => {
  const value = readButtonValue(action.value);
  if (value.on !== 'messages') return;
  const view = allMessagesModal(await campaigns.messages(value.campaignId, { page: value.page, by }));
  if (body.view?.callback_id === views.allMessages) await client.views.update({ view_id: body.view.id, view });
  else await client.views.push({ trigger_id: body.trigger_id, view });
});

/** "Show rules" in the preview or the review, on top of it, and under how a campaign stands: the rules of where its people are. */
export const showRules = onButton(async ({ by, body, action, client }, { campaigns }) => {
  const outlook = await campaigns.outlook(action.value as CampaignId, by);
  const { trigger_id } = body;
  if (body.view) await client.views.push({ trigger_id, view: rulesOfCampaignModal(outlook) });
  else await client.views.open({ trigger_id, view: rulesOfCampaignModal(outlook, 'Close') });
});
