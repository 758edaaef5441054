import { z } from 'zod';
import { Post } from '../campaign/campaign.ts';
import { CampaignId, ConversationId, Instant, PhoneNumber, SenderId, UserId } from '../ids.ts';
import { PhoneOwner } from '../phone/own-phone.ts';
import { Attachment } from './inbound-text.ts';
import { Reading } from './words/reading.ts';

const Inbound = z.object({
  direction: z.literal('in'),
  /** The provider's id: the same text delivered twice is one message. */
  id: z.string(),
  text: z.string(),
  reading: Reading,
  at: Instant,
  /** Where the team sees it, once posted. */
  post: Post.nullable(),
  /** What came with the text or in place of one; older messages have none. */
  attachment: Attachment.optional(),
  /** The provider did not say when it was written: `at` is when it came. */
  undated: z.literal(true).optional(),
  /** When it came, if it was not written at `at`: see `isCredible`. */
  cameAt: Instant.optional(),
  /** Of a START: `at` was in the future when it came. */
  ahead: z.literal(true).optional(),
  /** Its other possible owners, if digits without a plus are two numbers. */
  mayBeOf: z.array(PhoneNumber).optional(),
  /** It says that this is not the person who was meant. */
  wrongPerson: z.literal(true).optional(),
  /** It only may have been an opt-out, and counts as one because nobody decided in time. */
  undecided: z.literal(true).optional(),
  /** The label that an expected answer was counted under when it came; kept when a person re-opens it. */
  countedAs: z.string().optional(),
  /** The member's decision by which it was: see `Counting`. */
  countedWith: z.string().optional(),
});

/**
 * A text from us to one person: an agent's answer, the one confirmation after STOP or HELP, the thank-you for an
 * expected answer, or a campaign's test and the code before it to a phone of the team. Written into the store: purposes are added, never taken away.
 */
const Outbound = z.object({
  direction: z.literal('out'),
  /** Our reference at the provider. */
  id: z.string(),
  text: z.string(),
  purpose: z.enum(['answer', 'confirmation', 'test', 'code', 'thank_you']),
  /** What caused it (a form submission, an inbound message): the same cause twice is one text. */
  cause: z.string(),
  by: UserId.nullable(),
  at: Instant,
  state: z.enum(['claimed', 'submitted', 'delivered', 'undeliverable', 'rejected', 'unconfirmed', 'not_sent']),
  reason: z.string().nullable(),
  /** What a test was a test of. */
  about: z.object({ campaignId: CampaignId, contentHash: z.string() }).optional(),
});

export const InboundMessage = Inbound;
export type InboundMessage = z.infer<typeof Inbound>;
export const OutboundMessage = Outbound;
export type OutboundMessage = z.infer<typeof Outbound>;

/**
 * A member's decision about a conversation; `after`: how many of its messages they had seen. Written into the store:
 * kinds are added, never taken away.
 */
const Decision = z.object({
  kind: z.enum(['handled', 'opted_out', 'kept', 'reopened', 'passed', 'outcome', 'lives']),
  by: UserId,
  at: Instant,
  after: z.int().min(0),
  /** Of `passed`: to whom. */
  to: UserId.optional(),
  /** Of `outcome`: the label; of `lives`: where, in words. Null: it was taken away. */
  label: z.string().nullable().optional(),
});
export type ConversationDecision = z.infer<typeof Decision>;

/** An agent has the conversation before them: nobody else is shown it until then. */
export const ConversationClaim = z.object({ by: UserId, at: Instant, until: Instant });
export type ConversationClaim = z.infer<typeof ConversationClaim>;

/** In whose hands it is until somebody answers or handles it: passed by a member, or by the last nudge (null). */
export const ConversationOwner = z.object({ member: UserId, at: Instant, from: UserId.nullable() });
export type ConversationOwner = z.infer<typeof ConversationOwner>;

/** What it ended with, from the campaign's list; `by` null: counted by itself. */
export const Outcome = z.object({ label: z.string(), by: UserId.nullable(), at: Instant });
export type Outcome = z.infer<typeof Outcome>;

