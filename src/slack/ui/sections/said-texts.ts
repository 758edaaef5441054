import type { KnownBlock } from '@slack/types';
import type { Conversation } from '../../../domain/reply/conversation.ts';
import { shown } from '../../limits.ts';
import { cut } from '../parts/inert.ts';
import { lines, quote, richText, type Sentence } from '../parts/sentence.ts';
import { personName } from '../words/person-name.ts';
import { hasWords, sentWords } from '../words/sent-words.ts';

type Message = Conversation['messages'][number];

/** One text of a conversation: who wrote it and when, and what it says. */
export function saidText(message: Message, conversation: Conversation, zone: string): KnownBlock {
  const moment = { at: message.at, zone };
  const isQuoted = message.direction === 'out' || hasWords(message);
  return richText(
    lines(writer(message, conversation, moment)),
    isQuoted ? quote(cut(message.text, shown.message)) : null,
  );
}

/** The newest that fit, in their order: so many texts with so many characters. */
export function newestTexts(
  messages: readonly Message[],
  { texts, characters }: { texts: number; characters: number },
) {
  let room = characters;
  const chosen: Message[] = [];
  for (const message of messages.slice(-texts).reverse()) {
    room -= Math.min(message.text.length, shown.message);
    if (room < 0 && chosen.length > 0) break;
    chosen.unshift(message);
  }
  return chosen;
}

function writer(message: Message, conversation: Conversation, moment: { at: string; zone: string }): Sentence {
  if (message.direction === 'in') {
    const end = hasWords(message) ? ':' : '.';
    return [{ bold: personName(conversation) }, ` ${sentWords(message)} at `, moment, end];
  }
  const end = `${unlikeAnswers[message.state] ?? ''}:`;
  if (message.by) return [{ person: message.by }, ' answered at ', moment, end];
  return ['Trickle answered by itself at ', moment, end];
}

/** What did not arrive answered nobody. */
const unlikeAnswers: Partial<Record<Extract<Message, { direction: 'out' }>['state'], string>> = {
  rejected: ', not sent',
  not_sent: ', not sent',
  undeliverable: ', not delivered',
  unconfirmed: ', unconfirmed',
};
