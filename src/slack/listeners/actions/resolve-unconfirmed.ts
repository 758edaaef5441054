import { inModal } from '../../requests/errors.ts';
import { sentAgain } from '../../ui/messages/unconfirmed.ts';
import { readButtonValue } from '../../ui/parts/button-value.ts';
import { asWritten } from '../../ui/parts/message.ts';
import type { Sentence } from '../../ui/parts/sentence.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';
import { decidedNote } from './decided-note.ts';

const words = {
  release: ['Released by ', `the message is ${sentAgain}.`],
  close: ['Closed by ', 'no message is sent again.'],
} as const;

/** "Send again" or "Do not send again" at a person who may or may not have got the message. */
export function resolveUnconfirmed({ campaigns }: ListenerDeps, decision: 'release' | 'close'): OnButton {
  return async ({ ack, body, action, client, context }) => {
    await ack();
    inModal(context);
    const value = readButtonValue(action.value);
    if (value.on !== 'recipient') return;
    await campaigns.resolveUnconfirmed(value.campaignId, value.no, decision, personOf(body), value.attempt ?? 1);

    const { channel, message } = body;
    // Cards that tell attempts are remembered, and edited like everything that changes by itself.
    if (!channel || !message || value.attempt !== undefined) return;
    const decided: Sentence = [words[decision][0], { person: personOf(body) }, `: ${words[decision][1]}`];
    const note = decidedNote({ text: message.text ?? '', blocks: message.blocks ?? [] }, action.block_id, decided);
    const { parse, link_names } = asWritten;
    await client.chat.update({ channel: channel.id, ts: message.ts, ...note, parse, link_names });
  };
}
