import type { Campaign } from '../domain/campaign.ts';
import { CampaignError } from '../domain/campaign-error.ts';
import { findCampaign } from '../domain/campaign-name.ts';
import { pageOf } from '../domain/campaign-shelf.ts';
import type { CampaignId, UserId } from '../domain/ids.ts';
import { dayInWords } from '../domain/moment.ts';
import { whyNotSee } from '../domain/permissions.ts';
import type { CampaignDoors, Preview } from './campaigns.ts';
import { needCampaign } from './change-campaign.ts';
import type { Deps } from './deps.ts';
import { refuse } from './opt-outs.ts';

/** What people get to see of campaigns: nothing without a role. */
export function createLooking(
  { store, people, settings }: Deps,
  preview: (id: CampaignId) => Promise<Preview>,
): Pick<CampaignDoors, 'open' | 'show' | 'find' | 'browse'> {
  const check = async (by: UserId): Promise<void> => refuse(whyNotSee(await people.find(by), settings.roles));

  return {
    open: async (id, by) => {
      await check(by);
      return needCampaign(store, id);
    },
    show: async (id, by) => {
      await check(by);
      return preview(id);
    },
    find: async (query, by) => {
      await check(by);
      return pickCampaign(await store.campaigns.list(), query);
    },
    browse: async (wish) => {
      await check(wish.by);
      return pageOf(await store.campaigns.list(), wish);
    },
  };
}

function pickCampaign(campaigns: readonly Campaign[], query: string): Campaign {
  const match = findCampaign(campaigns, query);
  if (match.kind === 'found') return match.campaign;
  const asked = query.slice(0, 80);
  if (match.kind === 'none') {
    throw new CampaignError(
      'no_campaign',
      `No campaign is called “${asked}”. \`/sms-campaign list all\` shows those that exist.`,
    );
  }
  // Drafts are made by the dozen: what is on its way comes first.
  const isDraft = ({ status }: Campaign): number => (status === 'draft' ? 1 : 0);
  const likely = match.campaigns.toSorted((one, other) => isDraft(one) - isDraft(other));
  const named = likely.slice(0, mostNamed).map((one) => `\`${one.id}\` (${one.name}, ${stateInWords(one)})`);
  const more = likely.length > mostNamed ? ` and ${likely.length - mostNamed} more` : '';
  throw new CampaignError('many_campaigns', `“${asked}” could be ${named.join(', ')}${more}. Give the short id.`);
}

const mostNamed = 5;

/** "a draft of 23 Nov" */
function stateInWords({ status, createdAt, zone }: Campaign): string {
  const state = status === 'draft' ? 'a draft' : status.replace('pending_approval', 'waiting for approval');
  return `${state}, of ${dayInWords(createdAt, zone)}`;
}
