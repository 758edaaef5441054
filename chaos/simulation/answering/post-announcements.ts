import type { Announcement } from '../../../src/domain/campaign/announcement.ts';
import { ChannelId } from '../../../src/domain/ids.ts';
import type { Random } from '../../random.ts';
import type { Program } from '../program.ts';
import type { SimulatedWorld } from '../simulated-world.ts';

export const groupPost = { channel: ChannelId.parse('C0SMS'), id: '1764300000.000100' };
const hourMs = 3_600_000;

/** The outbox posts one thing after the other, never the same one twice at once. */
const posting = new WeakSet<Program>();

export async function postAnnouncements(world: SimulatedWorld, program: Program, random: Random): Promise<void> {
  if (posting.has(program)) return;
  posting.add(program);
  try {
    await postPending(world, program, random);
  } finally {
    posting.delete(program);
  }
}

/** What the outbox does, here without a chat: cards of groups and most nudges stand, everything else is told nowhere. */
async function postPending(world: SimulatedWorld, { store }: Program, random: Random): Promise<void> {
  for (const announcement of await store.announcements.pending()) {
    if (announcement.kind === 'inbound') {
      const entry = world.ledger.inbound.get(announcement.messageId);
      if (entry) entry.announced = true;
    }
    // Only a card that stands shows who joins its group; the chat drops some nudges.
    const stands = announcement.kind === 'group_card' || (announcement.kind === 'nudge' && random.chance(0.8));
    if (stands) noteNudge(world, announcement);
    await store.announcements.done(announcement.id, stands ? groupPost : null);
  }
}

/** A campaign's team is called at most once an hour. */
function noteNudge({ ledger, time, broken }: SimulatedWorld, announcement: Announcement): void {
  if (announcement.kind !== 'nudge') return;
  const { nudgedAtMs } = ledger.answering;
  const last = nudgedAtMs.get(announcement.campaignId);
  const atMs = time.wall().getTime();
  if (last && last.id !== announcement.id && atMs - last.atMs < hourMs && !ledger.wallStepped) {
    broken(`two nudges of a campaign stand within ${Math.round((atMs - last.atMs) / 60_000)} minutes`);
  }
  nudgedAtMs.set(announcement.campaignId, { id: announcement.id, atMs: Math.max(atMs, last?.atMs ?? 0) });
}
