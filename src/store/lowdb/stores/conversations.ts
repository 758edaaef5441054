import type { Announcement } from '../../../domain/campaign/announcement.ts';
import type { ConversationId, PhoneNumber } from '../../../domain/ids.ts';
import { personKey } from '../../../domain/phone/person.ts';
import type { Conversation, InboundMessage } from '../../../domain/reply/conversation.ts';
import {
  type Dated,
  isAhead,
  isLastWord,
  isOutlived,
  type KnownOptOut,
  mayBeNewer,
} from '../../../domain/reply/last-word.ts';
import type { Suppression } from '../../../domain/reply/suppression.ts';
import type { Reading } from '../../../domain/reply/words/reading.ts';
import type { ConversationStore, ReceivedMessage } from '../../../ports/conversations.ts';
import type { ResidenceReader } from '../../../ports/store.ts';
import { conversationsInTurns, conversationWith, mayBeTheirs, writtenBy } from '../memory/apply-conversation.ts';
import { changesSuppression, liftOf, recordsOf, suppressionOf } from '../memory/apply-suppression.ts';
import type { EventOf, Lift } from '../memory/events.ts';
import type { Memory } from '../memory/memory.ts';
import type { Changes } from './changes.ts';

/** Where people said they live, in conversations. */
export function residenceStore({ residences }: Memory): ResidenceReader {
  return { get: async (number) => residences.get(personKey(number)) };
}

