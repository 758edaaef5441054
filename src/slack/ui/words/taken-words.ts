import { toldClaimant } from '../../../domain/reply/claim.ts';
import type { Conversation } from '../../../domain/reply/conversation.ts';
import { ownerOf } from '../../../domain/reply/waiting.ts';
import { shown } from '../../limits.ts';
import { cut, oneLine } from '../parts/inert.ts';
import type { Sentence } from '../parts/sentence.ts';
import { personName } from './person-name.ts';
import { reasonsInWords } from './reason-words.ts';

/** Why the window has gone on to somebody else without what was typed: a colleague was faster. */
export function takenNote(conversation: Conversation, { now, typed }: { now: Date; typed: string }): Sentence {
  const lost = typed === '' ? '' : ` Not sent: “${cut(oneLine(typed), shown.answer)}”`;
  return [...whoHasIt(conversation, now), lost];
}

function whoHasIt(conversation: Conversation, now: Date): Sentence {
  const who = { bold: personName(conversation) };
  const owner = ownerOf(conversation, now);
  if (owner) return [{ person: owner }, ' has ', who, ' now.'];
  const decision = conversation.decisions?.at(-1);
  const answer = conversation.messages.findLast(({ direction }) => direction === 'out');
  const isDecision = decision && (!answer || Date.parse(decision.at) >= Date.parse(answer.at));
  if (isDecision) return [{ person: decision.by }, ' has dealt with ', who, ' meanwhile.'];
  if (answer?.direction === 'out' && answer.by) return [{ person: answer.by }, ' has answered ', who, ' meanwhile.'];
  return [who, ' does not wait any more.'];
}

/** Before whom it has lain for a while. Without a moment nobody is named. */
export function isAnswering(conversation: Conversation, { now }: { now?: Date }): Sentence[] {
  const agent = now && toldClaimant(conversation, now);
  return agent ? [[{ person: agent }, ' is answering.']] : [];
}

/** The person wrote again while the window was open. */
export const wroteAgain: Sentence = [
  { bold: 'Nothing is done yet. ' },
  'Another text came from them meanwhile. It stands below: press again if what you want still fits.',
];

export function notSentNote(reason: string | null): Sentence {
  const because = reason ? ` (${reasonsInWords(reason)})` : '';
  return [{ bold: `Not sent${because}. ` }, 'Press Send and next to try again.'];
}
