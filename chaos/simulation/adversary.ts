import type { CampaignId } from '../../src/domain/ids.ts';
import { sendingWindow } from '../../src/domain/pace/sending-hours.ts';
import { readClientRef } from '../../src/domain/recipient/recipient.ts';
import type { Random } from '../random.ts';
import type { CampaignEntry, Version } from './ledger.ts';
import { closingOf, spotsOf } from './places/check-place.ts';
import type { SimulatedWorld } from './simulated-world.ts';
import { pause } from './team.ts';
import type { Request } from './virtual/virtual-provider.ts';
import { writeText } from './webhooks.ts';

/** What can be done to the disk and to the provider, for these milliseconds. */
export type Trouble = { breakDisk(ms: number): void; outage(ms: number): void };

/** What chance alone would seldom hit: something happens to the next people in the list while they are about to be sent to. */
export function interfere(world: SimulatedWorld, random: Random, request: Request, trouble: Trouble): void {
  const entry = entryOf(world, readClientRef(request.ref)?.campaignId);
  const version = entry?.approved.at(-1)?.version;
  if (!entry || !version || !random.chance(0.08)) return;
  const target = { request, entry, version, trouble };
  const hasPlaces = world.places.name !== 'open';
  const act = (hasPlaces && random.chance(0.4) ? strikeAtPlace : chooseAct)(world, random, target);
  world.time.after(random.chance(0.3) ? 0 : random.spread(0.1, 120), act);
}

type Target = { request: Request; entry: CampaignEntry; version: Version; trouble: Trouble };

function chooseAct(world: SimulatedWorld, random: Random, { request, entry, version, trouble }: Target): () => void {
  const kind = random.int(0, 9);
  const numbers = [...version.rows.keys()];
  const next = numbers[numbers.indexOf(request.to) + random.int(1, 8)];
  if (kind <= 4 && next) return () => writeText(world, random, next, 'STOP');
  if (kind <= 6) return () => pauseNow(world, entry);
  if (kind === 7) return () => world.process.terminate();
  if (kind === 9 && !version.hours) return () => trouble.outage(random.spread(2_000, 60_000));
  if (kind === 8 || !version.hours) {
    return () => {
      world.time.freeze(random.spread(1_000, 40_000));
      if (random.chance(0.5)) trouble.breakDisk(random.spread(20, 3_000));
    };
  }
  const { hours } = version;
  return () => {
    const now = world.time.wall();
    world.ledger.wallStepped = true;
    world.tell('the wall clock steps to right before the end of the sending hours');
    world.time.stepWall(sendingWindow(hours, now).closesAt.getTime() - now.getTime() - random.int(0, 1_500));
  };
}

/** Ends the program between a claim and its answer, holds it up there, or sets its clock to where the person’s place closes. */
function strikeAtPlace(world: SimulatedWorld, random: Random, { request }: Target): () => void {
  const how = random.pick(['kill', 'power', 'freeze', 'freeze', 'clock'] as const);
  if (how === 'freeze') return () => world.time.freeze(random.spread(500, 6_000));
  if (how !== 'clock') return () => world.process.end(how);
  return () => {
    const nowMs = world.time.wall().getTime();
    const closesMs = closingOf(spotsOf(world, request.to).at(-1)!, nowMs, nowMs + 86_400_000);
    if (closesMs === null) return;
    world.ledger.wallStepped = true;
    world.tell('the wall clock steps to right before the place closes');
    // Texts are begun until 5 or 30 minutes before that.
    const beforeMs = random.pick([0, 5, 30]) * 60_000 + random.int(0, 3_000);
    world.time.stepWall(Math.max(0, closesMs - nowMs - beforeMs));
  };
}

function pauseNow(world: SimulatedWorld, entry: CampaignEntry): void {
  const program = world.process.current();
  if (program) void pause(world, program, entry);
}

function entryOf(world: SimulatedWorld, id: CampaignId | undefined): CampaignEntry | undefined {
  return world.ledger.campaigns.find((entry) => entry.id === id);
}