export function conversationStore(changes: Changes, now: () => Date): ConversationStore {
  const { memory } = changes;
  return {
    get: async (id) => memory.conversations.byId.get(id),
    find: async (campaignId, number) => conversationWith(memory, campaignId, number),
    ofCampaign: (campaignId) => conversationsInTurns(memory, campaignId),
    unanswered: async (campaignId) => memory.conversations.unanswered.get(campaignId)?.size ?? 0,
    waiting: async (campaignId) => {
      const { byId, unanswered } = memory.conversations;
      return [...(unanswered.get(campaignId) ?? [])].flatMap((id) => byId.get(id) ?? []);
    },

    async receive(received) {
      await changes.ready();
      const first = firstOfItsId(memory, received, now());
      if (!first) {
        await changes.durable();
        return false;
      }
      if (first.readWith !== undefined && first.readWith !== (itsConversation(memory, first)?.version ?? 0))
        return 'stale';
      await changes.commit(inboundEvent(memory, first, now()));
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
        ...suppressions(memory, also),
        lift: also.lift && releaseOf(memory, saved, also.lift, now()),
        ...(also.residence && { residence: also.residence }),
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

/**
 * The message under an id that none of the person's others has; undefined for a repetition. Ids are the provider's:
 * another text or person may have the same one, and nobody's STOP may be taken for a repetition.
 */
function firstOfItsId(memory: Memory, received: ReceivedMessage, now: Date): ReceivedMessage | undefined {
  const { message, conversation, announcements } = received;
  if (!memory.conversations.inboundIds.has(message.id)) return received;
  const ofPerson = textsOf(memory, conversation.number);
  for (let no = 1; ; no += 1) {
    const id = no === 1 ? message.id : `${message.id}~${no}`;
    const known = ofPerson.find((other) => other.id === id);
    if (known?.text === message.text && !optsOutAgain(memory, received, known, now)) return undefined;
    if (known) continue;
    const renamed = announcements.map((announcement) =>
      announcement.kind === 'inbound' && announcement.messageId === message.id
        ? { ...announcement, messageId: id }
        : announcement,
    );
    return { ...received, message: { ...message, id }, announcements: renamed };
  }
}

/**
 * May a text with the id and the words of a known one be another STOP, after a START? Only its date can show that it is
 * a repetition. Some senders write no id and no date, or one id twice: then nobody can tell, and the person is opted
 * out again.
 */
function optsOutAgain(memory: Memory, received: ReceivedMessage, known: InboundMessage, now: Date): boolean {
  const { message, suppress, suppressAlso = [] } = received;
  if (!mayBeNewer(message, known)) return false;
  return [suppress ?? [], suppressAlso]
    .flat()
    .some((one) => changesSuppression(memory, one) && !wasTakenBack(memory, one, message, now));
}

function itsConversation(memory: Memory, { conversation }: ReceivedMessage): Conversation | undefined {
  const { id, campaignId, number } = conversation;
  return memory.conversations.byId.get(id) ?? conversationWith(memory, campaignId, number);
}

/** Two first messages may come at once, each with a new conversation: both belong to the first one's. */
function inboundEvent(memory: Memory, received: ReceivedMessage, now: Date): EventOf<'inbound'> {
  const { conversation, lift, announcements } = received;
  const isEarly = received.message.reading === 'opt_in' && isAhead(received.message, now);
  const message = isEarly ? { ...received.message, ahead: true as const } : received.message;
  const known = itsConversation(memory, received);
  const id = known?.id ?? conversation.id;
  // A text that asks for nobody may come at the same moment as one that does, which stays open.
  const staysOpen = known !== undefined && known.status !== 'handled' && conversation.status === 'handled';
  return {
    kind: 'inbound',
    message,
    conversation: {
      ...conversation,
      ...(known && { campaignId: known.campaignId, number: known.number }),
      ...(staysOpen && { status: known.status, handledBy: known.handledBy }),
      id,
    },
    ...suppressions(memory, received, (suppression) => !wasTakenBack(memory, suppression, message, now)),
    lift: lift && isLast(memory, lift, message, now) ? liftOf(memory, { ...lift, at: message.at }) : undefined,
    announcements: announcements.map((announcement) => redirected(announcement, conversation.id, id)),
  };
}

/**
 * A START that comes late, after a STOP that was written later, lifts nothing: the last word counts, not the last
 * webhook. A STOP filed under another person that may be theirs counts like their own.
 */
function isLast(memory: Memory, { number }: { number: PhoneNumber }, start: Dated, now: Date): boolean {
  const texts = [...textsOf(memory, number), ...perhapsTextsOf(memory, number)];
  const written = texts.filter(({ reading }) => isStop[reading]);
  const records = recordsOf(memory, number)
    .flatMap((record) => [record, ...(record.again ? [record.again] : [])])
    .map(({ at, source }) => ({ at, isByHand: !told.has(source) }));
  const stops = written.map((stop) => ({ at: stop.at, isByHand: false }));
  return isLastWord(start, [...records, ...stops, ...optOutsByTeam(memory, number)], now);
}

/** A suppression keeps the moment of the first opt-out; later ones by the team stand in the conversation. */
function optOutsByTeam(memory: Memory, number: PhoneNumber): KnownOptOut[] {
  const { own, perhaps } = writtenBy(memory, number);
  return [...own, ...perhaps]
    .flatMap(({ decisions = [] }) => decisions)
    .flatMap(({ kind, at }) => (kind === 'opted_out' ? { at, isByHand: true } : []));
}

/** A STOP that comes late, after a START that was written later, opts nobody out. */
function wasTakenBack(memory: Memory, { number }: Suppression, stop: Dated, now: Date): boolean {
  const starts = textsOf(memory, number).filter(({ reading }) => reading === 'opt_in');
  return isOutlived(stop, starts, now);
}

/** The provider dates their words; all others were entered by our own clock. */
const told: ReadonlySet<string> = new Set(['sms', 'carrier']);

/** Everything that the person has written, under any campaign. */
function textsOf(memory: Memory, number: PhoneNumber): InboundMessage[] {
  return writtenBy(memory, number)
    .own.flatMap(({ messages }) => messages)
    .filter((message) => message.direction === 'in');
}

/** Everything filed under another person that may be this person's. */
function perhapsTextsOf(memory: Memory, number: PhoneNumber): InboundMessage[] {
  return writtenBy(memory, number)
    .perhaps.flatMap(({ messages }) => messages)
    .filter((message) => mayBeTheirs(message, number));
}

/** What a decision about texts lets go: only holds, of the person and of the others who may have written. */
function releaseOf(
  memory: Memory,
  saved: Conversation,
  { number, by, also = [] }: { number: PhoneNumber; by: string; also?: readonly PhoneNumber[] },
  now: Date,
): Lift | undefined {
  if (staysHeld(memory, saved.number, saved)) return undefined;
  const { also: spellings = [], ...lift } = liftOf(memory, { number, by, at: now.toISOString() });
  const others = also
    .filter((other) => !staysHeld(memory, other, saved))
    .flatMap((other) => recordsOf(memory, other).map((record) => record.number));
  const all = [...spellings, ...others];
  return all.length > 0 ? { ...lift, also: all } : lift;
}

/** The person opted out, or another undecided text that is or may be theirs may be an opt-out, here or elsewhere. */
function staysHeld(memory: Memory, number: PhoneNumber, saved: Conversation): boolean {
  if (suppressionOf(memory, number)?.kind === 'opted_out') return true;
  const { own, perhaps } = writtenBy(memory, number);
  const asSaved = (conversation: Conversation) => (conversation.id === saved.id ? saved : conversation).messages;
  const texts = [...own.flatMap(asSaved), ...perhaps.flatMap(asSaved).filter((text) => mayBeTheirs(text, number))];
  return texts.some((message) => message.direction === 'in' && message.reading === 'maybe_opt_out');
}

/** A suppression that the person already has, under any number, is not written again. */
function suppressions(
  memory: Memory,
  { suppress, suppressAlso = [] }: Pick<ReceivedMessage, 'suppress' | 'suppressAlso'>,
  counts: (suppression: Suppression) => boolean = () => true,
): Pick<EventOf<'inbound'>, 'suppress' | 'suppressAlso'> {
  const isNews = (one: Suppression) => changesSuppression(memory, one) && counts(one);
  const also = suppressAlso.filter(isNews);
  return {
    suppress: suppress && isNews(suppress) ? suppress : undefined,
    ...(also.length > 0 && { suppressAlso: also }),
  };
}

const isStop: Record<Reading, boolean> = {
  opt_out: true,
  maybe_opt_out: true,
  reply: false,
  opt_in: false,
  help: false,
  quotation: false,
  expected: false,
  automatic: false,
};

function redirected(announcement: Announcement, from: ConversationId, to: ConversationId): Announcement {
  if (!('conversationId' in announcement) || announcement.conversationId !== from) return announcement;
  return { ...announcement, conversationId: to };
}
