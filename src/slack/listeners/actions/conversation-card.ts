import type { BlockAction, ButtonAction, OverflowAction } from '@slack/bolt';
import { ConversationId } from '../../../domain/ids.ts';
import type { Conversation } from '../../../domain/reply/conversation.ts';
import type { InboxDoors } from '../../../services/replies/inbox.ts';
import { inModal } from '../../requests/errors.ts';
import { directMessage } from '../../ui/messages/direct.ts';
import { strangersShown } from '../../ui/messages/strangers.ts';
import { replyModal } from '../../ui/modals/reply.ts';
import { readButtonValue, readValueOrId } from '../../ui/parts/button-value.ts';
import { personName } from '../../ui/words/person-name.ts';
import { onAction, onButton, personOf, privately } from '../listener.ts';

/** "Handled", "Keep texting" and "Opt out": each decides about the texts its card was shown with, and no later ones. */
export const decideConversation = (decision: Extract<keyof InboxDoors, 'handle' | 'keep' | 'optOut'>) =>
  onAction<ButtonAction>(async ({ by, body, action }, { inbox }) => {
    const { conversationId, seen } = await pressedCard(action, body, inbox);
    await inbox[decision](conversationId, by, seen);
  });

/** "Reply" on a conversation's card: the window shows everything up to now, whatever the card showed. */
export const openReply = onButton(async ({ by, body, action, client, context }, { inbox, campaigns }) => {
  inModal(context);
  const { conversationId } = await pressedCard(action, body, inbox);
  const conversation = await inbox.open(conversationId, by);
  const campaign = conversation.campaignId ? await campaigns.open(conversation.campaignId, by) : null;
  await client.views.open({ trigger_id: body.trigger_id, view: replyModal(conversation, campaign) });
});

/** An entry of the menu at an inbound message. Only the person who asks sees the whole number. */
export const chooseMore = onAction<OverflowAction>(async ({ by, body, action, respond }, { inbox }) => {
  const value = readButtonValue(action.selected_option.value);
  if (value.on !== 'person') return;
  const { conversationId } = value;
  if (value.wish === 'opt_out') {
    const seen = value.seen ?? textsUpTo(await inbox.open(conversationId, by), body.message?.ts);
    await inbox.optOut(conversationId, by, seen);
    return;
  }
  const conversation = await inbox.showNumber(conversationId, by);
  const answer = privately(directMessage(`${personName(conversation)}: ${conversation.number}`, null));
  const thread = body.message?.thread_ts;
  await respond(thread ? { ...answer, thread_ts: String(thread) } : answer);
});

/** "Show the next 10" of many people of no campaign: their cards follow in the channel. */
export const showStrangers = onButton(async ({ by, respond }, { inbox }) => {
  await respond(privately(directMessage(strangersShown(await inbox.showStrangers(by)), null)));
});

/** The conversation of a card's button, and how many of its texts stood on that card. */
async function pressedCard(
  action: Pick<ButtonAction, 'value'>,
  body: Pick<BlockAction, 'message' | 'user'>,
  inbox: InboxDoors,
): Promise<{ conversationId: ConversationId; seen: number }> {
  const value = readValueOrId(action.value, 'conversation');
  if ('on' in value) return value;
  const conversationId = ConversationId.parse(value.id);
  return { conversationId, seen: textsUpTo(await inbox.open(conversationId, personOf(body)), body.message?.ts) };
}

/** Older cards show one text each and do not say which: their post does. */
function textsUpTo({ messages }: Conversation, post: string | undefined): number {
  const texts = messages.filter((message) => message.direction === 'in');
  return texts.findLastIndex((text) => text.post !== null && text.post.id === post) + 1;
}
