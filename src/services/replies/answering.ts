import type { Campaign } from '../../domain/campaign/campaign.ts';
import { type Member, whyNotAdminister, whyNotCreate, whyNotOpen } from '../../domain/campaign/permissions.ts';
import { CampaignError } from '../../domain/campaign-error.ts';
import type { CampaignId, ConversationId, UserId } from '../../domain/ids.ts';
import { maskPhoneNumber } from '../../domain/phone/phone-number.ts';
import { claimedBy, mayBeTold, tellsAt, withoutHandsOf } from '../../domain/reply/claim.ts';
import { type Conversation, isUnanswered, textsIn, withDecision } from '../../domain/reply/conversation.ts';
import { keeperOf, longestWaitingFirst, openTo, ownerOf, waitingSince } from '../../domain/reply/waiting.ts';
import { conversationChanged, conversationClaimed, direct } from '../announcements.ts';
import { requireAdmin, requireCreator, requireOpener } from '../authority.ts';
import type { Deps } from '../deps.ts';
import { whoIsGone } from '../gone-members.ts';
import { needCampaign } from '../lifecycle/change-campaign.ts';
import { changeConversation } from '../sending/send-direct.ts';
import { beingAnswered, type OthersAlike, othersAlike } from './groups/others-alike.ts';
import { refuseTaken, refuseUnseen } from './not-decided.ts';
import { readTheirRow, type TheirRow } from './their-row.ts';

/** A reply that lies before the agent, with what they need to answer it. */
export type ReplyInHand = {
  kind: 'reply';
  campaign: Campaign;
  conversation: Conversation;
  row: TheirRow;
  /** Those whom the same answer may go to at once. */
  others: OthersAlike | null;
  /** How many are open to the agent, with this one. */
  open: number;
  waitedMs: number;
  at: Date;
};

/** Nothing is open to the agent. */
export type NoReply = {
  kind: 'none';
  campaign: Campaign;
  /** Of those that wait, how many lie with whom, and how many the agent skipped. */
  others: readonly { member: UserId; count: number }[];
  skipped: number;
  /** May the agent free what lies with the others? */
  mayRelease: boolean;
  /** Only some were asked for: so many others are open to the agent. Null: all were. */
  elsewhere: number | null;
  /** To how many an answer to all of a group is on its way. */
  underWay: number;
  /** Where somebody waits for them, in another campaign. */
  nextCampaign?: Campaign;
  at: Date;
};

/** Going through the open conversations of a campaign, one after the other. Each is told who acts and checks it. */
export type AnsweringDoors = {
  /**
   * Claims the next one for the agent: what is theirs, then the longest waiting; never what a colleague has. `stay`:
   * this one first, if it still waits for them. `among`: only of these.
   */
  next(
    id: CampaignId,
    ask: {
      by: UserId;
      skipped?: readonly ConversationId[];
      stay?: ConversationId;
      among?: readonly ConversationId[] | undefined;
    },
  ): Promise<ReplyInHand | NoReply>;
  /** Whoever has it before them has turned away. */
  release(id: ConversationId, by: UserId): Promise<void>;
  /** An admin frees all that a member has; tells how many those were. */
  releaseAll(of: UserId, by: UserId): Promise<number>;
  /** Puts it into a colleague's hands, who is told. */
  pass(id: ConversationId, wish: { to: UserId; by: UserId; seen?: number }): Promise<Conversation>;
  /** The campaign in which somebody has waited longest for this agent, of those they may open. */
  whereSomebodyWaits(by: UserId): Promise<Campaign | undefined>;
};

