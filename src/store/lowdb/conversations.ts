import type { Announcement } from '../../domain/announcement.ts';
import type { ConversationId, Instant, PhoneNumber } from '../../domain/ids.ts';
import type { Reading } from '../../domain/reply/conversation.ts';
import type { Suppression } from '../../domain/reply/suppression.ts';
import type { ConversationStore, ReceivedMessage } from '../../ports.ts';
import { conversationsIn, conversationsOf, conversationWith } from './apply-conversation.ts';
import { changesSuppression, liftOf, recordsOf } from './apply-suppression.ts';
import type { Changes } from './changes.ts';
import type { EventOf } from './events.ts';
import type { Memory } from './memory.ts';

export function conversationStore(changes: Changes, now: () => Date): ConversationStore {
  const { memory } = changes;
  return {
    async get(id) {
      return memory.conversations.byId.get(id);
    },

    async find(campaignId, number) {
      return conversationWith(memory, campaignId, number);
    },

    async ofCampaign(campaignId) {
      return conversationsIn(memory, campaignId);
    },

    async unanswered(campaignId) {
      return memory.conversations.unanswered.get(campaignId) ?? 0;
    },

    async receive(received) {
      await changes.ready();
      if (isRepeated(memory, received)) {
        await changes.settled();
        return false;
      }
      await changes.commit(inboundEvent(memory, received));
      return true;
    },

    async save(conversation, also = {}) {
      await changes.ready();
      const known = memory.conversations.byId.get(conversation.id);
      const isTaken = !known && conversationWith(memory, conversation.campaignId, conversation.number) !== undefined;
      if ((known?.version ?? 0) !== conversation.version || isTaken) return 'stale';
      if (known && (known.campaignId !== conversation.campaignId || known.number !== conversation.number)) {
        throw new Error(`Conversation ${conversation.id} cannot move to another campaign or number.`);
      }
      const saved = { ...conversation, version: conversation.version + 1 };
      await changes.commit({
        kind: 'conversation_saved',
        conversation: saved,
        suppress: news(memory, also.suppress),
        lift: also.lift && liftOf(memory, { ...also.lift, at: now().toISOString() }),
        announcements: [...(also.announcements ?? [])],
      });
      return saved;
    },

    async abandonClaims() {
      await changes.ready();
      const claimed = [...memory.conversations.byId.values()].filter(({ messages }) =>
        messages.some((message) => message.direction === 'out' && message.state === 'claimed'),
      );
      const ids = claimed.map(({ id }) => id);
      if (ids.length > 0) await changes.commit({ kind: 'conversations_abandoned', ids });
      return ids;
    },
  };
}

/** The same id of another number's text is another text: it may be a STOP, and nobody's STOP is taken for a repetition. */
function isRepeated(memory: Memory, { message, conversation }: ReceivedMessage): boolean {
  if (!memory.conversations.inboundIds.has(message.id)) return false;
  return [...memory.conversations.byPlace.keys()]
    .flatMap((campaignId) => conversationsOf(memory, campaignId, conversation.number))
    .some(({ messages }) => messages.some((known) => known.direction === 'in' && known.id === message.id));
}

/** Two first messages may come at once, each with a new conversation: both then belong to the one that was first. */
function inboundEvent(memory: Memory, received: ReceivedMessage): EventOf<'inbound'> {
  const { conversation, message, suppress, lift, announcements } = received;
  const known =
    memory.conversations.byId.get(conversation.id) ??
    conversationWith(memory, conversation.campaignId, conversation.number);
  const id = known?.id ?? conversation.id;
  return {
    kind: 'inbound',
    message,
    conversation: { ...conversation, ...(known && { campaignId: known.campaignId, number: known.number }), id },
    suppress: news(memory, suppress),
    lift: lift && !isOutdated(memory, lift, message.at) ? liftOf(memory, { ...lift, at: message.at }) : undefined,
    announcements: announcements.map((announcement) => redirected(announcement, conversation.id, id)),
  };
}

/** A START that comes late, after a STOP that was written later: the last word counts, not the last webhook. */
function isOutdated(memory: Memory, { number }: { number: PhoneNumber }, at: Instant): boolean {
  const stops = [...memory.conversations.byPlace.keys()]
    .flatMap((campaignId) => conversationsOf(memory, campaignId, number))
    .flatMap(({ messages }) => messages)
    .filter((message) => message.direction === 'in' && isStop[message.reading]);
  return [...recordsOf(memory, number), ...stops].some((stop) => Date.parse(stop.at) > Date.parse(at));
}

/** A suppression that the person has already, under whatever number, is not written again. */
function news(memory: Memory, suppress: Suppression | undefined): Suppression | undefined {
  return suppress && changesSuppression(memory, suppress) ? suppress : undefined;
}

const isStop: Record<Reading, boolean> = {
  opt_out: true,
  maybe_opt_out: true,
  reply: false,
  opt_in: false,
  help: false,
  quotation: false,
};

function redirected(announcement: Announcement, from: ConversationId, to: ConversationId): Announcement {
  if (!('conversationId' in announcement) || announcement.conversationId !== from) return announcement;
  return { ...announcement, conversationId: to };
}
