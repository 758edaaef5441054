import { readClientRef } from '../../src/domain/recipient.ts';
import { sendingWindow } from '../../src/domain/sending-hours.ts';
import type { Random } from './random.ts';
import { pause } from './team.ts';
import type { Request } from './virtual-provider.ts';
import { writeText } from './webhooks.ts';
import type { World } from './world.ts';

/** What chance alone would seldom hit: something happens to the next ones in the list while they are about to be sent. */
export function interfere(world: World, random: Random, request: Request): void {
  const ref = readClientRef(request.ref);
  const entry = world.ledger.campaigns.find(({ id }) => id === ref?.campaignId);
  const version = entry?.approved.at(-1)?.version;
  if (!entry || !version || !random.chance(0.08)) return;

  const soon = (act: () => void): void => void world.time.after(random.chance(0.3) ? 0 : random.spread(0.1, 120), act);
  const numbers = [...version.rows.keys()];
  const next = numbers[numbers.indexOf(request.to) + random.int(1, 8)];
  const kind = random.int(0, 9);
  if (kind <= 4 && next) return soon(() => writeText(world, random, next, 'STOP'));
  if (kind <= 6) {
    return soon(() => {
      const program = world.process.current();
      if (program) void pause(world, program, entry);
    });
  }
  if (kind === 7) return soon(() => world.process.terminate());
  if (kind === 8) return soon(() => world.time.freeze(random.spread(1_000, 40_000)));
  if (version.hours) {
    const now = world.time.wall();
    const { closesAt } = sendingWindow(version.hours, now);
    soon(() => {
      world.ledger.wallStepped = true;
      world.tell('the wall clock steps to right before the end of the sending hours');
      world.time.stepWall(closesAt.getTime() - now.getTime() - random.int(0, 200));
    });
  }
}
