import type { StaticSelectAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { UserId } from '../../../domain/ids.ts';
import type { ListChoices } from '../../../domain/list/reading.ts';
import { showView } from '../../requests/show-view.ts';
import { previewModal, readPreviewView } from '../../ui/modals/preview.ts';
import type { SeenContent } from '../../ui/modals/seen-content.ts';
import { readListChoices } from '../../ui/sections/list-questions.ts';
import { type ListenerDeps, onAction } from '../listener.ts';
import { createReadingWindow } from '../views/reading-window.ts';
import { sendRejectedLines } from '../views/send-rejected-lines.ts';

/** The author answered the preview's doubts about the list: it is read and shown again. */
export const decideList = onAction<StaticSelectAction>(async ({ by, body, client }, deps) => {
  const { view } = body;
  if (!view) return;
  const seen = readPreviewView(view);
  await readAgain(deps, client, { seen, viewId: view.id, by, choices: readListChoices(view) });
});

/** Reads the list with these choices and puts the new preview in place of the old one, which comes back if that fails. */
export async function readAgain(
  { campaigns, files, log }: ListenerDeps,
  client: WebClient,
  wish: { seen: SeenContent; viewId: string; by: UserId; choices: ListChoices },
): Promise<void> {
  const { viewId, by, choices } = wish;
  const { campaignId, contentHash } = wish.seen;
  const show = async (view: ModalView) => {
    const orSay = `Your draft is saved. Type \`/sms-campaign status ${campaignId}\` to go on with it.`;
    await showView(client, { viewId, person: by, view, orSay });
  };
  const showPreview = async () => show(previewModal(await campaigns.show(campaignId, by)));

  const reading = createReadingWindow(client, { viewId, what: 'your list again' });
  await client.views.update({ view_id: viewId, view: reading.view() });
  reading.open();
  const seen = { contentHash, status: 'draft' } as const;
  const { progress } = reading;
  const { campaign, rejected } = await campaigns
    .decideList(campaignId, { choices, by, seen, open: files.reopen, progress })
    .finally(reading.close)
    .catch(async (error: unknown) => {
      await showPreview();
      throw error;
    });
  await showPreview();
  if (rejected) await sendRejectedLines(client, by, campaign, rejected, log);
}
