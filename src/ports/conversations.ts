import type { Announcement } from '../domain/campaign/announcement.ts';
import type { CampaignId, ConversationId, PhoneNumber } from '../domain/ids.ts';
import type { Residence } from '../domain/place/residence.ts';
import type { Conversation, InboundMessage } from '../domain/reply/conversation.ts';
import type { Suppression } from '../domain/reply/suppression.ts';

/* What people wrote and were answered, and what it causes. */

export type ConversationReader = {
  get(id: ConversationId): Promise<Conversation | undefined>;
  /**
   * The conversation with the person under this campaign (null: under none). Stores older than person keys may have
   * two: the open one, else the latest.
   */
  find(campaignId: CampaignId | null, number: PhoneNumber): Promise<Conversation | undefined>;
  ofCampaign(campaignId: CampaignId | null): Promise<readonly Conversation[]>;
  unanswered(campaignId: CampaignId): Promise<number>;
  /** Those under it that wait for the team, in no order. Its cost grows with them, not with all conversations. */
  waiting(campaignId: CampaignId | null): Promise<readonly Conversation[]>;
};

export interface ConversationStore extends ConversationReader {
  /**
   * One inbound message with everything it causes, in one step: the message (in the given conversation, which is made
   * if it is new, else takes the given status, handledBy and, if given, outcome; one for each person and campaign), the suppression it sets
   * or lifts for the person, and what the team is told. The person's last word counts, whichever comes first: a START
   * lifts nothing that was said later or at the same time, and a STOP sets nothing when a START was written later.
   * False, and nothing changes, when that text with that id was received from that person before; resolves only when
   * the first one is durable. Ids are the provider's: of two texts of a person with the same, the second gets another
   * one. `stale`, and nothing changes, when the conversation is not the one any more that the message was `readWith`.
   */
  receive(inbound: ReceivedMessage): Promise<boolean | 'stale'>;
  /**
   * Compare-and-set on the version, together with the announcements and the suppression that the change causes. Version
   * 0 makes a new one; also stale when the person has one under that campaign already. No opt-out is lifted, nor
   * anything while a text of the person is still read as `maybe_opt_out` in any conversation.
   */
  save(
    conversation: Conversation,
    also?: {
      announcements?: readonly Announcement[];
      suppress?: Suppression;
      suppressAlso?: readonly Suppression[];
      /** `also`: holds on the others who may have written are let go too. */
      lift?: { number: PhoneNumber; by: string; also?: readonly PhoneNumber[] };
      /** Where the person said they live. */
      residence?: Residence;
    },
  ): Promise<Conversation | 'stale'>;
  /** Outbound messages found as claimed become unconfirmed(crash). Called once at start. */
  abandonClaims(now: Date): Promise<readonly ConversationId[]>;
}

export type ReceivedMessage = {
  message: InboundMessage;
  /** As it is to be before its first message. */
  conversation: Omit<Conversation, 'messages' | 'version'>;
  /** The version of the conversation that it was read with, 0 without one: what it means depends on that. Left out: any. */
  readWith?: number;
  suppress?: Suppression;
  /** The same for the others who may have written. */
  suppressAlso?: readonly Suppression[];
  lift?: { number: PhoneNumber; by: string };
  announcements: readonly Announcement[];
};
