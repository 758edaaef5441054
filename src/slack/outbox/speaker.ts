import type { Announcement } from '../../domain/campaign/announcement.ts';
import type { Campaign, Post } from '../../domain/campaign/campaign.ts';
import type { ConversationId } from '../../domain/ids.ts';
import type { Clock, Log } from '../../ports/world.ts';
import { describeError } from '../api/describe-error.ts';
import { readFailure } from '../api/slack-failure.ts';
import { formerCampaignMessage } from '../ui/messages/campaign-message.ts';
import { formerGroupCard } from '../ui/messages/replies/group.ts';
import { strangersDigest } from '../ui/messages/replies/strangers.ts';
import { formerReviewCard } from '../ui/messages/review-card.ts';
import type { Message } from '../ui/parts/message.ts';
import type { AnnouncementMemory } from './announcement-memory.ts';
import { oweEnd } from './claims.ts';
import { createCrowdSpeaker } from './crowd/say-crowd.ts';
import type { Pace } from './pace.ts';
import { cardIsOldMs, postedAtMs } from './plan/card-plan.ts';
import type { Crowds } from './plan/crowds.ts';
import type { Digests } from './plan/digests.ts';
import { type Home, idsOf, isElsewhere, type Job } from './plan/outbox-plan.ts';
import type { Poster } from './poster.ts';
import { type Facts, renderAnnouncements } from './render-announcement.ts';
import { alone, edit, growCard, oweFormerPosts, shrinkFormerCards } from './say-conversation.ts';
import { uploadSummary } from './summary-file.ts';
import type { Twins } from './twins.ts';

/** A post without an answer in time may still be carried out for this long: until then it is looked for, not made again. */
const underWayMs = 30_000;

/** Of what one conversation owes, at most this many ids stand beside a post; Slack refuses metadata that is too large. */
const mostIds = 50;
/** Stands before the ids of a post with many lines, so that it is known as one wherever it is found. */
const ofMany = 'many';
/** At most this many records wait for the disk at once. */
const mostAtOnce = 200;

export type Speaker = {
  /**
   * Says it and records that it was said. `under_way`: an earlier post of it was given up, is invisible, and may still
   * come, so it is looked for again. Rejects with whatever kept it from being said.
   */
  say(job: Job): Promise<'said' | 'under_way'>;
  /** Records that these are said, or not to be said any more. */
  markSaid(announcements: readonly Announcement[], post: Post | null): Promise<void>;
};

type Deps = Facts & {
  poster: Poster;
  memory: AnnouncementMemory;
  twins: Twins;
  digests: Digests;
  crowds: Crowds;
  goneRoots: Set<string>;
  pace: Pace;
  clock: Clock;
  log: Log;
  signal: AbortSignal;
};

