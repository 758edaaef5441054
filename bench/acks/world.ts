import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalSlack } from '../../playground/slack/local-slack.ts';
import type { LocalVonage } from '../../playground/vonage/start-local-vonage.ts';
import { makeKnownFolder } from '../../test/support/known-folder.ts';
import { type Program, startProgram } from '../../test/support/program.ts';
import { connect, environmentFor, startServers } from '../../test/support/world.ts';

export type AckWorld = {
  slack: LocalSlack;
  vonage: LocalVonage;
  program: Program;
  url: string;
  close(): Promise<void>;
};

/** The program in a process of its own, so that nothing of Slack's work is in the figures. */
export async function startAckWorld(): Promise<AckWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'trickle-acks-'));
  await makeKnownFolder(join(folder, 'data'));
  const servers = await startServers({ mode: 'http', vonage: { submittedAfterMs: 1_000, finalAfterMs: 2_000 } });
  const program = startProgram(environmentFor(servers, folder, 'http'));
  const url = await program.url;
  await connect(servers, url, 'http');
  return {
    ...servers,
    program,
    url,
    async close() {
      program.kill('SIGTERM');
      await program.ended;
      await Promise.all([servers.slack.close(), servers.vonage.close()]);
      await rm(folder, { recursive: true });
    },
  };
}
