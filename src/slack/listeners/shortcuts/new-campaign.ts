import { type ListenerDeps, type OnShortcut, onButton, personOf } from '../listener.ts';
import { formFor } from '../views/open-form.ts';

/** "New campaign" from Slack's own menu. */
export function newCampaign(deps: ListenerDeps): OnShortcut {
  return async ({ ack, client, shortcut }) => {
    await ack();
    const by = personOf(shortcut);
    await deps.campaigns.checkAuthor(by);
    const view = await formFor(deps, by, { input: {} });
    await client.views.open({ trigger_id: shortcut.trigger_id, view });
  };
}

/** "New campaign" on the Home tab. */
export const newCampaignAtHome = onButton(async ({ by, body, client }, deps) => {
  await deps.campaigns.checkAuthor(by);
  await client.views.open({ trigger_id: body.trigger_id, view: await formFor(deps, by, { input: {} }) });
});
