import { listedNumber } from '../kills/spellings.ts';
import { createRandom, type Random } from '../random.ts';
import { interfere } from './adversary.ts';
import { checkForgotten } from './answering/check-forgotten.ts';
import { postAnnouncements } from './answering/post-announcements.ts';
import { checkRequest } from './check-request.ts';
import { checkEnd, checkLabels, checkTallies, unfinished } from './check-store.ts';
import { usualNumbers } from './forms.ts';
import type { PlacesLedger } from './ledger.ts';
import { sendAnyway } from './pacing/send-anyway.ts';
import type { PaceCounts } from './pacing/written-pace.ts';
import { checkCaps } from './places/check-caps.ts';
import { lookClosely } from './places/look-closely.ts';
import { residentNumber } from './places/residents.ts';
import { type LifeName, type LifeRules, lifeNames, lifeOf, openLife } from './places/rules-of-life.ts';
import { endWhatCannotGoOn } from './places/waits-for-ever.ts';
import { planCampaigns, planPeople, planTrouble } from './plan-life.ts';
import type { Program } from './program.ts';
import { createSimulatedWorld, isDiskTrouble, type SimulatedWorld } from './simulated-world.ts';
import { decideCanary, resume, settleAll } from './team.ts';
import { seedIds } from './virtual/seeded-ids.ts';
import type { Request } from './virtual/virtual-provider.ts';
import { settle } from './virtual/virtual-time.ts';
import { createWeather, type Weather } from './weather.ts';
import { reportLater, writeText } from './webhooks.ts';

export type SimulationResult = {
  seed: number;
  campaigns: number;
  requests: number;
  crashes: number;
  steps: number;
  /** How often an agent took a reply before them, and how many texts of one press went to a group. */
  claims: number;
  groupAnswers: number;
  thanks: number;
  /** Replies past their third step, each found in somebody's hands. */
  forgotten: number;
  pacing: PaceCounts;
  /** Where its people live, and what became of texts to them: see PlacesLedger. */
  life: string;
  places: Pick<PlacesLedger, 'judged' | 'again' | 'expired' | 'skipped' | 'unreached' | 'moves'>;
  /** The same for the same seed, as long as the program takes the same steps. */
  trace: number;
};

/**
 * One world from its seed: people write campaigns, everything fails that can, then all is well again until the end. `life`:
 * under which rules of places; left out: the seed decides.
 */
export async function simulate(seed: number, life?: LifeChoice): Promise<SimulationResult> {
  const { world, weather } = prepare(seed, life);
  const plan = world.random.fork('plan');
  const forgetIds = seedIds(world.random.fork('ids'));
  const hasPlaces = world.places.name !== 'open';
  const numbers = Array.from({ length: 130 }, (_, no) => (hasPlaces ? residentNumber : listedNumber)(no));
  const usual = numbers.slice(0, usualNumbers);
  const untilMs = hasPlaces ? plan.spread(3_600_000, 4 * 86_400_000) : plan.spread(30_000, 600_000);
  try {
    world.process.start();
    planCampaigns(world, plan, numbers, untilMs);
    planPeople(world, plan, usual, untilMs);
    planTrouble(world, plan, untilMs);
    weather.plan(untilMs);
    await run(world, () => world.time.nowMs() > untilMs);
    world.tell('all is well again');
    weather.clear();
    await finish(world, plan);
    const { requests } = world.provider;
    const { crashes, campaigns, answering, pacing, places } = world.ledger;
    const { hash: trace } = world.trace();
    const counts = { campaigns: campaigns.length, requests: requests.length, crashes, steps: world.steps() };
    return { seed, ...counts, ...answering.counts, pacing: pacing.counts, life: world.places.name, places, trace };
  } catch (error) {
    throw failure(world, error);
  } finally {
    await world.process.close();
    forgetIds();
  }
}

function prepare(seed: number, life: LifeChoice | undefined): { world: SimulatedWorld; weather: Weather } {
  let weather: Weather | undefined;
  const outbox = { random: undefined as Random | undefined };
  let adversary: Random | undefined;
  const { places, startsAt } = chooseLife(createRandom(seed).fork('places'), life);
  const world = createSimulatedWorld(seed, {
    places,
    ...(startsAt && { startsAt }),
    behave: (_world, request) => weather!.behave(request),
    checkRequest: (world, request) => {
      checkRequest(world, request);
      if (adversary) interfere(world, adversary, request, weather!);
    },
    onAccepted: (world, request, messageId) => {
      checkCaps(world, request);
      lookClosely(world, closely, request, () => {
        const program = world.process.current();
        if (program) tick(world, program, outbox.random!);
      });
      reportLater(world, webhooks, request, messageId);
      if (request.ref.startsWith('v1.') && repliers.chance(share)) {
        world.time.after(repliers.spread(1_000, 600_000), () => writeText(world, repliers, request.to));
      }
    },
    onTold: watchForOutage,
    onStarted: (world) => {
      world.watch.doubtsInRow = 0;
      world.watch.stoppedSinceMs = null;
    },
    onTick: (world, program) => tick(world, program, outbox.random!),
    point: () => {},
  });
  const closely = world.random.fork('closely');
  const webhooks = world.random.fork('webhooks');
  const repliers = world.random.fork('repliers');
  const share = repliers.pick([0, 0.1, 0.3, 0.6]);
  if (world.random.chance(0.7)) adversary = world.random.fork('adversary');
  outbox.random = world.random.fork('outbox');
  weather = createWeather(world, world.random.fork('weather'));
  return { world, weather };
}

