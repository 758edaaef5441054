import { z } from 'zod';
import { CampaignId, ConversationId } from '../../domain/ids.ts';

/** What a button or a menu entry knows besides its action, where a plain id is not enough. */
export const ButtonValue = z.discriminatedUnion('on', [
  /** One recipient of a campaign. */
  z.object({ on: z.literal('recipient'), campaignId: CampaignId, no: z.int().min(0) }),
  /** A page of a campaign's messages, from 0. */
  z.object({ on: z.literal('messages'), campaignId: CampaignId, page: z.int().min(0) }),
  /** An entry of the menu at an inbound message. */
  z.object({ on: z.literal('person'), wish: z.enum(['opt_out', 'show_number']), conversationId: ConversationId }),
]);
export type ButtonValue = z.infer<typeof ButtonValue>;

export function writeButtonValue(value: ButtonValue): string {
  return JSON.stringify(value);
}

/** Throws when it is not one that we wrote: that is a bug, not a person's mistake. */
export function readButtonValue(text: string | undefined): ButtonValue {
  return ButtonValue.parse(JSON.parse(text ?? ''));
}
