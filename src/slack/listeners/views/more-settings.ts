import { showView } from '../../requests/show-view.ts';
import { readCampaignFormView } from '../../ui/modals/campaign-form.ts';
import { moreSettingsModal, readMoreSettingsView } from '../../ui/modals/more-settings.ts';
import { type ListenerDeps, type OnSubmit, onButton, personOf } from '../listener.ts';
import { formFor } from './open-form.ts';

/** "More settings" in the campaign form opens them on top of it. */
export const openMoreSettings = onButton(async ({ body, client, by }, { campaigns }) => {
  if (!body.view) return;
  const form = readCampaignFormView(body.view);
  const { key, settings, isGone } = await campaigns.moreSettingsOf(
    { key: form.formKey, campaignId: form.campaignId },
    by,
  );
  const view = moreSettingsModal({ settings, isGone, form: { ...form, formKey: key } });
  await client.views.push({ trigger_id: body.trigger_id, view });
});

/** "Done" there: it is kept, and the form below says what is set. What was typed into the form stays, by its fields' ids. */
export function keepMoreSettings(deps: ListenerDeps): OnSubmit {
  const { campaigns } = deps;
  return async ({ ack, body, view, client }) => {
    const by = personOf(body);
    const { typed, form } = readMoreSettingsView(view);
    const { formKey, campaignId, seen, listFrom, input, pasted, messageNo } = form;
    const { settings, campaign } = await campaigns.keepMoreSettings({ key: formKey, campaignId }, { typed, by });
    const below = await formFor(deps, by, {
      input,
      ...settings,
      formKey,
      ...(pasted && { pasted }),
      ...(seen && { seen }),
      ...(listFrom && { listFrom }),
      ...(messageNo && { messageNo }),
      ...(campaign && { campaignId: campaign.id, currentListSize: campaign.list.size }),
    });
    if (view.previous_view_id) {
      const orSay = 'Your campaign form was closed meanwhile, so nothing of it is saved.';
      await showView(client, { viewId: view.previous_view_id, person: by, view: below, orSay });
    }
    await ack();
  };
}
