import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { bareEnvironment } from '../../test/support/program.ts';

/** What a process has used of the processor, how late its timers were if that is watched, and what it holds, since it was last asked. */
export type Used = { cpuMs: number; loopP99Ms: number; loopMaxMs: number; rssMb: number };

/** The program as an operator runs it, with a watch in it. */
export type WatchedProgram = {
  url: Promise<string>;
  /** Milliseconds from the call to its line “Trickle is running”. */
  readyMs: Promise<number>;
  logged: readonly string[];
  /** From now on it notes how late its timers are. */
  watchLoop(): void;
  /** What it has used since the last question. */
  used(): Promise<Used>;
  /** Bytes that it has caused to be written to disk; undefined where the system does not tell. */
  written(): Promise<number | undefined>;
  /** Lets it stand still for so long. */
  freeze(ms: number): Promise<void>;
  kill(signal: NodeJS.Signals): Promise<void>;
};

const start = fileURLToPath(new URL('../../start.js', import.meta.url));
const watch = new URL('./watched-process.js', import.meta.url).href;

export function startWatched(
  environment: Readonly<Record<string, string>>,
  folder: string,
  options: readonly string[] = [],
): WatchedProgram {
  const startMs = performance.now();
  const args = ['--disable-warning=ExperimentalWarning', '--import', watch, ...options, start];
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { ...bareEnvironment(), ...environment },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const logged: string[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<{ url: string; readyMs: number }>();
  createInterface(child.stdout!).on('line', (line) => {
    logged.push(line);
    const { msg, url } = JSON.parse(line) as { msg?: string; url?: string };
    if (msg === 'Trickle is running' && url) resolve({ url, readyMs: performance.now() - startMs });
  });
  void ended.then(([code]) => reject(new Error(`The program ended with ${code}: ${logged.at(-1)}`)));
  promise.catch(() => undefined);
  return {
    url: promise.then(({ url }) => url),
    readyMs: promise.then(({ readyMs }) => readyMs),
    logged,
    watchLoop: () => void child.send('loop'),
    used: async () => {
      child.send('used');
      const [used] = (await once(child, 'message')) as [Used];
      return used;
    },
    written: async () => {
      const io = await readFile(`/proc/${child.pid}/io`, 'utf8').catch(() => '');
      const bytes = /^write_bytes: (\d+)$/m.exec(io)?.[1];
      return bytes === undefined ? undefined : Number(bytes);
    },
    freeze: async (ms) => {
      child.kill('SIGSTOP');
      await sleep(ms);
      child.kill('SIGCONT');
    },
    kill: async (signal) => {
      child.kill(signal);
      await ended;
    },
  };
}
