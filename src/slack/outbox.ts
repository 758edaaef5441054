import type { Announcement } from '../domain/announcement.ts';
import type { Post } from '../domain/campaign.ts';
import type { CampaignId, ChannelId } from '../domain/ids.ts';
import type { Clock, Log } from '../ports.ts';
import { describeError } from './describe-error.ts';
import { editConversation } from './edit-conversation.ts';
import { createFallback } from './fallback.ts';
import { type Home, type Job, type Place, planPosts } from './outbox-plan.ts';
import { createPace } from './pace.ts';
import type { Poster } from './poster.ts';
import { endedCampaign, type Facts, renderAnnouncements } from './render-announcement.ts';
import { readFailure, type SlackFailure } from './slack-failure.ts';

export type Outbox = {
  /** Starts whatever can be said now, and returns. Called every second. */
  tick(): void;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
  /** What keeps everything from being posted, as a sentence; undefined while nothing does. */
  trouble(): string | undefined;
  stop(): Promise<void>;
};

/** How long nothing is tried after Slack refused our token. */
const credentialsPauseMs = 30_000;

/**
 * Says what the store says is owed, in order and once in each channel, one channel never waiting for another. What was
 * said is removed only then; so whatever happens in between is said later, if need be twice, rather than never.
 */
export function createOutbox(
  deps: Facts & { poster: Poster; inboxChannel: ChannelId | null; clock: Clock; log: Log },
): Outbox {
  const { store, clock, log, poster } = deps;
  const stopping = new AbortController();
  const startedAt = clock.now();
  const pace = createPace(clock);
  const underWay = new Map<string, Promise<void>>();
  const parkedUntilMs = new Map<string, number>();
  const failuresInARow = new Map<string, number>();
  /** Announcements that may stand already: true after an unclear answer, false once looked for. */
  const mayStand = new Map<string, boolean>();
  let pausedUntilMs = 0;
  let trouble: string | undefined;
  let planning: Promise<void> | undefined;

  const fallback = createFallback({ poster, pace, log, signal: stopping.signal });

  const plan = async () => {
    const pending = await store.announcements.pending();
    const { jobs, hopeless } = planPosts({
      pending,
      homes: await readHomes(pending, deps),
      inboxChannel: deps.inboxChannel,
      parked: new Set(pending.map(({ id }) => id).filter((id) => clock.monotonicMs() < (parkedUntilMs.get(id) ?? 0))),
    });
    for (const announcement of hopeless) {
      log.warn(
        { announcement: announcement.id, kind: announcement.kind },
        'There is no channel to say this in; set INBOX_CHANNEL',
      );
      await settle([announcement], null);
    }
    for (const job of jobs) start(job);
  };

  const start = (job: Job) => {
    const lane = job.place.channel;
    if (underWay.has(lane) || pace.waitMs(lane) > 1_000 || stopping.signal.aborted) return;
    const work = run(job)
      .then(() => failuresInARow.delete(lane))
      .catch((error) => fail(job, error))
      .catch((error) => log.error(describeError(error), 'The outbox failed'))
      .finally(() => underWay.delete(lane));
    underWay.set(
      lane,
      work.then(() => {}),
    );
  };

  const run = async (job: Job) => {
    await pace.turn(job.place.channel, stopping.signal);
    if (stopping.signal.aborted) return;
    const [first] = job.announcements;
    if (first.kind === 'conversation_changed') {
      await editConversation(first.conversationId, job.home?.campaign ?? null, { store, poster });
      return settle(job.announcements, null);
    }

    const standing = await findStanding(job.place, first);
    if (standing)
      return settle(
        job.announcements.filter(({ id }) => standing.ids.includes(id)),
        standing.post,
      );

    const message = await renderAnnouncements(job, deps);
    if (!message) return settle(job.announcements, null);
    const ids = job.announcements.map(({ id }) => id);
    const post = await poster.post(job.place, message, ids);
    trouble = undefined;
    for (const id of ids) mayStand.set(id, true);
    await settle(job.announcements, post);
    await uploadSummary(first, post);
  };

  const findStanding = async (place: Place, announcement: Announcement) => {
    const unsure = mayStand.get(announcement.id) ?? Date.parse(announcement.at) < startedAt.getTime();
    if (!unsure) return undefined;
    const standing = await poster.find(place, announcement.id, new Date(announcement.at));
    mayStand.set(announcement.id, false);
    return standing;
  };

  const settle = async (announcements: readonly Announcement[], post: Post | null) => {
    for (const { id } of announcements) {
      await store.announcements.done(id, post);
      mayStand.delete(id);
      parkedUntilMs.delete(id);
    }
  };

  const uploadSummary = async (announcement: Announcement, post: Post) => {
    const campaignId = endedCampaign(announcement);
    if (!campaignId) return;
    const root = deps.store.campaigns.posts(campaignId).then((posts) => posts.message ?? post);
    await Promise.all([root, deps.reports.summaryCsv(campaignId)])
      .then(([below, file]) => poster.upload(below, file))
      .catch((error) => log.warn({ campaignId, ...describeError(error) }, 'The summary could not be uploaded'));
  };

  const fail = async (job: Job, error: unknown) => {
    const failure = readFailure(error);
    if (!failure) {
      log.error({ kind: job.announcements[0].kind, ...describeError(error) }, 'An announcement could not be made');
      return park(job, 60_000);
    }
    await handle(job, failure);
  };

  const handle = async (job: Job, failure: SlackFailure) => {
    const lane = job.place.channel;
    if (failure.kind === 'rate_limited') return pace.hold(lane, failure.retryAfterMs);
    if (failure.kind === 'doubtful') {
      const failures = (failuresInARow.get(lane) ?? 0) + 1;
      failuresInARow.set(lane, failures);
      for (const { id } of job.announcements) mayStand.set(id, true);
      return pace.hold(lane, Math.min(30_000, 1_000 * 2 ** failures));
    }
    if (failure.kind === 'credentials') {
      pausedUntilMs = clock.monotonicMs() + credentialsPauseMs;
      trouble = `Slack refuses the app's token (${failure.code}): nothing can be posted. Reinstall the app and set SLACK_BOT_TOKEN.`;
      return log.error({ code: failure.code }, trouble);
    }
    const outcome = await fallback.say(job, failure, await renderAnnouncements(job, deps));
    if (outcome.kind === 'said') return settle(job.announcements, outcome.post);
    park(job, outcome.retryMs);
  };

  const park = (job: Job, ms: number) => {
    for (const { id } of job.announcements) parkedUntilMs.set(id, clock.monotonicMs() + ms);
  };

  const settled = async () => {
    await planning;
    while (underWay.size > 0) await Promise.all(underWay.values());
  };

  return {
    tick() {
      if (planning || stopping.signal.aborted || clock.monotonicMs() < pausedUntilMs) return;
      planning = plan()
        .catch((error) => log.error(describeError(error), 'The outbox could not be read'))
        .finally(() => {
          planning = undefined;
        });
    },
    settled,
    trouble: () => trouble,
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
