import type { Clock, Log } from '../ports.ts';
import type { AnnouncementMemory } from './announcement-memory.ts';
import { describeError } from './describe-error.ts';
import { createFallback } from './fallback.ts';
import { createOnceInAWhile } from './once-in-a-while.ts';
import type { Job } from './outbox-plan.ts';
import type { Pace } from './pace.ts';
import type { Poster } from './poster.ts';
import type { Reachability } from './reachability.ts';
import { type Facts, renderAnnouncements } from './render-announcement.ts';
import { missingScopeSentence } from './scopes.ts';
import { readFailure, type SlackFailure } from './slack-failure.ts';
import type { Speaker } from './speaker.ts';

/** How long nothing is tried after Slack refused our token. */
const credentialsPauseMs = 30_000;
/** A job that fails for a reason of ours is tried again so much later. */
const bugPauseMs = 60_000;
const longestBackoffMs = 30_000;

type Deps = Facts & {
  poster: Poster;
  memory: AnnouncementMemory;
  pace: Pace;
  speaker: Speaker;
  reachability: Reachability;
  clock: Clock;
  log: Log;
  signal: AbortSignal;
};

/** What becomes of a job that could not be said: it waits, or goes to the campaign's author. Nothing else waits with it. */
export function createFailureHandler(deps: Deps) {
  const { memory, pace, clock, log, reachability } = deps;
  const fallback = createFallback(deps);
  const firstTime = createOnceInAWhile(clock);
  const inARow = new Map<string, number>();
  let pausedUntilMs = 0;
  let trouble: string | undefined;

  const backOff = (job: Job, startedMs: number, underWay: boolean) => {
    const lane = job.place.channel;
    const failures = (inARow.get(lane) ?? 0) + 1;
    inARow.set(lane, failures);
    reachability.failed(startedMs);
    memory.setMayStand(idsOf(job), true);
    // A connection that is known to be dead carries nothing out any more: it is looked for at once.
    pace.hold(lane, failures === 1 && !underWay ? 0 : Math.min(longestBackoffMs, 1_000 * 2 ** failures));
  };

  const refuse = (why: string, code: string) => {
    pausedUntilMs = clock.monotonicMs() + credentialsPauseMs;
    trouble = why;
    if (firstTime(code)) log.error({ code }, why);
  };

  const sayElsewhere = async (job: Job, failure: Extract<SlackFailure, { kind: 'place' | 'content' }>) => {
    const outcome = await fallback.say(job, failure, await renderAnnouncements(job, deps));
    if (outcome.kind === 'said') return deps.speaker.settle(job.announcements, outcome.post);
    memory.park(idsOf(job), outcome.retryMs);
  };

  return {
    /** `startedMs` is when the attempt began. */
    async handle(job: Job, error: unknown, startedMs: number): Promise<void> {
      const failure = readFailure(error);
      if (failure && failure.kind !== 'doubtful') reachability.answered();
      switch (failure?.kind) {
        case 'rate_limited':
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
        case 'content':
          return sayElsewhere(job, failure);
        case undefined:
          log.error({ kind: job.announcements[0].kind, ...describeError(error) }, 'An announcement could not be made');
          memory.park(idsOf(job), bugPauseMs);
      }
    },
    recover(lane: string) {
      inARow.delete(lane);
      trouble = undefined;
      reachability.answered();
    },
    isPaused: () => clock.monotonicMs() < pausedUntilMs,
    trouble: () => trouble,
  };
}

function idsOf({ announcements }: Job): string[] {
  return announcements.map(({ id }) => id);
}
