import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openRulesFile } from '../../playground/open-rules.ts';
import { type LocalSlack, startLocalSlack } from '../../playground/slack/local-slack.ts';
import { residentNumber } from '../simulation/places/residents.ts';
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts';
import type { LogLine } from './log-figures.ts';
import { metricsToken } from './metrics.ts';
import { type OracleProcess, startOracle } from './oracle/oracle-process.ts';
import type { Wish } from './people.ts';
import { type PlacesPlan, settingsOf } from './places/plan-places.ts';
import { createProgram, type Program } from './program.ts';
import { listedNumber } from './spellings.ts';

/** The parts of the world that a run strikes and watches. */
export type Battlefield = {
  slack: LocalSlack;
  oracle: OracleProcess;
  program: Program;
  /** The program's settings. */
  environment: Readonly<Record<string, string>>;
  /** Between the program and Vonage, and between Vonage and the program. */
  outward: FaultProxy;
  inward: FaultProxy;
  campaigns: readonly Wish[];
  storeFolder: string;
  /** Where people live in many places: what holds there. */
  places?: PlacesPlan | undefined;
  /** The program may have this many messages in flight at these rates. */
  mayFly: number;
  close(): Promise<void>;
};

const senders = ['12015550123', '12015550124'];
const perSecond = 150;

/** The program, Vonage behind a proxy in a process that nothing strikes, and Slack; the program is not started yet. */
export async function startBattlefield(options: {
  recipients: number;
  /** Holds everything: the store, the oracle's record, the program's log. */
  folder: string;
  onLine: (line: LogLine, pid: number) => void;
  /** Where webhooks go, if not to the program made here. */
  inwardTo?: () => number | undefined;
  /** People of many places, and what holds there; without it everything is open. */
  places?: PlacesPlan | undefined;
}): Promise<Battlefield> {
  const { folder, onLine, places } = options;
  await mkdir(folder, { recursive: true });
  const oracle = await startOracle(join(folder, 'oracle.ndjson'), senders);
  const slack = await startLocalSlack({ delivery: { kind: 'socket' }, postBurst: 60 });
  const outward = await startFaultProxy(() => oracle.port);
  const inward = await startFaultProxy(options.inwardTo ?? (() => program.port));
  const storeFolder = join(folder, 'data');
  const environment = {
    ...environmentFor({ slack, oracle, outward, storeFolder }),
    ...(places && (await writeRules(places, join(folder, 'rules.json')))),
  };
  const program = createProgram({ environment, logFile: join(folder, 'program.log'), onLine });
  oracle.order({
    do: 'configure',
    changes: { statusUrl: `${inward.url}/vonage/status`, inboundUrl: `${inward.url}/vonage/inbound` },
  });
  return {
    slack,
    oracle,
    program,
    environment,
    outward,
    inward,
    campaigns: wishes(options.recipients, places ? residentNumber : listedNumber),
    storeFolder,
    places,
    mayFly: 50,
    async close() {
      await program.close();
      await slack.close();
      await outward.close();
      await inward.close();
      await oracle.close();
    },
  };
}

/** Two campaigns of half the recipients each, from a sender each; half of the numbers are in both. */
function wishes(recipients: number, numberOf: (no: number) => string): Wish[] {
  const size = Math.ceil(recipients / 2);
  const numbers = Array.from({ length: Math.ceil(size * 1.5) }, (_, no) => numberOf(no));
  return [
    { name: 'Chaos north', sender: `+${senders[0]}`, numbers: numbers.slice(0, size), batchSize: 100 },
    { name: 'Chaos south', sender: `+${senders[1]}`, numbers: numbers.slice(numbers.length - size), batchSize: 70 },
  ];
}

/** The operator's file and the house's caps. */
async function writeRules(places: PlacesPlan, path: string): Promise<Record<string, string>> {
  const { file, caps } = settingsOf(places);
  await writeFile(path, file);
  return { RULES_FILE: path, HOUSE_CAPS: caps };
}

function environmentFor({
  slack,
  oracle,
  outward,
  storeFolder,
}: Pick<Battlefield, 'slack' | 'oracle' | 'outward' | 'storeFolder'>): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    // Starts take most of the time.
    NODE_COMPILE_CACHE: new URL('../../node_modules/.cache/chaos', import.meta.url).pathname,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    VONAGE_API_KEY: oracle.settings.apiKey,
    VONAGE_API_SECRET: oracle.settings.apiSecret,
    VONAGE_SIGNATURE_SECRET: oracle.settings.signatureSecret,
    VONAGE_API_HOST: outward.url,
    SMS_SENDERS: senders.map((id) => `${id}:${perSecond}/s`).join(','),
    ACCOUNT_RATE: '900/s',
    STORE_URL: `file:${storeFolder}`,
    // Some of the people live abroad, so Ben approves as an admin.
    ADMINS: 'U0BEN',
    PORT: '0',
    METRICS_TOKEN: metricsToken,
    TIME_ZONE: 'America/New_York',
    RULES_FILE: openRulesFile,
  };
}