/** All texts with one number under one campaign (or under none). open → claimed by an agent → handled. */
export const Conversation = z.object({
  id: ConversationId,
  version: z.int().min(1),
  campaignId: CampaignId.nullable(),
  number: PhoneNumber,
  /** Our sender that the person wrote to: answers leave from it. */
  sender: SenderId,
  /** The person's name from the list, if it has one. */
  name: z.string().nullable(),
  status: z.enum(['open', 'claimed', 'handled']),
  handledBy: UserId.nullable(),
  /** The team members whose phone this is, under no campaign. */
  owners: z.array(PhoneOwner).optional(),
  messages: z.array(z.discriminatedUnion('direction', [Inbound, Outbound])),
  /** The newest, in order; older conversations have none. */
  decisions: z.array(Decision).optional(),
  claim: ConversationClaim.nullable().optional(),
  owner: ConversationOwner.nullable().optional(),
  outcome: Outcome.nullable().optional(),
});
export type Conversation = z.infer<typeof Conversation>;

/** The person waits for us: the last thing that asks for an answer is theirs. The hold counts these. */
export function isUnanswered(conversation: Conversation): boolean {
  if (conversation.status === 'handled') return false;
  const last = conversation.messages
    .slice(handledUntil(conversation))
    .findLast((message) => waitsForTeam(message) || isAnswer(message));
  return last?.direction === 'in';
}

/** How many of its messages a member had handled, unless it was re-opened since: what came behind may still wait. */
export function handledUntil({ decisions }: Pick<Conversation, 'decisions'>): number {
  const decided = decisions?.findLast(({ kind }) => kind === 'handled' || kind === 'reopened');
  return decided?.kind === 'handled' ? decided.after : 0;
}

/** An agent's text that has or may have left. One that the provider refused answers nobody. */
export function isAnswer(message: Conversation['messages'][number]): boolean {
  if (message.direction === 'in' || message.purpose !== 'answer') return false;
  return message.state !== 'not_sent' && message.state !== 'rejected';
}

/** A text that nobody but the team can answer: see `isUnanswered`. */
export function waitsForTeam(message: Conversation['messages'][number]): message is InboundMessage {
  return message.direction === 'in' && (message.reading === 'reply' || message.reading === 'maybe_opt_out');
}

/** From when on its writer waits: a date that cannot be true makes nobody wait for years, or not at all. */
export function waitsFrom({ at, cameAt }: InboundMessage): Instant {
  return cameAt ?? at;
}

export function asksForPeople(reading: Reading): boolean {
  return reading === 'reply' || reading === 'maybe_opt_out' || reading === 'help';
}

/** May one of the texts be an opt-out, of which nobody has decided? Nothing is sent to the number until then. */
export function isInDoubt({ messages }: Pick<Conversation, 'messages'>): boolean {
  return messages.some((message) => message.direction === 'in' && message.reading === 'maybe_opt_out');
}

/** Has the person written something that somebody may have to see, and that nobody has handled? */
export function waitsToBeSeen({ status, messages }: Conversation): boolean {
  return status !== 'handled' && messages.some((text) => text.direction === 'in' && asksForPeople(text.reading));
}

/** How many texts the person has written: this number tells what a card shows, since texts are only ever added. */
export function textsIn({ messages }: Pick<Conversation, 'messages'>): number {
  return messages.filter(({ direction }) => direction === 'in').length;
}

export function unseenTexts({ messages }: Pick<Conversation, 'messages'>, seen: number): InboundMessage[] {
  return messages.filter((message) => message.direction === 'in').slice(seen);
}

/** The other people who may have written in it, where digits were two numbers: decisions about an opt-out hold for them too. */
export function whoElse({ messages }: Pick<Conversation, 'messages'>): PhoneNumber[] {
  return [...new Set(messages.flatMap((message) => (message.direction === 'in' ? (message.mayBeOf ?? []) : [])))];
}

const mostDecisions = 50;

/** The conversation with one more decision, by somebody who had seen the first `seen` texts. */
export function withDecision(
  conversation: Conversation,
  { seen, ...decision }: Omit<ConversationDecision, 'after'> & { seen: number },
): Conversation {
  const [next] = unseenTexts(conversation, seen);
  const after = next ? conversation.messages.indexOf(next) : conversation.messages.length;
  const decisions = [...(conversation.decisions ?? []), { ...decision, after }].slice(-mostDecisions);
  return { ...conversation, decisions };
}

/** The first letter tells references of conversation messages from recipients' ones. */
export function conversationRef(id: ConversationId, index: number): string {
  return `d1.${id}.${index}`;
}

export function readConversationRef(ref: string): { conversationId: ConversationId; index: number } | undefined {
  const match = /^d1\.([a-z2-9]{12})\.(\d{1,6})$/.exec(ref);
  if (!match) return undefined;
  return { conversationId: match[1] as ConversationId, index: Number(match[2]) };
}