/** Days on which clocks are set, holidays, and others. */
const days = ['2026-03-06', '2026-03-27', '2026-07-02', '2026-10-16', '2026-10-30', '2026-11-25', '2026-12-23'];

export type LifeChoice = LifeName | 'open';

/** Half of the worlds have no rules of places. */
function chooseLife(random: Random, life: LifeChoice | undefined): { places: LifeRules; startsAt?: Date } {
  const chosen = random.chance(0.5) ? 'open' : random.pick(lifeNames);
  const name = life ?? chosen;
  if (name === 'open') return { places: openLife() };
  const startsAt = new Date(Date.parse(random.pick(days)) + random.int(0, 1_439) * 60_000);
  return { places: lifeOf(name), startsAt };
}

/**
 * G3: after the fifth unclear answer in a row, sending stops until somebody resumes. Here the limit is eight: the
 * program counts when an answer is stored, so it may see an earlier clear one in between.
 */
function watchForOutage({ watch, time }: SimulatedWorld, { told, ref }: Request): void {
  if (told?.kind === 'not_sent' || !ref.startsWith('v1.')) return;
  if (told?.kind !== 'unconfirmed') {
    watch.doubtsInRow = 0;
    watch.stoppedSinceMs = null;
    return;
  }
  watch.doubtsInRow += 1;
  // It takes a moment until the pause is stored, and nobody knows how long on a sick disk.
  if (watch.doubtsInRow < 8 || !watch.isDiskWell) return;
  watch.stoppedSinceMs ??= time.nowMs() + 200;
}

/** What the scheduler does each second: the dispatcher's tick, the look after replies, and the outbox's, which here posts to nobody. */
function tick(world: SimulatedWorld, program: Program, random: Random): void {
  const caught = (error: unknown): void => {
    if (program.life.alive && !isDiskTrouble(error)) world.broken(`a tick fails: ${String(error)}`);
  };
  program.dispatcher.tick().catch(caught);
  void program.inbox.tick();
  program.nudges.tick();
  if (random.chance(0.3)) postAnnouncements(world, program, random).catch(caught);
}

/** Moves on until the condition holds; checks every promise after each step. */
async function run(world: SimulatedWorld, isDone: () => boolean): Promise<void> {
  while (!isDone()) {
    if (!(await world.step())) return;
    const program = world.process.current();
    if (!program) continue;
    await checkTallies(world, program);
    if (world.steps() % 100 === 0) await checkLabels(world, program);
  }
}

/** Every campaign comes to its end when nothing fails and people decide what only people can decide. */
async function finish(world: SimulatedWorld, random: Random): Promise<void> {
  for (let days = 0; days < 60; days += 1) {
    const untilMs = world.time.nowMs() + 86_400_000;
    world.time.after(86_400_001, () => {});
    await run(world, () => world.time.nowMs() > untilMs);
    const program = world.process.current();
    if (!program) continue;
    await checkForgotten(world, program);
    // Most of what is left waits for another day.
    void settleAll(world, random, program, days < 3 ? 0.4 : 1);
    if (days >= 30) await endWhatCannotGoOn(world, program);
    for (const entry of world.ledger.campaigns) {
      const campaign = entry.id && (await program.store.campaigns.get(entry.id));
      if (campaign && campaign.status === 'paused') void resume(world, program, entry);
      // Nobody decides at once what a test may say.
      const isTheirs = campaign?.canary && (campaign.canary.goOn !== 'alone' || days > 2);
      if (isTheirs && campaign.status === 'running') void decideCanary(world, random, program, entry);
      if (random.chance(0.2)) void sendAnyway(world, random, { program, entry });
    }
    // Before time moves on, as it would between two events.
    await settle();
    if (days > 4 && (await unfinished(world, program)).length === 0) return checkEnd(world, program);
  }
  const program = world.process.current();
  world.broken(`it never ends: ${program ? (await unfinished(world, program)).join(', ') : 'the program is down'}`);
  await world.step();
}

function failure(world: SimulatedWorld, error: unknown): Error {
  const { last } = world.trace();
  const told = error instanceof Error ? error.message : String(error);
  return new Error(
    [
      `Seed ${world.seed} broke at step ${world.steps()}: ${told}`,
      ...last.map((line) => `  ${line}`),
      `Repeat it: npm run chaos:simulate -- --seed ${world.seed} --campaigns 1 --life "${world.places.name}"`,
    ].join('\n'),
    { cause: error },
  );
}
