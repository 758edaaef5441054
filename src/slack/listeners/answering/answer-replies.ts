import type { CampaignId } from '../../../domain/ids.ts';
import { inModal } from '../../requests/errors.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';
import { openWindow, show } from './window.ts';

/** "Answer replies" on a campaign's message. */
export function answerReplies({ inbox }: ListenerDeps): OnButton {
  return async ({ ack, body, action, client, context }) => {
    await ack();
    inModal(context);
    const by = personOf(body);
    const found = await inbox.next(action.value as CampaignId, { by });
    await openWindow(body.trigger_id, show(found, { done: 0, skipped: [] }), { client, inbox, by });
  };
}
