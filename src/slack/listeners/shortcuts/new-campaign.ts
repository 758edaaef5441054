import { campaignFormModal } from '../../ui/modals/campaign-form.ts';
import { type ListenerDeps, type OnShortcut, personOf } from '../listener.ts';

/** "New campaign" from Slack's own menu. */
export function newCampaign({ campaigns, senders }: ListenerDeps): OnShortcut {
  return async ({ ack, client, shortcut }) => {
    await ack();
    await campaigns.checkAuthor(personOf(shortcut));
    await client.views.open({ trigger_id: shortcut.trigger_id, view: campaignFormModal({ input: {}, senders }) });
  };
}
