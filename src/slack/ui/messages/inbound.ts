import type { Campaign } from '../../../domain/campaign.ts';
import type { Conversation, InboundMessage } from '../../../domain/reply/conversation.ts';
import { shown } from '../../limits.ts';
import { answerSentences } from '../answer-words.ts';
import { inboundButtons } from '../inbound-buttons.ts';
import { cut, inert } from '../inert.ts';
import { type Message, message } from '../message.ts';
import { personName } from '../person-name.ts';
import { senderName } from '../sender-name.ts';
import { hasWords, sentWords } from '../sent-words.ts';
import { lines, quote, richText, type Sentence } from '../sentence.ts';

/** One text that came in, as data: what it says cannot mention, link or format. Below it, what the team did about it. */
export function inboundMessage(conversation: Conversation, messageId: string, campaign: Campaign | null): Message {
  const inbound = conversation.messages.find(
    (candidate): candidate is InboundMessage => candidate.direction === 'in' && candidate.id === messageId,
  );
  if (!inbound) throw new Error(`The conversation ${conversation.id} has no inbound message ${messageId}.`);

  const who = personName(conversation);
  const zone = campaign?.zone ?? 'UTC';
  if (inbound.reading === 'quotation') return quotationMessage(conversation, inbound, zone);
  const text = cut(inert(inbound.text), shown.message);
  const [did, isQuoted] = [sentWords(inbound), hasWords(inbound)];
  const below = [
    ...noteOn(inbound, conversation, campaign),
    ...answerSentences(conversation, inbound, zone),
    ...handledSentence(conversation),
  ];
  return message(
    [[`${who} ${did}${isQuoted ? `: ${cut(text, shown.excerpt)}` : '.'}`], ...below],
    [
      richText(
        lines([{ bold: who }, ` ${did} at `, { at: inbound.at, zone }, isQuoted ? ':' : '.']),
        isQuoted ? quote(text) : null,
      ),
      below.length > 0 ? richText(lines(...below)) : null,
      inboundButtons(conversation, inbound),
    ],
  );
}

/** A text that only repeats ours asks for nothing: one line, and what came. */
function quotationMessage(conversation: Conversation, inbound: InboundMessage, zone: string): Message {
  const who = personName(conversation);
  return message(
    [[`${who} reacted to our text or quoted it. No answer is needed.`]],
    [
      richText(
        lines([
          { bold: who },
          ' reacted to our text or quoted it at ',
          { at: inbound.at, zone },
          '. No answer is needed.',
        ]),
        quote(cut(inert(inbound.text), shown.excerpt)),
      ),
      inboundButtons(conversation, inbound),
    ],
  );
}

/** How the text was understood, and what follows from that. */
function noteOn({ reading }: InboundMessage, conversation: Conversation, campaign: Campaign | null): Sentence[] {
  const where: Sentence[] = campaign
    ? []
    : [[`It came to ${senderName(conversation.sender)} and belongs to no campaign.`]];
  switch (reading) {
    case 'opt_out':
      return [...where, ['They opted out: no campaign texts this number any more.']];
    case 'opt_in':
      return [...where, ['They want texts again: campaigns may text this number from now on.']];
    case 'help':
      return [...where, ['They asked for help.']];
    case 'maybe_opt_out':
      return [...where, ...(conversation.status === 'handled' ? [] : [maybe])];
    case 'reply':
    case 'quotation':
      return where;
  }
}

const maybe: Sentence = [
  'This may mean that they want no more texts. Nothing is sent to this number until you press Opt out or Keep texting.',
];

function handledSentence({ status, handledBy }: Conversation): Sentence[] {
  if (status !== 'handled') return [];
  return [handledBy ? ['Handled by ', { person: handledBy }, '.'] : ['Handled.']];
}
