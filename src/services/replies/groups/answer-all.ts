import { atRest } from '../../../domain/reply/claim.ts';
import type { Conversation } from '../../../domain/reply/conversation.ts';
import { isUnanswered, textsIn } from '../../../domain/reply/conversation.ts';
import { causeOf, type Group, type GroupAnswer, type MissedBecause } from '../../../domain/reply/group.ts';
import { hasWaitedSince, isIn, meantBy } from '../../../domain/reply/groups.ts';
import { keeperOf } from '../../../domain/reply/waiting.ts';
import type { Deps } from '../../deps.ts';
import { durably } from '../../durably.ts';
import type { RateLimits } from '../../sending/rate-limits.ts';
import { claimDirect, sendDirect } from '../../sending/send-direct.ts';
import { textFor } from '../text-for.ts';
import { changeGroup, type GroupRef, needGroup } from './need-group.ts';

/** Sends answers to groups, one person after the other. */
export type AnswerAll = {
  /** Of a group whose answer was just stored as `sending`. Nobody waits for it, and it never rejects. */
  begin(group: GroupRef, answer: GroupAnswer): void;
  /** After a start: what a former process was sending is interrupted, and says so on its card. */
  findInterrupted(): Promise<void>;
  /** Ends between two people; resolves when that is recorded. */
  stop(): Promise<void>;
};

/** So many of whom it did not reach are named afterwards. */
const mostNamed = 50;

type Missed = NonNullable<GroupAnswer['missed']>[number];
/** `failed`: the provider refused it, or nobody can know whether it went out. */
type Sent = { kind: 'sent' | 'failed' } | { kind: 'missed'; why: MissedBecause };

/** So many texts in a row of which none surely left: the provider is out, and everybody else goes on waiting. */
const mostFailures = 5;

export function createAnswerAll(deps: Deps, limits: RateLimits): AnswerAll {
  const { store, log } = deps;
  const stopping = new AbortController();
  const { signal } = stopping;
  const running = new Map<string, Promise<void>>();

  const run = async (ref: GroupRef, answer: GroupAnswer): Promise<void> => {
    const missed: Missed[] = [];
    const state = await sendAll(ref, answer, missed).catch((error: unknown) => {
      log.error({ campaignId: ref.campaignId, err: error }, 'An answer to a group ended early');
      return 'interrupted' as const;
    });
    await durably(deps, { campaignId: ref.campaignId }, () =>
      changeGroup(deps, ref, (group) => ended(group, answer, { state, missed: missed.slice(0, mostNamed) })),
    );
    log.info({ campaignId: ref.campaignId, state, missed: missed.length }, 'A group was answered');
  };

  const sendAll = async (ref: GroupRef, answer: GroupAnswer, missed: Missed[]) => {
    const { campaign, members } = await needGroup(deps, ref);
    let failures = 0;
    for (const { id: conversationId, sender } of meantBy(answer, members)) {
      // The place first: whatever comes while it is waited for is seen by the claim.
      if (deps.settings.senders.has(sender)) await limits.ready(sender, signal);
      if (signal.aborted) return 'interrupted' as const;
      const sent = await sendOne(ref, answer, { campaign, conversationId });
      if (sent.kind === 'missed') missed.push({ conversationId, why: sent.why });
      if (sent.kind === 'sent') failures = 0;
      if (sent.kind === 'failed' || (sent.kind === 'missed' && sent.why === 'not_sent')) failures += 1;
      if (failures >= mostFailures) return 'interrupted' as const;
    }
    return 'done' as const;
  };

  const sendOne = async (
    { says }: GroupRef,
    answer: GroupAnswer,
    to: { campaign: Awaited<ReturnType<typeof needGroup>>['campaign']; conversationId: Conversation['id'] },
  ): Promise<Sent> => {
    const conversation = await store.conversations.get(to.conversationId);
    if (!conversation) return { kind: 'missed', why: 'taken' };
    const text = await textFor(deps, to.campaign, conversation, answer.text);
    if (text.kind === 'missed') return text;
    const direct = { text: text.text, purpose: 'answer' as const, cause: causeOf(answer), by: answer.by };
    // Whoever was dealt with meanwhile and says the same again says it to something else.
    const isMeant = (current: Conversation) =>
      isIn(current, says, deps.clock.now()) && hasWaitedSince(answer.until, current);
    const { conversation: saved, claimed } = await claimDirect(deps, to.conversationId, direct, isMeant, atRest);
    if (!claimed) return wasReached(saved, answer) ? { kind: 'sent' } : { kind: 'missed', why: whyNot(saved) };
    const after = await sendDirect(deps, limits, saved, claimed, { signal, seen: textsIn(saved) });
    const message = after.messages.find(({ id }) => id === claimed.id);
    if (message?.direction !== 'out' || message.state !== 'not_sent') {
      const isDoubtful =
        message?.direction === 'out' && (message.state === 'unconfirmed' || message.state === 'rejected');
      return { kind: isDoubtful ? 'failed' : 'sent' };
    }
    if (message.reason === 'throttled') limits.slowDown(saved.sender);
    const { reason } = message;
    return { kind: 'missed', why: reason === 'opted_out' || reason === 'wrote_again' ? reason : 'not_sent' };
  };

  const whyNot = (current: Conversation): MissedBecause => {
    const isTaken = !isUnanswered(current) || keeperOf(current, deps.clock.now()) !== null;
    return isTaken ? 'taken' : 'wrote_again';
  };

  return {
    begin(ref, answer) {
      if (running.has(answer.id)) return;
      const work = run(ref, answer)
        .catch((error: unknown) => log.error({ campaignId: ref.campaignId, err: error }, 'A group’s card is not true'))
        .finally(() => running.delete(answer.id));
      running.set(answer.id, work);
    },
    async findInterrupted() {
      for (const { id: campaignId } of await store.campaigns.list()) {
        for (const { says, answer } of await store.campaigns.groups(campaignId)) {
          if (answer?.state !== 'sending' || running.has(answer.id)) continue;
          await changeGroup(deps, { campaignId, says }, (group) => ended(group, answer, { state: 'interrupted' }));
        }
      }
    },
    async stop() {
      stopping.abort();
      await Promise.all(running.values());
    },
  };
}

function ended(group: Group, { id }: GroupAnswer, end: Pick<GroupAnswer, 'state'> & { missed?: Missed[] }): Group {
  const { answer } = group;
  return answer?.id === id && answer.state === 'sending' ? { ...group, answer: { ...answer, ...end } } : group;
}

/** Also if nobody can know whether it went out: nobody is texted twice. */
function wasReached({ messages }: Conversation, answer: GroupAnswer): boolean {
  return messages.some(
    (message) => message.direction === 'out' && message.cause === causeOf(answer) && message.state !== 'not_sent',
  );
}
