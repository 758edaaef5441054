import { createWriteStream } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LogLine } from './log-figures.ts';
import { type End, type Life, startLife } from './program-life.ts';

/** The real program in a process of its own, as an init system keeps it: whenever it ends, it is started again. */
export type Program = {
  /** The port it listens on; undefined while it does not. */
  readonly port: number | undefined;
  readonly counts: Readonly<ProgramCounts>;
  /** Ends that nobody had asked for, with the last words, and ends that did not come. */
  readonly unasked: readonly string[];
  /** Starts it until one start is not refused; resolves when it runs, or was struck before it did. */
  start(): Promise<void>;
  /** Starts the next one beside the running one; once that was refused, ends the former one in order. */
  handOver(): Promise<{ started: Promise<void> }>;
  /** Sends the signal to all its processes, and does not wait. A deadly one also ends a start that is being refused. */
  strike(signal: NodeJS.Signals): void;
  /** Resolves when nothing of it runs any more; what does not end by itself is killed. */
  gone(): Promise<void>;
  /** Ends whatever still runs of it, at once. */
  close(): Promise<void>;
};

export type ProgramCounts = { starts: number; refusedStarts: number; cleanStops: number; forcedStops: number };

/** It forces its own end after 15 s. */
const patienceMs = 25_000;

export function createProgram(options: {
  environment: Readonly<Record<string, string>>;
  logFile: string;
  onLine: (line: LogLine, pid: number) => void;
}): Program {
  const log = createWriteStream(options.logFile);
  const living = new Set<Life>();
  const counts: ProgramCounts = { starts: 0, refusedStarts: 0, cleanStops: 0, forcedStops: 0 };
  const unasked: string[] = [];
  let current: Life | undefined;
  let port: number | undefined;
  let turn = 0;

  const launch = async (): Promise<'running' | 'refused' | 'ended'> => {
    const life = startLife(options.environment, log, options.onLine);
    counts.starts += 1;
    living.add(life);
    current = life;
    port = undefined;
    const runs = life.running.then((itsPort) => {
      if (life === current && !life.struckBy) port = itsPort;
      return 'running' as const;
    });
    const ends = life.ended.then((end) => {
      living.delete(life);
      if (life === current) port = undefined;
      return countEnd(life, end, counts, unasked);
    });
    return Promise.race([runs, ends]);
  };

  /** Ends without a process when a newer start, or a deadly blow, came in between. */
  const start = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    while (turn === mine && (await launch()) === 'refused') await sleep(100);
  };

  const gone = async (): Promise<void> => {
    const all = Promise.all([...living].map(({ ended }) => ended));
    const patience = new AbortController();
    const late = sleep(patienceMs, 'late' as const, { signal: patience.signal }).catch(() => undefined);
    if ((await Promise.race([all, late])) === 'late') {
      unasked.push(`it did not end within ${patienceMs / 1_000} s`);
      for (const life of living) life.strike('SIGKILL');
    }
    await all;
    patience.abort();
  };

  return {
    get port() {
      return port;
    },
    counts,
    unasked,
    start,
    async handOver() {
      const former = current;
      const refused = counts.refusedStarts;
      const started = start();
      const end = performance.now() + 5_000;
      while (counts.refusedStarts === refused && performance.now() < end) await sleep(20);
      former?.strike('SIGTERM');
      return { started };
    },
    strike(signal) {
      for (const life of living) life.strike(signal);
      if (signal === 'SIGSTOP' || signal === 'SIGCONT') return;
      turn += 1;
      port = undefined;
    },
    gone,
    async close() {
      turn += 1;
      for (const life of living) life.strike('SIGKILL');
      await gone();
      await new Promise<void>((resolve) => log.end(() => resolve()));
    },
  };
}

function countEnd(life: Life, end: End, counts: ProgramCounts, unasked: string[]): 'refused' | 'ended' {
  if (end.refused) {
    counts.refusedStarts += 1;
    return 'refused';
  }
  // Without a code the signal came before the program listened to it.
  const isClean = end.code === 0 || end.code === null;
  if (life.struckBy === 'SIGTERM') counts[isClean ? 'cleanStops' : 'forcedStops'] += 1;
  if (life.struckBy === undefined) unasked.push(`exit ${end.code}: ${end.lastWords.slice(-1_500)}`);
  return 'ended';
}
