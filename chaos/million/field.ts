import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openRulesFile } from '../../playground/open-rules.ts';
import { type LocalSlack, startLocalSlack } from '../../playground/slack/local-slack.ts';
import { makeKnownFolder } from '../../test/support/known-folder.ts';
import { type Program, startProgram } from '../../test/support/program.ts';
import { type CountingProvider, startCountingProvider } from './provider/provider.ts';

/** The program on one data folder, between a Slack and a provider that outlive it. */
export type Field = {
  slack: LocalSlack;
  provider: CountingProvider;
  dataFolder: string;
  /** The address of the program that runs now. */
  readonly url: string;
  readonly logged: readonly string[];
  /** The most memory that any of its processes has taken, in bytes; 0 where the system does not tell. */
  readonly peakBytes: number;
  /** Starts the program; resolves with the milliseconds until it said that it runs. */
  start(): Promise<number>;
  /** Ends it, by SIGKILL as nothing else in between. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  close(): Promise<void>;
};

export const sender = '12015550123';
const signingSecret = 'a-signing-secret';

export async function openField(folder: string, people: number): Promise<Field> {
  const dataFolder = join(folder, 'data');
  await makeKnownFolder(dataFolder);
  const slack = await startLocalSlack({ delivery: { kind: 'http', signingSecret } });
  const provider = await startCountingProvider(people);
  const environment = {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: slack.apiUrl,
    VONAGE_API_KEY: 'abcd1234',
    VONAGE_API_SECRET: 'a-secret',
    VONAGE_SIGNATURE_SECRET: 'a-signature-secret',
    VONAGE_API_HOST: provider.url,
    SMS_SENDERS: `${sender}:9999/s`,
    ACCOUNT_RATE: '9999/s',
    STORE_URL: `file:${dataFolder}`,
    ADMINS: 'U0ADA,U0BEN',
    PORT: '0',
    TIME_ZONE: 'America/New_York',
    RULES_FILE: openRulesFile,
  };
  let program: Program | undefined;
  let url = '';
  let peakBytes = 0;
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    if (!program) return;
    peakBytes = Math.max(peakBytes, await peakOf(program.pid));
    program.kill(signal);
    await program.ended;
    program = undefined;
  };
  return {
    slack,
    provider,
    dataFolder,
    get url() {
      return url;
    },
    get logged() {
      return program?.logged ?? [];
    },
    get peakBytes() {
      return peakBytes;
    },
    start: async () => {
      const startMs = performance.now();
      program = startProgram(environment);
      url = await program.url;
      slack.setRequestUrl(`${url}/slack/events`);
      return performance.now() - startMs;
    },
    end,
    close: async () => {
      await end('SIGKILL');
      await Promise.all([slack.close(), provider.close()]);
    },
  };
}

async function peakOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1_024;
}
