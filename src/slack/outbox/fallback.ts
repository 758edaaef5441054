import type { Announcement } from '../../domain/campaign/announcement.ts';
import type { Campaign, Post } from '../../domain/campaign/campaign.ts';
import type { CampaignId } from '../../domain/ids.ts';
import { keepNewest } from '../../domain/keep-newest.ts';
import type { Store } from '../../ports/store.ts';
import { directMessage } from '../ui/messages/direct.ts';
import { copyNowInChannel } from '../ui/messages/in-person.ts';
import { cut } from '../ui/parts/inert.ts';
import type { Message } from '../ui/parts/message.ts';
import type { ClosedChannels } from './closed-channels.ts';
import type { Pace } from './pace.ts';
import { placeProblem } from './place-problem.ts';
import type { Job } from './plan/outbox-plan.ts';
import type { Poster } from './poster.ts';

const mostCopies = 500;

type Deps = { store: Store; poster: Poster; pace: Pace; closedChannels: ClosedChannels; signal: AbortSignal };

/**
 * While a campaign's channel is closed, its author gets the news in person, and learns what to do. These are copies:
 * the channel stays the campaign's home and is owed everything. Once it has something, the copy says so.
 */
export function createFallback({ store, poster, pace, closedChannels, signal }: Deps) {
  const told = new Set<string>();
  const copies = new Map<string, Post>();

  const tellWhy = async (campaign: Campaign, code: string, kind: Announcement['kind']) => {
    const reason = `${campaign.id} ${code}`;
    if (told.has(reason)) return;
    const why = directMessage(placeProblem(code, kind, campaign.id), campaign);
    await poster.post({ channel: campaign.createdBy, thread: null }, why, []);
    told.add(reason);
    await pace.turn(campaign.createdBy, signal);
  };

  /** What was said in the channel meanwhile must not become owed again. */
  const markTold = async (announcements: readonly Announcement[]) => {
    const ids = new Set(announcements.map(({ id }) => id));
    const owed = (await store.announcements.pending()).filter(({ id }) => ids.has(id));
    await store.announcements.add(owed.map((announcement) => ({ ...announcement, toldInPerson: true })));
  };

  return {
    /** Gives the author a copy; of a card only the reason, since a copy to press and edit would be a second card. */
    async sayInPerson(job: Job, message: Message | null): Promise<void> {
      const [first] = job.announcements;
      const campaign = job.home?.campaign;
      if (!campaign || !job.inPerson) return;
      await tellWhy(campaign, closedChannels.codeOf(job.inPerson.closed) ?? 'channel_not_found', first.kind);
      if (message && first.kind !== 'review_card' && first.kind !== 'campaign_message') {
        const copy = await poster.post(job.place, message, []);
        for (const { id } of job.announcements) keepNewest(copies, id, copy, mostCopies);
      }
      await markTold(job.announcements);
    },

    /** These stand in the channel now: their copies lose their buttons and say where to look. */
    async retire(announcements: readonly Announcement[], campaignOf: (id: CampaignId) => Campaign | undefined) {
      for (const { id, campaignId } of announcements) {
        const copy = copies.get(id);
        const campaign = campaignId && campaignOf(campaignId);
        if (!copies.delete(id) || !copy || !campaign) continue;
        if ([...copies.values()].includes(copy)) continue;
        await pace.turn(copy.channel, signal);
        // A courtesy: what the old buttons decide is checked wherever they are pressed.
        await poster.edit(copy, copyNowInChannel(campaign)).catch(() => {});
      }
    },
  };
}

/** Without blocks, and short enough for any limit. */
export function wordsOnly({ text }: Message): Message {
  return { text: cut(text, 3_500), blocks: [] };
}
