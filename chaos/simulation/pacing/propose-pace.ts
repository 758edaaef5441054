import { contentHash } from '../../../src/domain/campaign/approval.ts';
import type { Random } from '../../random.ts';
import { attempt } from '../attempt.ts';
import { type CampaignEntry, templateOf, type Version } from '../ledger.ts';
import type { Program } from '../program.ts';
import { admin, approver, type SimulatedWorld } from '../simulated-world.ts';

type Of = { program: Program; entry: CampaignEntry };

/** An approver presses Propose another pace in whatever state it is: only while it waits for an approval does that send it back. */
export async function proposePace(world: SimulatedWorld, random: Random, { program, entry }: Of): Promise<void> {
  const campaign = entry.id && (await program.store.campaigns.get(entry.id));
  const version = campaign && entry.versions.findLast((one) => templateOf(one) === campaign.template);
  if (!campaign || !version) return;
  const proposed: Version = {
    ...version,
    batchSize: random.pick([1, 2, 7, 40]),
    everySeconds: random.pick([2, 20, 90]),
    holdAbove: random.pick([null, 1, 12]),
  };
  entry.versions.push(proposed);
  const typed = {
    batchSize: String(proposed.batchSize),
    every: `${proposed.everySeconds}s`,
    hold: proposed.holdAbove === null ? '' : String(proposed.holdAbove),
  };
  const by = random.pick([approver, approver, admin]);
  const input = { by, typed, contentHash: contentHash(campaign) };
  const wasAsked = campaign.status === 'pending_approval';
  const done = await attempt(world, program, `${by} proposes another pace for ${entry.origin}`, () =>
    program.campaigns.proposePace(campaign.id, input),
  );
  if (done && !wasAsked) world.broken(`${entry.origin} is sent back from ${campaign.status}`);
  if (done) world.ledger.pacing.counts.proposals += 1;
}

/** The author takes it with one press, perhaps twice. */
export async function usePace(world: SimulatedWorld, random: Random, { program, entry }: Of): Promise<void> {
  const campaign = entry.id && (await program.store.campaigns.get(entry.id));
  if (!campaign) return;
  const press = () => program.campaigns.usePace(campaign.id, { by: entry.author, contentHash: contentHash(campaign) });
  const first = attempt(world, program, `${entry.author} takes the pace proposed for ${entry.origin}`, press);
  if (random.chance(0.3)) await attempt(world, program, 'takes it, twice', press);
  await first;
}
