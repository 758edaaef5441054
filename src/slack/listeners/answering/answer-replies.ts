import type { CampaignId } from '../../../domain/ids.ts';
import { inModal } from '../../requests/errors.ts';
import { readButtonValue } from '../../ui/parts/button-value.ts';
import { onButton } from '../listener.ts';
import { openWindow, putInto, show } from './window.ts';

/** "Answer replies" on a campaign's message or the Home tab; in the window of another campaign its place is taken. */
export const answerReplies = onButton(async ({ body, action, client, context, by }, { inbox }) => {
  inModal(context);
  const found = await inbox.next(action.value as CampaignId, { by });
  const shown = show(found, { done: 0, skipped: [] });
  if (body.view?.type === 'modal') await putInto(body.view, shown, { client, inbox, by });
  else await openWindow(body.trigger_id, shown, { client, inbox, by });
});

/** "Answer these" on a post of many: the same, of those who wait on it. */
export const answerThese = onButton(async ({ body, action, client, context, by }, { inbox }) => {
  inModal(context);
  const value = readButtonValue(action.value);
  if (value.on !== 'these') return;
  const among = value.conversationIds;
  const found = await inbox.next(value.campaignId, { by, among });
  await openWindow(body.trigger_id, show(found, { done: 0, skipped: [], among }), { client, inbox, by });
});
