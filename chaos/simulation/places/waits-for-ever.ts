import { isAllowed } from '../../hours/oracle.ts';
import { isOpen } from '../check-request.ts';
import type { CampaignEntry } from '../ledger.ts';
import type { Program } from '../program.ts';
import type { SimulatedWorld } from '../simulated-world.ts';
import { cancel } from '../team.ts';
import { spotsOf } from './check-place.ts';

/**
 * A campaign whose own hours are closed whenever somebody’s place is open waits for them until people cancel it. Whoever
 * waits without that cause, after a month in which all was well, was forgotten.
 */
export async function endWhatCannotGoOn(world: SimulatedWorld, program: Program): Promise<void> {
  if (world.places.name === 'open') return;
  for (const entry of world.ledger.campaigns) {
    const campaign = entry.id && (await program.store.campaigns.get(entry.id));
    if (!campaign) continue;
    if (campaign.status !== 'running') continue;
    const queued = await program.store.recipients.page(campaign.id, { from: 0, limit: 1_000, state: 'queued' });
    if (queued.length === 0) continue;
    const reached = queued.filter(({ number }) => meetsHours(world, entry, number));
    if (reached.length > 0) {
      world.broken(`${entry.origin} has not texted ${reached.map(({ number }) => number).join(', ')} for a month`);
    }
    world.ledger.places.unreached += queued.length;
    void cancel(world, program, entry);
  }
}

/** Is there within eight days any time in both, long enough for every margin before an end? */
function meetsHours(world: SimulatedWorld, { pace }: CampaignEntry, number: string): boolean {
  const spots = spotsOf(world, number);
  const fromMs = world.time.wall().getTime();
  for (let minute = 0; minute < 8 * 1_440; minute += 10) {
    const moments = [0, 10, 20, 30, 40].map((later) => fromMs + (minute + later) * 60_000);
    const isCommon = (ms: number) =>
      spots.every((spot) => isAllowed(spot, ms)) &&
      pace.ever.every(({ hours }) => hours === null || isOpen(hours, new Date(ms)));
    if (moments.every(isCommon)) return true;
  }
  return false;
}
