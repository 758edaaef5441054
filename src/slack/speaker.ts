import type { Announcement } from '../domain/announcement.ts';
import type { Post } from '../domain/campaign.ts';
import type { Log } from '../ports.ts';
import type { AnnouncementMemory } from './announcement-memory.ts';
import { describeError } from './describe-error.ts';
import { editConversation } from './edit-conversation.ts';
import type { Job, Place } from './outbox-plan.ts';
import type { Poster } from './poster.ts';
import { endedCampaign, type Facts, renderAnnouncements } from './render-announcement.ts';
import { missingScopeSentence } from './scopes.ts';
import { missingScope, readFailure } from './slack-failure.ts';
import type { Twins } from './twins.ts';
import type { Message } from './ui/message.ts';
import { aboutCampaign } from './ui/messages/about-campaign.ts';
import { problemMessage } from './ui/messages/problem.ts';

/** A post that got no answer in time may be carried out within so long: until then it is looked for, and not made again. */
const underWayMs = 30_000;

export type Speaker = {
  /**
   * Says it and records that it was said. `under_way`: an earlier post of it was given up, is not to be seen, and may
   * still come, so it is looked for again. Rejects with whatever kept it from being said.
   */
  say(job: Job): Promise<'said' | 'under_way'>;
  /** Records that these are said, or not to be said any more. */
  settle(announcements: readonly Announcement[], post: Post | null): Promise<void>;
};

/** Says one job. What may stand already is looked for before it is said again. */
export function createSpeaker(
  deps: Facts & { poster: Poster; memory: AnnouncementMemory; twins: Twins; log: Log },
): Speaker {
  const { store, poster, memory, twins } = deps;

  const settle: Speaker['settle'] = async (announcements, post) => {
    for (const { id } of announcements) {
      await store.announcements.done(id, post);
      memory.forget(id);
    }
  };

  const findStanding = async ({ place, announcements: [first] }: Job) => {
    if (!memory.mayStand(first)) return undefined;
    const standing = await poster.find(place, first.id, new Date(first.at));
    if (memory.underWayMs(first.id) === 0) memory.setMayStand([first.id], false);
    return standing;
  };

  const post = async (job: Job, message: Message): Promise<Post> => {
    const ids = idsOf(job);
    twins.attempted(ids[0]!);
    try {
      return await poster.post(job.place, message, ids);
    } catch (error) {
      const failure = readFailure(error);
      if (failure?.kind === 'doubtful' && failure.underWay) {
        memory.setUnderWay(ids, underWayMs);
        twins.givenUp(ids[0]!);
      }
      throw error;
    }
  };

  return {
    settle,
    async say(job) {
      const [first] = job.announcements;
      if (first.kind === 'conversation_changed') {
        await editConversation(first.conversationId, job.home?.campaign ?? null, { store, poster });
        await settle(job.announcements, null);
        return 'said';
      }

      const standing = await findStanding(job);
      if (standing) {
        twins.stands(first, job.place, standing.post);
        await settle(
          job.announcements.filter(({ id }) => standing.ids.includes(id)),
          standing.post,
        );
        return 'said';
      }
      if (memory.underWayMs(first.id) > 0) return 'under_way';

      const message = await render(job, deps);
      const posted = message && (await post(job, message));
      // Until it is recorded, a failing disk must not make us say it again.
      if (posted) memory.setMayStand(idsOf(job), true);
      if (posted) twins.stands(first, job.place, posted);
      await settle(job.announcements, posted);
      if (posted) await uploadSummary(first, posted, job.place, deps);
      return 'said';
    },
  };
}

/** With the campaign's name where it has no thread that tells it. */
async function render(job: Job, facts: Facts): Promise<Message | null> {
  const message = await renderAnnouncements(job, facts);
  const [{ kind }] = job.announcements;
  const campaign = job.home?.campaign;
  const isAlone = job.place.thread === null && (kind === 'note' || kind === 'inbound');
  return message && campaign && isAlone ? aboutCampaign(message, campaign) : message;
}

function idsOf({ announcements }: Job): string[] {
  return announcements.map(({ id }) => id);
}

/** The end of a campaign comes with a file. It is a courtesy, and the export has the same: one attempt. */
async function uploadSummary(
  announcement: Announcement,
  post: Post,
  placed: Place,
  { store, reports, poster, log }: Facts & { poster: Poster; log: Log },
): Promise<void> {
  const campaignId = endedCampaign(announcement);
  if (!campaignId) return;
  try {
    const [{ message }, file] = await Promise.all([store.campaigns.posts(campaignId), reports.summaryCsv(campaignId)]);
    await poster.upload(message ?? post, file);
  } catch (error) {
    log.warn({ campaignId, ...describeError(error) }, 'The summary could not be uploaded');
    const needed = missingScope(error);
    if (needed === undefined) return;
    const thread = { channel: post.channel, thread: placed.thread ?? post.id };
    await poster
      .post(thread, problemMessage(`The summary has no file. ${missingScopeSentence(needed)}`), [])
      .catch(() => {});
  }
}
