import { createRandom } from '../random.ts';
import { createCrowd } from './answering/crowd.ts';
import { type StrikeCounts, strikeAnswerAll } from './answering/strike-answer-all.ts';
import { createTeam, type TeamCounts } from './answering/team.ts';
import { everydayAnswers } from './answers.ts';
import { audit } from './audit.ts';
import { type Battlefield, startBattlefield } from './battlefield.ts';
import { type CaretakerCounts, createCaretaker } from './caretaker.ts';
import { comeToAnEnd } from './come-to-an-end.ts';
import type { Breach, Evidence } from './evidence.ts';
import { createLogFigures } from './log-figures.ts';
import { approveCampaign, submitCampaign } from './people.ts';
import { cancelWhoWaits } from './places/end-places.ts';
import { createNoter } from './places/opt-outs.ts';
import { planPlaces } from './places/plan-places.ts';
import { planChaos } from './plan.ts';
import { type BlowCounts, playSteps } from './play-steps.ts';
import type { ProgramCounts } from './program.ts';
import { readBooks } from './read-books.ts';

export type ChaosOptions = {
  seed: number;
  kills: number;
  recipients: number;
  folder: string;
  /** People live in many places, which open and close; some say no elsewhere. */
  places?: boolean;
  tell?: (sentence: string) => void;
};

export type ChaosResult = {
  evidence: Evidence;
  breaches: Breach[];
  blows: BlowCounts;
  program: ProgramCounts;
  caretaker: CaretakerCounts;
  team: TeamCounts;
  strikes: StrikeCounts;
  seconds: number;
};

/** One run: two campaigns sent by a program that is struck all the time, and then the books held against the oracle. */
export async function runChaos({
  seed,
  kills,
  recipients,
  folder,
  places: isPlaces = false,
  tell = () => {},
}: ChaosOptions): Promise<ChaosResult> {
  const startedMs = performance.now();
  const { figures, read } = createLogFigures();
  const places = isPlaces
    ? planPlaces(createRandom(seed + 3_000_017), Date.now(), kills < 20 ? 30_000 : 60_000)
    : undefined;
  const world = await startBattlefield({ recipients, folder, onLine: read, places });
  const { oracle, program, slack, campaigns, mayFly } = world;
  const caretaker = createCaretaker(world);
  const random = createRandom(seed + 2_000_003);
  const crowd = createCrowd(world, random.fork('crowd'));
  const team = createTeam(world, random.fork('team'));
  const noter = createNoter(world, random.fork('noter'));

  try {
    oracle.order({ do: 'script', rules: everydayAnswers(seed) });
    await program.start();
    for (const wish of campaigns) await submitCampaign(slack, wish);
    for (const wish of campaigns) await approveCampaign(slack, wish);
    caretaker.start();
    crowd.start();
    team.start();
    if (places) noter.start();
    const blows = await playSteps(world, planChaos(seed, kills), seed, tell);
    await crowd.stop();
    await team.stop();
    await noter.stop();
    tell('All blows are dealt: now the program is killed in the middle of answers to groups');
    // Cards come one a second: a short run has no time for them.
    const strikes = await strikeAnswerAll(world, random.fork('strikes'), Math.floor(kills / 10));
    tell('Now everything has to come to an end');
    const given = places && (await cancelWhoWaits(world, places, tell));
    const unended = [...(given?.breaches ?? []), ...(await comeToAnEnd(world, tell))];

    const books = await readBooks(world.storeFolder);
    const truth = { accepted: oracle.accepted(), oracle: await oracle.report() };
    const evidence: Evidence = {
      ...truth,
      books,
      log: figures,
      mayFly,
      outages: blows.outages,
      places: places && given && { plan: places, refusals: noter.refusals, cancelledMs: given.cancelledMs },
    };
    const breaches = [...audit(evidence), ...unended, ...misbehaviour(world), ...caretaker.breaches()];
    const seconds = (performance.now() - startedMs) / 1_000;
    return {
      evidence,
      breaches,
      blows,
      program: program.counts,
      caretaker: caretaker.counts,
      team: team.counts,
      strikes,
      seconds,
    };
  } finally {
    await Promise.all([caretaker.stop(), crowd.stop(), team.stop(), noter.stop()]);
    await world.close();
  }
}

/** What it must never do, whatever happens to it. */
function misbehaviour({ program, slack }: Battlefield): Breach[] {
  const promise = 'behaviour';
  return [
    ...program.unasked.map((words) => ({ promise, sentence: `its end was not as asked for: ${words}` })),
    ...slack.problems.map((problem) => ({ promise, sentence: `Slack would refuse: ${JSON.stringify(problem)}` })),
  ];
}