export function createAnswering(deps: Deps): AnsweringDoors {
  const { store, people, clock, settings } = deps;

  const inOrder = async (id: CampaignId) => {
    const waiting = longestWaitingFirst(await store.conversations.waiting(id));
    const holders = waiting.flatMap(({ claim, owner }) => [claim?.by ?? [], owner?.member ?? []].flat());
    // What they had is free.
    const gone = await whoIsGone(deps, [...new Set(holders)]);
    const all = waiting.map((one) => withoutHandsOf(one, gone));
    const underWay = await beingAnswered(deps, id, all);
    return { gone, waiting: all.filter((one) => !underWay.has(one.id)), underWay: underWay.size };
  };

  /** Compare-and-set: of two at once, one gets it. */
  const claim = async (
    id: ConversationId,
    by: UserId,
    gone: ReadonlySet<UserId>,
  ): Promise<Conversation | undefined> => {
    for (;;) {
      const current = await store.conversations.get(id);
      const now = clock.now();
      if (!current || !isUnanswered(current)) return undefined;
      const free = withoutHandsOf(current, gone);
      const keeper = keeperOf(free, now);
      if (keeper !== null && keeper !== by) return undefined;
      const claimed = claimedBy(free, by, now);
      const saved = await store.conversations.save(claimed, { announcements: claimNews(current, claimed, now) });
      if (saved !== 'stale') return saved;
    }
  };

  const free = async (id: ConversationId, isTheirs: (one: Conversation) => boolean, alsoOwner: boolean) => {
    for (;;) {
      const current = await store.conversations.get(id);
      if (!current || !isTheirs(current)) return false;
      const now = clock.now();
      const freed = { ...current, claim: null, ...(alsoOwner && { owner: null }) };
      const announcements = mayBeTold(current, now) || alsoOwner ? [conversationChanged(current, now)] : [];
      if ((await store.conversations.save(freed, { announcements })) !== 'stale') return true;
    }
  };

  const longestWaitingFor = async (by: UserId, person: Member | undefined): Promise<Campaign | undefined> => {
    const campaigns = await store.campaigns.list();
    let longest: { campaign: Campaign; since: string } | undefined;
    for (const campaign of campaigns.filter((one) => !whyNotOpen(person, one, settings.roles))) {
      const { waiting } = await inOrder(campaign.id);
      const [first] = longestWaitingFirst(openTo(waiting, by, clock.now()));
      const since = first && waitingSince(first);
      if (since && (!longest || Date.parse(since) < Date.parse(longest.since))) longest = { campaign, since };
    }
    return longest?.campaign;
  };

  return {
    next: async (id, { by, skipped = [], stay, among }) => {
      const person = await people.find(by);
      requireCreator(deps, person);
      const campaign = await needCampaign(store, id);
      requireOpener(deps, person, campaign);
      const { gone, waiting: all, underWay } = await inOrder(id);
      const waiting = among ? all.filter((one) => among.includes(one.id)) : all;
      const open = openTo(waiting, by, clock.now());
      const staying = open.filter((one) => one.id === stay);
      const rest = open.filter((one) => one.id !== stay && !skipped.includes(one.id));
      const inTurn = [...staying, ...rest];
      for (const [lost, candidate] of inTurn.entries()) {
        const conversation = await claim(candidate.id, by, gone);
        if (!conversation) continue;
        const row = await readTheirRow(deps, campaign, conversation);
        const at = clock.now();
        const waitedMs = at.getTime() - Date.parse(waitingSince(conversation) ?? at.toISOString());
        const others = await othersAlike(deps, conversation);
        return { kind: 'reply', campaign, conversation, row, others, open: inTurn.length - lost, waitedMs, at };
      }
      const at = clock.now();
      const left = open.filter((one) => skipped.includes(one.id)).length;
      const elsewhere = among ? openTo(all, by, at).filter((one) => !among.includes(one.id)).length : null;
      const mayRelease = !whyNotAdminister(person, settings.roles);
      const others = countHands(waiting, by, at);
      const next = left === 0 && !elsewhere ? await longestWaitingFor(by, person) : undefined;
      const nextCampaign = next && next.id !== id ? { nextCampaign: next } : {};
      return { kind: 'none', campaign, others, skipped: left, elsewhere, underWay, mayRelease, ...nextCampaign, at };
    },

    release: async (id, by) => {
      requireCreator(deps, await people.find(by));
      await free(id, ({ claim }) => claim?.by === by, false);
    },

    releaseAll: async (of, by) => {
      await requireAdmin(deps, await people.findNow(by), { what: 'take replies from a colleague' });
      const campaigns = [null, ...(await store.campaigns.list()).map(({ id }) => id)];
      let freed = 0;
      for (const campaign of campaigns) {
        for (const { id } of await store.conversations.waiting(campaign)) {
          const isTheirs = (one: Conversation) => ownerOf(one, clock.now()) === of;
          if (await free(id, isTheirs, true)) freed += 1;
        }
      }
      deps.announcer.wake();
      return freed;
    },

    pass: async (id, { to, by, seen }) => {
      requireCreator(deps, await people.findNowOrLately(by));
      const colleague = await people.findNowOrLately(to);
      if (to === by) throw cannotTakeIt('This is you: choose a colleague.');
      if (whyNotCreate(colleague, settings.roles)) throw cannotTakeIt();
      const from = (await people.find(by))?.name ?? 'A colleague';
      const now = clock.now();
      const conversation = await store.conversations.get(id);
      const news = conversation ? [direct(to, conversation.campaignId, now, passedWords(conversation, from))] : [];
      return changeConversation(
        deps,
        id,
        (current) => {
          if (current.owner?.member === to && current.owner.from === by) return current;
          refuseTaken(current, by, now);
          refuseUnseen(current, seen);
          const at = now.toISOString();
          const passed = withDecision(current, { kind: 'passed', by, at, to, seen: textsIn(current) });
          return { ...passed, claim: null, owner: { member: to, at, from: by } };
        },
        { announcements: news },
      );
    },

    whereSomebodyWaits: async (by) => {
      const person = await people.find(by);
      requireCreator(deps, person);
      return longestWaitingFor(by, person);
    },
  };
}

/** What the card is owed for a claim: its agent once that is due, and at once that a former one's is over. */
function claimNews(before: Conversation, after: Conversation, now: Date) {
  const { claim } = after;
  if (!claim || before.claim?.at === claim.at) return [];
  const dueAt = tellsAt(claim);
  return [
    ...(mayBeTold(before, now) ? [conversationChanged(after, now)] : []),
    conversationClaimed(after, { at: claim.at, dueAt }, now),
  ];
}

function countHands(waiting: readonly Conversation[], by: UserId, now: Date): NoReply['others'] {
  const counts = new Map<UserId, number>();
  for (const one of waiting) {
    const member = keeperOf(one, now);
    if (member && member !== by) counts.set(member, (counts.get(member) ?? 0) + 1);
  }
  return [...counts].map(([member, count]) => ({ member, count })).sort((a, b) => b.count - a.count);
}

function cannotTakeIt(sentence = 'This person cannot answer replies. Choose a full member who may.'): CampaignError {
  return new CampaignError('cannot_answer', sentence, 'passTo');
}

function passedWords({ name, number }: Conversation, from: string): string {
  const who = name ? `${name} (${maskPhoneNumber(number)})` : maskPhoneNumber(number);
  return `${from} passed you the reply of ${who}. Press Answer replies on the campaign’s message: this reply comes first.`;
}
