import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Nudge, NudgeStep } from '../../domain/campaign/nudge.ts';
import type { UserId } from '../../domain/ids.ts';
import { momentInWords } from '../../domain/moment.ts';
import { alikeInWords } from '../../domain/nudge/alike.ts';
import { lastHandlers, type NudgePlan, planNudges, type ToTell } from '../../domain/nudge/nudges.ts';
import { heirOf, planHandovers, whoMatters } from '../../domain/nudge/owners.ts';
import { waitsOf } from '../../domain/nudge/waits.ts';
import { count } from '../../domain/number-words.ts';
import { isUnanswered } from '../../domain/reply/conversation.ts';
import { ownerOf } from '../../domain/reply/waiting.ts';
import { direct, nudgePost } from '../announcements.ts';
import type { Deps } from '../deps.ts';
import { whoIsGone } from '../gone-members.ts';
import { changeCampaign } from '../lifecycle/change-campaign.ts';
import { changeConversation } from '../sending/send-direct.ts';

/**
 * Sees to it that no reply of the campaign is forgotten: gives those of the third step to somebody, and owes the posts and
 * messages that say so. All of it follows from what is stored, so that a stop at any moment loses nothing.
 */
export async function nudgeCampaign(deps: Deps, campaign: Campaign): Promise<void> {
  const { store, clock } = deps;
  const waiting = await store.conversations.waiting(campaign.id);
  if (waiting.length === 0 && isQuiet(campaign)) return;
  if (waiting.some(({ owner }) => owner) || waitsOf(campaign, waiting, clock.now()).some(({ step }) => step > 0)) {
    const { admins } = deps.settings.roles;
    const gone = await whoIsGone(deps, whoMatters(campaign, waiting, admins));
    await handOver(deps, campaign, { admins, gone });
    return tell(deps, campaign, gone);
  }
  if (!isQuiet(campaign)) await tell(deps, campaign, new Set());
}

/** Nobody was told anything that is still to be taken back. */
function isQuiet({ nudging }: Campaign): boolean {
  return (
    nudging === undefined || (nudging.told.length === 0 && nudging.nudges.every(({ endedAt }) => endedAt !== null))
  );
}

async function handOver(
  deps: Deps,
  campaign: Campaign,
  heirs: { admins: readonly string[]; gone: ReadonlySet<UserId> },
): Promise<void> {
  const { store, clock } = deps;
  const now = clock.now();
  for (const { id, to } of planHandovers(campaign, await store.conversations.waiting(campaign.id), heirs, now)) {
    await changeConversation(deps, id, (current) => {
      const isOrphan = current.owner ? heirs.gone.has(current.owner.member) : false;
      // Somebody was faster.
      if (!isUnanswered(current) || !(isOrphan || ownerOf(current, now) === null)) return current;
      return { ...current, owner: to && { member: to, at: now.toISOString(), from: null } };
    });
    deps.log.info({ campaignId: campaign.id, conversationId: id, to }, 'A reply that nobody answers changed hands');
  }
}

/** Stores what was said together with the announcements that say it. */
async function tell(deps: Deps, { id }: Campaign, gone: ReadonlySet<UserId>): Promise<void> {
  const { store, clock } = deps;
  const now = clock.now();
  // Before the posts: what is made meanwhile is then in one of the two.
  const pending = new Set((await store.announcements.pending()).map((owed) => owed.id));
  const { nudges: posts = [] } = await store.campaigns.posts(id);
  const waiting = await store.conversations.waiting(id);
  const campaign = await store.campaigns.get(id);
  if (!campaign) return;
  const { post } = planNudges(campaign, waiting, { posts, pending }, now);
  const named = post === null || post === 3 ? [] : await namesFor(deps, campaign, gone);
  await changeCampaign(deps, id, (current) => {
    const plan = planNudges(current, waiting, { posts, pending }, now);
    const next = plan.post === post ? post : null;
    const nudge = next === null ? null : nudgePost(id, next, now);
    const nudging = afterwards(current, plan, nudge && { id: nudge.id, step: nudge.step, named }, now);
    if (JSON.stringify(nudging) === JSON.stringify(current.nudging ?? none)) return undefined;
    const messages = plan.tell.map((one) => direct(one.member, id, now, inYourHands(one, current)));
    return { campaign: { ...current, nudging }, announcements: [...(nudge ? [nudge] : []), ...messages] };
  });
}

const none: NonNullable<Campaign['nudging']> = { nudges: [], told: [] };

function afterwards(
  { nudging = none }: Campaign,
  { end, told }: NudgePlan,
  added: { id: string; step: NudgeStep; named: UserId[] } | null,
  now: Date,
): NonNullable<Campaign['nudging']> {
  const at = now.toISOString();
  const ended = nudging.nudges.map(
    (one): Nudge => (one.endedAt === null && end.includes(one.step) ? { ...one, endedAt: at } : one),
  );
  const others = ended.filter(({ step }) => step !== added?.step);
  return { nudges: [...others, ...(added ? [{ ...added, at, endedAt: null }] : [])], told: [...told] };
}

/** Who last handled replies of the campaign; before anybody has, its author, or who would be given them. */
async function namesFor({ store, settings }: Deps, campaign: Campaign, gone: ReadonlySet<UserId>): Promise<UserId[]> {
  const named = lastHandlers(await store.conversations.ofCampaign(campaign.id), gone);
  if (named.length > 0) return named;
  if (!gone.has(campaign.createdBy)) return [campaign.createdBy];
  const heir = heirOf(campaign, { admins: settings.roles.admins, gone });
  return heir ? [heir] : [];
}

function inYourHands({ replies, alike, isGiven, since }: ToTell, { zone }: Campaign): string {
  const some = `${count(replies, 'reply', 'replies')}${alikeInWords(replies, alike)}`;
  const what = isGiven
    ? `${some} ${replies === 1 ? 'is' : 'are'} in your hands, because nobody answered in time`
    : `${some} in your hands ${replies === 1 ? 'has' : 'have'} waited too long`;
  const first = replies === 1 ? 'It came' : 'The first came';
  return `${what}. ${first} at ${momentInWords({ at: since, zone })}. Press Answer replies on the campaign’s message, or pass on what others know better.`;
}
