import { z } from 'zod';
import { CampaignId, Instant, PhoneNumber } from '../ids.ts';

/**
 * A number that is never texted. `opted_out`: the person said so, or somebody entered it for them. `held`: the text
 * might have been an opt-out; nothing leaves until a person in the channel decides.
 */
export const Suppression = z.object({
  number: PhoneNumber,
  kind: z.enum(['opted_out', 'held']),
  at: Instant,
  /** Where it came from: `sms`, `carrier`, or the user id of who entered it. */
  source: z.string(),
  /** For the carrier's word: the campaign of the message concerned; older records have none. */
  campaignId: CampaignId.optional(),
  /** The newest word that opted them out once more; older records have none. */
  again: z.object({ at: Instant, source: z.string() }).optional(),
});
export type Suppression = z.infer<typeof Suppression>;
