import type { Announcement } from '../domain/announcement.ts';
import type { CampaignId, ChannelId } from '../domain/ids.ts';
import type { Clock, Log } from '../ports.ts';
import { createAnnouncementMemory } from './announcement-memory.ts';
import { describeError } from './describe-error.ts';
import { createFailureHandler } from './failed-job.ts';
import { type Home, type Job, planPosts } from './outbox-plan.ts';
import { createPace } from './pace.ts';
import type { Poster } from './poster.ts';
import { createReachability } from './reachability.ts';
import type { Facts } from './render-announcement.ts';
import { createSpeaker } from './speaker.ts';
import { createTwins } from './twins.ts';

export type Outbox = {
  /** Starts whatever can be said now, and returns. Called every second. */
  tick(): void;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
  /** What keeps everything that is owed from being posted, as a sentence; undefined while nothing does. */
  trouble(): string | undefined;
  stop(): Promise<void>;
};

export type OutboxDeps = Facts & { poster: Poster; inboxChannel: ChannelId | null; clock: Clock; log: Log };

/** A post that was given up is looked for so often. */
const lookEveryMs = 5_000;

/** A channel whose turn comes sooner than this waits for it on the spot rather than for the next tick. */
const tickMs = 1_000;

/**
 * Says what the store says is owed, in order and once in each channel, one channel never waiting for another. What was
 * said is removed only then; so whatever happens in between is said later, if need be twice, rather than never.
 */
export function createOutbox(deps: OutboxDeps): Outbox {
  const { log } = deps;
  const stopping = new AbortController();
  const { signal } = stopping;
  const memory = createAnnouncementMemory(deps.clock);
  const pace = createPace(deps.clock);
  const twins = createTwins(deps);
  const speaker = createSpeaker({ ...deps, memory, twins });
  const reachability = createReachability(deps.clock);
  const failures = createFailureHandler({ ...deps, memory, pace, speaker, reachability, signal });
  const underWay = new Map<string, Promise<void>>();
  let planning: Promise<void> | undefined;
  let looking: Promise<void> | undefined;
  let owed = 0;

  const run = async (job: Job) => {
    const lane = job.place.channel;
    await pace.turn(lane, signal);
    if (signal.aborted) return;
    const startedMs = deps.clock.monotonicMs();
    try {
      const outcome = await speaker.say(job);
      failures.recover(lane);
      if (outcome === 'under_way') pace.hold(lane, lookEveryMs);
    } catch (error) {
      await failures.handle(job, error, startedMs);
    }
  };

  const start = (job: Job) => {
    const lane = job.place.channel;
    if (underWay.has(lane) || pace.waitMs(lane) > tickMs || signal.aborted) return;
    const work = run(job)
      .catch((error) => log.error(describeError(error), 'The outbox failed'))
      .finally(() => underWay.delete(lane));
    underWay.set(lane, work);
  };

  const plan = async () => {
    const pending = await deps.store.announcements.pending();
    owed = pending.length;
    const parked = new Set(pending.map(({ id }) => id).filter(memory.isParked));
    const homes = await readHomes(pending, deps);
    const { jobs, hopeless } = planPosts({ pending, homes, inboxChannel: deps.inboxChannel, parked });
    for (const job of jobs) start(job);
    for (const { id, kind } of hopeless)
      log.warn({ id, kind }, 'There is no channel to say this in: set INBOX_CHANNEL');
    await speaker.settle(hopeless, null);
  };

  const settled = async () => {
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
    settled,
    trouble: () => failures.trouble() ?? (owed > 0 ? reachability.trouble() : undefined),
    async stop() {
      stopping.abort();
      await settled();
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
