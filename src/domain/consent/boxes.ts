import { z } from 'zod';
import { CampaignError } from '../campaign-error.ts';
import { type Consent, classOf, isSaid } from './consent.ts';

/** What an approver ticks: they know that nobody said how these people agreed; there is no offer or advertising in it. */
export const ReviewBox = z.enum(['nobody_said', 'no_offer']);
export type ReviewBox = z.infer<typeof ReviewBox>;

/** In the order in which the review asks for them. */
export function neededBoxes(consent: Consent | undefined): readonly ReviewBox[] {
  return [
    ...(isSaid(consent) ? [] : (['nobody_said'] as const)),
    ...(classOf(consent) === 'informational' ? (['no_offer'] as const) : []),
  ];
}

/** What the approval keeps of what was ticked. Throws a CampaignError beside the first box that was left out. */
export function tickedBoxes(consent: Consent | undefined, ticked: readonly ReviewBox[]): { ticked?: ReviewBox[] } {
  const needed = neededBoxes(consent);
  const missing = needed.find((tick) => !ticked.includes(tick));
  if (missing === 'nobody_said') {
    const sentence = 'Tick that you know this, or send it back and ask how they agreed.';
    throw new CampaignError('nobody_said', sentence, 'nobodySaid');
  }
  if (missing === 'no_offer') {
    const sentence = 'Tick that no offer or advertising is in it, or send it back: its author can make it Marketing.';
    throw new CampaignError('maybe_offer', sentence, 'noOffer');
  }
  return needed.length > 0 ? { ticked: [...needed] } : {};
}

/** Throws for people who agreed to nothing: carriers block whoever texts them. */
export function refuseBought(consent: Consent | undefined): void {
  if (consent?.how !== 'bought') return;
  const sentence =
    'Carriers ban lists that were bought, rented or shared, because nobody on them agreed to your texts. Open the draft again: Edit takes a list of people who did, and How they agreed corrects a slip.';
  throw new CampaignError('bought_list', sentence);
}
