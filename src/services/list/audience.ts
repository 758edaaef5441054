import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { ReadingDeps } from '../deps.ts';

/** A list as it is now: who gets the message, and who does not because they opted out. */
export type Audience = {
  people: number;
  optedOut: number;
  /** How many were to get it when it was submitted, while it waits for approval. */
  submitted?: number;
};

/** Counts the campaign's audience from the store, with opt-outs as of now. */
export async function audienceOf({ store }: Pick<ReadingDeps, 'store'>, campaign: Campaign): Promise<Audience> {
  const optedOut = await store.recipients.leftOut(campaign.id);
  const { status, submittedFor: submitted, list } = campaign;
  const isAsked = status === 'pending_approval' && submitted !== undefined;
  return { people: list.size - optedOut, optedOut, ...(isAsked && { submitted }) };
}
