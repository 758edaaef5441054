import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LogLine } from './log-figures.ts';

/** The real program in a process of its own, as an init system keeps it: whatever ends it, it is started again. */
export interface Program {
  /** The port it listens on; undefined while it does not. */
  readonly port: number | undefined;
  readonly counts: Readonly<ProgramCounts>;
  /** Ends that nobody had asked for, with its last words. */
  readonly unasked: readonly string[];
  /** Starts it until one start is not refused; resolves when it runs, or was struck before it did. */
  start(): Promise<void>;
  /** Sends the signal and does not wait. */
  strike(signal: NodeJS.Signals): void;
  /** Resolves when nothing of it runs any more. */
  gone(): Promise<void>;
  /** Ends whatever still runs of it, at once. */
  close(): Promise<void>;
}

export type ProgramCounts = { starts: number; refusedStarts: number; cleanStops: number; forcedStops: number };

const main = new URL('../src/main.ts', import.meta.url).pathname;

export function createProgram(options: {
  environment: Readonly<Record<string, string>>;
  logFile: string;
  onLine: (line: LogLine) => void;
}): Program {
  const log = createWriteStream(options.logFile);
  const living = new Set<ChildProcess>();
  const counts: ProgramCounts = { starts: 0, refusedStarts: 0, cleanStops: 0, forcedStops: 0 };
  const unasked: string[] = [];
  let current: ChildProcess | undefined;
  let port: number | undefined;
  const struck = new Map<ChildProcess, NodeJS.Signals>();

  const launch = async (): Promise<'running' | 'refused' | 'ended'> => {
    const child = spawn(process.execPath, [main], { env: options.environment, stdio: ['ignore', 'pipe', 'pipe'] });
    const words: string[] = [];
    const running = Promise.withResolvers<void>();
    counts.starts += 1;
    living.add(child);
    current = child;
    port = undefined;
    listen(child, log, words, (line) => {
      options.onLine(line);
      if (line.msg !== 'Trickle is running' || child !== current) return;
      port = Number(new URL(String(line.url)).port);
      running.resolve();
    });
    const ended = once(child, 'close').then(([code]) => {
      living.delete(child);
      if (child === current) port = undefined;
      return judge(child, code, words.join('\n'));
    });
    return Promise.race([running.promise.then(() => 'running' as const), ended]);
  };

  const judge = (child: ChildProcess, code: number | null, words: string): 'refused' | 'ended' => {
    if (words.includes('in use by another process') && code === 1) {
      counts.refusedStarts += 1;
      return 'refused';
    }
    const signal = struck.get(child);
    if (signal === 'SIGTERM') counts[code === 0 || code === null ? 'cleanStops' : 'forcedStops'] += 1;
    if (signal === undefined) unasked.push(`exit ${code}: ${words.slice(-1_500)}`);
    return 'ended';
  };

  return {
    get port() {
      return port;
    },
    counts,
    unasked,
    async start() {
      while ((await launch()) === 'refused') await sleep(100);
    },
    strike(signal) {
      if (!current) return;
      if (signal === 'SIGKILL' || signal === 'SIGTERM') {
        port = undefined;
        struck.set(current, signal);
      }
      current.kill(signal);
    },
    async gone() {
      await Promise.all([...living].map((child) => once(child, 'close')));
    },
    async close() {
      for (const child of living) {
        struck.set(child, 'SIGKILL');
        child.kill('SIGKILL');
      }
      await Promise.all([...living].map((child) => once(child, 'close')));
      await new Promise((resolve) => log.end(resolve));
    },
  };
}

function listen(child: ChildProcess, log: WriteStream, words: string[], onLine: (line: LogLine) => void): void {
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on('line', (text) => {
      log.write(`${child.pid} ${text}\n`);
      words.push(text);
      if (words.length > 30) words.shift();
      const line = parsed(text);
      if (line) onLine(line);
    });
  }
}

/** A kill may cut its last line. */
function parsed(text: string): LogLine | undefined {
  try {
    return text.startsWith('{') ? (JSON.parse(text) as LogLine) : undefined;
  } catch {
    return undefined;
  }
}
