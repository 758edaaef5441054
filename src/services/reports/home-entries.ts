import { type Campaign, writersOf } from '../../domain/campaign/campaign.ts';
import { isOver, isWatched } from '../../domain/campaign/campaign-status.ts';
import { type Member, type Roles, whyNotApprove } from '../../domain/campaign/permissions.ts';
import type { Conversation } from '../../domain/reply/conversation.ts';
import { ownerOf, waitingSince } from '../../domain/reply/waiting.ts';

/** One thing that a person can go on with, with the campaign it is about. */
export type HomeEntry =
  | { kind: 'approval'; campaign: Campaign; waitedMs: number }
  /** Replies in the person's own hands; null: of no campaign. */
  | { kind: 'own'; campaign: Campaign | null; replies: number; waitedMs: number }
  /** All other replies that wait; `held`: those in a colleague's hands. */
  | { kind: 'replies'; campaign: Campaign; replies: number; held: number; waitedMs: number }
  | { kind: 'draft'; campaign: Campaign }
  | { kind: 'under_way'; campaign: Campaign }
  | { kind: 'recent'; campaign: Campaign };

/** The conversations under a campaign, or under none, that wait for the team. */
export type Waiting = { campaign: Campaign | null; conversations: readonly Conversation[] };

const mostRecent = 20;

/** What waits for this person first, then what waits for the team, then what they have and what goes on. */
export function homeEntries(
  person: Member,
  seen: { campaigns: readonly Campaign[]; waiting: readonly Waiting[] },
  { roles, now }: { roles: Roles; now: Date },
): HomeEntry[] {
  const { campaigns } = seen;
  const approvals = campaigns.filter((one) => one.status === 'pending_approval' && !whyNotApprove(person, one, roles));
  const isOwn = (one: Conversation) => ownerOf(one, now) === person.id;
  return [
    ...approvals
      .map((campaign) => ({ kind: 'approval' as const, campaign, waitedMs: sinceMs(campaign.submittedAt, now) }))
      .sort(longestFirst),
    ...countReplies(seen.waiting, isOwn, now).map(({ held: _, ...found }) => ({ kind: 'own' as const, ...found })),
    ...countReplies(seen.waiting, (one) => !isOwn(one), now).flatMap(({ campaign, ...found }) =>
      campaign ? [{ kind: 'replies' as const, campaign, ...found }] : [],
    ),
    ...campaigns
      .filter((one) => one.status === 'draft' && writersOf(one).includes(person.id))
      .map((campaign) => ({ kind: 'draft' as const, campaign })),
    ...campaigns
      .filter((one) => isWatched(one.status) && !approvals.includes(one))
      .map((campaign) => ({ kind: 'under_way' as const, campaign })),
    ...campaigns
      .filter(({ status }) => isOver(status))
      .sort((a, b) => Date.parse(b.endedAt ?? b.createdAt) - Date.parse(a.endedAt ?? a.createdAt))
      .slice(0, mostRecent)
      .map((campaign) => ({ kind: 'recent' as const, campaign })),
  ];
}

function countReplies(waiting: readonly Waiting[], isMeant: (one: Conversation) => boolean, now: Date) {
  return waiting
    .map(({ campaign, conversations }) => {
      const meant = conversations.filter(isMeant);
      const waited = meant.map((one) => sinceMs(waitingSince(one), now));
      const held = meant.filter((one) => ownerOf(one, now) !== null).length;
      return { campaign, replies: meant.length, held, waitedMs: Math.max(0, ...waited) };
    })
    .filter(({ replies }) => replies > 0)
    .sort(longestFirst);
}

function sinceMs(at: string | null, now: Date): number {
  return at === null ? 0 : Math.max(0, now.getTime() - Date.parse(at));
}

function longestFirst(a: { waitedMs: number }, b: { waitedMs: number }): number {
  return b.waitedMs - a.waitedMs;
}
