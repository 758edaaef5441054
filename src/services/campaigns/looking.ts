import type { Campaign } from '../../domain/campaign/campaign.ts';
import { findCampaign } from '../../domain/campaign/campaign-name.ts';
import { type CampaignPage, pageOf, type Shelf } from '../../domain/campaign/campaign-shelf.ts';
import { statusInASentence } from '../../domain/campaign/campaign-status.ts';
import { whyNotOpen } from '../../domain/campaign/permissions.ts';
import { CampaignError } from '../../domain/campaign-error.ts';
import type { CampaignId, UserId } from '../../domain/ids.ts';
import { dayInWords } from '../../domain/moment.ts';
import { requireReader } from '../authority.ts';
import type { Deps } from '../deps.ts';
import { openedBy } from './opened-by.ts';

import type { Preview, Previewing } from './previewing.ts';

/** What people get to see of campaigns. */
export type Looking = {
  open(id: CampaignId, by: UserId): Promise<Campaign>;
  show(id: CampaignId, by: UserId): Promise<Preview>;
  /** By id, unique prefix or name. Throws a CampaignError that lists the candidates when it is unclear. */
  find(query: string, by: UserId): Promise<Campaign>;
  /** A page of the list, newest first. */
  browse(wish: { which: Shelf; page: number; by: UserId }): Promise<CampaignPage>;
};

/** What people get to see of campaigns: nothing without a role, and no draft of others before it was submitted. */
export function createLooking(deps: Deps, preview: Previewing['preview']): Looking {
  const { store, people, settings } = deps;
  const seenBy = async (by: UserId): Promise<readonly Campaign[]> => {
    const person = await people.find(by);
    requireReader(deps, person);
    return (await store.campaigns.list()).filter((campaign) => !whyNotOpen(person, campaign, settings.roles));
  };

  return {
    open: (id, by) => openedBy(deps, id, by),
    show: async (id, by) => {
      await openedBy(deps, id, by);
      return preview(id);
    },
    find: async (query, by) => pickCampaign(await seenBy(by), query),
    browse: async (wish) => pageOf(await seenBy(wish.by), wish),
  };
}

/** Throws a CampaignError that says what to write instead when none, or several, are meant. */
export function pickCampaign(campaigns: readonly Campaign[], query: string): Campaign {
  const match = findCampaign(campaigns, query);
  if (match.kind === 'found') return match.campaign;
  const asked = query.slice(0, 80);
  if (match.kind === 'none') {
    const sentence = `No campaign is called “${asked}”. \`/sms-campaign list all\` shows those that exist.`;
    throw new CampaignError('no_campaign', sentence);
  }
  // Drafts are made by the dozen: campaigns on their way come first.
  const isDraft = ({ status }: Campaign): number => (status === 'draft' ? 1 : 0);
  const likely = match.campaigns.toSorted((one, other) => isDraft(one) - isDraft(other));
  const named = likely.slice(0, mostNamed).map((one) => `\`${one.id}\` (${one.name}, ${stateInWords(one)})`);
  const more = likely.length > mostNamed ? ` and ${likely.length - mostNamed} more` : '';
  throw new CampaignError('many_campaigns', `“${asked}” could be ${named.join(', ')}${more}. Give the short id.`);
}

const mostNamed = 5;

/** "a draft of 23 Nov" */
function stateInWords({ status, createdAt, zone }: Campaign): string {
  return `${statusInASentence[status]}, of ${dayInWords(createdAt, zone)}`;
}
