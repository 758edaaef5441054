import type { ConversationId, UserId } from '../../../src/domain/ids.ts';
import type { Conversation } from '../../../src/domain/reply/conversation.ts';
import type { SimulatedWorld } from '../simulated-world.ts';
import type { Hand } from './answering-ledger.ts';

/** On purpose written a second time. */
const claimMs = 600_000;

/** An agent was shown a reply: nobody else may have it before them. */
export function takeInHand(world: SimulatedWorld, { id, claim }: Conversation, by: UserId): void {
  const { answering, wallStepped } = world.ledger;
  if (claim?.by !== by) {
    world.broken(`${by} is shown a reply that lies before ${claim?.by ?? 'nobody'}`);
    return;
  }
  const untilMs = Date.parse(claim.until);
  const hand: Hand = { by, fromMs: untilMs - claimMs, untilMs };
  // What they are shown may have been taken from them before they see it.
  if (wasFreedSince(world, id, hand)) return;
  const other = answering.hands.get(id);
  if (other && other.by !== by && !wallStepped && other.untilMs > hand.fromMs && !wasFreedSince(world, id, other)) {
    world.broken(`${id} is in two hands: ${by} is shown it while it lies before ${other.by}`);
  }
  answering.hands.set(id, hand);
  answering.counts.claims += 1;
}

/** Somebody does something after which it may lie before anybody. */
export function letGo({ ledger, time }: SimulatedWorld, id: ConversationId): void {
  ledger.answering.hands.delete(id);
  ledger.answering.freedAtMs.set(id, time.wall().getTime());
}

export function letAllGo({ ledger, time }: SimulatedWorld, of: UserId): void {
  ledger.answering.allFreedAtMs.set(of, time.wall().getTime());
}

/** Before whom it lies now, as far as agents know. */
export function inHandsOf(world: SimulatedWorld, id: ConversationId): UserId | null {
  const hand = world.ledger.answering.hands.get(id);
  const holds = hand && hand.untilMs > world.time.wall().getTime() && !wasFreedSince(world, id, hand);
  return holds && !world.ledger.wallStepped ? hand.by : null;
}

function wasFreedSince({ ledger }: SimulatedWorld, id: ConversationId, { by, fromMs }: Hand): boolean {
  const { freedAtMs, allFreedAtMs } = ledger.answering;
  return Math.max(freedAtMs.get(id) ?? 0, allFreedAtMs.get(by) ?? 0) >= fromMs;
}
