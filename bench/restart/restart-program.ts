import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { startProgram } from '../../test/support/program.ts';
import { environmentFor, startServers } from '../../test/support/world.ts';
import { runApart } from '../run/apart.ts';
import { inFolder } from '../run/folder.ts';
import { residentBytes } from '../run/processes.ts';
import type { HalfSentJob } from './half-sent.ts';

export type Restarted = {
  /** From the start of the process until it says that it runs, and until its first message arrives. */
  readyMs: number;
  sendingMs: number;
  /** Resident, a moment after that. */
  bytes: number;
};

/**
 * So many starts of the whole program, each on the same folder as a kill left it, half of one campaign sent, and before a
 * Slack that has heard of no later one: nothing would be sent from a folder that is older than what Slack knows.
 */
export function restartProgram(people: number, times: number): Promise<Restarted[]> {
  return inFolder(async (folder) => {
    const killed = join(folder, 'data');
    const starts: Restarted[] = [];
    for (let time = 0; time < times; time += 1) {
      const servers = await startServers({ mode: 'http' });
      try {
        const channel = servers.slack.channel('sms').id;
        if (time === 0) {
          await runApart<HalfSentJob, void>(new URL('./half-sent.ts', import.meta.url), {
            folder: killed,
            people,
            channel,
          });
        }
        const again = join(folder, `start-${time}`);
        await cp(killed, join(again, 'data'), { recursive: true });
        starts.push(await startOnce(servers, again));
      } finally {
        await Promise.all([servers.slack.close(), servers.vonage.close()]);
      }
    }
    return starts;
  });
}

async function startOnce(servers: Awaited<ReturnType<typeof startServers>>, folder: string): Promise<Restarted> {
  const { vonage } = servers;
  const before = vonage.accepted.length;
  const startMs = performance.now();
  const program = startProgram(environmentFor(servers, folder, 'http'), folder);
  try {
    await program.url;
    const readyMs = performance.now() - startMs;
    await vonage.until(() => vonage.accepted.length > before, { timeoutMs: 60_000 });
    const sendingMs = performance.now() - startMs;
    return { readyMs, sendingMs, bytes: residentBytes(program.pid) };
  } finally {
    program.kill('SIGKILL');
    await program.ended;
  }
}
