import type { Conversation, InboundMessage, OutboundMessage } from '../../../domain/reply/conversation.ts';
import { shown } from '../../limits.ts';
import { cut, oneLine } from '../parts/inert.ts';
import type { Sentence } from '../parts/sentence.ts';
import type { CardClock } from './card-clock.ts';
import { reasonsInWords } from './reason-words.ts';

/** The texts that went out after this one came in and before the next one did. A reaction between a text and its answer asks for nothing, and has none. */
export function answersTo({ messages }: Conversation, inbound: InboundMessage): OutboundMessage[] {
  if (inbound.reading === 'quotation') return [];
  const after = messages.slice(messages.indexOf(inbound) + 1);
  const next = after.findIndex((message) => message.direction === 'in' && message.reading !== 'quotation');
  return (next < 0 ? after : after.slice(0, next)).filter(isAnswer);
}

/** The team's last answer before this text, which an earlier card shows. */
export function answerBefore({ messages }: Conversation, inbound: InboundMessage): OutboundMessage | undefined {
  const earlier = messages.slice(0, messages.indexOf(inbound)).filter(isAnswer);
  return earlier.findLast(({ by, state }) => by !== null && state !== 'not_sent' && state !== 'rejected');
}

/** A test of a campaign that went to the same phone answers nobody. */
function isAnswer(message: Conversation['messages'][number]): message is OutboundMessage {
  return message.direction === 'out' && (message.purpose === 'answer' || message.purpose === 'confirmation');
}

/** With what became of it. */
export function answerSentence(answer: OutboundMessage, clock: CardClock): Sentence {
  const who: Sentence = answer.by ? [{ person: answer.by }, ' answered at '] : ['Trickle answered by itself at '];
  return [...who, clock.moment(answer.at), `: “${cut(oneLine(answer.text), shown.answer)}” ${stateSentence(answer)}`];
}

/** What became of it, and what to do when it did not arrive. */
function stateSentence({ state, reason }: OutboundMessage): string {
  const because = reason ? ` (${reasonsInWords(reason)})` : '';
  switch (state) {
    case 'claimed':
      return 'Being sent.';
    case 'submitted':
      return 'Sent.';
    case 'delivered':
      return 'Delivered.';
    case 'undeliverable':
      return `Not delivered${because}. Try another way to reach them.`;
    case 'rejected':
      return `The SMS provider refused it${because}. Nothing was sent.`;
    case 'unconfirmed':
      return 'It may or may not have gone out. Press Reply only if a second one does no harm.';
    case 'not_sent':
      return `Not sent${because}. Press Reply to try again.`;
  }
}
