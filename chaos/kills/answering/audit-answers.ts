import type { AcceptedMessage } from '../../../playground/vonage/oracle.ts';
import {
  type Conversation,
  isUnanswered,
  type OutboundMessage,
  readConversationRef,
} from '../../../src/domain/reply/conversation.ts';
import { causeOf } from '../../../src/domain/reply/group.ts';
import type { Breach, Evidence } from '../evidence.ts';
import { ownerOf } from '../spellings.ts';

type Answers = Pick<Evidence, 'accepted' | 'oracle' | 'books'>;

/** What became of answers and thank-yous, held against what Vonage really took. */
export function auditAnswers(evidence: Answers): Breach[] {
  return [...doubleAnswers(evidence), ...falseAnswers(evidence), ...lostOfGroups(evidence), ...afterStop(evidence)];
}

/** The texts of conversations that Vonage took. */
export function answersIn(accepted: readonly AcceptedMessage[]): AcceptedMessage[] {
  return accepted.filter(({ clientRef }) => readConversationRef(clientRef ?? '') !== undefined);
}

/** A typed answer is a text of its own; a canned one and a thank-you may come again only when the person wrote again. */
function doubleAnswers({ accepted, oracle }: Answers): Breach[] {
  const promise = 'no answer twice';
  const answers = answersIn(accepted);
  const refs = Map.groupBy(answers, ({ clientRef }) => clientRef!);
  const same = Map.groupBy(answers, ({ to, text }) => `${ownerOf(to)} “${text}”`);
  const wrote = Map.groupBy(oracle.inbound, ({ from }) => ownerOf(from));
  return [
    ...[...refs]
      .filter(([, all]) => all.length > 1)
      .map(([ref]) => ({ promise, sentence: `${ref} was taken ${refs.get(ref)!.length} times` })),
    ...[...same]
      .filter(([, all]) => all.length > mayCome(all[0]!, wrote.get(ownerOf(all[0]!.to))?.length ?? 0))
      .map(([what, all]) => ({ promise, sentence: `${what} was taken ${all.length} times` })),
  ];
}

/** Both campaigns thank in the same words. */
function mayCome({ text }: AcceptedMessage, wrote: number): number {
  if (/\(\d+\)\.$/.test(text)) return 1;
  return /^Thank you/.test(text) ? Math.min(2, wrote) : wrote;
}

/** What Vonage took is never said not to have been sent, and nothing is on its way for ever. */
function falseAnswers({ accepted, books }: Answers): Breach[] {
  const promise = 'every answer’s label true';
  const taken = new Set(answersIn(accepted).map(({ clientRef }) => clientRef!));
  const known = new Set<string>();
  const breaches: Breach[] = [];
  for (const message of books.conversations.flatMap(sentIn)) {
    known.add(message.id);
    const isTrue = taken.has(message.id)
      ? message.state !== 'not_sent' && message.state !== 'claimed'
      : !['submitted', 'delivered', 'undeliverable', 'claimed'].includes(message.state);
    if (isTrue) continue;
    const there = taken.has(message.id) ? 'taken' : 'unknown';
    breaches.push({ promise, sentence: `${message.id} is ${message.state} here, and ${there} at Vonage` });
  }
  for (const ref of taken) if (!known.has(ref)) breaches.push({ promise, sentence: `${ref} is in no conversation` });
  return breaches;
}

/** Everybody of a group is answered, named as not reached, or still open; and no answer is being sent for ever. */
function lostOfGroups({ accepted, books }: Answers): Breach[] {
  const promise = 'nobody of a group is lost';
  const taken = new Set(answersIn(accepted).map(({ clientRef }) => clientRef!));
  return books.groups.flatMap(({ answer }): Breach[] => {
    if (!answer) return [];
    const cause = causeOf(answer);
    const reached = books.conversations.filter((one) =>
      sentIn(one).some((text) => text.cause === cause && isOut(text)),
    );
    const missed = answer.missed ?? [];
    const open = books.conversations.filter((one) => isUnanswered(one) && !reached.includes(one)).length;
    const wrong: string[] = [];
    if (answer.state === 'sending') wrong.push('is being sent for ever');
    if (reached.length > answer.of) wrong.push(`was for ${answer.of} and reached ${reached.length}`);
    if (answer.state === 'done' && reached.length + missed.length < Math.min(answer.of, 50 + reached.length))
      wrong.push(`was for ${answer.of}, reached ${reached.length} and names ${missed.length}; ${open} are open`);
    for (const { conversationId } of missed) {
      const person = books.conversations.find(({ id }) => id === conversationId);
      const isTaken = person && sentIn(person).some((text) => text.cause === cause && taken.has(text.id));
      if (isTaken) wrong.push(`says that it missed ${conversationId}, who got it`);
    }
    return wrong.map((what) => ({ promise, sentence: `the answer “${answer.text}” ${what}` }));
  });
}

/** The network may hold up a request that had left before for this long. */
const stopGraceMs = 20_000;

function afterStop({ accepted, oracle, books }: Answers): Breach[] {
  const stopped = new Map<string, number>();
  for (const { from, text, takenAt } of oracle.inbound) {
    if (/^(stop|arr)/i.test(text)) stopped.set(ownerOf(from), Math.min(takenAt, stopped.get(ownerOf(from)) ?? takenAt));
  }
  const confirmations = new Set(
    books.conversations.flatMap((one) =>
      sentIn(one).flatMap(({ id, purpose }) => (purpose === 'confirmation' ? id : [])),
    ),
  );
  return answersIn(accepted)
    .filter(({ clientRef }) => !confirmations.has(clientRef!))
    .filter(({ to, at }) => at > (stopped.get(ownerOf(to)) ?? Number.POSITIVE_INFINITY) + stopGraceMs)
    .map(({ clientRef }) => ({ promise: 'opt-out', sentence: `${clientRef} was sent long after a STOP was taken` }));
}

function sentIn({ messages }: Conversation): OutboundMessage[] {
  return messages.filter((message) => message.direction === 'out');
}

function isOut({ state }: OutboundMessage): boolean {
  return state !== 'not_sent';
}
