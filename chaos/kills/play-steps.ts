import { setTimeout as sleep } from 'node:timers/promises';
import { everydayAnswers } from './answers.ts';
import type { Battlefield } from './battlefield.ts';
import { readMetrics, undecided } from './metrics.ts';
import type { Blow, Moment, SlackMood, Step, Trouble } from './plan.ts';
import { networkNumber } from './spellings.ts';

export type BlowCounts = {
  SIGKILL: number;
  SIGTERM: number;
  freezes: number;
  /** Freezes longer than the greatest age at which a claim is still sent. */
  longFreezes: number;
  /** Troubles by their name. */
  troubles: Record<string, number>;
  /** Troubles that may leave answers unclear. */
  outages: number;
};

const claimMs = 5_000;

/** Deals one blow after the other, each in a life of the program that the step before it began. */
export async function playSteps(
  world: Battlefield,
  steps: readonly Step[],
  seed: number,
  tell: (sentence: string) => void,
): Promise<BlowCounts> {
  const counts: BlowCounts = { SIGKILL: 0, SIGTERM: 0, freezes: 0, longFreezes: 0, troubles: {}, outages: 0 };
  let started: Promise<void> = Promise.resolve();
  for (const [index, step] of steps.entries()) {
    if (step.moment.kind === 'progress') await untilSending(world, started);
    const relief = step.trouble && (await bring(world, step.trouble, seed, counts));
    const slackRelief = step.slack && upsetSlack(world, step.slack, counts);
    writeTexts(world, step);
    await untilMoment(world, step.moment, steps.length - index);
    if (index % 10 === 0) tell(`${index} of ${steps.length} blows, ${world.oracle.acceptedCount} messages taken`);
    const next = await deal(world, step, started, counts);
    started = next.started;
    await Promise.all([relief?.over, slackRelief]);
  }
  await started;
  return counts;
}

/** The first message of this life, or as long as a start may take until then. */
async function untilSending({ oracle, program }: Battlefield, started: Promise<void>): Promise<void> {
  await Promise.race([started, sleep(10_000)]);
  if (!undecided(await readMetrics(program.port))) return;
  const before = oracle.acceptedCount;
  for (const end = performance.now() + 1_500; performance.now() < end && oracle.acceptedCount === before; ) {
    await sleep(5);
  }
}

/** Makes something go wrong for a while; resolves when it begins. */
async function bring(
  { oracle, outward, inward }: Battlefield,
  trouble: Trouble,
  seed: number,
  counts: BlowCounts,
): Promise<{ over: Promise<void> }> {
  const name = trouble.kind === 'answers' ? trouble.name : `${trouble.kind}: ${trouble.fault.kind}`;
  counts.troubles[name] = (counts.troubles[name] ?? 0) + 1;
  if (trouble.kind === 'answers') {
    counts.outages += 1;
    oracle.order({ do: 'script', rules: [...trouble.rules, ...everydayAnswers(seed)] });
    const relieve = () => oracle.order({ do: 'script', rules: everydayAnswers(seed) });
    return { over: sleep(trouble.forMs).then(relieve) };
  }
  if (trouble.kind === 'network') counts.outages += 1;
  const proxy = trouble.kind === 'network' ? outward : inward;
  await proxy.suffer(trouble.fault);
  return { over: sleep(trouble.forMs).then(() => proxy.suffer({ kind: 'none' })) };
}

/** Resolves when Slack is well again. */
async function upsetSlack(
  { slack }: Battlefield,
  { name, troubles, forMs }: SlackMood,
  counts: BlowCounts,
): Promise<void> {
  counts.troubles[name] = (counts.troubles[name] ?? 0) + 1;
  for (const trouble of troubles) slack.trouble(trouble);
  await sleep(forMs);
  slack.clearTroubles();
}

function writeTexts({ oracle, campaigns }: Battlefield, { texts }: Step): void {
  const numbers = campaigns.flatMap((campaign) => campaign.numbers);
  for (const { who, text } of texts) {
    const from = networkNumber(numbers[Math.floor(who * numbers.length)]!);
    oracle.order({ do: 'text', from, text });
  }
}

/** A life without progress lasts at most this long. */
const patienceMs = 2_500;

/** The messages that are left are shared out over the blows that are left. */
async function untilMoment(world: Battlefield, moment: Moment, blowsLeft: number): Promise<void> {
  if (moment.kind === 'time') return sleep(moment.ms);
  const { oracle, program } = world;
  const left = undecided(await readMetrics(program.port)) ?? 0;
  const target = oracle.acceptedCount + Math.ceil((moment.share * 2 * left) / blowsLeft);
  const patience = left > 0 ? patienceMs : 200;
  for (const end = performance.now() + patience; performance.now() < end && oracle.acceptedCount < target; ) {
    await sleep(5);
  }
  await sleep(moment.jitterMs);
}

/** Resolves with the next start, which is under way. */
async function deal(
  { program }: Battlefield,
  { blow, downMs }: Pick<Step, 'blow' | 'downMs'>,
  started: Promise<void>,
  counts: BlowCounts,
): Promise<{ started: Promise<void> }> {
  if (blow.kind === 'freeze') {
    await freeze(program, blow, counts);
    if (blow.endsWith === 'SIGCONT') return { started };
  } else {
    counts[blow.kind] += 1;
    if (blow.kind === 'SIGTERM' && downMs === 0) return program.handOver();
    program.strike(blow.kind);
  }
  if (downMs > 0) {
    await program.gone();
    await sleep(downMs);
  }
  return { started: program.start() };
}

async function freeze(
  program: Battlefield['program'],
  { ms, endsWith }: Extract<Blow, { kind: 'freeze' }>,
  counts: BlowCounts,
): Promise<void> {
  counts.freezes += 1;
  if (ms > claimMs) counts.longFreezes += 1;
  program.strike('SIGSTOP');
  await sleep(ms);
  program.strike(endsWith);
}
