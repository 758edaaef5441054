import { campaignFormModal } from '../../ui/modals/campaign-form.ts';
import { type ListenerDeps, type OnShortcut, onButton, personOf } from '../listener.ts';

/** "New campaign" from Slack's own menu. */
export function newCampaign({ campaigns, senders }: ListenerDeps): OnShortcut {
  return async ({ ack, client, shortcut }) => {
    await ack();
    await campaigns.checkAuthor(personOf(shortcut));
    await client.views.open({ trigger_id: shortcut.trigger_id, view: campaignFormModal({ input: {}, senders }) });
  };
}

/** "New campaign" on the Home tab. */
export const newCampaignAtHome = onButton(async ({ by, body, client }, { campaigns, senders }) => {
  await campaigns.checkAuthor(by);
  await client.views.open({ trigger_id: body.trigger_id, view: campaignFormModal({ input: {}, senders }) });
});
