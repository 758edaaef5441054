import type { Clock, Log } from '../../ports/world.ts';
import { describeError } from '../api/describe-error.ts';
import { createOnceInAWhile } from '../api/once-in-a-while.ts';
import { missingScopeSentence } from '../api/scopes.ts';
import { readFailure } from '../api/slack-failure.ts';
import type { AnnouncementMemory } from './announcement-memory.ts';
import type { ClosedChannels } from './closed-channels.ts';
import { wordsOnly } from './fallback.ts';
import type { Pace } from './pace.ts';
import { isGone } from './place-problem.ts';
import type { Crowds } from './plan/crowds.ts';
import { idsOf, type Job } from './plan/outbox-plan.ts';
import type { Poster } from './poster.ts';
import type { Reachability } from './reachability.ts';
import { type Facts, renderAnnouncements } from './render-announcement.ts';
import type { Speaker } from './speaker.ts';

/** How long nothing is tried after Slack refused our token. */
const credentialsPauseMs = 30_000;
/** A job that fails by our own fault is tried again after this long. */
const bugPauseMs = 60_000;
const longestBackoffMs = 30_000;

type Deps = Facts & {
  poster: Poster;
  memory: AnnouncementMemory;
  pace: Pace;
  speaker: Speaker;
  reachability: Reachability;
  closedChannels: ClosedChannels;
  /** Deleted messages, below which nothing can be said any more. */
  goneRoots: Set<string>;
  crowds: Crowds;
  clock: Clock;
  log: Log;
};

/** What becomes of a job that failed: it waits, and only jobs for the same closed channel wait with it. */
export function createFailureHandler(deps: Deps) {
  const { memory, pace, clock, log, reachability, closedChannels, goneRoots } = deps;
  const firstTime = createOnceInAWhile(clock);
  const inARow = new Map<string, number>();
  let pausedUntilMs = 0;
  let trouble: string | undefined;

  const backOff = (job: Job, startedMs: number, underWay: boolean) => {
    const lane = job.place.channel;
    const failures = (inARow.get(lane) ?? 0) + 1;
    inARow.set(lane, failures);
    reachability.failed(startedMs, 'no answer');
    memory.setMayStand(idsOf(job), true);
    // A connection known to be dead carries nothing out any more: the post is looked for at once.
    pace.hold(lane, failures === 1 && !underWay ? 0 : Math.min(longestBackoffMs, 1_000 * 2 ** failures));
  };

  const refuse = (why: string, code: string) => {
    pausedUntilMs = clock.monotonicMs() + credentialsPauseMs;
    trouble = why;
    if (firstTime(code)) log.error({ code }, why);
  };

  const sayInWords = async (job: Job) => {
    const message = await renderAnnouncements(job, deps);
    const post = message && (await deps.poster.post(job.place, wordsOnly(message), idsOf(job)));
    await deps.speaker.markSaid(job.announcements, post);
  };

  /** Everything stays owed: below a deleted message it is said in the channel, in a closed channel once it opens. */
  const waitForPlace = async (job: Job, code: string) => {
    const [first] = job.announcements;
    log.warn({ kind: first.kind, campaignId: first.campaignId, code }, 'A post was refused');
    if (job.inPerson) return memory.park(idsOf(job), bugPauseMs);
    // A person who cannot be written to directly has no other place.
    if (first.kind === 'direct' || first.kind === 'digest') return deps.speaker.markSaid(job.announcements, null);
    if (job.place.thread !== null && isGone(code)) return void goneRoots.add(job.place.thread);
    return closedChannels.refused(job.place.channel, code);
  };

  return {
    /** `startedMs`: when the attempt began. */
    async handle(job: Job, error: unknown, startedMs: number): Promise<void> {
      const failure = readFailure(error);
      if (failure && failure.kind !== 'doubtful' && failure.kind !== 'rate_limited') reachability.answered();
      switch (failure?.kind) {
        case 'rate_limited':
          reachability.failed(startedMs, 'asks to wait');
          return pace.hold(job.place.channel, failure.retryAfterMs);
        case 'doubtful':
          return backOff(job, startedMs, failure.underWay === true);
        case 'scope':
          return refuse(`${missingScopeSentence(failure.needed)} Until then nothing can be posted.`, failure.needed);
        case 'credentials':
          return refuse(
            `Slack refuses the app's token (${failure.code}): nothing can be posted. Reinstall the app and set SLACK_BOT_TOKEN.`,
            failure.code,
          );
        case 'place':
          return waitForPlace(job, failure.code);
        case 'content':
          if (job.crowd) return deps.crowds.apart(job);
          if (job.redraws) {
            log.warn({ campaignId: job.home?.campaign.id }, 'A post with many lines could not be drawn again');
            return memory.park(idsOf(job), bugPauseMs);
          }
          return sayInWords(job).catch((again) => {
            log.error(
              { kind: job.announcements[0].kind, ...describeError(again) },
              'Not even the words could be posted',
            );
            memory.park(idsOf(job), bugPauseMs);
          });
        case undefined:
          log.error({ kind: job.announcements[0].kind, ...describeError(error) }, 'An announcement could not be made');
          memory.park(idsOf(job), bugPauseMs);
      }
    },
    tookAgain(lane: string) {
      inARow.delete(lane);
      trouble = undefined;
      reachability.answered();
    },
    isPaused: () => clock.monotonicMs() < pausedUntilMs,
    trouble: () => trouble,
  };
}
