import { nothingForeseen } from '../../domain/answering/answering.ts';
import { outcomeOfPress } from '../../domain/answering/one-press.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { ConversationId, UserId } from '../../domain/ids.ts';
import { isCostly } from '../../domain/phone/reach.ts';
import { atRest } from '../../domain/reply/claim.ts';
import {
  asksForPeople,
  type Conversation,
  type ConversationDecision,
  isAnswer,
  textsIn,
  unseenTexts,
  whoElse,
  withDecision,
} from '../../domain/reply/conversation.ts';
import type { InboundText } from '../../domain/reply/inbound-text.ts';
import type { Stood } from '../../domain/reply/stood.ts';
import type { Suppression } from '../../domain/reply/suppression.ts';
import { requireCreator, requireOpener } from '../authority.ts';
import type { Deps } from '../deps.ts';
import { refuseAnswerFromOlderFolder } from '../folder/folder-question.ts';
import { oneAfterTheOther } from '../one-after-the-other.ts';
import type { RateLimits } from '../sending/rate-limits.ts';
import { changeConversation, claimDirect, needConversation, sendDirect } from '../sending/send-direct.ts';
import { costlyNumber, hasOptedOut, readAnswer, readOutcome, unknownSender } from './answer-rules.ts';
import { type AnsweringDoors, createAnswering } from './answering.ts';
import { createAutomaticAnswers } from './automatic-answers.ts';
import { createEndHolds } from './end-holds.ts';
import { createGroups, type GroupDoors } from './groups/groups.ts';
import { createResidences, type ResidenceDoors } from './lives-elsewhere.ts';
import { hasNewText, refuseBlocked, refuseDoneSince, refuseTaken, refuseUnseen, sentBefore } from './not-decided.ts';
import { createOutcomes, type OutcomeDoors } from './outcomes.ts';
import { createReceiver } from './receive-text.ts';
import { showStrangers } from './show-strangers.ts';
import { createThankYous } from './thank-yous.ts';
import { cannedFor, readToAnswer, type ToAnswer } from './their-row.ts';

/** Texts that come back, as the program itself takes and reads them: nobody is checked. */
type InboxRecords = {
  /** Resolves when the text, and an opt-out it may be, are durable; safe to repeat. */
  receive(text: InboundText): Promise<void>;
  get(id: ConversationId): Promise<Conversation>;
  /** Takes up what a former process still owed people. */
  start(): Promise<void>;
  /** Ends the holds on which nobody decided in time. Never rejects. */
  tick(): Promise<void>;
  /** Drops the automatic answers that wait. */
  stop(): Promise<void>;
};

/**
 * The team's answers to them. Each is told who acts and checks it. `seen`: how many of the person's texts the decider
 * saw; unseen ones are not decided. Left out: all.
 */
export type ConversationDoors = {
  open(id: ConversationId, by: UserId): Promise<Conversation>;
  /** With what it takes to answer it, and what stands on the suppression list for the person. */
  openToAnswer(id: ConversationId, by: UserId): Promise<ToAnswer & { suppression: Suppression | null }>;
  /** The whole number, for the one who asks; the log records that it was shown. */
  showNumber(id: ConversationId, by: UserId): Promise<Conversation>;
  /**
   * Sends one text to the person: what was typed, or the canned answer of this label as they read it. `key` names the
   * form submission: the same one twice is one text. With an outcome it is handled too, once the text has left; with
   * `onePress` on a canned answer always, and with the outcome of the same name unless another one is chosen.
   */
  answer(
    id: ConversationId,
    input: { text: string; canned?: string; onePress?: boolean; by: UserId; key: string; seen?: number } & Ending,
  ): Promise<Conversation>;
  handle(id: ConversationId, by: UserId, seen?: number, ending?: Ending): Promise<Conversation>;
  /** Opts the person out for them, even with more to read, which stays open. Refused after an unseen START. */
  optOut(id: ConversationId, by: UserId, seen?: number): Promise<Conversation>;
  /** It was not an opt-out: the number may be texted again, unless another text of the person may be one. */
  keep(id: ConversationId, by: UserId, seen?: number): Promise<Conversation>;
  /** The next few people of no campaign who were only counted get cards; tells how many are left. */
  showStrangers(by: UserId): Promise<{ shown: number; left: number }>;
};

