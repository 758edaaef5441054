import { nameAfter } from '../../../domain/campaign/result.ts';
import type { CampaignId } from '../../../domain/ids.ts';
import { inModal } from '../../requests/errors.ts';
import { showView } from '../../requests/show-view.ts';
import { formInputOf } from '../../ui/modals/campaign-form.ts';
import { countingModal, followUpModal } from '../../ui/modals/follow-up.ts';
import { onButton } from '../listener.ts';
import { formFor } from '../views/open-form.ts';

/** "Copy": the form of a new campaign with all that this one has; its list is taken unless another one is given. */
export const copyCampaign = onButton(async ({ by, body, action, client, context }, deps) => {
  inModal(context);
  const { campaign, formKey } = await deps.campaigns.copy(action.value as CampaignId, by);
  const view = await formFor(deps, by, {
    input: { ...formInputOf(campaign), name: nameAfter(campaign.name, ' (copy)'), start: '' },
    listFrom: { campaignId: campaign.id, result: { kind: 'all' }, size: campaign.list.size },
    answering: campaign.answering,
    leaveOut: campaign.leaveOut,
    canary: campaign.canary,
    pace: campaign.throttle.pace,
    formKey,
  });
  await client.views.open({ trigger_id: body.trigger_id, view });
});

/** "Follow up": asks who is to get the new campaign. Counting them may take longer than Slack waits. */
export const openFollowUp = onButton(async ({ by, body, action, client, context }, { campaigns }) => {
  inModal(context);
  const id = action.value as CampaignId;
  await campaigns.open(id, by);
  const opened = await client.views.open({ trigger_id: body.trigger_id, view: countingModal() });
  const { campaign, results } = await campaigns.results(id, by);
  const view = followUpModal(campaign, results);
  const orSay = 'The window was closed before everybody was counted. Press Follow up again.';
  await showView(client, { viewId: opened.view?.id ?? '', person: by, view, orSay });
});
