import type { Announcement } from '../domain/announcement.ts';
import type { Campaign } from '../domain/campaign.ts';
import type { CampaignId, ChannelId, UserId } from '../domain/ids.ts';
import type { CampaignPosts } from '../ports.ts';

/** Where a post goes; with a thread, below that message. */
export type Place = { channel: ChannelId | UserId; thread: string | null };

/** What is said next in one channel: usually one announcement, or several that are said in one breath. */
export type Job = { announcements: readonly [Announcement, ...Announcement[]]; place: Place; home: Home | null };

export type Home = { campaign: Campaign; posts: CampaignPosts };

export type OutboxFacts = {
  pending: readonly Announcement[];
  homes: ReadonlyMap<CampaignId, Home>;
  /** Where texts go that belong to no campaign. */
  inboxChannel: ChannelId | null;
  /** Announcements that failed and are left alone for now. They hold nothing else up. */
  parked: ReadonlySet<string>;
};

/** As many batch reports as are put into one post. */
const mostMerged = 50;

/** The next job of each channel, in the order in which things happened. What can go nowhere any more is `hopeless`. */
export function planPosts(facts: OutboxFacts): { jobs: readonly Job[]; hopeless: readonly Announcement[] } {
  const jobs = new Map<string, Job>();
  const hopeless: Announcement[] = [];
  const messagesToCome = new Set(
    facts.pending.filter(({ kind }) => kind === 'campaign_message').map((announcement) => campaignOf(announcement)),
  );

  for (const announcement of facts.pending) {
    const campaignId = campaignOf(announcement);
    const home = campaignId ? facts.homes.get(campaignId) : undefined;
    const place = placeFor(announcement, home, facts.inboxChannel);
    if (!place) {
      hopeless.push(announcement);
      continue;
    }
    // Also for a message that takes the place of one that was deleted.
    const waits = isInThread(announcement) && messagesToCome.has(campaignId);
    if (waits || facts.parked.has(announcement.id) || jobs.has(place.channel)) continue;
    jobs.set(place.channel, { announcements: saidWith(announcement, facts), place, home: home ?? null });
  }
  return { jobs: [...jobs.values()], hopeless };
}

function placeFor(announcement: Announcement, home: Home | undefined, inbox: ChannelId | null): Place | undefined {
  if (announcement.kind === 'direct') return { channel: announcement.to, thread: null };
  if (announcement.kind === 'channel_notice') return { channel: announcement.channel, thread: null };
  if (announcement.campaignId) return home && placeOfCampaign(announcement, home);
  const channel = (announcement.kind === 'inbound' && announcement.channel) || inbox;
  return channel ? { channel, thread: null } : undefined;
}

function placeOfCampaign(announcement: Announcement, { campaign, posts }: Home): Place {
  if (!isInThread(announcement)) return { channel: campaign.channel, thread: null };
  // A campaign that was cancelled before it was approved has no message: its card's thread is told.
  const root = posts.message ?? posts.review;
  return root ? { channel: root.channel, thread: root.id } : { channel: campaign.channel, thread: null };
}

function isInThread({ kind }: Announcement): boolean {
  return kind === 'note' || kind === 'inbound' || kind === 'conversation_changed';
}

function campaignOf(announcement: Announcement): CampaignId | null {
  return announcement.campaignId;
}

/** Batch reports that wait behind each other become one post; a conversation's posts are brought up to date once. */
function saidWith(first: Announcement, { pending, parked }: OutboxFacts): [Announcement, ...Announcement[]] {
  const later = pending.slice(pending.indexOf(first) + 1).filter(({ id }) => !parked.has(id));
  if (first.kind === 'conversation_changed') {
    const same = later.filter((next) => next.kind === first.kind && next.conversationId === first.conversationId);
    return [first, ...same];
  }
  if (!isBatchReport(first)) return [first];

  const notes = later.filter((next) => next.kind === 'note' && next.campaignId === first.campaignId);
  const end = notes.findIndex((note) => !isBatchReport(note));
  return [first, ...notes.slice(0, end === -1 ? notes.length : end).slice(0, mostMerged - 1)];
}

function isBatchReport(announcement: Announcement): boolean {
  return announcement.kind === 'note' && announcement.note.kind === 'batch';
}
