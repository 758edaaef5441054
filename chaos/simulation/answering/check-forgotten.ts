import { type Conversation, isUnanswered } from '../../../src/domain/reply/conversation.ts';
import type { CampaignEntry } from '../ledger.ts';
import { openMinutes } from '../pacing/open-replies.ts';
import type { Program } from '../program.ts';
import type { SimulatedWorld } from '../simulated-world.ts';

const minute = 60_000;
/** A quiet process looks once an hour here. */
const graceMs = 70 * minute;

/** G8: whoever has waited three times as long as they may, by the campaign's hours, is in the hands of somebody who is there. */
export async function checkForgotten(world: SimulatedWorld, { store }: Program): Promise<void> {
  const { ledger } = world;
  // How long somebody waited by a clock that was set, nobody can say.
  if (ledger.wallStepped) return;
  const startMs = world.time.wall().getTime() - world.time.nowMs();
  for (const entry of ledger.campaigns) {
    if (!entry.id || entry.approved.length === 0) continue;
    for (const one of await store.conversations.ofCampaign(entry.id)) {
      const fromMs = cameAtMs(world, one);
      if (!isUnanswered(one) || fromMs === undefined) continue;
      const untilMs = world.time.nowMs() - graceMs;
      if (!isForgotten(entry, startMs + fromMs, startMs + untilMs)) continue;
      ledger.answering.counts.forgotten += 1;
      const { hand, isThere } = handOf(world, one, startMs + untilMs);
      if (!hand) world.broken(`G8: ${one.number} has waited since ${fromMs} and is in nobody’s hands`);
      else if (!isThere) world.broken(`G8: ${one.number} is left to ${hand}, who has left`);
    }
  }
}

/** By all paces that may ever have been in force: where nobody said how long they may wait, it is an hour. */
function isForgotten({ pace }: CampaignEntry, fromMs: number, untilMs: number): boolean {
  return pace.ever.every((one) => openMinutes(one, fromMs, untilMs) >= 3 * (one.withinMinutes ?? 60));
}

/** When the last of their texts was answered 2xx: all others have waited longer. */
function cameAtMs({ ledger }: SimulatedWorld, { messages }: Conversation): number | undefined {
  const came = messages.flatMap((message) =>
    message.direction === 'in' ? (ledger.inbound.get(message.id)?.acknowledgedAtMs ?? Number.POSITIVE_INFINITY) : [],
  );
  const last = Math.max(...came);
  return Number.isFinite(last) ? last : undefined;
}

/** A claim that ended a moment ago, and whoever left a moment ago, will be noticed by the next look. */
function handOf({ ledger }: SimulatedWorld, { claim, owner }: Conversation, untilMs: number) {
  const hasClaim = claim && Date.parse(claim.until) > untilMs;
  const hand = owner?.member ?? (hasClaim ? claim.by : undefined);
  const leftMs = hand && ledger.answering.leftAtMs.get(hand);
  return { hand, isThere: hasClaim || leftMs === undefined || leftMs > untilMs };
}
