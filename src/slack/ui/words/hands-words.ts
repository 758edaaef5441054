import type { Hands, NeverAnswered } from '../../../domain/nudge/never-answered.ts';
import { type Conversation, isUnanswered } from '../../../domain/reply/conversation.ts';
import type { Sentence } from '../parts/sentence.ts';
import { count, number } from './number-words.ts';
import { personName } from './person-name.ts';

/** More are named together: they would read like a list of the staff. */
const mostNamed = 5;

/** "@Ben has 2, @Ada 1 and nobody 3", the largest first. */
export function handsInWords(hands: Hands): Sentence {
  return listedHands(hands, (replies, no) => `${no === 0 ? ' has' : ''} ${number(replies)}`);
}

/** "@Cleo", or of several "@Cleo (10) and @Ada (4)". */
export function byWhom(hands: Hands): Sentence {
  return listedHands(hands, (replies) => (hands.length > 1 ? ` (${number(replies)})` : ''));
}

function listedHands(hands: Hands, figure: (replies: number, no: number) => string): Sentence {
  const named = hands.length > mostNamed ? hands.slice(0, mostNamed - 1) : hands;
  const left = hands.slice(named.length).reduce((sum, { replies }) => sum + replies, 0);
  const parts: Sentence[] = named.map(({ member, replies }, no) => [
    member ? { person: member } : 'nobody',
    figure(replies, no),
  ]);
  if (left > 0) parts.push(['others', figure(left, named.length)]);
  return parts.flatMap((part, no) => [no === 0 ? '' : no === parts.length - 1 ? ' and ' : ', ', ...part]);
}

/** At the end of a campaign: what waits for an answer, in whose hands, and who decided that it needs none. */
export function neverAnsweredSentences({ neverAnswered }: { neverAnswered: NeverAnswered }): Sentence[] {
  const { waiting, handled } = neverAnswered;
  const sum = (hands: Hands) => hands.reduce((all, { replies }) => all + replies, 0);
  return [
    ...(waiting.length > 0
      ? [[`${count(sum(waiting), 'reply waits', 'replies wait')} for an answer: `, ...whoHas(waiting), '.']]
      : []),
    ...(handled.length > 0 ? [[`${number(sum(handled))} handled without an answer by `, ...byWhom(handled), '.']] : []),
  ];
}

function whoHas(waiting: Hands): Sentence {
  const [only] = waiting;
  if (!only || waiting.length > 1) return handsInWords(waiting);
  return only.member === null ? ['in nobody’s hands'] : ['in the hands of ', { person: only.member }];
}

/** Passed on by a colleague, it says so where it was; given by the last nudge, here. */
export function givenTo(conversation: Conversation): Sentence[] {
  const { owner } = conversation;
  if (!owner || owner.from !== null || !isUnanswered(conversation)) return [];
  return [['In the hands of ', { person: owner.member }, ', because nobody answered in time.']];
}

/** What follows when a reply is passed to a colleague. */
export function passHint(conversation: Conversation): string {
  return `Your colleague is told by direct message. Nobody else is shown ${personName(conversation)} until your colleague has answered.`;
}
