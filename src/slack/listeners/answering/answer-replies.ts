import type { CampaignId } from '../../../domain/ids.ts';
import { inModal } from '../../requests/errors.ts';
import { onButton } from '../listener.ts';
import { openWindow, show } from './window.ts';

/** "Answer replies" on a campaign's message. */
export const answerReplies = onButton(async ({ body, action, client, context, by }, { inbox }) => {
  inModal(context);
  const found = await inbox.next(action.value as CampaignId, { by });
  await openWindow(body.trigger_id, show(found, { done: 0, skipped: [] }), { client, inbox, by });
});
