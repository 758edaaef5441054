import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { ConversationId } from '../../../../domain/ids.ts';
import { isInDoubt, textsIn } from '../../../../domain/reply/conversation.ts';
import { howItStands, Stood } from '../../../../domain/reply/stood.ts';
import type { ToAnswer } from '../../../../services/replies/their-row.ts';
import { actions, views } from '../../../ids.ts';
import { lines, richText, type Sentence } from '../../parts/sentence.ts';
import { answerFields } from '../../sections/answer-fields.ts';
import { cannedAnswers } from '../../sections/canned-answers.ts';
import { newestTexts, saidText } from '../../sections/said-texts.ts';
import { count } from '../../words/number-words.ts';
import { personName } from '../../words/person-name.ts';
import { senderName } from '../../words/sender-name.ts';

const shownMessages = 20;
/** Slack takes a quarter of a million characters in a window, and nobody reads more than this before they answer. */
const shownCharacters = 10_000;

/** What the window was shown with; windows opened by a former version know only the conversation. */
const Shown = z.object({ conversationId: ConversationId, seen: z.int().min(0), stood: Stood.optional() });
type Shown = { conversationId: ConversationId; seen: number | undefined; stood: Stood | undefined };

/**
 * The only way in which text leaves for one phone: the newest of the conversation, and fields for the answer. `again`:
 * why nothing was sent, and what was typed already.
 */
export function replyModal(toAnswer: ToAnswer, again: { note: Sentence; typed: string } | null = null): ModalView {
  const { conversation, campaign, row } = toAnswer;
  const zone = campaign?.zone ?? 'UTC';
  const messages = newestTexts(conversation.messages, { texts: shownMessages, characters: shownCharacters });
  const left = conversation.messages.length - messages.length;
  const shownWith = { conversationId: conversation.id, seen: textsIn(conversation), stood: howItStands(conversation) };
  const pressed =
    campaign && !isInDoubt(conversation)
      ? cannedAnswers({ campaign, conversation, row }, { action: actions.sendCannedReply, does: 'sends and handles' })
      : [];
  return {
    type: 'modal',
    callback_id: views.reply,
    private_metadata: JSON.stringify(shownWith),
    title: { type: 'plain_text', text: 'Reply by SMS', emoji: false },
    submit: { type: 'plain_text', text: 'Send', emoji: false },
    close: { type: 'plain_text', text: 'Close', emoji: false },
    blocks: [
      ...(left > 0 ? [richText(lines([`${count(left, 'earlier text')} left out here.`]))] : []),
      ...messages.map((message) => saidText(message, conversation, zone)),
      ...(again ? [richText(lines(again.note))] : []),
      ...pressed,
      ...answerFields({
        campaign,
        row,
        hint: `It goes to ${personName(conversation)} by SMS from ${senderName(conversation.sender)}, and the thread shows it. A long answer is billed as several segments.`,
        typed: again?.typed,
        submit: 'Send',
        hasButtons: pressed.length > 1,
        isFirst: true,
      }),
    ],
  };
}

export function readReplyView(view: Pick<ViewOutput, 'private_metadata'>): Shown {
  const { private_metadata: metadata } = view;
  if (!metadata.startsWith('{')) {
    return { conversationId: ConversationId.parse(metadata), seen: undefined, stood: undefined };
  }
  const { conversationId, seen, stood } = Shown.parse(JSON.parse(metadata));
  return { conversationId, seen, stood };
}
