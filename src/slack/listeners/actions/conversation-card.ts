import type { BlockAction, ButtonAction, OverflowAction, RespondFn, StaticSelectAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { nothingForeseen, outcomesOf } from '../../../domain/answering/answering.ts';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { ConversationId } from '../../../domain/ids.ts';
import { type Conversation, textsIn } from '../../../domain/reply/conversation.ts';
import type { InboxDoors } from '../../../services/replies/inbox.ts';
import { inModal } from '../../requests/errors.ts';
import { directMessage } from '../../ui/messages/direct.ts';
import { conversationCard } from '../../ui/messages/replies/inbound.ts';
import { strangersShown } from '../../ui/messages/replies/strangers.ts';
import { whyAnswer } from '../../ui/messages/why-answer.ts';
import { optOutFromCard, outcomeFromCard, passFromCard, type readCard } from '../../ui/modals/answering/from-card.ts';
import { historyModal } from '../../ui/modals/answering/history.ts';
import { livesElsewhere } from '../../ui/modals/answering/lives-elsewhere.ts';
import { replyModal } from '../../ui/modals/answering/reply.ts';
import { readButtonValue, readValueOrId } from '../../ui/parts/button-value.ts';
import type { Message } from '../../ui/parts/message.ts';
import { personName } from '../../ui/words/person-name.ts';
import { onAction, onButton, personOf, privately } from '../listener.ts';

/** "Handled", "Keep texting" and "Opt out": each decides about the texts its card was shown with, and no later ones. */
export const decideConversation = (decision: Extract<keyof InboxDoors, 'handle' | 'keep' | 'optOut'>) =>
  onAction<ButtonAction>(async ({ by, body, action }, { inbox }) => {
    const { conversationId, seen } = await pressedCard(action, body, inbox);
    await inbox[decision](conversationId, by, seen);
  });

/** "Reply" on a conversation's card: the window shows everything up to now, whatever the card showed. */
export const openReply = onButton(async ({ by, body, action, client, context }, { inbox }) => {
  inModal(context);
  const { conversationId } = await pressedCard(action, body, inbox);
  const view = replyModal(await inbox.openToAnswer(conversationId, by));
  await client.views.open({ trigger_id: body.trigger_id, view });
});

/** An entry of "More" on a card, of which some ask something more in a window of their own. */
export const chooseMore = onAction<StaticSelectAction | OverflowAction>(
  async (press, { inbox, campaigns, reports }) => {
    const { by, body, action, client, context } = press;
    const value = readButtonValue(action.selected_option.value);
    if (value.on !== 'person') return;
    const { conversationId } = value;
    if (value.wish === 'reopen') return void (await inbox.reopen(conversationId, by));
    if (value.wish === 'show_number') {
      const shown = await inbox.showNumber(conversationId, by);
      return answerPrivately(press, directMessage(`${personName(shown)}: ${shown.number}`, null));
    }

    if (value.wish === 'why') {
      const { number } = await inbox.open(conversationId, by);
      return answerPrivately(press, whyAnswer(await reports.why(number, by)));
    }

    inModal(context);
    if (value.wish === 'lives_elsewhere') {
      const taken = await inbox.whereTheyAre(conversationId, by);
      const card = { conversationId, seen: textsIn(taken.conversation) };
      return void (await client.views.open({ trigger_id: body.trigger_id, view: livesElsewhere(taken, card) }));
    }

    const conversation = await inbox.open(conversationId, by);
    const card = { conversationId, seen: value.seen ?? textsUpTo(conversation, body.message?.ts) };
    const campaign = conversation.campaignId ? await campaigns.open(conversation.campaignId, by) : null;
    const view = moreWindow(value.wish, { conversation, campaign, card });
    await client.views.open({ trigger_id: body.trigger_id, view });
  },
);

function moreWindow(
  wish: 'pass' | 'outcome' | 'opt_out' | 'history',
  shown: { conversation: Conversation; campaign: Campaign | null; card: ReturnType<typeof readCard> },
): ModalView {
  const { conversation, campaign, card } = shown;
  switch (wish) {
    case 'pass':
      return passFromCard(conversation, card);
    case 'outcome':
      return outcomeFromCard(conversation, outcomesOf(campaign?.answering ?? nothingForeseen), card);
    case 'opt_out':
      return optOutFromCard(conversation, card);
    case 'history':
      return historyModal(conversation, campaign?.zone ?? 'UTC');
  }
}

/** Only the person who asks sees it. */
async function answerPrivately(
  { body, respond }: { body: Pick<BlockAction, 'message'>; respond: RespondFn },
  message: Message,
): Promise<void> {
  const answer = privately(message);
  const thread = body.message?.thread_ts;
  await respond(thread ? { ...answer, thread_ts: String(thread) } : answer);
}

/** "Show one" of many on a post: the card that they would have alone, for whoever asks. */
export const showOne = onAction<StaticSelectAction>(async (press, { inbox }) => {
  const { by, action } = press;
  const { conversation, campaign, row, suppression } = await inbox.openToAnswer(
    ConversationId.parse(action.selected_option.value),
    by,
  );
  await answerPrivately(press, conversationCard(conversation, 0, { campaign, row, suppression }));
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
