import type { Conversation, InboundMessage } from '../../../../domain/reply/conversation.ts';
import { ended } from '../../parts/inert.ts';
import { type Message, message } from '../../parts/message.ts';
import { lines, richText, type Sentence } from '../../parts/sentence.ts';
import { answersTo } from '../../words/answer-words.ts';
import { count } from '../../words/number-words.ts';
import { personName } from '../../words/person-name.ts';
import { excerpt, hasWords, sentWords } from '../../words/sent-words.ts';
import { decisionSentence, decisionsBetween } from '../../words/what-was-done.ts';

/** What stays of a card when a newer one of the same conversation stands further down: no buttons, one line, and what was answered. */
export function formerCard(conversation: Conversation, from: number, to: number, link?: string): Message {
  const texts = conversation.messages.slice(from, to).filter((text) => text.direction === 'in');
  const last = texts.at(-1);
  const more = texts.length > 1 ? ` (and ${count(texts.length - 1, 'earlier text')})` : '';
  const words = last && hasWords(last) ? `: ${excerpt(last.text)}` : '';
  const decisions = decisionsBetween(conversation, from, to).map(decisionSentence);
  const said: Sentence = [
    { bold: personName(conversation) },
    ended(` ${last ? sentWords(last) : 'wrote'}${words}${more}`),
    ' ',
    ...(last ? answered(conversation, last) : []),
    ...decisions.flatMap((decision) => [...decision, ' ']),
    { words: 'It goes on', link },
    ' further down.',
  ];
  return message([said], [richText(lines(said))]);
}

function answered(conversation: Conversation, text: InboundMessage): Sentence {
  const answer = answersTo(conversation, text).findLast(({ by }) => by !== null);
  if (!answer?.by) return [];
  return [{ person: answer.by }, ended(` answered: ${excerpt(answer.text)}`), ' '];
}
