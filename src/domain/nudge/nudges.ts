import type { NudgePost } from '../campaign/announcement.ts';
import type { Campaign } from '../campaign/campaign.ts';
import { mostNamed, type Nudge, type NudgeStep, type ToldOwner } from '../campaign/nudge.ts';
import type { Instant, UserId } from '../ids.ts';
import type { Conversation } from '../reply/conversation.ts';
import { claimantOf, ownerOf, waitingSince } from '../reply/waiting.ts';
import { type Alike, alikeAmong } from './alike.ts';
import { isCalledFor, ownedSince, type Wait, waitsOf } from './waits.ts';

/** A campaign's team hears of it at most this often, and so does each owner. */
export const nudgeGapMs = 3_600_000;

const steps: readonly NudgeStep[] = [1, 2, 3];

/** What a nudge says: how many replies, since when the first of them waits, and in whose hands they are. */
export type Nudged = {
  replies: number;
  alike: Alike;
  since: Instant | null;
  owners: readonly { member: UserId; replies: number }[];
  /** Past the third step, with nobody left to give them to. */
  orphans: number;
};

/** What is known of the posts. */
export type NudgeFacts = {
  posts: readonly NudgePost[];
  /** Ids of announcements that are not made yet. */
  pending: ReadonlySet<string>;
};

/** What is owed now. */
export type NudgePlan = {
  /** A nudge that stands nowhere yet. */
  post: NudgeStep | null;
  /** Nudges that are true of no reply any more. */
  end: readonly NudgeStep[];
  /** Owners to be told in person. */
  tell: readonly ToTell[];
  /** Who will have been told, and when. */
  told: readonly ToldOwner[];
};

/** `isGiven`: some of the replies were given to them for want of anybody else. */
export type ToTell = { member: UserId; isGiven: boolean; replies: number; alike: Alike; since: Instant };

/**
 * The replies that a nudge of this step is about. Of the first two: those that nobody was given, also while an agent
 * looks at them; of the third: those that it gave somebody, and those that nobody is left for.
 */
export function nudgedBy(step: NudgeStep, waits: readonly Wait[], now: Date): Wait[] {
  return waits.filter((wait) => {
    const { owner } = wait.conversation;
    if (step < 3) return !owner && wait.step >= step;
    return owner ? owner.from === null : wait.step === 3 && claimantOf(wait.conversation, now) === null;
  });
}

/** What the nudge of this step says at this moment. */
export function nudged(
  step: NudgeStep,
  campaign: Pick<Campaign, 'answering' | 'hours' | 'slowed'>,
  waiting: readonly Conversation[],
  now: Date,
): Nudged {
  const about = nudgedBy(step, waitsOf(campaign, waiting, now), now);
  const owners = new Map<UserId, number>();
  for (const { conversation } of about) {
    const { owner } = conversation;
    if (owner) owners.set(owner.member, (owners.get(owner.member) ?? 0) + 1);
  }
  const given = [...owners].map(([member, replies]) => ({ member, replies })).sort((a, b) => b.replies - a.replies);
  const orphans = step === 3 ? about.filter(({ conversation }) => !conversation.owner).length : 0;
  const alike = alikeAmong(about.map(({ conversation }) => conversation));
  return { replies: about.length, alike, since: about[0]?.since ?? null, owners: given, orphans };
}

/**
 * What is owed for the replies that wait. One nudge a step, edited while it is true; at most one new post an hour, of the
 * highest step that is owed, counted from when the last one stood.
 */