export type InboxDoors = ConversationDoors & OutcomeDoors & ResidenceDoors;

/**
 * `outcome`: one of the campaign's. Refused as `taken`: with `ifOpen` when a colleague has it now or has dealt with it,
 * with `stood` when one has dealt with it since it stood so.
 */
type Ending = { outcome?: string; ifOpen?: boolean; stood?: Stood | undefined };

export type Inbox = InboxRecords & InboxDoors & AnsweringDoors & GroupDoors;

export function createInbox(deps: Deps, limits: RateLimits): Inbox {
  const { store, people, clock, settings } = deps;
  const inTurn = oneAfterTheOther();
  const automatic = createAutomaticAnswers(deps, limits);
  const thankYous = createThankYous(deps, limits);
  const groups = createGroups(deps, limits);
  const checkAgent = async (by: UserId, find = people.find): Promise<void> => requireCreator(deps, await find(by));

  return {
    ...createAnswering(deps),
    ...createOutcomes(deps),
    ...createResidences(deps),
    ...groups.doors,
    receive: createReceiver(deps, automatic, thankYous),
    start: async () => {
      await groups.start();
      await thankYous.takeUp();
    },
    tick: createEndHolds(deps),
    stop: async () => {
      await Promise.all([automatic.stop(), thankYous.stop(), groups.stop()]);
    },
    get: (id) => needConversation(deps, id),

    open: async (id, by) => {
      await checkAgent(by);
      return needConversation(deps, id);
    },

    openToAnswer: async (id, by) => {
      await checkAgent(by);
      const toAnswer = await readToAnswer(deps, await needConversation(deps, id));
      if (toAnswer.campaign) requireOpener(deps, await people.find(by), toAnswer.campaign);
      const suppression = (await store.suppressions.get(toAnswer.conversation.number)) ?? null;
      return { ...toAnswer, suppression };
    },

    showStrangers: async (by) => {
      await checkAgent(by);
      // Two presses at once show different people.
      return inTurn(() => showStrangers(deps));
    },

    showNumber: async (id, by) => {
      await checkAgent(by, people.findNowOrLately);
      const conversation = await needConversation(deps, id);
      deps.log.info({ user: by, conversationId: conversation.id }, 'A whole number was shown');
      return conversation;
    },

    // People must be able to answer, and to opt somebody out, while the chat limits us.
    answer: async (id, { text, canned, onePress = false, by, key, seen, outcome, ifOpen, stood }) => {
      await checkAgent(by, people.findNowOrLately);
      const conversation = await needConversation(deps, id);
      const campaign = await campaignOf(conversation);
      const body = await readAnswer(text, canned, (label) => cannedFor(deps, campaign, conversation, label));
      const ofPress =
        onePress && canned !== undefined && outcomeOfPress(campaign?.answering ?? nothingForeseen, canned);
      const label = readOutcome(outcome ?? (ofPress || undefined), campaign);
      await refuseBlocked(store, conversation, seen);
      if (isCostly(conversation.number)) throw costlyNumber();
      if (!settings.senders.has(conversation.sender)) throw unknownSender(conversation.sender);
      refuseAnswerFromOlderFolder(deps);

      // Only the call that stores the answer sends it: the same form submitted twice is one text.
      const answer = { text: body, purpose: 'answer' as const, cause: key, by };
      const check = (current: Conversation) => {
        if (ifOpen) refuseTaken(current, by, clock.now());
        refuseDoneSince(current, stood, by);
        refuseUnseen(current, seen);
      };
      const also = (current: Conversation) => withOutcome(atRest(current), label, by);
      const { conversation: saved, claimed } = await claimDirect(deps, id, answer, check, also);
      if (!claimed) return sentBefore(saved, answer);
      const after = await sendDirect(deps, limits, saved, claimed, seen === undefined ? {} : { seen });
      const isOut = after.messages.some((message) => message.id === claimed.id && isAnswer(message));
      return (label || onePress) && isOut ? endAfter(saved, by) : after;
    },

    handle: async (id, by, seen, { outcome, ifOpen, stood } = {}) => {
      await checkAgent(by, people.findNowOrLately);
      const label = readOutcome(outcome, await campaignOf(await needConversation(deps, id)));
      return changeConversation(deps, id, (current) => {
        const isDone = current.status === 'handled' && (!ifOpen || current.handledBy === by);
        if (ifOpen && !isDone) refuseTaken(current, by, clock.now());
        refuseDoneSince(current, stood, by);
        refuseUnseen(current, seen);
        return isDone ? current : handled(withOutcome(current, label, by), by);
      });
    },

    optOut: async (id, by, seen) => {
      await checkAgent(by, people.findNowOrLately);
      const conversation = await needConversation(deps, id);
      const entry = { kind: 'opted_out' as const, at: clock.now().toISOString(), source: by };
      const suppress = { ...entry, number: conversation.number };
      const suppressAlso = whoElse(conversation).map((number) => ({ ...entry, number }));
      return changeConversation(
        deps,
        id,
        (current) => {
          const unseen = unseenTexts(current, seen ?? textsIn(current));
          if (unseen.some(({ reading }) => reading === 'opt_in')) throw hasNewText(current);
          const optedOut = withDecision(decided(current, 'opt_out', seen), decision('opted_out', by, current, seen));
          const isOpen = unseen.some(({ reading }) => asksForPeople(reading));
          return atRest(isOpen ? optedOut : { ...optedOut, status: 'handled', handledBy: by });
        },
        { suppress, suppressAlso },
      );
    },

    keep: async (id, by, seen) => {
      await checkAgent(by, people.findNow);
      const conversation = await needConversation(deps, id);
      const { number } = conversation;
      const suppression = await store.suppressions.get(number);
      if (suppression?.kind === 'opted_out') throw hasOptedOut();
      return changeConversation(
        deps,
        id,
        (current) => {
          refuseUnseen(current, seen);
          return withDecision(decided(current, 'reply'), decision('kept', by, current));
        },
        suppression || whoElse(conversation).length > 0 ? { lift: { number, by, also: whoElse(conversation) } } : {},
      );
    },
  };

  /** Nothing that came while the answer left is handled by it. */
  function endAfter(answered: Conversation, by: UserId): Promise<Conversation> {
    return changeConversation(deps, answered.id, (current) =>
      current.status === 'handled' || textsIn(current) > textsIn(answered) ? current : handled(current, by),
    );
  }

  function handled(current: Conversation, by: UserId): Conversation {
    const decided = withDecision(current, decision('handled', by, current));
    return atRest({ ...decided, status: 'handled', handledBy: by });
  }

  function withOutcome(current: Conversation, label: string | null, by: UserId): Conversation {
    if (label === null) return current;
    const made = { ...decision('outcome', by, current), label };
    return { ...withDecision(current, made), outcome: { label, by, at: made.at } };
  }

  async function campaignOf({ campaignId }: Conversation): Promise<Campaign | undefined> {
    return campaignId ? store.campaigns.get(campaignId) : undefined;
  }

  function decision(kind: ConversationDecision['kind'], by: UserId, current: Conversation, seen = textsIn(current)) {
    return { kind, by, at: clock.now().toISOString(), seen };
  }
}

/** Texts that might have been an opt-out are what a person who has seen them says they are. */
function decided(conversation: Conversation, reading: 'opt_out' | 'reply', seen?: number): Conversation {
  const unseen = new Set<unknown>(unseenTexts(conversation, seen ?? textsIn(conversation)));
  const messages = conversation.messages.map((message) =>
    message.direction === 'in' && message.reading === 'maybe_opt_out' && !unseen.has(message)
      ? { ...message, reading }
      : message,
  );
  return { ...conversation, messages };
}
