import type { Announcement } from '../../domain/campaign/announcement.ts';
import type { CampaignId, ChannelId, ConversationId } from '../../domain/ids.ts';
import type { Conversation } from '../../domain/reply/conversation.ts';
import type { Clock, Log } from '../../ports/world.ts';
import { describeError } from '../api/describe-error.ts';
import { createOnceInAWhile } from '../api/once-in-a-while.ts';
import { createAnnouncementMemory } from './announcement-memory.ts';
import { createClaimPace, sortClaims } from './claims.ts';
import { createClosedChannels } from './closed-channels.ts';
import { createFailureHandler } from './failed-job.ts';
import { createFallback } from './fallback.ts';
import { createPace } from './pace.ts';
import { cardOf, cardRestsMs } from './plan/card-plan.ts';
import { createCrowds } from './plan/crowds.ts';
import { createDigests } from './plan/digests.ts';
import { type Home, type Job, planPosts } from './plan/outbox-plan.ts';
import type { Poster } from './poster.ts';
import { createReachability } from './reachability.ts';
import { type Facts, renderAnnouncements } from './render-announcement.ts';
import { alone } from './say-conversation.ts';
import { createSpeaker } from './speaker.ts';
import { createTwins } from './twins.ts';

export type Outbox = {
  /** Starts everything that can be said now, and returns. Called every second. */
  tick(): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  /** What keeps everything owed from being posted, as a sentence; undefined while nothing does. */
  trouble(): string | undefined;
  stop(): Promise<void>;
};

type OutboxDeps = Facts & { poster: Poster; inboxChannel: ChannelId | null; clock: Clock; log: Log };

/** How often a given-up post is looked for. */
const lookEveryMs = 5_000;

/** What stands in a campaign's thread does not name the campaign. */
const isOfThread: Partial<Record<Announcement['kind'], true>> = {
  note: true,
  inbound: true,
  counted_card: true,
  group_card: true,
};

/** A channel whose turn comes sooner than this is waited for here rather than until the next tick. */
const tickMs = 1_000;

/**
 * Says what the store says is owed, in order and once in each channel; channels never wait for each other. An
 * announcement is removed only after it was said: an interruption makes it come later, perhaps twice, rather than
 * never.
 */
export function createOutbox(deps: OutboxDeps): Outbox {
  const { log } = deps;
  const stopping = new AbortController();
  const { signal } = stopping;
  const memory = createAnnouncementMemory(deps.clock);
  const pace = createPace(deps.clock);
  const twins = createTwins(deps);
  const digests = createDigests(deps.clock);
  const crowds = createCrowds(deps.clock);
  const goneRoots = new Set<string>();
  const speaker = createSpeaker({ ...deps, memory, twins, digests, crowds, goneRoots, pace, signal });
  const reachability = createReachability(deps.clock.real);
  const closedChannels = createClosedChannels(deps.clock);
  const fallback = createFallback({ ...deps, pace, closedChannels, signal });
  const failures = createFailureHandler({
    ...deps,
    ...{ memory, pace, speaker, reachability, closedChannels, goneRoots, crowds },
  });
  const claimPace = createClaimPace(deps.clock);
  const rests = createRests(deps.clock);
  const firstTime = createOnceInAWhile(deps.clock);
  const underWay = new Map<string, Promise<void>>();
  let planning: Promise<void> | undefined;
  let looking: Promise<void> | undefined;
  let owed = 0;

  const run = async (job: Job) => {
    const lane = job.place.channel;
    await pace.turn(lane, signal);
    if (signal.aborted) return;
    const startedMs = deps.clock.real.monotonicMs();
    try {
      if (job.inPerson) return await fallback.sayInPerson(job, await renderCopy(job));
      const outcome = await speaker.say(job);
      failures.tookAgain(lane);
      closedChannels.opened(lane);
      if (outcome === 'said') rests.begin(job);
      if (outcome === 'said') await fallback.retire(job.announcements, () => job.home?.campaign);
      if (outcome === 'under_way') pace.hold(lane, lookEveryMs);
    } catch (error) {
      await failures.handle(job, error, startedMs);
    }
  };

  const start = (job: Job) => {
    const lane = job.place.channel;
    if (underWay.has(lane) || pace.waitMs(lane) > tickMs || signal.aborted || !claimPace.takes(job)) return;
    const work = run(job)
      .catch((error) => log.error(describeError(error), 'The outbox failed'))
      .finally(() => underWay.delete(lane));
    underWay.set(lane, work);
  };

  const plan = async () => {
    const { due: pending, moot } = await sortClaims(await deps.store.announcements.pending(), deps);
    owed = pending.length;
    // What is not durable may never have happened: "they opted out" would be said of somebody who is texted tomorrow.
    const isKept = await deps.store.durable().then(
      () => true,
      () => false,
    );
    if (!isKept) return;
    await speaker.markSaid(moot, null);
    const parked = new Set(pending.map(({ id }) => id).filter(memory.isParked));
    const { jobs, hopeless, homeless, behind } = planPosts({
      pending,
      homes: await readHomes(pending, deps),
      strangers: await channelOfStrangers(pending, deps),
      cards: await readCards(pending, deps),
      parked,
      closed: closedChannels.all(),
      goneRoots,
      resting: rests.now(),
      restingDigests: digests.resting(),
      conversations: await readConversations(pending, deps),
      crowds: crowds.now(),
      now: deps.clock.now(),
    });
    crowds.seen(behind);
    for (const job of jobs) start(job);
    if (homeless.length > 0 && firstTime('homeless')) {
      log.warn({ texts: homeless.length }, 'There is no channel to show texts in, so they wait: set INBOX_CHANNEL');
    }
    for (const { id, kind } of hopeless.filter(({ kind }) => kind !== 'conversation_changed'))
      log.warn({ id, kind }, 'There is no place left to say this in');
    await speaker.markSaid(hopeless, null);
  };

  const renderCopy = async (job: Job) => {
    const message = await renderAnnouncements(job, deps);
    const [{ kind }] = job.announcements;
    return message && isOfThread[kind] === true ? alone(message, job) : message;
  };

  const idle = async () => {
    await Promise.all([planning, looking]);
    while (underWay.size > 0) await Promise.all(underWay.values());
  };

  return {
    tick() {
      if (planning || signal.aborted || failures.isPaused()) return;
      looking ??= twins.tick().finally(() => {
        looking = undefined;
      });
      planning = plan()
        .catch((error) => log.error(describeError(error), 'The outbox could not be read'))
        .finally(() => {
          planning = undefined;
        });
    },
    idle,
    trouble: () => failures.trouble() ?? (owed > 0 ? reachability.trouble() : undefined),
    async stop() {
      stopping.abort();
      await idle();
    },
  };
}

