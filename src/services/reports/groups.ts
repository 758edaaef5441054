import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { CampaignId, Instant } from '../../domain/ids.ts';
import type { Conversation, OutboundMessage } from '../../domain/reply/conversation.ts';
import { causeOf, type Group, type GroupAnswer, type MissedBecause, newGroup } from '../../domain/reply/group.ts';
import { meantBy, sayingsOf } from '../../domain/reply/groups.ts';
import { longestWaitingFirst, waitingSince } from '../../domain/reply/waiting.ts';
import type { ReadingDeps } from '../deps.ts';
import { needCampaign } from '../lifecycle/change-campaign.ts';

/** A group as its card shows it. */
export type GroupReport = {
  campaign: Campaign;
  group: Group;
  /** How many wait that nobody keeps, and since when the first of them does. */
  people: number;
  since: Instant | null;
  answer: AnswerReport | null;
  /** What was sent before that, the newest last. */
  earlier: readonly (Pick<GroupAnswer, 'text' | 'by' | 'of' | 'releasedBy'> & { reached: number })[];
};

export type AnswerReport = GroupAnswer & {
  /** How many of those it is meant for still wait. */
  left: number;
  reached: number;
  /** Whom it did not surely reach, by why, with the first few of them. */
  others: readonly NotReached[];
};

/** `waits`: a stop came before their turn. */
export type NotReached = {
  why: MissedBecause | 'unconfirmed' | 'rejected' | 'waits';
  people: number;
  named: readonly Conversation[];
};

export type GroupRecords = {
  /** Those with a card. */
  groups(id: CampaignId): Promise<readonly GroupReport[]>;
  /** Null when nobody waits in it: there is nothing to show. */
  groupNow(id: CampaignId, about: Pick<Group, 'says' | 'example'>): Promise<GroupReport | null>;
};

const mostNamed = 5;

type Missed = { why: MissedBecause; conversation: Conversation };

export function createGroupReports({ store, clock }: Pick<ReadingDeps, 'store' | 'clock'>): GroupRecords {
  const reportOn = async (id: CampaignId, groups: readonly Group[]): Promise<GroupReport[]> => {
    const campaign = await needCampaign(store, id);
    const sayings = sayingsOf(await store.conversations.waiting(id), clock.now());
    const answered = await answeredBy(groups, () => store.conversations.ofCampaign(id));
    return Promise.all(
      groups.map(async (group) => {
        const { says, answer, earlier = [] } = group;
        const members = longestWaitingFirst(sayings.get(says) ?? []);
        const went = (answer && answered.get(causeOf(answer))) ?? [];
        return {
          campaign,
          group,
          people: members.length,
          since: members[0] ? waitingSince(members[0]) : null,
          answer: answer && answerReport(answer, went, { members, missed: await missedBy(answer) }),
          earlier: earlier.map((one) => ({ ...one, reached: reachedBy(answered.get(causeOf(one)) ?? []) })),
        };
      }),
    );
  };

  const missedBy = async ({ missed = [] }: GroupAnswer): Promise<Missed[]> => {
    const found = await Promise.all(
      missed.map(async ({ conversationId, why }) => ({
        why,
        conversation: await store.conversations.get(conversationId),
      })),
    );
    return found.flatMap(({ why, conversation }) => (conversation ? { why, conversation } : []));
  };

  return {
    groups: async (id) => {
      const groups = (await store.campaigns.groups(id)).filter(({ post }) => post !== null);
      return groups.length > 0 ? reportOn(id, groups) : [];
    },
    groupNow: async (id, about) => {
      const known = (await store.campaigns.groups(id)).find(({ says }) => says === about.says);
      const [report] = await reportOn(id, [known ?? newGroup(about)]);
      return report && report.people > 0 ? report : null;
    },
  };
}

type Went = { conversation: Conversation; state: OutboundMessage['state'] };

/** The conversations to which each of the answers went, or perhaps went: one look at all of them. */
async function answeredBy(
  groups: readonly Group[],
  conversations: () => Promise<readonly Conversation[]>,
): Promise<ReadonlyMap<string, readonly Went[]>> {
  const byCause = new Map<string, Went[]>();
  for (const { answer, earlier = [] } of groups) {
    for (const one of [answer ?? [], earlier].flat()) byCause.set(causeOf(one), []);
  }
  if (byCause.size === 0) return byCause;
  for (const conversation of await conversations()) {
    for (const message of conversation.messages) {
      if (message.direction === 'in' || message.state === 'not_sent') continue;
      byCause.get(message.cause)?.push({ conversation, state: message.state });
    }
  }
  return byCause;
}

function reachedBy(went: readonly Went[]): number {
  return went.filter(({ state }) => state !== 'unconfirmed' && state !== 'rejected').length;
}

function answerReport(
  answer: GroupAnswer,
  went: readonly Went[],
  { members, missed }: { members: readonly Conversation[]; missed: readonly Missed[] },
): AnswerReport {
  const inState = (state: Went['state']) => went.flatMap((one) => (one.state === state ? one.conversation : []));
  const [unconfirmed, rejected] = [inState('unconfirmed'), inState('rejected')];
  const ids = new Set([...rejected, ...missed.map(({ conversation }) => conversation)].map(({ id }) => id));
  const left = meantBy(answer, members);
  const waits = answer.state === 'interrupted' ? left.filter(({ id }) => !ids.has(id)) : [];
  const because = [...new Set(missed.map(({ why }) => why))];
  const others: NotReached[] = [
    { why: 'unconfirmed', conversations: unconfirmed } as const,
    { why: 'rejected', conversations: rejected } as const,
    ...because.map((why) => ({
      why,
      conversations: missed.flatMap((one) => (one.why === why ? one.conversation : [])),
    })),
    { why: 'waits', conversations: waits } as const,
  ].flatMap(({ why, conversations: { length }, conversations }) =>
    length > 0 ? { why, people: length, named: conversations.slice(0, mostNamed) } : [],
  );
  return { ...answer, left: left.length, reached: reachedBy(went), others };
}
