import { type PaceInput, proposalHash, writePace } from '../../src/domain/campaign/change-of-pace.ts';
import { limitsOf } from '../../src/domain/campaign/pace-of.ts';
import type { UserId } from '../../src/domain/ids.ts';
import { paceSeen } from '../../src/services/campaigns/change-pace.ts';
import type { Random } from '../random.ts';
import type { CampaignEntry } from './ledger.ts';
import type { Program } from './program.ts';
import { admin, agent, approver, author, type SimulatedWorld } from './simulated-world.ts';
import { attempt } from './team.ts';
import { couldHaveArrived, type Request } from './virtual/virtual-provider.ts';

/** People make campaigns slower and faster while they run; now and then somebody approves what another one proposes. */
export function planPaces(world: SimulatedWorld, random: Random, untilMs: number): void {
  for (let count = random.int(0, 10); count > 0; count -= 1) {
    world.time.after(random.next() * untilMs, () => {
      const program = world.process.current();
      if (!program) return;
      const entry = random.pick(world.ledger.campaigns);
      void (random.chance(0.6)
        ? changePace(world, random, program, entry)
        : approvePace(world, random, program, entry));
    });
  }
}

async function changePace(
  world: SimulatedWorld,
  random: Random,
  program: Program,
  { id, origin }: CampaignEntry,
): Promise<void> {
  const campaign = id && (await program.store.campaigns.get(id));
  if (!campaign) return;
  const now = writePace(limitsOf(campaign));
  const typed: PaceInput = random.pick([
    { ...now, batchSize: String(Math.ceil(campaign.throttle.batchSize / 2)) },
    { ...now, every: `${campaign.throttle.everySeconds + random.int(0, 30)}s` },
    { ...now, batchSize: '1', every: `${Math.ceil(campaign.throttle.everySeconds / campaign.throttle.batchSize)}s` },
    { ...now, batchSize: String(campaign.throttle.batchSize), every: `${campaign.throttle.everySeconds}s` },
    { ...now, batchSize: String(campaign.throttle.batchSize * 4) },
  ]);
  const by = random.pick([agent, author, approver]);
  const change = () => program.campaigns.changePace(id, { by, typed, seen: paceSeen(campaign) });
  const first = attempt(world, program, `change the pace of ${origin}`, change);
  if (random.chance(0.3)) await attempt(world, program, 'change the pace, twice', change);
  await first;
}

/** The proposer and the author try it first: that must never be an approval. */
async function approvePace(
  world: SimulatedWorld,
  random: Random,
  program: Program,
  entry: CampaignEntry,
): Promise<void> {
  const campaign = entry.id && (await program.store.campaigns.get(entry.id));
  if (!campaign?.paceProposal) return;
  const { id, paceProposal } = campaign;
  const seen = proposalHash(campaign)!;
  const tryAs = (by: UserId) =>
    attempt(world, program, `${by} approves a pace of ${entry.origin}`, () =>
      program.campaigns.approvePace(id, { by, seen }),
    );
  for (const by of [paceProposal.by, entry.author]) {
    if (random.chance(0.3) && (await tryAs(by))) world.broken(`G6: ${by} approves a pace of their own`);
  }
  const { batchSize, everySeconds } = paceProposal.pace.throttle;
  entry.paces.push({ batchSize, everySeconds, fromWallMs: world.time.wall().getTime() });
  await tryAs(random.pick([approver, admin]));
}

/** A claim leaves within this time, or not at all. */
const claimMs = 5_000;

/**
 * G7: in no stretch of time more than the approved pace allows, however often it was changed. Only what left since the last
 * approval was tried is looked at, by the fastest of all: whether that one took effect, nobody outside may know.
 */
export function checkStretches(world: SimulatedWorld, request: Request, entry: CampaignEntry): void {
  const release = entry.approved.at(-1);
  if (!release || world.ledger.wallStepped) return;
  const paces = [{ ...release.version, fromWallMs: release.atWallMs }, ...entry.paces];
  const sinceMs = Math.max(...paces.map(({ fromWallMs }) => fromWallMs)) + (entry.paces.length > 0 ? claimMs : 0);
  const left = world.provider.requests.filter(
    (one) => one.ref.startsWith(`v1.${entry.id}.`) && couldHaveArrived(one) && one.wall.getTime() >= sinceMs,
  );
  for (const [no, first] of left.entries()) {
    const stretchMs = request.wall.getTime() - first.wall.getTime() + claimMs;
    // The batch before the first whole one may still have been leaving.
    const allowed = Math.max(
      ...paces.map(({ batchSize, everySeconds }) => batchSize * (Math.floor(stretchMs / 1_000 / everySeconds) + 2)),
    );
    const count = left.length - no + 1;
    if (count > allowed) {
      world.broken(`G7: ${count} texts of ${entry.origin} within ${stretchMs} ms, ${allowed} allowed`);
      return;
    }
  }
}