async function readHomes(pending: readonly Announcement[], { store }: Facts): Promise<Map<CampaignId, Home>> {
  const ids = new Set(pending.map(({ campaignId }) => campaignId).filter((id) => id !== null));
  const homes = await Promise.all(
    [...ids].map(async (id) => {
      const [campaign, posts] = await Promise.all([store.campaigns.get(id), store.campaigns.posts(id)]);
      return campaign && ([id, { campaign, posts }] as const);
    }),
  );
  return new Map(homes.filter((home) => home !== undefined));
}

/** Texts of no campaign, without an inbox channel, go where the newest campaign's team reads, best a submitted one's. */
async function channelOfStrangers(
  pending: readonly Announcement[],
  { store, inboxChannel }: OutboxDeps,
): Promise<ChannelId | null> {
  const isAsked = pending.some(({ kind, campaignId }) => kind === 'inbound' && campaignId === null);
  if (inboxChannel || !isAsked) return inboxChannel;
  const campaigns = await store.campaigns.list();
  return (campaigns.find(({ submittedAt }) => submittedAt !== null) ?? campaigns[0])?.channel ?? null;
}

/** Only of conversations of no campaign: others are found by their campaign. */
async function readCards(pending: readonly Announcement[], { store }: Facts): Promise<Map<ConversationId, ChannelId>> {
  const cards = new Map<ConversationId, ChannelId>();
  for (const announcement of pending) {
    if (!('conversationId' in announcement) || announcement.campaignId !== null) continue;
    const conversation = await store.conversations.get(announcement.conversationId);
    const card = conversation && cardOf(conversation);
    if (card) cards.set(conversation.id, card.channel);
  }
  return cards;
}

/** Those of campaigns about which something is owed. */
async function readConversations(
  pending: readonly Announcement[],
  { store }: Facts,
): Promise<Map<ConversationId, Conversation>> {
  const ids = new Set(pending.flatMap((one) => ('conversationId' in one && one.campaignId ? one.conversationId : [])));
  const found = await Promise.all([...ids].map((id) => store.conversations.get(id)));
  return new Map(found.flatMap((conversation) => (conversation ? [[conversation.id, conversation]] : [])));
}

/** Conversations whose card was changed a moment ago. */
function createRests(clock: Clock) {
  const untilMs = new Map<ConversationId, number>();
  return {
    begin({ announcements: [first] }: Job) {
      if ('conversationId' in first) untilMs.set(first.conversationId, clock.monotonicMs() + cardRestsMs);
    },
    now(): ReadonlySet<ConversationId> {
      for (const [id, until] of untilMs) if (until <= clock.monotonicMs()) untilMs.delete(id);
      return new Set(untilMs.keys());
    },
  };
}
