import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import { type PaceInput, proposalHash } from '../../../src/domain/campaign/change-of-pace.ts';
import type { UserId } from '../../../src/domain/ids.ts';
import { paceSeen } from '../../../src/services/campaigns/change-pace.ts';
import type { Random } from '../../random.ts';
import { attempt } from '../attempt.ts';
import type { CampaignEntry } from '../ledger.ts';
import type { Program } from '../program.ts';
import { admin, agent, approver, author, type SimulatedWorld } from '../simulated-world.ts';
import { proposePace, usePace } from './propose-pace.ts';
import { sendAnyway } from './send-anyway.ts';
import { isApproved, mayBeApproved, type WrittenPace } from './written-pace.ts';

/** People make campaigns slower and faster in every state, and now and then somebody approves what another one proposes. */
export function planPaces(world: SimulatedWorld, random: Random, untilMs: number): void {
  const acts = [changePace, changePace, changePace, proposePace, usePace];
  const later = (count: number, act: typeof changePace, choose: () => CampaignEntry): void => {
    for (let left = count; left > 0; left -= 1) {
      world.time.after(random.next() * untilMs, () => {
        const program = world.process.current();
        if (program) void act(world, random, { program, entry: choose() });
      });
    }
  };
  const anyOf = () => random.pick(world.ledger.campaigns);
  for (let count = random.int(0, 12); count > 0; count -= 1) later(1, random.pick(acts), anyOf);
  later(random.int(0, 6), approvePace, () => world.ledger.campaigns.find(({ pace }) => pace.isProposed) ?? anyOf());
  later(random.int(0, 12), sendAnyway, () => world.ledger.campaigns.find(isHeld) ?? anyOf());
}

function isHeld({ pace }: CampaignEntry): boolean {
  return pace.watch.overSinceWallMs !== null;
}

/** The pace of a campaign as somebody reads it in the window. */
function readNow({ throttle, hours, answering, slowed }: Campaign): WrittenPace {
  const seconds = slowed?.answerWithinSeconds ?? answering?.answerWithinSeconds ?? null;
  const { batchSize, everySeconds, holdAbove } = slowed?.throttle ?? throttle;
  const withinMinutes = seconds === null ? null : seconds / 60;
  return { batchSize, everySeconds, holdAbove, withinMinutes, hours: slowed ? slowed.hours : hours };
}

/** What they write in its place: slower, stricter, as it was approved, or faster in one way or another. */
function chooseNext(random: Random, now: WrittenPace, { throttle, zone }: Campaign): WrittenPace {
  const days = [1, 2, 3, 4, 5, 6, 7];
  const holdAbove = random.pick([0, 1, 5, null]);
  return {
    ...now,
    ...random.pick<Partial<WrittenPace>>([
      { batchSize: Math.ceil(throttle.batchSize / 2) },
      { everySeconds: throttle.everySeconds + random.int(0, 30) },
      { batchSize: 1, everySeconds: Math.ceil(throttle.everySeconds / throttle.batchSize) },
      { batchSize: throttle.batchSize, everySeconds: throttle.everySeconds },
      { batchSize: throttle.batchSize * 4 },
      { everySeconds: Math.max(1, Math.floor(throttle.everySeconds / 2)) },
      { holdAbove },
      { withinMinutes: random.pick([10, 30, 240, null]) },
      { hours: { zone, days, from: '10:00', to: '12:30' } },
      { hours: random.pick([null, { zone, days, from: '08:00', to: '22:00' }]) },
    ]),
  };
}

function write({ batchSize, everySeconds, holdAbove, withinMinutes, hours }: WrittenPace): PaceInput {
  return {
    batchSize: String(batchSize),
    every: `${everySeconds}s`,
    hold: holdAbove === null ? '' : String(holdAbove),
    answerWithin: withinMinutes === null ? '' : `${withinMinutes}m`,
    hours: hours ? `${hours.from}-${hours.to}` : 'any time',
  };
}

type Of = { program: Program; entry: CampaignEntry };

async function changePace(world: SimulatedWorld, random: Random, { program, entry }: Of): Promise<void> {
  const campaign = entry.id && (await program.store.campaigns.get(entry.id));
  if (!campaign) return;
  const { pace } = entry;
  const next = chooseNext(random, readNow(campaign), campaign);
  const by = random.pick([agent, author, approver]);
  let isProposed = true;
  const change = async () => {
    const input = { by, typed: write(next), seen: paceSeen(campaign) };
    isProposed = (await program.campaigns.changePace(campaign.id, input)).isProposed;
  };
  pace.underWay += 1;
  pace.slowed = null;
  pace.ever.push(next);
  const first = attempt(world, program, `change the pace of ${entry.origin}`, change);
  if (random.chance(0.3)) await attempt(world, program, 'change the pace, twice', change);
  const done = await first;
  pace.underWay -= 1;
  if (!done) return;
  pace.isProposed = isProposed;
  world.ledger.pacing.counts[isProposed ? 'proposals' : 'slower'] += 1;
  if (!isProposed && pace.underWay === 0) {
    pace.slowed = { pace: next, sinceWallMs: world.time.wall().getTime() };
  }
}

/** The proposer and the author try it first: that must never be an approval. */
async function approvePace(world: SimulatedWorld, random: Random, { program, entry }: Of): Promise<void> {
  const campaign = entry.id && (await program.store.campaigns.get(entry.id));
  entry.pace.isProposed = false;
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
  const { throttle, hours, answerWithinSeconds } = paceProposal.pace;
  const withinMinutes = answerWithinSeconds === null ? null : answerWithinSeconds / 60;
  const { batchSize, everySeconds, holdAbove } = throttle;
  const next = { batchSize, everySeconds, holdAbove, withinMinutes, hours };
  const { pace } = entry;
  pace.underWay += 1;
  mayBeApproved(pace, next, world.time.wall().getTime());
  const done = await tryAs(random.pick([approver, admin]));
  pace.underWay -= 1;
  if (!done) {
    const after = program.life.alive && pace.underWay === 0 && (await program.store.campaigns.get(id));
    // It is proposed as before: nobody approved it.
    if (after && after.paceProposal?.at === paceProposal.at)
      pace.approved = pace.approved.filter((one) => one !== next);
    return;
  }
  world.ledger.pacing.counts.faster += 1;
  if (pace.underWay === 0) isApproved(pace, next, world.time.wall().getTime());
}
