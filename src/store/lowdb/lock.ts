import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import type { Disk } from './disk.ts';
import { freshMs, heartbeatFile, isAlive, ownHeartbeat, readHeartbeat, writeHeartbeat } from './heartbeat.ts';
import type { StoreEvent } from './store-event.ts';
import { realTimers, type Timers } from './timers.ts';

/** The right to write into the folder. */
export type Lock = {
  /** Undefined while it is ours; otherwise what happened, as a sentence. */
  lost(): string | undefined;
  /** Looks whether the lock is still ours, and says so to others. Never rejects. */
  beat(): Promise<void>;
  /** Like `beat`, but only when the last one is long ago: this process may have been frozen. */
  confirm(): Promise<void>;
  release(): Promise<void>;
};

const beatMs = 10_000;
/** Sooner than others may think us dead. */
const confirmMs = 20_000;

/** Rejects, naming the other process, when the folder is in use. */
export async function lockFolder(options: {
  disk: Disk;
  folder: string;
  now: () => Date;
  log: (event: StoreEvent) => void;
  timers?: Timers;
}): Promise<Lock> {
  const { disk, folder, now, log, timers = realTimers } = options;
  const socket = await takeSocket(await disk.identity(folder), folder);
  const own = await ownHeartbeat(now());
  let lost: string | undefined;
  let confirmedAt = timers.monotonicMs();

  async function verify(): Promise<void> {
    const found = await readHeartbeat(disk, folder);
    if (found?.token !== own.token) {
      lost = `Another process${found ? ` (pid ${found.pid} on ${found.host})` : ''} has taken ${folder} over. Stop one of them.`;
      return;
    }
    await writeHeartbeat(disk, folder, { ...own, at: now().toISOString() });
    confirmedAt = timers.monotonicMs();
  }

  let beating: Promise<void> = Promise.resolve();
  function beat(): Promise<void> {
    beating = beating.then(async () => {
      if (lost !== undefined) return;
      try {
        await verify();
      } catch (error) {
        log({ kind: 'lock_failed', error: error instanceof Error ? error.message : String(error) });
      }
    });
    return beating;
  }

  try {
    const other = await readHeartbeat(disk, folder);
    if (other && isAlive(other, own, now())) throw inUse(folder, `pid ${other.pid} on ${other.host}`);
    await writeHeartbeat(disk, folder, own);
  } catch (error) {
    await closeServer(socket);
    throw error;
  }
  let stopBeating = () => {};
  function keepBeating(): void {
    stopBeating = timers.after(beatMs, () => {
      keepBeating();
      void beat();
    });
  }
  keepBeating();

  return {
    lost() {
      if (lost !== undefined || timers.monotonicMs() - confirmedAt < freshMs) return lost;
      return `${join(folder, heartbeatFile)} could not be renewed for ${freshMs / 1000} s, so another process may have taken over. Check the disk.`;
    },
    beat,
    async confirm() {
      if (timers.monotonicMs() - confirmedAt >= confirmMs) await beat();
    },
    async release() {
      stopBeating();
      // A beat under way would bring the heartbeat back after it was removed.
      await beating;
      const found = await readHeartbeat(disk, folder).catch(() => undefined);
      if (found?.token === own.token) await disk.remove(join(folder, heartbeatFile)).catch(() => {});
      await closeServer(socket);
    },
  };
}

/**
 * An abstract socket named after the folder itself: exactly one process of this machine gets it, by whatever path, and it
 * is free the moment that process dies. Only Linux has them; elsewhere the heartbeat is the lock.
 */
async function takeSocket(identity: string, folder: string): Promise<Server | undefined> {
  if (process.platform !== 'linux') return undefined;
  const path = `\0trickle-${identity}`;
  const server = createServer((client) => client.on('error', () => {}).end(String(process.pid)));
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen({ path }, () => resolve());
    });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    throw inUse(folder, `pid ${await askPid(path)}`);
  }
  return server.unref();
}

/** The holder answers with its pid, unless it is frozen. */
function askPid(path: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const client = connect({ path });
    client.setTimeout(500, () => client.destroy());
    client.on('data', (bytes) => {
      answer += bytes.toString();
    });
    client.on('error', () => {});
    client.on('close', () => resolve(answer === '' ? 'unknown, it does not answer' : answer));
  });
}

function inUse(folder: string, who: string): Error {
  return new Error(
    `${folder} is in use by another process (${who}). Stop that one first, or give this one a folder of its own in STORE_URL.`,
  );
}

function closeServer(server: Server | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (server) server.close(() => resolve());
    else resolve();
  });
}
