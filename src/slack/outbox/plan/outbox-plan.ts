import type { Announcement } from '../../../domain/campaign/announcement.ts';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import type { ChannelId } from '../../../domain/ids.ts';
import { claimOf } from './claim-plan.ts';
import { mergeCrowds, type Turn } from './crowds.ts';
import type { Home, Job, OutboxFacts, PostingPlace } from './job.ts';
import { isDigestOf } from './newcomers.ts';
import { isBatchReport, partiesOf, redrawnBy, saidTogether } from './parties.ts';

export type { Home, Job, OutboxFacts, PostingPlace } from './job.ts';

type OutboxPlan = {
  /** The next job of each channel. */
  jobs: readonly Job[];
  /** The number of posts and edits that everything pending takes. */
  owed: number;
  /** What can go nowhere any more. */
  hopeless: readonly Announcement[];
  /** Texts kept until a channel exists for them. */
  homeless: readonly Announcement[];
  /** Channels that are owed more than goes out soon. */
  behind: ReadonlySet<string>;
};

type Candidate = { job: Job; urgency: number; rests: boolean };

/**
 * In each channel, what people have to act on comes first: cards, warnings, what was said to one person. Conversations
 * and batch reports take turns, the longest-waiting first; all that one conversation owes is one turn, so a phone that
 * writes a thousand texts delays another one by a single edit. In a channel that is owed more than goes out soon, the
 * cards of a minute are one turn. People of no campaign come later; more than a few of them are one turn of their own.
 * Posts with many lines are drawn again last.
 */
export function planPosts(facts: OutboxFacts): OutboxPlan {
  const parties = partiesOf(facts);
  const { turns, hopeless, homeless } = turnsOf(parties, facts);
  const { turns: inTurns, behind } = mergeCrowds(turns, facts);
  const candidates = inTurns.flatMap((turn) => candidateOf(turn, facts) ?? []);
  return {
    jobs: firstOfEach(candidates),
    owed: parties.size - turns.length + inTurns.length,
    hopeless,
    homeless,
    behind,
  };
}

function turnsOf(
  parties: ReadonlyMap<string, [Announcement, ...Announcement[]]>,
  facts: OutboxFacts,
): { turns: Turn[]; hopeless: Announcement[]; homeless: Announcement[] } {
  const [turns, hopeless, homeless]: [Turn[], Announcement[], Announcement[]] = [[], [], []];
  const messagesToCome = new Set(
    facts.pending.filter(({ kind }) => kind === 'campaign_message').map(({ campaignId }) => campaignId),
  );
  for (const [party, announcements] of parties) {
    const [first] = announcements;
    const home = (first.campaignId && facts.homes.get(first.campaignId)) ?? null;
    const place = placeFor(first, home, facts);
    if (!place) {
      (first.kind === 'inbound' ? homeless : hopeless).push(...announcements);
      continue;
    }
    const isClosed = facts.closed?.has(place.channel) === true;
    // Also for a message that replaces a deleted one.
    if (!isClosed && isInThread(first) && messagesToCome.has(first.campaignId)) continue;
    const redraws = redrawnBy(first, facts);
    turns.push({
      announcements,
      place,
      home,
      ...(isDigestOf(party) && { isDigest: true as const }),
      ...(redraws && { redraws }),
    });
  }
  return { turns, hopeless, homeless };
}

function candidateOf({ rests: waits, ...job }: Turn, facts: OutboxFacts): Candidate | undefined {
  const { announcements, place, home, isDigest, redraws } = job;
  const said = { ...job, announcements: saidTogether(announcements) };
  if (facts.closed?.has(place.channel)) {
    const copy = inPerson(job, home, place.channel);
    return copy && { job: copy, urgency: urgencyOf(announcements), rests: false };
  }
  if (redraws) return { job: said, urgency: last, rests: false };
  const rests = isDigest ? facts.restingDigests?.has(place.channel) === true : isResting(announcements, facts);
  return { job: said, urgency: isDigest ? inTurn : urgencyOf(announcements), rests: rests || waits === true };
}

/** The most urgent of each channel; among equals the longest-waiting, as they come in that order. */
function firstOfEach(candidates: readonly Candidate[]): Job[] {
  const lanes = new Map<string, Candidate>();
  for (const candidate of candidates) {
    if (candidate.rests) continue;
    const lane = candidate.job.place.channel;
    const best = lanes.get(lane);
    if (!best || candidate.urgency < best.urgency) lanes.set(lane, candidate);
  }
  return [...lanes.values()].map(({ job }) => job);
}

const [atOnce, inTurn, afterwards, last] = [0, 1, 2, 3];

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
  { announcements, crowd, redraws }: Pick<Turn, 'announcements' | 'crowd' | 'redraws'>,
  home: Home | null,
  closed: PostingPlace['channel'],
): Job | undefined {
  const [first, ...untold] = announcements.filter(
    ({ kind, toldInPerson }) =>
      !toldInPerson && kind !== 'direct' && kind !== 'digest' && kind !== 'conversation_changed',
  );
  if (!first || !home) return undefined;
  const place: PostingPlace = { channel: home.campaign.createdBy, thread: null };
  const said = saidTogether([first, ...untold]);
  return {
    announcements: said,
    place,
    home,
    inPerson: { closed },
    ...((crowd || redraws) && { crowd: true as const }),
  };
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

export function idsOf({ announcements }: Job): string[] {
  return announcements.map(({ id }) => id);
}
