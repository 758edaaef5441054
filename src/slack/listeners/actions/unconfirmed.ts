import type { ButtonAction } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { inModal } from '../../requests/errors.ts';
import { sentAgain } from '../../ui/messages/unconfirmed.ts';
import { readButtonValue } from '../../ui/parts/button-value.ts';
import { asWritten, type Message } from '../../ui/parts/message.ts';
import { lines, richText, type Sentence } from '../../ui/parts/sentence.ts';
import { onAction, onButton } from '../listener.ts';

const words = {
  release: ['Released by ', `the message is ${sentAgain}.`],
  close: ['Closed by ', 'no message is sent again.'],
} as const;

/** "Send again" or "Do not send again" at a person who may or may not have got the message. */
export const resolveUnconfirmed = (decision: 'release' | 'close') =>
  onAction<ButtonAction>(async ({ by, body, action, client, context }, { campaigns }) => {
    inModal(context);
    const value = readButtonValue(action.value);
    if (value.on !== 'recipient') return;
    await campaigns.resolveUnconfirmed(value.campaignId, value.no, decision, by, value.attempt ?? 1);

    const { channel, message } = body;
    // Cards that tell attempts are remembered, and edited like everything that changes by itself.
    if (!channel || !message || value.attempt !== undefined) return;
    const decided: Sentence = [words[decision][0], { person: by }, `: ${words[decision][1]}`];
    const note = decidedNote({ text: message.text ?? '', blocks: message.blocks ?? [] }, action.block_id, decided);
    const { parse, link_names } = asWritten;
    await client.chat.update({ channel: channel.id, ts: message.ts, ...note, parse, link_names });
  });

/** The same post with the decision in place of the pressed row of buttons. */
export function decidedNote(
  posted: { text: string; blocks: readonly KnownBlock[] },
  pressedBlock: string,
  decided: Sentence,
): Message {
  const blocks = posted.blocks.map((block) => (block.block_id === pressedBlock ? richText(lines(decided)) : block));
  return { text: posted.text, blocks };
}

/** "Do not send again to any": one decision for everybody on the card. */
export const closeUnconfirmed = onButton(async ({ by, action, context }, { campaigns }) => {
  inModal(context);
  const value = readButtonValue(action.value);
  if (value.on === 'doubt') await campaigns.closeUnconfirmed(value.campaignId, { until: value.until, by });
});
