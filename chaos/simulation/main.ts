import { parseArgs } from 'node:util';
import { everyInjury, liveThrough } from './failpoints.ts';
import { emptyPaceCounts, type PaceCounts } from './pacing/written-pace.ts';
import { lifeNames } from './places/rules-of-life.ts';
import { rollBack, rollBacks } from './roll-back.ts';
import { type LifeChoice, simulate } from './simulate.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    campaigns: { type: 'string' },
    steps: { type: 'string' },
    failpoints: { type: 'boolean', default: false },
    'roll-backs': { type: 'string' },
    life: { type: 'string' },
  },
});

try {
  if (values['roll-backs']) await rollBackFrom(Number(values.seed), Number(values['roll-backs']));
  else if (values.failpoints) await tryEveryInjury();
  else await simulateFrom(Number(values.seed), leastOf(values), lifeNamed(values.life));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function lifeNamed(name: string | undefined): LifeChoice | undefined {
  const known = [...lifeNames, 'open' as const].find((one) => one === name);
  if (name !== undefined && !known) throw new Error(`There is no life “${name}”: ${lifeNames.join(', ')} or open.`);
  return known;
}

function leastOf({ campaigns, steps }: { campaigns?: string; steps?: string }): { campaigns: number; steps: number } {
  const most = steps === undefined ? '2000' : '0';
  return { campaigns: Number(campaigns ?? most), steps: Number(steps ?? 0) };
}

/** Whole worlds until there have been so many campaigns and steps. */
async function simulateFrom(
  seed: number,
  least: { campaigns: number; steps: number },
  life?: LifeChoice,
): Promise<void> {
  const startedAt = performance.now();
  const sums = { worlds: 0, campaigns: 0, requests: 0, crashes: 0, steps: 0 };
  const answering = { claims: 0, groupAnswers: 0, thanks: 0, forgotten: 0 };
  const pacing = emptyPaceCounts();
  const places = { lives: 0, judged: 0, again: 0, expired: 0, skipped: 0, unreached: 0, moves: 0 };
  while (sums.campaigns < least.campaigns || sums.steps < least.steps) {
    const result = await simulate(seed + sums.worlds, life);
    sums.worlds += 1;
    sums.campaigns += result.campaigns;
    sums.requests += result.requests;
    sums.crashes += result.crashes;
    sums.steps += result.steps;
    if (result.life !== 'open') places.lives += 1;
    for (const what of ['judged', 'again', 'expired', 'skipped', 'unreached', 'moves'] as const) {
      places[what] += result.places[what];
    }
    for (const what of Object.keys(answering) as (keyof typeof answering)[]) answering[what] += result[what];
    for (const what of Object.keys(pacing) as (keyof typeof pacing)[]) pacing[what] += result.pacing[what];
  }
  const last = seed + sums.worlds - 1;
  console.log(`Seeds ${seed} to ${last}: ${sums.campaigns} campaigns in ${sums.worlds} worlds, every promise kept.`);
  const { claims, groupAnswers, thanks, forgotten } = answering;
  console.log(`${claims} claims, ${groupAnswers} answers to groups, ${thanks} thank-yous.`);
  console.log(`${forgotten} times a reply was found past its third step, each time in somebody’s hands.`);
  tellPacing(pacing);
  const { lives, judged, again, expired, skipped, unreached, moves } = places;
  console.log(
    `${lives} worlds with rules of places: ${judged} texts judged, ${again} to somebody who had had one, ${expired}`,
  );
  console.log(
    `expired; ${skipped} people skipped for a true reason, ${unreached} whom no hour of a campaign suits; ${moves} said that they live elsewhere.`,
  );
  console.log(`${sums.requests} requests, ${sums.crashes} crashes, ${sums.steps} steps, ${secondsSince(startedAt)} s.`);
}

function tellPacing(counts: PaceCounts): void {
  const { batches, sized, anyway, besideOpen, held, heldByOthers, slower, faster, proposals } = counts;
  console.log(
    `${batches} batches, ${besideOpen} of them beside open replies, ${anyway} sent anyway; ${sized} looks at`,
  );
  console.log(`batches of a team’s size, ${held} at held campaigns, ${heldByOthers} of those by replies to others.`);
  console.log(`${slower} slower paces, ${proposals} proposed ones, ${faster} approved.`);
  console.log(`Canaries took ${counts.stepsAlone} steps alone, and ${counts.wentOnAlone} went on.`);
}

async function rollBackFrom(seed: number, worlds: number): Promise<void> {
  const startedAt = performance.now();
  let unasked = 0;
  for (let made = 0; made < worlds; made += 1) {
    const way = rollBacks[made % rollBacks.length]!;
    const after = await rollBack(seed + made, way);
    if (after.question === null)
      throw new Error(`Seed ${seed + made}: nobody is asked about the folder (${JSON.stringify(way)}).`);
    unasked += after.unasked;
  }
  if (unasked > 0) throw new Error(`${unasked} messages left without an admin’s word.`);
  console.log(
    `${worlds} folders put back in mid-campaign: 0 messages without an admin’s word, ${secondsSince(startedAt)} s.`,
  );
}

async function tryEveryInjury(): Promise<void> {
  const startedAt = performance.now();
  const moments = await liveThrough();
  const injuries = everyInjury(moments);
  console.log(`${moments.disk} calls to the disk, ${moments.edge} to the world outside: ${injuries.length} injuries.`);
  let struck = 0;
  for (const injury of injuries) struck += Number((await liveThrough(injury)).injured);
  console.log(`${struck} came to pass, and every campaign came to its end. ${secondsSince(startedAt)} s.`);
}

function secondsSince(startedAt: number): string {
  return ((performance.now() - startedAt) / 1_000).toFixed(1);
}
