import type { Campaign } from '../../domain/campaign/campaign.ts';
import { whyNotOpen } from '../../domain/campaign/permissions.ts';
import { agreedCells } from '../../domain/consent/agreed-columns.ts';
import { type WhatBecame, whatBecameOf } from '../../domain/fate/what-became-of.ts';
import type { CampaignId, PhoneNumber, UserId } from '../../domain/ids.ts';
import type { BatchPlan } from '../../domain/pace/throttle.ts';
import { requireReader } from '../authority.ts';
import type { ReadingDeps } from '../deps.ts';
import { needNumber } from '../replies/opt-outs.ts';

/** What became of a person in each campaign that has them, the newest first. */
export type Why = {
  number: PhoneNumber;
  /** `agreed`: when, where and to which words they agreed, by the list's own columns. */
  campaigns: readonly { campaign: Campaign; became: WhatBecame; agreed?: ReturnType<typeof agreedCells> }[];
};

const mostCampaigns = 5;

/** Answers for a number as people type it, from the campaigns that the asker may open. Throws a CampaignError. */
export async function whyOf(
  deps: ReadingDeps,
  report: (id: CampaignId) => Promise<{ campaign: Campaign; plan: BatchPlan | null }>,
  { typed, by }: { typed: string; by: UserId },
): Promise<Why> {
  const { store, people, settings } = deps;
  const person = await people.find(by);
  requireReader(deps, person);
  const number = needNumber(typed, settings.country);
  const all = await store.campaigns.list();
  const nameOf = (id: CampaignId) => all.find((one) => one.id === id)?.name;
  const open = all.filter((campaign) => !whyNotOpen(person, campaign, settings.roles));
  const places = await store.recipients.onLists(
    number,
    open.map(({ id }) => id),
    mostCampaigns,
  );
  const suppression = await store.suppressions.get(number);
  const campaigns = await Promise.all(
    places.map(async (recipient) => {
      const { campaign, plan } = await report(recipient.campaignId);
      const agreed = agreedCells(campaign.list.columns, recipient.values);
      return { campaign, became: whatBecameOf({ recipient, campaign, suppression, plan, nameOf }), agreed };
    }),
  );
  return { number, campaigns };
}
