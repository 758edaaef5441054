import { CampaignError } from '../domain/campaign-error.ts';
import type { ConversationId, SenderId, UserId } from '../domain/ids.ts';
import { whyNotCreate } from '../domain/permissions.ts';
import { isCostly } from '../domain/phone/reach.ts';
import type { Conversation } from '../domain/reply/conversation.ts';
import type { InboundText } from '../domain/reply/inbound-text.ts';
import { createAutomaticAnswers } from './automatic-answers.ts';
import { claimDirect } from './claim-direct.ts';
import type { Deps } from './deps.ts';
import { refuse } from './opt-outs.ts';
import type { RateLimits } from './rate-limits.ts';
import { createReceiver } from './receive-text.ts';
import { changeConversation, needConversation, sendDirect } from './send-direct.ts';

/** Texts that come back, as the program itself takes and reads them: nobody asks. */
export type InboxRecords = {
  /** Resolves when the text, and an opt-out it may be, are durable. Any number of times, once in effect. */
  receive(text: InboundText): Promise<void>;
  get(id: ConversationId): Promise<Conversation>;
  /** Lets go of the automatic answers that wait. */
  stop(): Promise<void>;
};

/** The team's answers to them. Each is told who acts and checks it. */
export type InboxDoors = {
  open(id: ConversationId, by: UserId): Promise<Conversation>;
  /** The whole number, for the one who asks; that it was shown is logged. */
  showNumber(id: ConversationId, by: UserId): Promise<Conversation>;
  /** Sends one text to the person. `key` names the form submission: the same one twice is one text. */
  answer(id: ConversationId, input: { text: string; by: UserId; key: string }): Promise<Conversation>;
  handle(id: ConversationId, by: UserId): Promise<Conversation>;
  /** Decides about a text that might have been an opt-out, or opts the person out for them. */
  optOut(id: ConversationId, by: UserId): Promise<Conversation>;
  /** It was not an opt-out: the number may be texted again. */
  keep(id: ConversationId, by: UserId): Promise<Conversation>;
};

export type Inbox = InboxRecords & InboxDoors;

/** The provider takes more, but a text of over ten segments is a mistake. */
const longestAnswer = 1_530;

export function createInbox(deps: Deps, limits: RateLimits): Inbox {
  const { store, people, clock, settings } = deps;
  const automatic = createAutomaticAnswers(deps, limits);
  const checkAgent = async (by: UserId): Promise<void> => refuse(whyNotCreate(await people.find(by), settings.roles));

  return {
    receive: createReceiver(deps, automatic),
    stop: automatic.stop,
    get: (id) => needConversation(deps, id),

    open: async (id, by) => {
      await checkAgent(by);
      return needConversation(deps, id);
    },

    showNumber: async (id, by) => {
      await checkAgent(by);
      const conversation = await needConversation(deps, id);
      deps.log.info({ user: by, conversationId: conversation.id }, 'A whole number was shown');
      return conversation;
    },

    answer: async (id, { text, by, key }) => {
      await checkAgent(by);
      const body = readAnswer(text);
      const conversation = await needConversation(deps, id);
      if (store.suppressions.blocks(conversation.number)) throw hasOptedOut();
      if (isCostly(conversation.number)) throw costlyNumber();
      if (!settings.senders.has(conversation.sender)) throw unknownSender(conversation.sender);

      // Only the call that stores the answer sends it: the same form submitted twice is one text.
      const { conversation: saved, claimed } = await claimDirect(deps, id, {
        text: body,
        purpose: 'answer',
        cause: key,
        by,
      });
      return claimed ? sendDirect(deps, limits, saved, claimed) : saved;
    },

    handle: async (id, by) => {
      await checkAgent(by);
      return changeConversation(deps, id, (current) =>
        current.status === 'handled' ? current : { ...current, status: 'handled', handledBy: by },
      );
    },

    optOut: async (id, by) => {
      await checkAgent(by);
      const { number } = await needConversation(deps, id);
      const suppress = { number, kind: 'opted_out' as const, at: clock.now().toISOString(), source: by };
      const optedOut = (current: Conversation): Conversation => ({
        ...decided(current, 'opt_out'),
        status: 'handled',
        handledBy: by,
      });
      return changeConversation(deps, id, optedOut, { suppress });
    },

    keep: async (id, by) => {
      await checkAgent(by);
      const { number } = await needConversation(deps, id);
      const suppression = await store.suppressions.get(number);
      if (suppression?.kind === 'opted_out') throw hasOptedOut();
      return changeConversation(
        deps,
        id,
        (current) => decided(current, 'reply'),
        suppression ? { lift: { number, by } } : {},
      );
    },
  };
}

/** The texts that might have been an opt-out are what a person says they are. */
function decided(conversation: Conversation, reading: 'opt_out' | 'reply'): Conversation {
  const messages = conversation.messages.map((message) =>
    message.direction === 'in' && message.reading === 'maybe_opt_out' ? { ...message, reading } : message,
  );
  return { ...conversation, messages };
}

function readAnswer(text: string): string {
  const body = text.trim();
  if (body === '') throw new CampaignError('empty_reply', 'Write the text that this person shall get.', 'reply');
  if (body.length <= longestAnswer) return body;
  throw new CampaignError(
    'long_reply',
    `This is ${body.length} characters long and a text may have ${longestAnswer}. Shorten it.`,
    'reply',
  );
}

function hasOptedOut(): CampaignError {
  const sentence =
    'This person has opted out, so nothing can be sent to them. They can text START to get messages again.';
  return new CampaignError('opted_out', sentence, 'reply');
}

function costlyNumber(): CampaignError {
  const sentence =
    'This is a premium-rate, shared-cost or satellite number: a text to it can cost many times as much, so none is sent.';
  return new CampaignError('costly_number', sentence, 'reply');
}

function unknownSender(sender: SenderId): CampaignError {
  const sentence = `This person wrote to ${sender}, which is not set up here as a sender, so no answer can leave from it. Ask whoever runs Trickle to add it to SMS_SENDERS.`;
  return new CampaignError('unknown_sender', sentence, 'reply');
}
