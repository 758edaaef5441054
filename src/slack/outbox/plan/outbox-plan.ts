import type { Announcement } from '../../../domain/campaign/announcement.ts';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import type { CampaignId, ChannelId, ConversationId, UserId } from '../../../domain/ids.ts';
import type { CampaignPosts } from '../../../ports/store.ts';
import { claimOf } from './claim-plan.ts';
import { digestKey, digestsOf, isDigestOf } from './newcomers.ts';

/** Where a post goes; with a thread, below that message. */
export type PostingPlace = { channel: ChannelId | UserId; thread: string | null };

/** What is said next in one channel: usually one announcement, or several in one post. */
export type Job = {
  announcements: readonly [Announcement, ...Announcement[]];
  place: PostingPlace;
  home: Home | null;
  /** Many people of no campaign, told in one post. */
  isDigest?: true;
  /** A copy for the campaign's author while its channel is closed; the channel is still owed it. */
  inPerson?: { closed: ChannelId | UserId };
};

export type Home = { campaign: Campaign; posts: CampaignPosts };

export type OutboxFacts = {
  pending: readonly Announcement[];
  homes: ReadonlyMap<CampaignId, Home>;
  /** Where texts of no campaign go; null while there is no such place. */
  strangers: ChannelId | null;
  /** Where the existing cards of conversations of no campaign stand. */
  cards?: ReadonlyMap<ConversationId, ChannelId>;
  /** Announcements that failed and are left alone for now. They hold nothing else up. */
  parked: ReadonlySet<string>;
  /** Channels that take no post at the moment. */
  closed?: ReadonlySet<string>;
  /** Deleted messages, below which nothing can be said. */
  goneRoots?: ReadonlySet<string>;
  /** Conversations whose card was changed a moment ago. */
  resting?: ReadonlySet<ConversationId>;
  /** Channels that were told of many people of no campaign a moment ago. */
  restingDigests?: ReadonlySet<string>;
};

type OutboxPlan = {
  /** The next job of each channel. */
  jobs: readonly Job[];
  /** The number of posts and edits that everything pending takes. */
  owed: number;
  /** What can go nowhere any more. */
  hopeless: readonly Announcement[];
  /** Texts kept until a channel exists for them. */
  homeless: readonly Announcement[];
};

/** At most this many batch reports share one post. */
const mostMerged = 50;

type Candidate = { job: Job; urgency: number; rests: boolean };

/**
 * In each channel, what people have to act on comes first: cards, warnings, what was said to one person. Conversations
 * and batch reports take turns, the longest-waiting first; all that one conversation owes is one turn, so a phone that
 * writes a thousand texts delays another one by a single edit. People of no campaign come last; more than a few of them
 * are one turn of their own.
 */
export function planPosts(facts: OutboxFacts): OutboxPlan {
  const candidates = new Map<string, Candidate>();
  const hopeless: Announcement[] = [];
  const homeless: Announcement[] = [];
  const messagesToCome = new Set(
    facts.pending.filter(({ kind }) => kind === 'campaign_message').map(({ campaignId }) => campaignId),
  );
  const parties = partiesOf(facts);

  for (const [party, announcements] of parties) {
    const [first] = announcements;
    const isDigest = isDigestOf(party);
    const home = (first.campaignId && facts.homes.get(first.campaignId)) ?? null;
    const place = placeFor(first, home, facts);
    if (!place) {
      (first.kind === 'inbound' ? homeless : hopeless).push(...announcements);
      continue;
    }
    if (facts.closed?.has(place.channel)) {
      const copy = inPerson(announcements, home, place.channel);
      if (copy) candidates.set(party, { job: copy, urgency: urgencyOf(announcements), rests: false });
      continue;
    }
    // Also for a message that replaces a deleted one.
    if (isInThread(first) && messagesToCome.has(first.campaignId)) continue;
    const job: Job = { announcements: saidTogether(announcements), place, home, ...(isDigest && { isDigest }) };
    const rests = isDigest ? facts.restingDigests?.has(place.channel) === true : isResting(announcements, facts);
    candidates.set(party, { job, urgency: isDigest ? inTurn : urgencyOf(announcements), rests });
  }
  return { jobs: firstOfEach(candidates), owed: parties.size, hopeless, homeless };
}

/** The most urgent of each channel; among equals the longest-waiting, as they come in that order. */
function firstOfEach(candidates: ReadonlyMap<string, Candidate>): Job[] {
  const lanes = new Map<string, Candidate>();
  for (const candidate of candidates.values()) {
    if (candidate.rests) continue;
    const lane = candidate.job.place.channel;
    const best = lanes.get(lane);
    if (!best || candidate.urgency < best.urgency) lanes.set(lane, candidate);
  }
  return [...lanes.values()].map(({ job }) => job);
}

/** Pending announcements by what takes a turn with them: a conversation, a campaign's notes in their order, or one post. */
function partiesOf(facts: OutboxFacts): Map<string, [Announcement, ...Announcement[]]> {
  const parties = new Map<string, [Announcement, ...Announcement[]]>();
  const waiting = facts.pending.filter(({ id }) => !facts.parked.has(id));
  const digests = digestsOf(waiting, facts);
  for (const announcement of waiting) {
    const digest = digestKey(announcement, facts);
    const key = digest && digests.has(digest) ? digest : partyOf(announcement);
    const known = parties.get(key);
    if (known) known.push(announcement);
    else parties.set(key, [announcement]);
  }
  for (const [key, announcements] of parties) {
    // The text says where the conversation belongs; a change of its card does not.
    const text = announcements.findIndex(({ kind }) => kind === 'inbound');
    if (text > 0) parties.set(key, [...announcements.splice(text, 1), ...announcements] as typeof announcements);
  }
  return parties;
}

