import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type LocalSlack, startLocalSlack } from '../playground/slack/local-slack.ts';
import { everydayAnswers } from './answers.ts';
import { audit, type Breach, type Evidence } from './audit.ts';
import { comeToAnEnd } from './come-to-an-end.ts';
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts';
import { createHelper, type HelperCounts } from './helper.ts';
import { createLogFigures } from './log-figures.ts';
import { type OracleProcess, startOracle } from './oracle-process.ts';
import { approveCampaign, submitCampaign, type Wish } from './people.ts';
import { planChaos } from './plan.ts';
import { type BlowCounts, playSteps } from './play-steps.ts';
import { createProgram, type Program, type ProgramCounts } from './program.ts';
import { readBooks } from './read-books.ts';

export type ChaosOptions = {
  seed: number;
  kills: number;
  recipients: number;
  /** Everything is kept in it: the store, the oracle's record, the program's log. */
  folder: string;
  tell?: (sentence: string) => void;
};

export type ChaosResult = {
  evidence: Evidence;
  breaches: Breach[];
  blows: BlowCounts;
  program: ProgramCounts;
  helper: HelperCounts;
  seconds: number;
};

/** The parts of the world that a run strikes and watches. */
export type ChaosWorld = {
  slack: LocalSlack;
  oracle: OracleProcess;
  program: Program;
  /** Between the program and Vonage, and between Vonage and the program. */
  outward: FaultProxy;
  inward: FaultProxy;
  campaigns: readonly Wish[];
};

const sender = '12015550123';
export const sendersRate = 200;

/** One run: two campaigns sent by a program that is struck all the time, and then the books held against the oracle. */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const { seed, kills, folder, tell = () => {} } = options;
  const startedMs = performance.now();
  await mkdir(folder, { recursive: true });
  const { figures, read } = createLogFigures();
  const oracle = await startOracle(join(folder, 'oracle.ndjson'));
  const slack = await startLocalSlack({ delivery: { kind: 'socket' }, postBurst: 20 });
  const outward = await startFaultProxy(() => oracle.port);
  const inward = await startFaultProxy(() => program.port);
  const environment = environmentFor(slack, oracle, outward, folder);
  const program = createProgram({ environment, logFile: join(folder, 'program.log'), onLine: read });
  const campaigns = wishes(options.recipients);
  const world: ChaosWorld = { slack, oracle, program, outward, inward, campaigns };
  const helper = createHelper(world);

  try {
    oracle.order({
      do: 'configure',
      changes: { statusUrl: `${inward.url}/vonage/status`, inboundUrl: `${inward.url}/vonage/inbound` },
    });
    oracle.order({ do: 'script', rules: everydayAnswers(seed) });
    await program.start();
    for (const wish of campaigns) await submitCampaign(slack, wish);
    for (const wish of campaigns) await approveCampaign(slack, wish);
    helper.start();
    const blows = await playSteps(world, planChaos(seed, kills), seed, tell);
    tell('All blows are dealt: now everything has to come to an end.');
    const ending = await comeToAnEnd(world, tell);
    const books = await readBooks(join(folder, 'data'));
    const evidence: Evidence = {
      accepted: oracle.accepted(),
      oracle: await oracle.report(),
      books,
      log: figures,
      mayFly: Math.min(50, sendersRate),
      outages: blows.outages,
    };
    const breaches = [...audit(evidence), ...ending, ...misbehaviour(world), ...helper.breaches()];
    const seconds = (performance.now() - startedMs) / 1_000;
    return { evidence, breaches, blows, program: program.counts, helper: helper.counts, seconds };
  } finally {
    helper.stop();
    await program.close();
    await slack.close();
    await outward.close();
    await inward.close();
    await oracle.close();
  }
}

/** What it must never do, whatever happens to it. */
function misbehaviour({ program, slack }: ChaosWorld): Breach[] {
  const promise = 'behaviour';
  return [
    ...program.unasked.map((words) => ({ promise, sentence: `it ended by itself: ${words}` })),
    ...slack.problems.map((problem) => ({ promise, sentence: `Slack would refuse: ${JSON.stringify(problem)}` })),
  ];
}

/** Two campaigns of half the recipients each; half of the numbers are in both. */
function wishes(recipients: number): Wish[] {
  const size = Math.ceil(recipients / 2);
  const numbers = Array.from({ length: Math.ceil(size * 1.5) }, (_, index) => `+1201${2_000_000 + index}`);
  return [
    { name: 'Chaos north', numbers: numbers.slice(0, size), batchSize: 100 },
    { name: 'Chaos south', numbers: numbers.slice(numbers.length - size), batchSize: 70 },
  ];
}

function environmentFor(
  slack: LocalSlack,
  { settings }: OracleProcess,
  outward: FaultProxy,
  folder: string,
): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    // Starts are what most of the time goes into.
    NODE_COMPILE_CACHE: new URL('../node_modules/.cache/chaos', import.meta.url).pathname,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    VONAGE_API_KEY: settings.apiKey,
    VONAGE_API_SECRET: settings.apiSecret,
    VONAGE_SIGNATURE_SECRET: settings.signatureSecret,
    VONAGE_API_HOST: outward.url,
    SMS_SENDERS: `${sender}:${sendersRate}/s`,
    ACCOUNT_RATE: '900/s',
    STORE_URL: `file:${join(folder, 'data')}`,
    PORT: '0',
    TIME_ZONE: 'America/New_York',
  };
}
