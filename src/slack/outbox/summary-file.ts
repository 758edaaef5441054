import type { Announcement } from '../../domain/campaign/announcement.ts';
import type { Post } from '../../domain/campaign/campaign.ts';
import type { Log } from '../../ports/world.ts';
import { describeError } from '../api/describe-error.ts';
import { missingScopeSentence } from '../api/scopes.ts';
import { missingScope } from '../api/slack-failure.ts';
import { problemMessage } from '../ui/messages/problem.ts';
import type { PostingPlace } from './plan/outbox-plan.ts';
import type { Poster } from './poster.ts';
import { endedCampaign, type Facts } from './render-announcement.ts';

/** A campaign's end comes with a file. It is a courtesy, and the export has the same: one attempt. */
export async function uploadSummary(
  announcement: Announcement,
  post: Post,
  placed: PostingPlace,
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