function partyOf(announcement: Announcement): string {
  if ('conversationId' in announcement) return `conversation ${announcement.conversationId}`;
  if (announcement.kind === 'note') return `notes ${announcement.campaignId}`;
  return announcement.id;
}

const [atOnce, inTurn, afterwards] = [0, 1, 2];

/** A campaign's notes keep their order: an urgent one takes those before it along. */
function urgencyOf(announcements: readonly Announcement[]): number {
  return Math.min(...announcements.map(urgency));
}

function urgency(announcement: Announcement): number {
  if (isUrgent(announcement)) return atOnce;
  if (claimOf(announcement)) return afterwards;
  const isOfNobody = announcement.kind === 'inbound' && announcement.campaignId === null && !announcement.asked;
  return isOfNobody ? afterwards : inTurn;
}

function isUrgent(announcement: Announcement): boolean {
  return !('conversationId' in announcement) && !isBatchReport(announcement) && !isLivingCard(announcement);
}

/** A press is answered at once; texts alone can wait until the card has rested. */
function isResting(announcements: readonly Announcement[], { resting }: OutboxFacts): boolean {
  return announcements.every(({ kind }) => kind === 'inbound') && isIn(resting, announcements[0]);
}

function isIn(resting: OutboxFacts['resting'], announcement: Announcement | undefined): boolean {
  if (!announcement || !('conversationId' in announcement)) return false;
  return resting?.has(announcement.conversationId) === true;
}

/** While a channel is closed, its campaign's author gets once in person what it is owed. */
function inPerson(
  announcements: readonly Announcement[],
  home: Home | null,
  closed: PostingPlace['channel'],
): Job | undefined {
  const [first, ...untold] = announcements.filter(
    ({ kind, toldInPerson }) =>
      !toldInPerson && kind !== 'direct' && kind !== 'digest' && kind !== 'conversation_changed',
  );
  if (!first || !home) return undefined;
  const place: PostingPlace = { channel: home.campaign.createdBy, thread: null };
  return { announcements: saidTogether([first, ...untold]), place, home, inPerson: { closed } };
}

function placeFor(announcement: Announcement, home: Home | null, facts: OutboxFacts): PostingPlace | undefined {
  if (announcement.kind === 'direct' || announcement.kind === 'digest')
    return { channel: announcement.to, thread: null };
  if (announcement.kind === 'channel_notice') return { channel: announcement.channel, thread: null };
  if (home) return placeOfCampaign(announcement, home, facts.goneRoots);
  // A text of a deleted campaign is still a text.
  if (!('conversationId' in announcement)) return undefined;
  const channel =
    announcement.kind === 'inbound'
      ? (announcement.channel ?? facts.strangers)
      : facts.cards?.get(announcement.conversationId);
  return channel ? { channel, thread: null } : undefined;
}

function placeOfCampaign(
  announcement: Announcement,
  { campaign, posts }: Home,
  goneRoots: ReadonlySet<string> = new Set(),
): PostingPlace {
  const inChannel = { channel: campaign.channel, thread: null };
  if (!isInThread(announcement)) return inChannel;
  // A campaign cancelled before approval has no message: its card's thread is told.
  const root = posts.message ?? posts.review;
  if (!root || goneRoots.has(root.id) || isElsewhere(root, campaign)) return inChannel;
  return { channel: root.channel, thread: root.id };
}

/** A campaign lives in its channel. Former versions moved it into its author's direct messages when that was closed. */
export function isElsewhere(root: { channel: ChannelId }, { channel }: Pick<Campaign, 'channel'>): boolean {
  return root.channel.startsWith('D') && !channel.startsWith('D');
}

function isInThread(announcement: Announcement): boolean {
  const { kind } = announcement;
  if (kind === 'nudge') return announcement.step === 1;
  return kind === 'note' || kind === 'inbound' || kind === 'conversation_changed' || isLivingCard(announcement);
}

/** Cards of many conversations, which are edited as texts come. */
function isLivingCard({ kind }: Pick<Announcement, 'kind'>): boolean {
  return kind === 'counted_card' || kind === 'group_card';
}

/** Consecutive batch reports become one post, and so does everything that a conversation owes. */
function saidTogether(announcements: readonly [Announcement, ...Announcement[]]): [Announcement, ...Announcement[]] {
  const [first, ...later] = announcements;
  if ('conversationId' in first) return [first, ...later];
  if (!isBatchReport(first)) return [first];
  const end = later.findIndex((note) => !isBatchReport(note));
  return [first, ...later.slice(0, end === -1 ? later.length : end).slice(0, mostMerged - 1)];
}

function isBatchReport(announcement: Announcement): boolean {
  return announcement.kind === 'note' && announcement.note.kind === 'batch';
}

export function idsOf({ announcements }: Job): string[] {
  return announcements.map(({ id }) => id);
}