export function planNudges(
  campaign: Campaign,
  waiting: readonly Conversation[],
  { posts, pending }: NudgeFacts,
  now: Date,
): NudgePlan {
  const { nudges, told } = campaign.nudging ?? { nudges: [], told: [] };
  const waits = waitsOf(campaign, waiting, now);
  const alive = nudges.filter(({ endedAt }) => endedAt === null);
  const end = alive.map(({ step }) => step).filter((step) => nudgedBy(step, waits, now).length === 0);
  const standing = alive.filter(({ id }) => pending.has(id) || posts.some((post) => post.id === id));
  const called = waits.filter(({ since }) => isCalledFor(campaign, since, now));
  const owed = steps.findLast((step) => {
    const covered = standing.filter((nudge) => nudge.step >= step).flatMap((nudge) => nudgedBy(nudge.step, waits, now));
    return called.some((wait) => isWorthAPost(wait, step, now) && !covered.includes(wait));
  });
  const isSoon = lastPostMs(nudges, posts) > now.getTime() - nudgeGapMs || nudges.some(({ id }) => pending.has(id));
  return { post: isSoon ? null : (owed ?? null), end, ...planTelling(campaign, waiting, told, now) };
}

/** What an agent has before them is worth no new post. */
function isWorthAPost(wait: Wait, step: NudgeStep, now: Date): boolean {
  return nudgedBy(step, [wait], now).length > 0 && (step === 3 || ownerOf(wait.conversation, now) === null);
}

function lastPostMs(nudges: readonly Nudge[], posts: readonly NudgePost[]): number {
  return Math.max(Number.NEGATIVE_INFINITY, ...[...nudges, ...posts].map(({ at }) => Date.parse(at)));
}

/** An owner is told of what they were given for want of anybody else, and once at each step of what they leave waiting. */
function planTelling(
  campaign: Campaign,
  waiting: readonly Conversation[],
  told: readonly ToldOwner[],
  now: Date,
): Pick<NudgePlan, 'tell' | 'told'> {
  const inHands = waitsOf(campaign, waiting, now, ownedSince).filter((wait) => handOf(wait.conversation, now) !== null);
  const theirs = Map.groupBy(inHands, ({ conversation }) => handOf(conversation, now)!);
  const isFresh = ({ at }: ToldOwner) => Date.parse(at) > now.getTime() - nudgeGapMs;
  const tell: ToTell[] = [];
  const next = new Map(told.filter((one) => theirs.has(one.member) || isFresh(one)).map((one) => [one.member, one]));
  for (const [member, waits] of theirs) {
    const before = next.get(member);
    const called = waits.filter(({ since }) => isCalledFor(campaign, since, now));
    const step = Math.max(0, ...called.map((wait) => wait.step));
    const isGiven = waits.some(({ conversation: { owner } }) => owner?.from === null && owner.at > (before?.at ?? ''));
    if (!(isGiven || step > (before?.step ?? 0)) || (before && isFresh(before))) {
      // What waits now is told at each of its own steps.
      if (before && step < before.step) next.set(member, { ...before, step });
      continue;
    }
    const about = waits.filter((wait) => isGiven || wait.step > 0);
    const alike = alikeAmong(about.map(({ conversation }) => conversation));
    tell.push({ member, isGiven, replies: about.length, alike, since: earliest(about) });
    next.set(member, { member, at: now.toISOString(), step });
  }
  return { tell, told: [...next.values()] };
}

function earliest(waits: readonly Wait[]): Instant {
  const [first = ''] = waits.map(({ conversation, since }) => waitingSince(conversation) ?? since).sort();
  return first;
}

/** A claim frees itself: whoever it was given to keeps it. */
function handOf(conversation: Conversation, now: Date): UserId | null {
  return conversation.owner?.member ?? claimantOf(conversation, now);
}

/** Up to three members who last answered or decided something in the campaign, the last one first. */
export function lastHandlers(conversations: readonly Conversation[], gone: ReadonlySet<UserId> = new Set()): UserId[] {
  const latest = new Map<UserId, string>();
  const note = (by: UserId | null, at: string): void => {
    if (by && !gone.has(by) && at > (latest.get(by) ?? '')) latest.set(by, at);
  };
  for (const { messages, decisions = [] } of conversations) {
    for (const { by, at } of decisions) note(by, at);
    for (const message of messages) {
      if (message.direction === 'out' && message.purpose === 'answer') note(message.by, message.at);
    }
  }
  return [...latest]
    .sort(([, a], [, b]) => (a < b ? 1 : -1))
    .slice(0, mostNamed)
    .map(([member]) => member);
}
