import { z } from 'zod';
import { CampaignId, ConversationId, Instant } from '../../../domain/ids.ts';

const seen = z.int().min(0);

/** What a button or a menu entry knows besides its action: what it is about, and what whoever presses it had before them. */
const ButtonValue = z.discriminatedUnion('on', [
  /** One recipient of a campaign, in doubt about this attempt; buttons of before have none. */
  z.object({
    on: z.literal('recipient'),
    campaignId: CampaignId,
    no: z.int().min(0),
    attempt: z.int().min(1).optional(),
  }),
  /** A page of a campaign's messages, from 0. */
  z.object({ on: z.literal('messages'), campaignId: CampaignId, page: z.int().min(0) }),
  /** A page of a campaign's expected answers, from 0. */
  z.object({ on: z.literal('counted'), campaignId: CampaignId, page: z.int().min(0) }),
  /** A page of somebody’s Home tab, from 0. */
  z.object({ on: z.literal('home'), page: z.int().min(0) }),
  /** One of them, and the place of the label it is counted under instead; null: a person has to look. */
  z.object({ on: z.literal('counted_person'), conversationId: ConversationId, label: z.int().min(0).nullable() }),
  /** The open conversations of a campaign that say this; `page` of the window that lists them, from 0. */
  z.object({ on: z.literal('group'), campaignId: CampaignId, says: z.string(), page: z.int().min(0).optional() }),
  /** An answer to them that waits for a colleague. */
  z.object({ on: z.literal('proposed'), campaignId: CampaignId, says: z.string(), answerId: z.string() }),
  /** All recipients of a campaign that were in doubt by then. */
  z.object({ on: z.literal('doubt'), campaignId: CampaignId, until: Instant }),
  /** These conversations of a campaign, as long as they wait. */
  z.object({ on: z.literal('these'), campaignId: CampaignId, conversationIds: z.array(ConversationId) }),
  /** A conversation, of which so many texts were shown. */
  z.object({ on: z.literal('conversation'), conversationId: ConversationId, seen }),
  /** An entry of the menu at a conversation; entries of before do not say how many texts were shown. */
  z.object({
    on: z.literal('person'),
    wish: z.enum(['pass', 'outcome', 'opt_out', 'show_number', 'history', 'lives_elsewhere', 'reopen', 'why']),
    conversationId: ConversationId,
    seen: seen.optional(),
  }),
  /** A campaign, as its content was shown. */
  z.object({ on: z.literal('campaign'), campaignId: CampaignId, contentHash: z.string() }),
  /** A campaign that was paused at that moment. */
  z.object({ on: z.literal('pause'), campaignId: CampaignId, at: Instant }),
]);
type ButtonValue = z.infer<typeof ButtonValue>;

export function writeButtonValue(value: ButtonValue): string {
  return JSON.stringify(value);
}

/** Throws when it is not one that we wrote: that is a bug, not a person's mistake. */
export function readButtonValue(text: string | undefined): ButtonValue {
  return ButtonValue.parse(JSON.parse(text ?? ''));
}

/** The same where buttons of before bear a plain id. */
export function readValueOrId<On extends ButtonValue['on']>(
  text: string | undefined,
  on: On,
): Extract<ButtonValue, { on: On }> | { id: string } {
  if (!text?.startsWith('{')) return { id: text ?? '' };
  const value = readButtonValue(text);
  if (value.on !== on) throw new Error(`This button is about a ${value.on}, not about a ${on}.`);
  return value as Extract<ButtonValue, { on: On }>;
}
