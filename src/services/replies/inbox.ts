import { CampaignError } from '../../domain/campaign-error.ts';
import type { ConversationId, SenderId, UserId } from '../../domain/ids.ts';
import { isCostly } from '../../domain/phone/reach.ts';
import {
  asksForPeople,
  type Conversation,
  type ConversationDecision,
  textsIn,
  unseenTexts,
  whoElse,
  withDecision,
} from '../../domain/reply/conversation.ts';
import type { InboundText } from '../../domain/reply/inbound-text.ts';
import { requireCreator } from '../authority.ts';
import type { Deps } from '../deps.ts';
import { refuseAnswerFromOlderFolder } from '../folder/folder-question.ts';
import { oneAfterTheOther } from '../one-after-the-other.ts';
import type { RateLimits } from '../sending/rate-limits.ts';
import { changeConversation, claimDirect, needConversation, sendDirect } from '../sending/send-direct.ts';
import { createAutomaticAnswers } from './automatic-answers.ts';
import { createOutcomes, type OutcomeDoors } from './outcomes.ts';
import { createReceiver } from './receive-text.ts';
import { showStrangers } from './show-strangers.ts';
import { createThankYous } from './thank-yous.ts';

/** Texts that come back, as the program itself takes and reads them: nobody is checked. */
type InboxRecords = {
  /** Resolves when the text, and an opt-out it may be, are durable; safe to repeat. */
  receive(text: InboundText): Promise<void>;
  get(id: ConversationId): Promise<Conversation>;
  /** Takes up what a former process still owed people. */
  start(): Promise<void>;
  /** Drops the automatic answers that wait. */
  stop(): Promise<void>;
};

/**
 * The team's answers to them. Each is told who acts and checks it. `seen`: how many of the person's texts the decider
 * saw; unseen ones are not decided. Left out: all.
 */
export type InboxDoors = OutcomeDoors & {
  open(id: ConversationId, by: UserId): Promise<Conversation>;
  /** The whole number, for the one who asks; the log records that it was shown. */
  showNumber(id: ConversationId, by: UserId): Promise<Conversation>;
  /** Sends one text to the person. `key` names the form submission: the same one twice is one text. */
  answer(id: ConversationId, input: { text: string; by: UserId; key: string; seen?: number }): Promise<Conversation>;
  handle(id: ConversationId, by: UserId, seen?: number): Promise<Conversation>;
  /** Opts the person out for them, even with more to read, which stays open. Refused after an unseen START. */
  optOut(id: ConversationId, by: UserId, seen?: number): Promise<Conversation>;
  /** It was not an opt-out: the number may be texted again, unless another text of the person may be one. */
  keep(id: ConversationId, by: UserId, seen?: number): Promise<Conversation>;
  /** The next few people of no campaign who were only counted get cards; tells how many are left. */
  showStrangers(by: UserId): Promise<{ shown: number; left: number }>;
};

export type Inbox = InboxRecords & InboxDoors;

/** The provider takes more, but a text of over ten segments is a mistake. */
const longestAnswer = 1_530;

export function createInbox(deps: Deps, limits: RateLimits): Inbox {
  const { store, people, clock, settings } = deps;
  const inTurn = oneAfterTheOther();
  const automatic = createAutomaticAnswers(deps, limits);
  const thankYous = createThankYous(deps, limits);
  const checkAgent = async (by: UserId, find = people.find): Promise<void> => requireCreator(deps, await find(by));

  return {
    ...createOutcomes(deps),
    receive: createReceiver(deps, automatic, thankYous),
    start: thankYous.takeUp,
    stop: async () => {
      await Promise.all([automatic.stop(), thankYous.stop()]);
    },
    get: (id) => needConversation(deps, id),

    open: async (id, by) => {
      await checkAgent(by);
      return needConversation(deps, id);
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
    answer: async (id, { text, by, key, seen }) => {
      await checkAgent(by, people.findNowOrLately);
      const body = readAnswer(text);
      const conversation = await needConversation(deps, id);
      if (store.suppressions.blocks(conversation.number)) throw refused('opted_out');
      if (isCostly(conversation.number)) throw refused('costly_number');
      if (!settings.senders.has(conversation.sender)) throw unknownSender(conversation.sender);
      refuseAnswerFromOlderFolder(deps);

      // Only the call that stores the answer sends it: the same form submitted twice is one text.
      const answer = { text: body, purpose: 'answer' as const, cause: key, by };
      const { conversation: saved, claimed } = await claimDirect(deps, id, answer, (current) =>
        refuseUnseen(current, seen),
      );
      return claimed ? sendDirect(deps, limits, saved, claimed) : saved;
    },

    handle: async (id, by, seen) => {
      await checkAgent(by, people.findNowOrLately);
      return changeConversation(deps, id, (current) => {
        refuseUnseen(current, seen);
        if (current.status === 'handled') return current;
        return { ...withDecision(current, decision('handled', by, current)), status: 'handled', handledBy: by };
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
          return isOpen ? optedOut : { ...optedOut, status: 'handled', handledBy: by };
        },
        { suppress, suppressAlso },
      );
    },

    keep: async (id, by, seen) => {
      await checkAgent(by, people.findNow);
      const conversation = await needConversation(deps, id);
      const { number } = conversation;
      const suppression = await store.suppressions.get(number);
      if (suppression?.kind === 'opted_out') throw refused('opted_out');
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

/** Asked in the same turn as the change is made: a text from a moment before counts. */
function refuseUnseen(conversation: Conversation, seen: number | undefined): void {
  if (seen !== undefined && unseenTexts(conversation, seen).length > 0) throw hasNewText(conversation);
}

function hasNewText({ messages }: Conversation): CampaignError {
  const last = messages.findLast(({ direction }) => direction === 'in')?.text.trim() ?? '';
  const words = last === '' ? '' : `: “${last.length > 200 ? `${last.slice(0, 199).toWellFormed()}…` : last}”`;
  const sentence = `Nothing was done: this person has written again since${words}. Decide on their newest card.`;
  return new CampaignError('unseen_text', sentence, 'reply');
}

function readAnswer(text: string): string {
  const body = text.trim();
  if (body === '') throw refused('empty_reply');
  if (body.length <= longestAnswer) return body;
  const sentence = `The text has ${body.length} characters; shorten it to ${longestAnswer}.`;
  throw new CampaignError('long_reply', sentence, 'reply');
}

const refusals = {
  empty_reply: 'Write your answer first.',
  opted_out: 'Not sent: this person has opted out. They can text START to get messages again.',
  costly_number:
    'Not sent: this is a premium-rate, shared-cost or satellite number, where a text can cost many times as much.',
};

function refused(code: keyof typeof refusals): CampaignError {
  return new CampaignError(code, refusals[code], 'reply');
}

function unknownSender(sender: SenderId): CampaignError {
  const sentence = `No answer can leave from ${sender}, the number that this person wrote to. Ask whoever runs Trickle to add it to SMS_SENDERS.`;
  return new CampaignError('unknown_sender', sentence, 'reply');
}
