import type { Random } from '../../random.ts';
import { attempt } from '../attempt.ts';
import type { CampaignEntry } from '../ledger.ts';
import type { Program } from '../program.ts';
import { agent, approver, type SimulatedWorld } from '../simulated-world.ts';

/** Somebody presses Send the next batch anyway, perhaps twice; an agent may not. What was pressed counts even if no answer came. */
export async function sendAnyway(
  world: SimulatedWorld,
  random: Random,
  { program, entry }: { program: Program; entry: CampaignEntry },
): Promise<void> {
  const { id } = entry;
  if (!id) return;
  const by = random.pick([entry.author, approver, approver, agent]);
  let batch: number | undefined;
  await attempt(world, program, `${by} asks about the next batch of ${entry.origin}`, async () => {
    batch = (await program.campaigns.checkSendAnyway(id, by)).batch;
  });
  if (batch === undefined) return;
  const next = batch;
  if (by !== agent) entry.pace.anyway.add(next);
  const press = () => program.campaigns.sendAnyway(id, { batch: next, by, reason: 'They wait at the gate.' });
  const first = attempt(world, program, `${by} sends batch ${next} of ${entry.origin} anyway`, press);
  if (random.chance(0.3)) await attempt(world, program, 'once more', press);
  if ((await first) && by === agent) world.broken(`${by} sends a batch of ${entry.origin} anyway`);
}
