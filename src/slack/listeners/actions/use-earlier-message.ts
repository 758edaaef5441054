import type { StaticSelectAction } from '@slack/bolt';
import type { EarlierMessage } from '../../../domain/campaign/earlier-messages.ts';
import { type CampaignFormContent, campaignFormModal, readCampaignFormView } from '../../ui/modals/campaign-form.ts';
import { type ListenerDeps, onAction, onButton } from '../listener.ts';

/** An earlier message was chosen in the form: it is put in, unless the person's own words would be lost by it. */
export const useEarlierMessage = onAction<StaticSelectAction>(async ({ by, body, action, client }, deps) => {
  const { view } = body;
  if (!view) return;
  const form = readCampaignFormView(view);
  const earlier = await deps.campaigns.earlierMessages(by, form.campaignId);
  const chosen = earlier.find(({ id }) => id === action.selected_option?.value);
  if (!chosen) return;
  const typed = form.input.message.trim();
  const isOwn = typed !== '' && !earlier.some(({ template }) => template === typed);
  const shown = await formWith(deps, form, { by, earlier, ...(isOwn ? { offered: chosen } : { chosen }) });
  await client.views.update({ view_id: view.id, hash: view.hash, view: shown });
});

/** "Replace message" under it. */
export const replaceMessage = onButton(async ({ by, body, action, client }, deps) => {
  const { view } = body;
  if (!view) return;
  const form = readCampaignFormView(view);
  const earlier = await deps.campaigns.earlierMessages(by, form.campaignId);
  const chosen = earlier.find(({ id }) => id === action.value);
  const shown = await formWith(deps, form, { by, earlier, ...(chosen && { chosen }) });
  await client.views.update({ view_id: view.id, hash: view.hash, view: shown });
});

/** The form as it is, with the chosen message in a field of its own: Slack keeps what was typed into the others. */
async function formWith(
  { campaigns, senders }: ListenerDeps,
  form: CampaignFormContent,
  wish: {
    by: Parameters<ListenerDeps['campaigns']['checkAuthor']>[0];
    earlier: readonly EarlierMessage[];
    chosen?: EarlierMessage;
    offered?: EarlierMessage;
  },
) {
  const { by, earlier, chosen, offered } = wish;
  const { input, pasted, seen, formKey, listFrom, campaignId, messageNo } = form;
  const edited = campaignId ? await campaigns.checkEdit(campaignId, by) : undefined;
  const hasSettings = formKey !== null || campaignId !== null;
  const { settings } = hasSettings ? await campaigns.moreSettingsOf({ key: formKey, campaignId }, by) : {};
  return campaignFormModal({
    input: chosen ? { ...input, message: chosen.template } : input,
    pasted,
    senders,
    earlier,
    ...(offered && { offered }),
    messageNo: chosen ? messageNo + 1 : messageNo,
    formKey,
    ...settings,
    ...(seen && { seen }),
    ...(listFrom && { listFrom }),
    ...(edited && { campaignId: edited.id, currentListSize: edited.list.size }),
  });
}
