import { views } from '../../ids.ts';
import { allMessagesModal } from '../../ui/modals/all-messages.ts';
import { readButtonValue } from '../../ui/parts/button-value.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';

/** "Show all messages" in the preview or the review opens them on top; "Next" and "Previous" turn the page there. */
export function showMessages({ campaigns }: ListenerDeps): OnButton {
  return async ({ ack, body, action, client }) => {
    await ack();
    const value = readButtonValue(action.value);
    if (value.on !== 'messages') return;
    const view = allMessagesModal(await campaigns.messages(value.campaignId, { page: value.page, by: personOf(body) }));
    if (body.view?.callback_id === views.allMessages) await client.views.update({ view_id: body.view.id, view });
    else await client.views.push({ trigger_id: body.trigger_id, view });
  };
}
