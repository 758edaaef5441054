import { CampaignError } from '../campaign-error.ts';
import { plainText } from '../plain-text.ts';
import type { Campaign } from './campaign.ts';

/** A campaign's name as it is kept: one line of 1 to 80 visible characters. */
export function readCampaignName(text: string): string {
  const name = plainText(text.normalize('NFKC'));
  if (name === '') throw badName('The campaign needs a name. Write one of up to 80 characters.');
  if (name.length > 80) throw badName(`The name has ${name.length} characters; shorten it to 80.`);
  return name;
}

type CampaignMatch<C> = { kind: 'found'; campaign: C } | { kind: 'none' } | { kind: 'many'; campaigns: C[] };

/** Whom a person means by an id, the start of an id (2 characters or more), a name or the start of a name. */
export function findCampaign<C extends Pick<Campaign, 'id' | 'name'>>(
  campaigns: readonly C[],
  query: string,
): CampaignMatch<C> {
  const asked = folded(query);
  if (asked === '') return { kind: 'none' };

  const byId = campaigns.filter((campaign) => campaign.id === asked);
  if (byId.length > 0) return oneOf(byId);

  const byName = campaigns.filter((campaign) => folded(campaign.name) === asked);
  if (byName.length > 0) return oneOf(byName);

  return oneOf(
    campaigns.filter(
      (campaign) => folded(campaign.name).startsWith(asked) || (asked.length >= 2 && campaign.id.startsWith(asked)),
    ),
  );
}

function oneOf<C>(campaigns: C[]): CampaignMatch<C> {
  const [campaign] = campaigns;
  if (!campaign) return { kind: 'none' };
  return campaigns.length === 1 ? { kind: 'found', campaign } : { kind: 'many', campaigns };
}

function folded(text: string): string {
  return plainText(text.normalize('NFKC')).toLowerCase();
}

function badName(sentence: string): CampaignError {
  return new CampaignError('bad_name', sentence, 'name');
}

/** The beginning of a file's name, with a dash behind it; empty where the name has no letters that every system takes. */
export function fileNamed(name: string): string {
  const words =
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  const start = words.join('-').slice(0, 60);
  return start === '' ? '' : `${start}-`;
}
