import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { CampaignId } from '../../domain/ids.ts';
import { countByRule } from '../../domain/leave-out/left-out-because.ts';
import type { InPieces } from '../../domain/many.ts';
import { isMeasured, measureMessages } from '../../domain/measure/measure.ts';
import type { Recipient } from '../../domain/recipient/recipient.ts';
import type { StoreReader } from '../../ports/store.ts';
import type { ReadingDeps } from '../deps.ts';
import { ruledOutOf } from '../places/ruled-out.ts';

const perPage = 1_000;

/** Everybody on a campaign's list, in its order, a thousand at a time. */
export async function* recipientPages(
  { recipients }: Pick<StoreReader, 'recipients'>,
  { id, list }: Pick<Campaign, 'id' | 'list'>,
): AsyncGenerator<readonly Recipient[]> {
  for (let from = 0; from < list.size; from += perPage) yield recipients.page(id, { from, limit: perPage });
}

/** The same as often as needed. */
export function storedPeople(
  store: Pick<StoreReader, 'recipients'>,
  campaign: Pick<Campaign, 'id' | 'list'>,
): InPieces<Recipient> {
  return { length: campaign.list.size, pieces: () => recipientPages(store, campaign) };
}

/** Those at these positions that there are. */
export async function recipientsAt(
  { recipients }: Pick<StoreReader, 'recipients'>,
  id: CampaignId,
  nos: readonly number[],
): Promise<Recipient[]> {
  const found = await Promise.all(nos.map((no) => recipients.get(id, no)));
  return found.filter((recipient) => recipient !== undefined);
}

export type Measured = Campaign & { segments: { countries: NonNullable<Campaign['segments']['countries']> } };

/** Measured by this version: over everybody on its list, with all that it knows of links. */
export async function measured(store: Pick<StoreReader, 'recipients'>, campaign: Campaign): Promise<Measured> {
  const { thankYous } = campaign.segments;
  const segments = isMeasured(campaign.segments)
    ? campaign.segments
    : await measureMessages(campaign.template, campaign.list.columns, storedPeople(store, campaign));
  const countries = segments.countries ?? [];
  return { ...campaign, segments: { ...segments, countries, ...(thankYous && { thankYous }) } };
}

/** A list as it is now: who gets the message, and who does not because they opted out. */
export type Audience = {
  people: number;
  optedOut: number;
  /** People whom each of the campaign's rules leaves out, in their order. */
  leftOut?: readonly number[];
  /** People who never get it, by the rules of where they are. */
  ruledOut?: number;
  /** How many were to get it when it was submitted, while it waits for approval. */
  submitted?: number;
};

/** Counts the campaign's audience from the store, with opt-outs, and texts of other campaigns, as of now. */
export async function audienceOf(
  deps: Pick<ReadingDeps, 'store' | 'clock' | 'rules'>,
  campaign: Campaign,
): Promise<Audience> {
  const { store, clock } = deps;
  const { id, status, submittedFor: submitted, list } = campaign;
  const optedOut = await store.recipients.leftOut(id);
  const leftOut = await leftOutNow({ store, clock }, campaign);
  const ruledOut = await ruledOutOf(deps, campaign);
  const people = list.size - optedOut - ruledOut - leftOut.reduce((sum, count) => sum + count, 0);
  const isAsked = status === 'pending_approval' && submitted !== undefined;
  const byRules = ruledOut > 0 ? { ruledOut } : {};
  return { people, optedOut, ...(leftOut.length > 0 && { leftOut }), ...byRules, ...(isAsked && { submitted }) };
}

async function leftOutNow(
  { store, clock }: Pick<ReadingDeps, 'store' | 'clock'>,
  { id, leaveOut = [] }: Campaign,
): Promise<number[]> {
  if (leaveOut.length === 0) return [];
  const meanwhile = await store.recipients.textedMeanwhile(id, clock.now());
  const counts = countByRule(leaveOut, await store.recipients.skippedBecause(id));
  return counts.map((people, no) => (leaveOut[no]?.kind === 'texted' ? people + meanwhile : people));
}
