import type { Conversation, ConversationDecision, InboundMessage } from '../../../domain/reply/conversation.ts';
import { shown } from '../../limits.ts';
import type { Sentence } from '../parts/sentence.ts';
import { answerSentence, answersTo } from './answer-words.ts';
import type { CardClock } from './card-clock.ts';
import { count } from './number-words.ts';

/** The team's answers to a text and its decisions before the next one, in the order in which they came. */
export function whatWasDone(
  conversation: Conversation,
  text: InboundMessage,
  { next, clock }: { next: InboundMessage | undefined; clock: CardClock },
): Sentence[] {
  const { messages } = conversation;
  const from = messages.indexOf(text);
  const answers = answersTo(conversation, text);
  const hidden = answers.length - shown.answers;
  const earlier: Sentence[] = hidden > 0 ? [[`${count(hidden, 'earlier answer')} left out here.`]] : [];
  const done = [
    ...decisionsBetween(conversation, from, next ? messages.indexOf(next) : messages.length).map((one) => ({
      // It follows the message before it.
      place: one.after - 0.5,
      said: decisionSentence(one),
    })),
    ...answers.slice(-shown.answers).map((one) => ({ place: messages.indexOf(one), said: answerSentence(one, clock) })),
  ];
  return [...earlier, ...done.toSorted((a, b) => a.place - b.place).map(({ said }) => said)];
}

/** Of outcomes and places that were set and taken away only the last is told: it is what holds. */
export function decisionsBetween(
  { decisions = [] }: Pick<Conversation, 'decisions'>,
  from: number,
  to: number,
): ConversationDecision[] {
  const between = decisions.filter(({ after }) => after > from && after <= to);
  const last = (['outcome', 'lives'] as const).map((kind) => between.findLast((one) => one.kind === kind));
  return between.filter((one) => (one.kind !== 'outcome' && one.kind !== 'lives') || last.includes(one));
}

/** What a member decided about a conversation, as its cards say it. */
export function decisionSentence({ kind, by, to, label }: ConversationDecision): Sentence {
  const who = { person: by };
  switch (kind) {
    case 'handled':
      return ['Handled by ', who, '.'];
    case 'opted_out':
      return ['Opted out by ', who, ': campaigns will not text this number again.'];
    case 'kept':
      return ['Kept by ', who, ': it was no opt-out, and campaigns may text this number.'];
    case 'reopened':
      return ['Re-opened by ', who, '.'];
    case 'passed':
      return to ? ['Passed by ', who, ' to ', { person: to }, '.'] : ['Passed on by ', who, '.'];
    case 'lives':
      return label ? [`Lives in ${label}, noted by `, who, '.'] : ['Where they live was taken back by ', who, '.'];
    case 'outcome':
      return label ? [`“${label}” set by `, who, '.'] : ['Outcome taken away by ', who, '.'];
  }
}
