import type { Announcement } from '../domain/announcement.ts';
import type { Post } from '../domain/campaign.ts';
import type { Log } from '../ports.ts';
import type { AnnouncementMemory } from './announcement-memory.ts';
import { describeError } from './describe-error.ts';
import { editConversation } from './edit-conversation.ts';
import type { Job } from './outbox-plan.ts';
import type { Poster } from './poster.ts';
import { endedCampaign, type Facts, renderAnnouncements } from './render-announcement.ts';

export type Speaker = {
  /** Says it and records that it was said. Rejects with whatever kept it from being said. */
  say(job: Job): Promise<void>;
  /** Records that these are said, or not to be said any more. */
  settle(announcements: readonly Announcement[], post: Post | null): Promise<void>;
};

/** Says one job. What may stand already is looked for before it is said again. */
export function createSpeaker(deps: Facts & { poster: Poster; memory: AnnouncementMemory; log: Log }): Speaker {
  const { store, poster, memory } = deps;

  const settle: Speaker['settle'] = async (announcements, post) => {
    for (const { id } of announcements) {
      await store.announcements.done(id, post);
      memory.forget(id);
    }
  };

  const findStanding = async ({ place, announcements: [first] }: Job) => {
    if (!memory.mayStand(first)) return undefined;
    const standing = await poster.find(place, first.id, new Date(first.at));
    memory.setMayStand([first.id], false);
    return standing;
  };

  return {
    settle,
    async say(job) {
      const [first] = job.announcements;
      if (first.kind === 'conversation_changed') {
        await editConversation(first.conversationId, job.home?.campaign ?? null, { store, poster });
        return settle(job.announcements, null);
      }

      const standing = await findStanding(job);
      if (standing) {
        return settle(
          job.announcements.filter(({ id }) => standing.ids.includes(id)),
          standing.post,
        );
      }

      const message = await renderAnnouncements(job, deps);
      if (!message) return settle(job.announcements, null);
      const ids = job.announcements.map(({ id }) => id);
      const post = await poster.post(job.place, message, ids);
      // Until it is recorded, a failing disk must not make us say it again.
      memory.setMayStand(ids, true);
      await settle(job.announcements, post);
      await uploadSummary(first, post, deps);
    },
  };
}

/** The end of a campaign comes with a file. It is a courtesy, and the export has the same: one attempt. */
async function uploadSummary(
  announcement: Announcement,
  post: Post,
  { store, reports, poster, log }: Facts & { poster: Poster; log: Log },
): Promise<void> {
  const campaignId = endedCampaign(announcement);
  if (!campaignId) return;
  try {
    const [{ message }, file] = await Promise.all([store.campaigns.posts(campaignId), reports.summaryCsv(campaignId)]);
    await poster.upload(message ?? post, file);
  } catch (error) {
    log.warn({ campaignId, ...describeError(error) }, 'The summary could not be uploaded');
  }
}
