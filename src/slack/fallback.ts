import type { Announcement } from '../domain/announcement.ts';
import type { Post } from '../domain/campaign.ts';
import type { Log } from '../ports.ts';
import { describeError } from './describe-error.ts';
import type { Job, Place } from './outbox-plan.ts';
import type { Pace } from './pace.ts';
import { placeProblem } from './place-problem.ts';
import type { Poster } from './poster.ts';
import { readFailure, type SlackFailure } from './slack-failure.ts';
import { cut } from './ui/inert.ts';
import type { Message } from './ui/message.ts';
import { directMessage } from './ui/messages/direct.ts';

export type FallbackOutcome = { kind: 'said'; post: Post | null } | { kind: 'later'; retryMs: number };

type Refused = Extract<SlackFailure, { kind: 'place' | 'content' }>;

const laterMs = 60_000;
const muchLaterMs = 5 * 60_000;

/** What is done when a channel refuses a post for good: the campaign's author gets it in person, and learns what to do. */
export function createFallback(deps: { poster: Poster; pace: Pace; log: Log; signal: AbortSignal }) {
  const { poster, pace, log, signal } = deps;
  const told = new Set<string>();

  const post = async (place: Place, message: Message, announcements: readonly Announcement[]) => {
    await pace.turn(place.channel, signal);
    return poster.post(
      place,
      message,
      announcements.map(({ id }) => id),
    );
  };

  const say = async (job: Job, failure: Refused, message: Message | null) => {
    const [first] = job.announcements;
    log.warn({ kind: first.kind, campaignId: first.campaignId, code: failure.code }, 'A post was refused');
    if (!message) return said(null);
    if (failure.kind === 'content') return said(await post(job.place, wordsOnly(message), job.announcements));
    if (first.kind === 'direct') return said(null);

    const campaign = job.home?.campaign;
    if (!campaign) return later(muchLaterMs);
    const author: Place = { channel: campaign.createdBy, thread: null };
    const reason = `${campaign.id} ${failure.code}`;
    if (!told.has(reason)) {
      await post(author, directMessage(placeProblem(failure.code, first.kind), campaign), []);
      told.add(reason);
    }
    // Only somebody else may approve, so the card is of no use to the author: it follows when the channel takes it.
    if (first.kind === 'review_card') return later(laterMs);
    return said(await post(author, message, job.announcements));
  };

  return {
    /** Never rejects: when the author cannot be reached either, it is tried again later. */
    async say(job: Job, failure: Refused, message: Message | null): Promise<FallbackOutcome> {
      return say(job, failure, message).catch((error) => {
        log.error(
          { kind: job.announcements[0].kind, ...describeError(error) },
          'The campaign’s author could not be told either',
        );
        const again = readFailure(error);
        return later(again?.kind === 'rate_limited' ? again.retryAfterMs : muchLaterMs);
      });
    },
  };
}

function said(post: Post | null): FallbackOutcome {
  return { kind: 'said', post };
}

function later(retryMs: number): FallbackOutcome {
  return { kind: 'later', retryMs };
}

/** Without blocks, and short enough for any limit. */
function wordsOnly({ text }: Message): Message {
  return { text: cut(text, 3_500), blocks: [] };
}
