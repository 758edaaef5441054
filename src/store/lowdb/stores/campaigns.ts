import { Campaign } from '../../../domain/campaign/campaign.ts';
import { isOver } from '../../../domain/campaign/campaign-status.ts';
import type { CampaignId } from '../../../domain/ids.ts';
import type { Many } from '../../../domain/many.ts';
import type { ListedRecipient } from '../../../domain/recipient/recipient.ts';
import type { CampaignStore, KeptBook } from '../../../ports/store.ts';
import type { ListColumns, Lists } from '../documents/lists.ts';
import { settleAll } from '../memory/apply-residence.ts';
import type { EventOf, ListRef } from '../memory/events.ts';
import type { CampaignMemory, Memory } from '../memory/memory.ts';
import { setPlaces, skipLeftOut } from '../memory/recipient-columns.ts';
import type { Changes } from './changes.ts';

export function campaignStore(changes: Changes, lists: Lists): CampaignStore {
  const { memory } = changes;

  async function sameOrigin(campaign: Campaign): Promise<Campaign | undefined> {
    const id = memory.origins.get(campaign.origin);
    const first = id && memory.campaigns.get(id)?.campaign;
    if (first) await changes.durable();
    return first;
  }

  /** The event lacks the numbers and who is left out: they are in the list documents, which were written before it. */
  function commitWithList(
    event: EventOf<'campaign_created' | 'campaign_saved'>,
    { list, numbers, leftOut, places }: { list: ListRef } & ListColumns,
  ): Promise<void> {
    const done = changes.commit(event);
    const known = memory.campaigns.get(event.campaign.id);
    if (known?.list.generation === list.generation) {
      known.numbers = numbers;
      setPlaces(known.columns, places);
      settleAll(memory, known);
      skipLeftOut(known.columns, leftOut);
    }
    return done;
  }

  /** A list may be replaced only while nobody on it was ever claimed. */
  function refuseUsed(id: CampaignId): void {
    const known = memory.campaigns.get(id);
    if (!known || isUnused(known)) return;
    throw new Error(`The list of campaign ${id} cannot be replaced: it is in use.`);
  }

  async function saveWithList(
    campaign: Campaign,
    recipients: Many<ListedRecipient>,
    { event, book }: { event: EventOf<'campaign_saved'>; book: KeptBook | undefined },
  ) {
    refuseUsed(campaign.id);
    const written = await lists.write(campaign.id, recipients);
    const { list } = written;
    await changes.ready();
    if (isStale(campaign)) {
      await lists.remove(campaign.id, list);
      return 'stale';
    }
    refuseUsed(campaign.id);
    await commitWithList({ ...event, list, ...newBook(memory, book) }, written);
    return event.campaign;
  }

  function isStale(campaign: Campaign): boolean {
    return memory.campaigns.get(campaign.id)?.campaign.version !== campaign.version;
  }

  /** Asked in the same turn as the change: nobody can be released in between. */
  function isOverTooEarly({ id, status, approval }: Campaign): boolean {
    const counts = memory.campaigns.get(id)?.columns.counts;
    const isOver = status === 'completed' || (status === 'cancelled' && approval !== null);
    return isOver && counts !== undefined && counts.queued + counts.claimed > 0;
  }

  /** Nobody may be in a batch whose size is decided. */
  function isSizedTooLate({ id, sized }: Campaign): boolean {
    const known = memory.campaigns.get(id);
    const isNew = sized !== undefined && JSON.stringify(sized) !== JSON.stringify(known?.campaign.sized);
    return isNew && (known?.batch?.no ?? 0) >= sized.batch;
  }

  return {
    async create(given, recipients) {
      const campaign = Campaign.parse(given);
      await changes.ready();
      const earlier = await sameOrigin(campaign);
      if (earlier) return earlier;
      const written = await lists.write(campaign.id, recipients);
      const { list } = written;
      await changes.ready();
      if (memory.origins.has(campaign.origin)) {
        await lists.remove(campaign.id, list);
        return (await sameOrigin(campaign)) ?? campaign;
      }
      if (memory.campaigns.has(campaign.id)) throw new Error(`There is a campaign ${campaign.id} already.`);
      await commitWithList({ kind: 'campaign_created', campaign, list }, written);
      return campaign;
    },

    get: async (id) => memory.campaigns.get(id)?.campaign,
    isRunning: (id, paceChangedAt) => {
      const campaign = memory.campaigns.get(id)?.campaign;
      const isAtPace = paceChangedAt === undefined || paceChangedAt === (campaign?.paceChanged?.at ?? null);
      return campaign?.status === 'running' && isAtPace;
    },

    async list() {
      const all = [...memory.campaigns.values()].map(({ campaign }) => campaign);
      // Reversed first: of campaigns made in the same instant, the one stored last is the newest.
      return all.reverse().sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
    },

    async save(given, also = {}) {
      const campaign = Campaign.parse(given);
      await changes.ready();
      if (isStale(campaign) || isOverTooEarly(campaign) || isSizedTooLate(campaign)) return 'stale';
      const event: EventOf<'campaign_saved'> = {
        kind: 'campaign_saved',
        campaign: { ...campaign, version: campaign.version + 1 },
        announcements: [...(also.announcements ?? [])],
        ...(also.imported !== undefined && { imported: also.imported }),
      };
      if (also.list) return saveWithList(campaign, also.list, { event, book: also.book });
      await changes.commit({ ...event, ...newBook(memory, also.book) });
      return event.campaign;
    },

    async discard(id, version) {
      await changes.ready();
      const known = memory.campaigns.get(id);
      const isAnother = version !== undefined && known?.campaign.version !== version;
      if (!known || isAnother || !wasNeverSubmitted(memory, known)) {
        await changes.durable();
        return false;
      }
      await changes.commit({ kind: 'campaign_discarded', campaignId: id });
      // What cannot be removed now goes at the next start.
      await lists.remove(id, known.list).catch(() => {});
      return true;
    },

    groups: async (id) => memory.campaigns.get(id)?.groups ?? [],
    saveGroup: async (id, given, also = {}) => {
      await changes.ready();
      const known = memory.campaigns.get(id)?.groups.find(({ says }) => says === given.says);
      if (!memory.campaigns.has(id) || (known?.version ?? 0) !== given.version) return 'stale';
      const group = { ...given, version: given.version + 1, post: known?.post ?? null };
      await changes.commit({
        kind: 'group_saved',
        campaignId: id,
        group,
        announcements: [...(also.announcements ?? [])],
      });
      return group;
    },

    book: (hash) => memory.books.get(hash),

    posts: async (id) => memory.campaigns.get(id)?.posts ?? { review: null, message: null },
  };
}

