import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Campaign } from '../../../../domain/campaign/campaign.ts';
import { ConversationId } from '../../../../domain/ids.ts';
import { type Conversation, textsIn } from '../../../../domain/reply/conversation.ts';
import { views } from '../../../ids.ts';
import { fieldText, formField, textInput } from '../../parts/form-field.ts';
import { lines, richText, type Sentence } from '../../parts/sentence.ts';
import { newestTexts, saidText } from '../../sections/said-texts.ts';
import { count } from '../../words/number-words.ts';
import { personName } from '../../words/person-name.ts';
import { senderName } from '../../words/sender-name.ts';

const shownMessages = 20;
/** Slack takes a quarter of a million characters in a window, and nobody reads more than this before they answer. */
const shownCharacters = 10_000;
/** Ten parts of a message without special characters. */
const longestAnswer = 1_530;

/** What the window was shown with; windows opened by a former version know only the conversation. */
const Shown = z.object({ conversationId: ConversationId, seen: z.int().min(0) });

/**
 * The only way in which text leaves for one phone: the newest of the conversation, and a field for the answer. `again`:
 * what was typed already when another text came, which nobody had seen.
 */
export function replyModal(
  conversation: Conversation,
  campaign: Campaign | null,
  again: { typed: string } | null = null,
): ModalView {
  const zone = campaign?.zone ?? 'UTC';
  const messages = newestTexts(conversation.messages, { texts: shownMessages, characters: shownCharacters });
  const left = conversation.messages.length - messages.length;
  return {
    type: 'modal',
    callback_id: views.reply,
    private_metadata: JSON.stringify({ conversationId: conversation.id, seen: textsIn(conversation) }),
    title: { type: 'plain_text', text: 'Reply by SMS', emoji: false },
    submit: { type: 'plain_text', text: 'Send', emoji: false },
    close: { type: 'plain_text', text: 'Close', emoji: false },
    blocks: [
      ...(left > 0 ? [richText(lines([`${count(left, 'earlier text')} left out here.`]))] : []),
      ...messages.map((message) => saidText(message, conversation, zone)),
      ...(again ? [richText(lines(newText))] : []),
      formField(
        {
          field: 'reply',
          label: 'Your answer',
          hint: `It goes to ${personName(conversation)} by SMS from ${senderName(conversation.sender)}, and the thread shows it. A long answer is billed as several segments.`,
        },
        { ...textInput({ multiline: true, max: longestAnswer, initial: again?.typed }), focus_on_load: true },
      ),
    ],
  };
}

const newText: Sentence = [
  { bold: 'Not sent yet. ' },
  'Another text came from them while you wrote. It stands above: press Send again if your answer still fits.',
];

export function readReplyView(view: Pick<ViewOutput, 'state' | 'private_metadata'>): {
  conversationId: ConversationId;
  seen: number | undefined;
  text: string;
} {
  const { private_metadata: metadata } = view;
  const shownWith = metadata.startsWith('{')
    ? Shown.parse(JSON.parse(metadata))
    : { conversationId: ConversationId.parse(metadata), seen: undefined };
  return { ...shownWith, text: fieldText(view, 'reply').trim() };
}
