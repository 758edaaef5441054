import type { Campaign } from '../../domain/campaign/campaign.ts';
import { whyNotOpen } from '../../domain/campaign/permissions.ts';
import { agreedCells } from '../../domain/consent/agreed-columns.ts';
import { type WhatBecame, whatBecameOf } from '../../domain/fate/what-became-of.ts';
import type { CampaignId, PhoneNumber, UserId } from '../../domain/ids.ts';
import type { BatchPlan } from '../../domain/pace/throttle.ts';
import { readPlaceKey } from '../../domain/place/place-key.ts';
import type { Residence } from '../../domain/place/residence.ts';
import type { Whereabouts } from '../../domain/place/whereabouts.ts';
import type { Recipient } from '../../domain/recipient/recipient.ts';
import type { Verdict } from '../../domain/rules/judge.ts';
import { requireReader } from '../authority.ts';
import type { ReadingDeps } from '../deps.ts';
import { needNumber } from '../replies/opt-outs.ts';
import { nowhere, rulesOf } from '../rules.ts';

/** What became of a person in each campaign that has them, the newest first. */
export type Why = {
  number: PhoneNumber;
  hasOptedOut: boolean;
  /** `agreed`: when, where and to which words they agreed, by the list's own columns. */
  campaigns: readonly {
    campaign: Campaign;
    became: WhatBecame;
    agreed?: ReturnType<typeof agreedCells>;
    /** Of somebody who waits: where they are taken to be, and what the rules say there now. */
    there?: { where: Whereabouts; residence: Residence | null; verdict: Verdict; at: Date };
  }[];
};

const mostCampaigns = 5;

/** Answers for a number as people type it, from the campaigns that the asker may open. Throws a CampaignError. */
export async function whyOf(
  deps: ReadingDeps,
  report: (id: CampaignId) => Promise<{ campaign: Campaign; plan: BatchPlan | null }>,
  { typed, by }: { typed: string; by: UserId },
): Promise<Why> {
  const { store, people, settings, clock } = deps;
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
  const residence = (await store.residences.get(number)) ?? null;
  const at = clock.now();
  const thereNow = (campaign: Campaign, { place = '' }: Pick<Recipient, 'place'>) => ({
    where: readPlaceKey(place) ?? nowhere,
    residence,
    verdict: rulesOf(deps, campaign).of(place, at).verdict,
    at,
  });
  const campaigns = await Promise.all(
    places.map(async (recipient) => {
      const { campaign, plan } = await report(recipient.campaignId);
      const agreed = agreedCells(campaign.list.columns, recipient.values);
      const became = whatBecameOf({ recipient, campaign, suppression, plan, nameOf });
      const there = became.fate.kind === 'waits' ? { there: thereNow(campaign, recipient) } : {};
      return { campaign, became, agreed, ...there };
    }),
  );
  return { number, hasOptedOut: suppression?.kind === 'opted_out', campaigns };
}
