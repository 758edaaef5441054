import { nothingForeseen } from '../../domain/answering/answering.ts';
import type { ConversationId } from '../../domain/ids.ts';
import { type Conversation, textsIn, waitsFrom } from '../../domain/reply/conversation.ts';
import { isCounted, owedThanks } from '../../domain/reply/counted.ts';
import type { Deps } from '../deps.ts';
import type { RateLimits } from '../sending/rate-limits.ts';
import { claimDirect, sendDirect } from '../sending/send-direct.ts';
import { createSpareQueue } from './spare-queue.ts';
import { textFor } from './text-for.ts';

/** The thank-yous for expected answers: one for each conversation, approved with the campaign. */
export type ThankYous = {
  /** Thanks the person later, if they are owed it. Never rejects, and nobody waits for it. */
  offer(id: ConversationId): Promise<void>;
  /** After a start: offers whatever a former process still owed. */
  takeUp(): Promise<void>;
  /** Drops all that wait, at once; resolves when those on their way are recorded. The next start takes them up. */
  stop(): Promise<void>;
};

/** Later, people wonder what they are thanked for. */
const patienceMs = 60 * 60_000;

export function createThankYous(deps: Deps, limits: RateLimits): ThankYous {
  const { store, clock, log } = deps;
  const waiting = new Set<ConversationId>();

  /** What the person is owed as it reads for them; null: nothing. */
  const thanksFor = async (conversation: Conversation): Promise<string | null> => {
    const { campaignId } = conversation;
    const campaign = campaignId ? await store.campaigns.get(campaignId) : undefined;
    // Whoever cancelled a campaign may have done so for what its texts say.
    const isCancelled = campaign?.status === 'cancelling' || campaign?.status === 'cancelled';
    const answer = campaign && !isCancelled && owedThanks(conversation, campaign.answering ?? nothingForeseen);
    if (!answer || !store.folder.isSound()) return null;
    const thanks = await textFor(deps, campaign, conversation, answer.thankYou);
    if (thanks.kind === 'text') return thanks.text;
    const isOfText = thanks.why === 'too_long' || thanks.why === 'no_value';
    if (isOfText) log.warn({ why: thanks.why, conversationId: conversation.id }, 'A thank-you is not given');
    return null;
  };

  const send = async (id: ConversationId, signal: AbortSignal): Promise<void> => {
    waiting.delete(id);
    const conversation = await store.conversations.get(id);
    const text = conversation && (await thanksFor(conversation));
    if (!conversation || !text) return;
    const thanks = { text, purpose: 'thank_you' as const, cause: `thanks ${id}`, by: null };
    const isSame = (current: Conversation) =>
      current.messages.length === conversation.messages.length && isCounted(current);
    const { conversation: saved, claimed } = await claimDirect(deps, id, thanks, isSame);
    if (claimed) await sendDirect(deps, limits, saved, claimed, { signal, seen: textsIn(saved) });
  };

  const queue = createSpareQueue<ConversationId>(deps, limits, {
    most: Number.POSITIVE_INFINITY,
    send,
    drop: (id, why) => {
      waiting.delete(id);
      log.warn({ why, conversationId: id }, 'A thank-you is not given');
    },
  });

  const offer: ThankYous['offer'] = async (id) => {
    const conversation = await store.conversations.get(id);
    if (!conversation || waiting.has(id) || !(await thanksFor(conversation))) return;
    const last = conversation.messages.findLast(({ direction }) => direction === 'in');
    const ageMs = Math.max(0, clock.now().getTime() - Date.parse(last?.direction === 'in' ? waitsFrom(last) : ''));
    if (!(ageMs <= patienceMs)) return;
    waiting.add(id);
    queue.add(conversation.sender, id, clock.monotonicMs() + patienceMs - ageMs);
  };

  return {
    offer: (id) => offer(id).catch((error: unknown) => log.error({ err: error }, 'A person could not be thanked')),
    takeUp: async () => {
      for (const { id, answering } of await store.campaigns.list()) {
        if (!answering?.expected.some(({ thankYou }) => thankYou !== null)) continue;
        for (const conversation of await store.conversations.ofCampaign(id)) {
          if (owedThanks(conversation, answering)) await offer(conversation.id);
        }
      }
    },
    stop: queue.stop,
  };
}
