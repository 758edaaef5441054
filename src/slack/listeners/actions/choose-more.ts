import type { OverflowAction } from '@slack/bolt';
import { directMessage } from '../../ui/messages/direct.ts';
import { readButtonValue } from '../../ui/parts/button-value.ts';
import { asWritten } from '../../ui/parts/message.ts';
import { personName } from '../../ui/words/person-name.ts';
import { type ListenerDeps, type OnAction, personOf } from '../listener.ts';
import { textsUpTo } from './pressed-card.ts';

/** An entry of the menu at an inbound message. Only the person who asks sees the whole number. */
export function chooseMore({ inbox }: ListenerDeps): OnAction<OverflowAction> {
  return async ({ ack, body, action, respond }) => {
    await ack();
    const value = readButtonValue(action.selected_option.value);
    if (value.on !== 'person') return;
    if (value.wish === 'opt_out') {
      const seen = value.seen ?? textsUpTo(await inbox.open(value.conversationId, personOf(body)), body.message?.ts);
      await inbox.optOut(value.conversationId, personOf(body), seen);
      return;
    }
    const conversation = await inbox.showNumber(value.conversationId, personOf(body));
    await respond({
      ...directMessage(`${personName(conversation)}: ${conversation.number}`, null),
      ...asWritten,
      ...(body.message?.thread_ts ? { thread_ts: String(body.message.thread_ts) } : {}),
      response_type: 'ephemeral',
      replace_original: false,
    });
  };
}
