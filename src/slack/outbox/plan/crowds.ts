import type { CampaignId, ConversationId } from '../../../domain/ids.ts';
import type { Clock } from '../../../ports/world.ts';
import { planCard } from './card-plan.ts';
import { isOnlyClaims } from './claim-plan.ts';
import type { CrowdFacts, Job, OutboxFacts } from './job.ts';

/** All that is said in one post or edit. `rests`: it waits for more. */
export type Turn = Job & { rests?: true };

/** A channel takes a post a second: one that is owed more than goes out in ten seconds is behind. */
const mostAlone = 10;

/** So many lines fit on a post, whatever they say, and the ids of so many announcements beside it. */
export const mostLines = 50;
const mostIds = 150;

/** For so long after a channel was behind, the cards of a minute are still merged: a flood comes in waves. */
const busyMs = 60_000;

/** A campaign's crowds follow each other by this time, unless one is full or its minute is over. */
const restsMs = 15_000;

const minuteMs = 60_000;

/**
 * Where a channel is behind, the new cards of those who wrote in the same minute become one turn, in the order in which
 * their texts came; when it is full, the next ones of that minute are another. Whoever is alone in it has a card as ever.
 */
export function mergeCrowds(
  turns: readonly Turn[],
  facts: OutboxFacts,
): { turns: readonly Turn[]; behind: ReadonlySet<string> } {
  const behind = channelsBehind(turns);
  const open = new Map<string, Crowd>();
  const merged: Crowd[] = [];
  for (const turn of turns) {
    const { channel, thread } = turn.place;
    const isBusy = behind.has(channel) || facts.crowds?.busy.has(channel) === true;
    const minute = isBusy ? minuteOfCard(turn, facts) : undefined;
    if (minute === undefined) {
      merged.push({ members: [turn], minute });
      continue;
    }
    const key = `${channel} ${thread} ${turn.home?.campaign.id} ${minute}`;
    const crowd = open.get(key);
    if (crowd && hasRoomFor(crowd, turn)) crowd.members.push(turn);
    else {
      const next: Crowd = { members: [turn], minute };
      open.set(key, next);
      merged.push(next);
      if (crowd) crowd.isFull = true;
    }
  }
  return { turns: merged.map((crowd) => turnOf(crowd, facts)), behind };
}

type Crowd = { members: [Turn, ...Turn[]]; minute: number | undefined; isFull?: true };

/** Edits of what stands, and who is answering, can wait: they make nothing late. */
function channelsBehind(turns: readonly Turn[]): ReadonlySet<string> {
  const owed = new Map<string, number>();
  for (const { place, announcements, redraws } of turns) {
    if (redraws || isOnlyClaims(announcements)) continue;
    owed.set(place.channel, (owed.get(place.channel) ?? 0) + 1);
  }
  return new Set([...owed].flatMap(([channel, posts]) => (posts > mostAlone ? channel : [])));
}

/** The minute of the first text that a campaign's new card is owed for; undefined when it owes none. */
function minuteOfCard({ announcements: [first], place, home, redraws }: Turn, facts: OutboxFacts): number | undefined {
  const { conversations, crowds, now } = facts;
  if (first.kind !== 'inbound' || !home || redraws || !now) return undefined;
  const conversation = conversations?.get(first.conversationId);
  if (!conversation || crowds?.apart.has(conversation.id)) return undefined;
  return planCard(conversation, place, now).kind === 'post' ? Math.floor(Date.parse(first.at) / minuteMs) : undefined;
}

function hasRoomFor({ members }: Crowd, turn: Turn): boolean {
  const ids = [...members, turn].reduce((sum, { announcements }) => sum + announcements.length, 0);
  return members.length < mostLines && ids <= mostIds;
}

function turnOf({ members, minute, isFull }: Crowd, { crowds, now }: OutboxFacts): Turn {
  const [first, ...others] = members;
  if (minute === undefined || !now) return first;
  const isOver = now.getTime() >= (minute + 1) * minuteMs;
  const isDue = isFull || isOver || members.length >= mostLines;
  const rests = !isDue && first.home && crowds?.resting.has(first.home.campaign.id) ? { rests: true as const } : {};
  if (others.length === 0) return { ...first, ...rests };
  const [one, ...more] = first.announcements;
  const announcements: Turn['announcements'] = [one, ...more, ...others.flatMap((turn) => turn.announcements)];
  return { ...first, announcements, crowd: true, ...rests };
}

/** Which channels were behind, and which campaigns had a crowd posted, a moment ago. */
export type Crowds = {
  seen(behind: ReadonlySet<string>): void;
  told(campaignId: CampaignId): void;
  /** Slack does not take these in a post with others. */
  apart(job: Job): void;
  now(): CrowdFacts;
};

export function createCrowds(clock: Clock): Crowds {
  const busyUntilMs = new Map<string, number>();
  const restsUntilMs = new Map<CampaignId, number>();
  const apart = new Set<ConversationId>();
  const still = <Key>(until: Map<Key, number>) => {
    const nowMs = clock.monotonicMs();
    for (const [key, untilMs] of until) if (untilMs <= nowMs) until.delete(key);
    return new Set(until.keys());
  };
  return {
    seen(behind) {
      for (const channel of behind) busyUntilMs.set(channel, clock.monotonicMs() + busyMs);
    },
    told(campaignId) {
      restsUntilMs.set(campaignId, clock.monotonicMs() + restsMs);
    },
    apart({ announcements }) {
      for (const one of announcements) if ('conversationId' in one) apart.add(one.conversationId);
    },
    now: () => ({ busy: still(busyUntilMs), resting: still(restsUntilMs), apart }),
  };
}