/** In place of those that no campaign names which may still text somebody: a completed one goes on where somebody is in doubt. */
function newBook({ books, campaigns }: Memory, book: KeptBook | undefined): Pick<EventOf<'campaign_saved'>, 'book'> {
  if (!book || books.has(book.hash)) return {};
  const living = [...campaigns.values()].filter(
    ({ campaign: { status }, columns: { counts } }) =>
      !isOver(status) || (status === 'completed' && counts.unconfirmed > 0),
  );
  const needed = new Set(living.map(({ campaign }) => campaign.approval?.rules));
  return { book: { ...book, instead: [...books.keys()].filter((hash) => !needed.has(hash)) } };
}

/** Nobody was asked to approve it, and no post about it exists or is owed. */
function wasNeverSubmitted({ announcements }: Memory, known: CampaignMemory): boolean {
  const { campaign, posts } = known;
  const { id, status, submittedAt, approval, sentBack } = campaign;
  const isUnseen = submittedAt === null && approval === null && sentBack === null && !posts.review && !posts.message;
  const isOwed = [...announcements.values()].some((owed) => 'campaignId' in owed && owed.campaignId === id);
  return status === 'draft' && isUnseen && isUnused(known) && !isOwed;
}

/** Nobody was ever claimed; left out from the beginning is no use. */
function isUnused({ batch, columns: { counts, size } }: CampaignMemory): boolean {
  return batch === null && counts.queued + counts.skipped === size;
}
