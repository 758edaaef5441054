import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import type { Conversation } from '../../../src/domain/reply/conversation.ts';
import { isOpen } from '../check-request.ts';
import type { Ledger } from '../ledger.ts';
import type { Program } from '../program.ts';
import type { SimulatedWorld } from '../simulated-world.ts';
import type { WrittenPace } from './written-pace.ts';

const minute = 60_000;
const weekMs = 7 * 24 * 60 * minute;

/** Somebody who surely waits for the team; `sinceMs`: by the world's clock, from when our answer let them wait. */
export type OpenReply = { conversation: Conversation; sinceMs: number; isOfOther: boolean };

/** Who surely waits for the people of the campaign's channel, whichever campaign they answer, in nobody's hands. */
export async function openReplies(
  { ledger, time }: SimulatedWorld,
  { store }: Program,
  campaign: Pick<Campaign, 'id' | 'channel'>,
): Promise<OpenReply[]> {
  const nowMs = time.wall().getTime();
  const found: OpenReply[] = [];
  for (const { id } of ledger.campaigns) {
    const other = id && (await store.campaigns.get(id));
    if (!other || other.channel !== campaign.channel) continue;
    if (other.endedAt !== null && nowMs - Date.parse(other.endedAt) > weekMs) continue;
    for (const conversation of await store.conversations.ofCampaign(id)) {
      const sinceMs = waitsSince(ledger, conversation);
      if (sinceMs === null || isKept(conversation, nowMs)) continue;
      found.push({ conversation, sinceMs, isOfOther: id !== campaign.id });
    }
  }
  return found;
}

const known = new WeakMap<Conversation, number | null>();

/** Null: they wait for nothing. A conversation never changes: another one takes its place. */
function waitsSince(ledger: Ledger, conversation: Conversation): number | null {
  const before = known.get(conversation);
  // Their text may be answered 2xx only after it was stored.
  if (before !== undefined && before !== Number.POSITIVE_INFINITY) return before;
  const sinceMs = readWait(ledger, conversation);
  known.set(conversation, sinceMs);
  return sinceMs;
}

function readWait({ inbound }: Ledger, { status, messages, decisions = [] }: Conversation): number | null {
  if (status === 'handled') return null;
  let handled = 0;
  for (const { kind, after } of decisions) {
    if (kind === 'handled') handled = after;
    if (kind === 'reopened') handled = 0;
  }
  let sinceMs: number | null = null;
  for (const message of messages.slice(handled)) {
    if (message.direction === 'in') {
      const entry = inbound.get(message.id);
      if (entry && !entry.isReaction && asksTheTeam(entry.words, message)) sinceMs ??= entry.acknowledgedAtMs;
    } else if (message.purpose === 'answer' && !['not_sent', 'rejected'].includes(message.state)) sinceMs = null;
  }
  return sinceMs;
}

/** By what was written; only a yes may be an answer that is counted, or one of the many to a person. */
function asksTheTeam(words: string, { reading }: { reading: string }): boolean {
  if (/^yes/i.test(words)) return reading === 'reply';
  return !/^(stop|start|help)/i.test(words);
}

/** An agent has it before them, or a colleague gave it to them. */
function isKept({ claim, owner }: Conversation, nowMs: number): boolean {
  if (claim && Date.parse(claim.until) > nowMs) return true;
  return !!owner && owner.from !== null;
}

/** Minutes of sending hours, in whole quarters: rather too few than too many. */
export function openMinutes({ hours }: Pick<WrittenPace, 'hours'>, fromMs: number, untilMs: number): number {
  if (!hours) return Math.max(0, (untilMs - fromMs) / minute);
  let open = 0;
  // Quarters of an hour: windows begin and end with them.
  for (let atMs = fromMs; atMs + 15 * minute <= untilMs; atMs += 15 * minute) {
    if (isOpen(hours, new Date(atMs)) && isOpen(hours, new Date(atMs + 15 * minute))) open += 15;
  }
  return open;
}
