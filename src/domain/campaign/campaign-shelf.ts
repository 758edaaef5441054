import type { UserId } from '../ids.ts';
import { type Campaign, writersOf } from './campaign.ts';
import { isOver, mayEdit } from './campaign-status.ts';

/** A choice from the list; `current`: all but drafts never submitted, many of which everybody makes while trying things out. */
export const shelves = ['current', 'running', 'waiting', 'drafts', 'mine', 'all'] as const;
export type Shelf = (typeof shelves)[number];

export type CampaignPage = {
  which: Shelf;
  /** From 1; never beyond `pages`. */
  page: number;
  pages: number;
  total: number;
  campaigns: readonly Campaign[];
  /** The person's own drafts that were never submitted, if the shelf leaves them out. */
  drafts: readonly Campaign[];
};

const pageSize = 20;

/** The campaigns, newest first, as one person sees them on one page. */
export function pageOf(
  campaigns: readonly Campaign[],
  { which, page, by }: { which: Shelf; page: number; by: UserId },
): CampaignPage {
  const wanted = campaigns.filter((campaign) => isOn(which, campaign, by));
  const pages = Math.max(1, Math.ceil(wanted.length / pageSize));
  const shown = Math.min(Math.max(1, page), pages);
  return {
    which,
    page: shown,
    pages,
    total: wanted.length,
    campaigns: wanted.slice((shown - 1) * pageSize, shown * pageSize),
    drafts: which === 'current' ? campaigns.filter((one) => isNeverSubmitted(one) && isWriter(one, by)) : [],
  };
}

export function isNeverSubmitted({
  status,
  submittedAt,
  submittedBy,
  sentBack,
}: Pick<Campaign, 'status' | 'submittedAt' | 'submittedBy' | 'sentBack'>): boolean {
  return status === 'draft' && !submittedAt && !submittedBy && !sentBack;
}

const untouchedMs = 7 * 86_400_000;

/** A preview that was never submitted goes by itself when nobody has touched it for a week. */
export function isForgotten(campaign: Campaign, now: Date): boolean {
  const touched = Date.parse(campaign.editedAt ?? campaign.createdAt);
  return isNeverSubmitted(campaign) && now.getTime() - touched > untouchedMs;
}

function isOn(which: Shelf, campaign: Campaign, by: UserId): boolean {
  const { status } = campaign;
  switch (which) {
    case 'all':
      return true;
    case 'current':
      return !isNeverSubmitted(campaign);
    case 'running':
      return !mayEdit(status) && !isOver(status);
    case 'waiting':
      return status === 'pending_approval';
    case 'drafts':
      return status === 'draft' && isWriter(campaign, by);
    case 'mine':
      return isWriter(campaign, by);
  }
}

function isWriter(campaign: Campaign, by: UserId): boolean {
  return writersOf(campaign).includes(by);
}
