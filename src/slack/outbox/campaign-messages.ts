import type { Campaign, Post } from '../../domain/campaign/campaign.ts';
import { isOver } from '../../domain/campaign/campaign-status.ts';
import type { CampaignId } from '../../domain/ids.ts';
import type { Clock, Log } from '../../ports/world.ts';
import type { GroupReport } from '../../services/reports/groups.ts';
import { describeError } from '../api/describe-error.ts';
import { readFailure } from '../api/slack-failure.ts';
import { campaignMessage } from '../ui/messages/campaign-message.ts';
import { nudgeMessage } from '../ui/messages/nudging/nudge.ts';
import { countedCard } from '../ui/messages/replies/counted.ts';
import { groupCard } from '../ui/messages/replies/group.ts';
import { decidedCard } from '../ui/messages/review-card.ts';
import { unconfirmedNote } from '../ui/messages/unconfirmed.ts';
import type { Message } from '../ui/parts/message.ts';
import type { SlackAnnouncer } from './announcer.ts';
import { isGone } from './place-problem.ts';
import { createEditBudget, planEdits, type Shown } from './plan/edit-plan.ts';
import { isElsewhere } from './plan/outbox-plan.ts';
import type { Poster } from './poster.ts';
import { drawReviewCard, type Facts } from './render-announcement.ts';

export type CampaignMessages = { tick(): void; stop(): Promise<void>; idle(): Promise<void> };

const dayMs = 86_400_000;
const closedMs = 10_000;

/** Keeps the campaigns' messages and review cards true by editing them. The latest state wins; nothing waits for it. */
export function createCampaignMessages(
  deps: Facts & { poster: Poster; announcer: SlackAnnouncer; clock: Clock; log: Log },
): CampaignMessages {
  const { store, announcer, clock, log } = deps;
  const marked = new Set<CampaignId>();
  const shown = new Map<CampaignId, Shown>();
  const edit = createEditor(deps);
  const budget = createEditBudget(clock.monotonicMs());
  let stopped = false;
  let started = false;
  let heldUntilMs = 0;
  let work: Promise<void> | undefined;

  const markFound = (campaigns: readonly Campaign[]) => {
    // A stop may have come between a change and its edit: recent campaigns are looked at once.
    const since = clock.now().getTime() - dayMs;
    for (const { id, status, endedAt } of campaigns) {
      if (status !== 'draft' && (!isOver(status) || Date.parse(endedAt ?? '') > since)) marked.add(id);
    }
  };

  const editOne = async (campaign: Campaign) => {
    marked.delete(campaign.id);
    shown.set(campaign.id, { status: campaign.status, atMs: clock.monotonicMs() });
    try {
      await edit(campaign, () => budget.spend());
    } catch (error) {
      marked.add(campaign.id);
      const failure = readFailure(error);
      if (failure?.kind === 'rate_limited') heldUntilMs = clock.monotonicMs() + failure.retryAfterMs;
      if (failure?.kind === 'credentials' || failure?.kind === 'scope') heldUntilMs = clock.monotonicMs() + 30_000;
      // A closed channel is looked at again a little later than an open one.
      const laterMs = failure?.kind === 'place' ? closedMs : 0;
      shown.set(campaign.id, { status: campaign.status, atMs: clock.monotonicMs() + laterMs });
      log.warn({ campaignId: campaign.id, ...describeError(error) }, 'A campaign’s message could not be edited');
    }
  };

  const run = async () => {
    for (const id of announcer.takeChanged()) marked.add(id);
    const nowMs = clock.monotonicMs();
    if (nowMs < heldUntilMs) return;
    const campaigns = await store.campaigns.list();
    if (!started) markFound(campaigns);
    started = true;
    const byId = new Map(campaigns.map((campaign) => [campaign.id, campaign]));
    for (const id of planEdits({ campaigns, shown, marked }, budget.left(nowMs), nowMs)) {
      if (stopped || clock.monotonicMs() < heldUntilMs) return;
      await editOne(byId.get(id)!);
    }
  };

  const idle = async () => {
    await work;
  };
  return {
    tick() {
      if (work || stopped) return;
      work = run()
        .catch((error) => log.error(describeError(error), 'The campaigns’ messages could not be looked at'))
        .finally(() => {
          work = undefined;
        });
    },
    idle,
    async stop() {
      stopped = true;
      await idle();
    },
  };
}

