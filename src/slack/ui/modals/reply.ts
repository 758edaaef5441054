import type { ViewOutput } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import type { Campaign } from '../../../domain/campaign.ts';
import { ConversationId } from '../../../domain/ids.ts';
import type { Conversation } from '../../../domain/reply/conversation.ts';
import { views } from '../../ids.ts';
import { shown } from '../../limits.ts';
import { fieldText, formField, textInput } from '../form-field.ts';
import { cut } from '../inert.ts';
import { personName } from '../person-name.ts';
import { senderName } from '../sender-name.ts';
import { hasWords, sentWords } from '../sent-words.ts';
import { lines, quote, richText, type Sentence } from '../sentence.ts';

const shownMessages = 6;
/** Ten parts of a message without special characters. */
const longestAnswer = 1_530;

/** The only way in which text leaves for one phone: the last of the conversation, and a field for the answer. */
export function replyModal(conversation: Conversation, campaign: Campaign | null): ModalView {
  const zone = campaign?.zone ?? 'UTC';
  return {
    type: 'modal',
    callback_id: views.reply,
    private_metadata: conversation.id,
    title: { type: 'plain_text', text: 'Reply by SMS', emoji: false },
    submit: { type: 'plain_text', text: 'Send', emoji: false },
    close: { type: 'plain_text', text: 'Close', emoji: false },
    blocks: [
      ...conversation.messages.slice(-shownMessages).map((message) => said(message, conversation, zone)),
      formField(
        {
          field: 'reply',
          label: 'Your answer',
          hint: `It goes to ${personName(conversation)} as one SMS from ${senderName(conversation.sender)}, and the thread shows it.`,
        },
        { ...textInput({ multiline: true, max: longestAnswer }), focus_on_load: true },
      ),
    ],
  };
}

export function readReplyView(view: Pick<ViewOutput, 'state' | 'private_metadata'>): {
  conversationId: ConversationId;
  text: string;
} {
  return { conversationId: ConversationId.parse(view.private_metadata), text: fieldText(view, 'reply').trim() };
}

function said(message: Conversation['messages'][number], conversation: Conversation, zone: string): KnownBlock {
  const moment = { at: message.at, zone };
  const isQuoted = message.direction === 'out' || hasWords(message);
  return richText(
    lines(writer(message, conversation, moment)),
    isQuoted ? quote(cut(message.text, shown.message)) : null,
  );
}

function writer(
  message: Conversation['messages'][number],
  conversation: Conversation,
  moment: { at: string; zone: string },
): Sentence {
  if (message.direction === 'in') {
    const end = hasWords(message) ? ':' : '.';
    return [{ bold: personName(conversation) }, ` ${sentWords(message)} at `, moment, end];
  }
  if (message.by) return [{ person: message.by }, ' answered at ', moment, ':'];
  return ['Trickle answered by itself at ', moment, ':'];
}
