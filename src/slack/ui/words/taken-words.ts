import { toldClaimant } from '../../../domain/reply/claim.ts';
import { type Conversation, isAnswer, isUnanswered, type OutboundMessage } from '../../../domain/reply/conversation.ts';
import type { GroupAnswer } from '../../../domain/reply/group.ts';
import type { Suppression } from '../../../domain/reply/suppression.ts';
import { ownerOf } from '../../../domain/reply/waiting.ts';
import { shown } from '../../limits.ts';
import { cut, oneLine } from '../parts/inert.ts';
import type { Sentence } from '../parts/sentence.ts';
import { number } from './number-words.ts';
import { personName } from './person-name.ts';
import { reasonsInWords } from './reason-words.ts';

/** Why the window has gone on to somebody else without what was typed: a colleague was faster. */
export function takenNote(conversation: Conversation, { now, typed }: { now: Date; typed: string }): Sentence {
  const lost = typed === '' ? '' : ` Not sent: “${cut(oneLine(typed), shown.answer)}”`;
  return [...whoHasIt(conversation, now), lost];
}

function whoHasIt(conversation: Conversation, now: Date): Sentence {
  const owner = ownerOf(conversation, now);
  if (owner) return [{ person: owner }, ' has ', { bold: personName(conversation) }, ' now.'];
  return whoDealtWith(conversation);
}

function whoDealtWith(conversation: Conversation): Sentence {
  const who = { bold: personName(conversation) };
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

/** `again`: what to press. */
export function notSentNote(reason: string | null, again: string): Sentence {
  const because = reason ? ` (${reasonsInWords(reason)})` : '';
  return [{ bold: `Not sent${because}. ` }, `${again} to try again.`];
}

/** Where a conversation stands, in a few words at the end of a line. */
export function whereItStands(conversation: Conversation, suppression: Suppression | null, now: Date): Sentence {
  if (suppression?.kind === 'opted_out') return ['opted out'];
  return isUnanswered(conversation) ? inWhoseHands(conversation, now) : howItEnded(conversation);
}

function inWhoseHands(conversation: Conversation, now: Date): Sentence {
  const agent = toldClaimant(conversation, now);
  if (agent) return [{ person: agent }, ' is answering'];
  const isInDoubt = conversation.messages.some((text) => text.direction === 'in' && text.reading === 'maybe_opt_out');
  const said = conversation.messages.at(-1);
  const missed = said?.direction === 'out' && said.purpose === 'answer' ? ', answer not sent' : '';
  const open = isInDoubt ? 'may want no more texts' : `open${missed}`;
  const { owner } = conversation;
  return owner ? [`${open}, with `, { person: owner.member }] : [open];
}

function howItEnded({ messages, status, handledBy, outcome }: Conversation): Sentence {
  const last = messages.findLast((message) => message.direction === 'in' || isAnswer(message));
  if (last?.direction === 'out' && last.by) return ['answered by ', { person: last.by }, arrived[last.state] ?? ''];
  if (outcome) {
    const label = `“${cut(oneLine(outcome.label), shown.label)}”`;
    return outcome.by ? [`${label} by `, { person: outcome.by }] : [`counted as ${label}`];
  }
  if (status === 'handled' && handledBy) return ['handled by ', { person: handledBy }];
  if (last?.direction !== 'in') return ['needs no answer'];
  return [
    last.reading === 'help' ? 'asked for help' : last.reading === 'opt_in' ? 'wants texts again' : 'needs no answer',
  ];
}

/** What became of the answer, unless it went well. */
const arrived: Partial<Record<OutboundMessage['state'], string>> = {
  undeliverable: ', not delivered',
  unconfirmed: ', perhaps not sent',
};
/** A canned answer was pressed while another answer was filled in. */
export function notSentAtOnce(submit: string): Sentence {
  return [{ bold: 'Not sent. ' }, `There is another answer below: press ${submit}, or empty it first.`];
}

/** The answer goes to those who wrote the same, too. */
export function othersAnswered(of: number, state: GroupAnswer['state']): Sentence {
  const who = `${of === 1 ? 'other' : `${number(of)} others`}`;
  return state === 'proposed'
    ? [
        { bold: `Not sent yet to the ${who}. ` },
        'As it is typed and for many, a colleague has to press Send on their card.',
      ]
    : [{ bold: `It goes to the ${who}, too. ` }, 'Their card tells who got it.'];
}

export function othersHandled(people: number): Sentence | undefined {
  if (people === 0) return undefined;
  return [{ bold: `${people === 1 ? '1 other was' : `${number(people)} others were`} handled, too.` }];
}

/** The first was answered; why nothing was done for the others. */
export function othersNot(why: string): Sentence {
  return [{ bold: 'Only the one before you was answered. ' }, why];
}

/** A typed text to others is not filled in for each: that is previewed from their card. */
export const notForOthers: Sentence = [
  { bold: 'Not sent. ' },
  'Placeholders are filled in only with Answer all on their card: take them out, or untick the box.',
];

/** Why the window on a card sent nothing: a colleague was faster, and what they wrote stands above. */
export function doneMeanwhile(conversation: Conversation): Sentence {
  return [{ bold: 'Not sent yet. ' }, ...whoDealtWith(conversation), ' Press Send again if your answer still fits.'];
}

/** Another text came while the window on a card was open. */
export const newText: Sentence = [
  { bold: 'Not sent yet. ' },
  'Another text came from them while you wrote. It stands above: press Send again if your answer still fits.',
];