/** Renders and edits one campaign's posts. */
function createEditor(deps: Parameters<typeof createCampaignMessages>[0]) {
  const { store, reports, poster, clock, log, admins = [] } = deps;
  const lost = new Set<string>();
  const cardStates = new Map<CampaignId, string>();

  const show = async (campaign: Campaign, post: Post, message: Message, spend: () => void): Promise<boolean> => {
    if (lost.has(post.id)) return false;
    const edited = await poster.edit(post, message).catch(unlessGone(campaign, log));
    if (edited !== 'unchanged') spend();
    if (edited === 'gone') lost.add(post.id);
    return edited !== 'gone';
  };

  const nameStrays = (root: Post, campaign: Campaign) =>
    poster.nameStrays(root, campaign).catch((error) => {
      log.warn(
        { campaignId: campaign.id, ...describeError(error) },
        'Posts below a deleted message could not be named',
      );
    });

  const showMessage = async (campaign: Campaign, message: Post, spend: () => void) => {
    if (lost.has(message.id)) return;
    const strayed = isElsewhere(message, campaign);
    const stands =
      !strayed && (await show(campaign, message, campaignMessage(await reports.report(campaign.id)), spend));
    if (stands) return;
    lost.add(message.id);
    if (!strayed) await nameStrays(message, campaign);
    // Somebody deleted it, buttons included: the running campaign gets a new one.
    if (isOver(campaign.status)) return;
    const at = clock.now().toISOString();
    await store.announcements.add([
      { id: `again-${campaign.id}-${message.id}`, at, kind: 'campaign_message', campaignId: campaign.id },
    ]);
  };

  const drawCard = async (campaign: Campaign, message: Post | null) => {
    if (campaign.status === 'pending_approval') {
      return drawReviewCard(campaign, deps);
    }
    return decidedCard(campaign, message ? await poster.addressOf(message) : undefined);
  };

  const showCard = async (campaign: Campaign, post: Post, message: Post | null, spend: () => void) => {
    const state = `${post.id} ${cardState(campaign)} ${message?.id}`;
    if (cardStates.get(campaign.id) === state) return;
    await show(campaign, post, await drawCard(campaign, message), spend);
    cardStates.set(campaign.id, state);
  };

  /** Its card may be the only place of those who wait in it: a deleted one is posted again while anybody does. */
  const showGroup = async (campaign: Campaign, report: GroupReport, spend: () => void) => {
    const { post, says, example } = report.group;
    if (!post || (await show(campaign, post, groupCard(report), spend)) || report.people === 0) return;
    const at = clock.now().toISOString();
    const again = { id: `again-${campaign.id}-${post.id}`, at, campaignId: campaign.id, says, example };
    await store.announcements.add([{ ...again, kind: 'group_card' }]);
  };

  return async (campaign: Campaign, spend: () => void) => {
    const { message, review, counted, nudges = [], doubts = [] } = await store.campaigns.posts(campaign.id);
    if (message) await showMessage(campaign, message, spend);
    if (review) await showCard(campaign, review, message && !isElsewhere(message, campaign) ? message : null, spend);
    if (counted) await show(campaign, counted, countedCard(await reports.counted(campaign.id)), spend);
    for (const group of await reports.groups(campaign.id)) await showGroup(campaign, group, spend);
    for (const { post, ...nudge } of nudges) {
      await show(campaign, post, nudgeMessage(await reports.nudge(campaign.id, nudge)), spend);
    }
    for (const { post, at, ...doubt } of doubts) {
      const note = { kind: 'unconfirmed' as const, ...doubt };
      const recipients = await reports.recipients(campaign.id, doubt.nos);
      await show(campaign, post, unconfirmedNote(note, { campaign, recipients, at, admins }), spend);
    }
  };
}

/** A card changes only when its campaign is changed, released, sent back or over, or its message stands elsewhere. */
function cardState({ status, version, approval, sentBack }: Campaign): string {
  if (status === 'pending_approval') return `pending ${version}`;
  return [approval?.at, sentBack?.at, status === 'draft', isOver(status)].join(' ');
}

/** A closed channel may open again: posts there are tried once more. Only what is gone is given up. */
function unlessGone(campaign: Campaign, log: Log) {
  return (error: unknown) => {
    const failure = readFailure(error);
    if (failure?.kind !== 'place' || !isGone(failure.code)) throw error;
    log.warn({ campaignId: campaign.id, code: failure.code }, 'A campaign’s message is gone');
    return 'gone' as const;
  };
}