/** Says one job. What may stand already is looked for before it is said again. */
export function createSpeaker(deps: Deps): Speaker {
  const { store, poster, memory, twins } = deps;

  const markSaid: Speaker['markSaid'] = async (announcements, post) => {
    for (let from = 0; from < announcements.length; from += mostAtOnce) {
      const some = announcements.slice(from, from + mostAtOnce);
      await Promise.all(some.map(({ id }) => store.announcements.done(id, post)));
      for (const { id } of some) memory.forget(id);
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
      return await poster.post(job.place, message, job.crowd ? [ofMany, ...ids] : ids.slice(0, mostIds));
    } catch (error) {
      const failure = readFailure(error);
      if (failure?.kind === 'doubtful' && failure.underWay) {
        memory.setUnderWay(ids, underWayMs);
        twins.givenUp(ids[0]!);
      }
      throw error;
    }
  };

  /** The post that says it, `under_way`, or null when there is nothing to say any more. */
  const postOnce = async (job: Job, render: () => Promise<Message | null>): Promise<Post | 'under_way' | null> => {
    const [first] = job.announcements;
    // A digest only counts people: it is nobody's card.
    const asPost = (post: Post | null, isOfMany: boolean) =>
      job.isDigest ? null : post && isOfMany ? { ...post, many: true as const } : post;
    const standing = await findStanding(job);
    if (standing) {
      twins.stands(first, job.place, standing.post);
      await markSaid(
        job.announcements.filter(({ id }) => standing.ids.includes(id)),
        asPost(standing.post, standing.ids.includes(ofMany)),
      );
      return standing.post;
    }
    if (memory.underWayMs(first.id) > 0) return 'under_way';

    const message = await render();
    const posted = message && (await post(job, message));
    // Until it is recorded, a failing disk must not make us say it again.
    if (posted) memory.setMayStand(idsOf(job), true);
    if (posted) twins.stands(first, job.place, posted);
    await markSaid(job.announcements, asPost(posted, job.crowd === true));
    return posted;
  };

  const sayConversation = async (job: Job, id: ConversationId): Promise<'said' | 'under_way'> => {
    const conversation = await store.conversations.get(id);
    const done = conversation && (await growCard(job, conversation, deps));
    if (conversation) await oweEnd(job, conversation, deps);
    if (done?.kind === 'post') {
      const posted = await postOnce(job, async () => done.message);
      if (posted === 'under_way') return posted;
    } else {
      await markSaid(job.announcements, done?.post ?? null);
    }
    const now = await store.conversations.get(id);
    if (now) await shrinkFormerCards(now, deps);
    if (now && done?.kind === 'post') await oweFormerPosts(now, deps, ({ many }) => many === true);
    return 'said';
  };

  /** A group that grows anew: its card is edited while it is fresh, else there is a new one further down. */
  const sayGroup = async (
    job: Job,
    { campaignId, says }: Extract<Announcement, { kind: 'group_card' }>,
  ): Promise<'said' | 'under_way'> => {
    const group = (await store.campaigns.groups(campaignId)).find((known) => known.says === says);
    const render = async () => {
      const message = await renderAnnouncements(job, deps);
      return message && alone(message, job);
    };
    const former = group?.post ?? null;
    const isFresh = former !== null && deps.clock.now().getTime() - postedAtMs(former) < cardIsOldMs;
    const message = isFresh ? await render() : null;
    if (former && message && (await edit(former, message, deps))) {
      await markSaid(job.announcements, former);
      return 'said';
    }
    const posted = await postOnce(job, render);
    if (posted === 'under_way') return posted;
    if (group && former && posted && job.home) {
      const folded = (_: Campaign, link?: string) => formerGroupCard(group, link);
      await retire({ post: former, folded }, posted, job.home.campaign, deps);
    }
    return 'said';
  };

  /** Many people of no campaign: the post that counts them is edited while it is fresh. */
  const sayDigest = async (job: Job): Promise<'said' | 'under_way'> => {
    const { channel } = job.place;
    const ids = new Set(job.announcements.flatMap((one) => ('conversationId' in one ? one.conversationId : [])));
    const found = await Promise.all([...ids].map((id) => store.conversations.get(id)));
    const { post, asking, others } = deps.digests.countIn(
      channel,
      found.filter((conversation) => conversation !== undefined),
    );
    const counted = strangersDigest({ asking: asking.size, others: others.size });
    if (post && (await edit(post, counted, deps))) {
      await markSaid(job.announcements, null);
      deps.digests.told(channel, post);
      return 'said';
    }
    const posted = await postOnce(job, async () => counted);
    if (posted === 'under_way') return posted;
    if (posted) deps.digests.told(channel, posted);
    return 'said';
  };

  const crowd = createCrowdSpeaker({ ...deps, postOnce, markSaid });

  return {
    markSaid,
    async say(job) {
      const [first] = job.announcements;
      if (job.redraws) return crowd.redraw(job, job.redraws);
      if (job.crowd) return crowd.say(job);
      if (job.isDigest) return sayDigest(job);
      if ('conversationId' in first) return sayConversation(job, first.conversationId);

      if (first.kind === 'group_card') return sayGroup(job, first);
      const former = formerPost(first, job.home);
      const posted = await postOnce(job, async () => {
        const message = await renderAnnouncements(job, deps);
        return message && (first.kind === 'note' ? alone(message, job) : message);
      });
      if (posted === 'under_way') return posted;
      if (posted && former && job.home) await retire(former, posted, job.home.campaign, deps);
      if (posted) await uploadSummary(first, posted, job.place, deps);
      return 'said';
    },
  };
}

type Former = { post: Post; folded: (campaign: Campaign, link?: string) => Message };

/** A campaign has one review card, and one message in its channel. */
function formerPost({ kind }: Announcement, home: Home | null): Former | null {
  const { review = null, message = null } = home?.posts ?? {};
  if (kind === 'review_card' && review) return { post: review, folded: formerReviewCard };
  const isStray = kind === 'campaign_message' && home && message && isElsewhere(message, home.campaign);
  return isStray ? { post: message, folded: formerCampaignMessage } : null;
}

/** The post before this one says where it goes on, and cannot be pressed any more. */
async function retire({ post, folded }: Former, posted: Post, campaign: Campaign, { poster, pace, log }: Deps) {
  if (post.id === posted.id) return;
  try {
    await poster.edit(post, folded(campaign, await poster.addressOf(posted)));
    pace.spend(post.channel);
  } catch (error) {
    log.warn({ campaignId: campaign.id, ...describeError(error) }, 'A post that was replaced still stands');
  }
}
