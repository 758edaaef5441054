import type { UsersSelectAction } from '@slack/bolt';
import { UserId } from '../../../domain/ids.ts';
import { readCampaignId } from '../../ui/modals/answering/nothing-waits.ts';
import { type ListenerDeps, type OnAction, personOf } from '../listener.ts';
import { putInto, show } from './window.ts';

/** An admin takes back all that a colleague has, and goes on with it. */
export function releaseReplies({ inbox }: ListenerDeps): OnAction<UsersSelectAction> {
  return async ({ ack, body, action, client }) => {
    await ack();
    if (!body.view) return;
    const by = personOf(body);
    await inbox.releaseAll(UserId.parse(action.selected_user), by);
    const found = await inbox.next(readCampaignId(body.view), { by });
    await putInto(body.view, show(found, { done: 0, skipped: [] }), { client, inbox, by });
  };
}
