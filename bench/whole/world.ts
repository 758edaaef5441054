import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRulesFile } from '../../playground/open-rules.ts';
import { type LocalSlack, startLocalSlack } from '../../playground/slack/local-slack.ts';
import { startWatched, type WatchedProgram } from './program.ts';
import { type Provider, startProvider } from './provider.ts';
import { storeCampaigns } from './stored-campaign.ts';

export type Campaigns = readonly { sender: string; people: number }[];

export type WholeWorld = {
  slack: LocalSlack;
  provider: Provider;
  folder: string;
  start(options?: { receipts?: boolean; node?: readonly string[] }): Promise<WatchedProgram>;
  close(): Promise<void>;
};

const signing = { secret: 'a-signature-secret-of-the-bench', apiKey: 'abcd1234' };

/**
 * Approved campaigns in a folder, a Slack, and a provider in a process of its own; `senders`, `account`: as the settings
 * SMS_SENDERS and ACCOUNT_RATE. `approver`: null where the campaigns still wait for one.
 */
export async function startWholeWorld(
  campaigns: Campaigns,
  senders: string,
  account: string,
  approver: string | null = 'U0BEN',
): Promise<WholeWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'trickle-whole-'));
  const slack = await startLocalSlack({ delivery: { kind: 'http', signingSecret: 'a-signing-secret' } });
  const provider = await startProvider();
  await storeCampaigns(join(folder, 'data'), campaigns, 'C0SMS', approver);
  const environment = {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    VONAGE_API_KEY: signing.apiKey,
    VONAGE_API_SECRET: 'a-secret',
    VONAGE_SIGNATURE_SECRET: signing.secret,
    VONAGE_API_HOST: provider.url,
    SMS_SENDERS: senders,
    ACCOUNT_RATE: account,
    STORE_URL: `file:${join(folder, 'data')}`,
    ADMINS: 'U0ADA,U0BEN',
    PORT: '0',
    RULES_FILE: openRulesFile,
  };
  let program: WatchedProgram | undefined;
  return {
    slack,
    provider,
    folder,
    start: async ({ receipts = false, node = [] } = {}) => {
      program = startWatched(environment, folder, node);
      const url = await program.url;
      slack.setRequestUrl(`${url}/slack/events`);
      if (receipts) provider.sendReceiptsTo(`${url}/vonage/status`, signing);
      return program;
    },
    close: async () => {
      await program?.kill('SIGTERM');
      await Promise.all([slack.close(), provider.close()]);
      await rm(folder, { recursive: true });
    },
  };
}
