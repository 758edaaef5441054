import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { WriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { LogLine } from './log-figures.ts';

/** One process of the program, from its start to its end. */
export type Life = {
  /** Resolves with its port when it runs; never, if it ends before. */
  readonly running: Promise<number>;
  readonly ended: Promise<End>;
  /** The deadly signal that it got from us, if any. */
  readonly struckBy: NodeJS.Signals | undefined;
  strike(signal: NodeJS.Signals): void;
};

/** `refused`: another process had the folder. */
export type End = { refused: boolean; code: number | null; lastWords: string };

const main = new URL('../../src/main.ts', import.meta.url).pathname;

export function startLife(
  environment: Readonly<Record<string, string>>,
  log: WriteStream,
  onLine: (line: LogLine, pid: number) => void,
): Life {
  const child = spawn(process.execPath, [main], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  const running = Promise.withResolvers<number>();
  const words: string[] = [];
  let struckBy: NodeJS.Signals | undefined;
  eachLine(child, (text) => {
    log.write(`${child.pid} ${text}\n`);
    words.push(text);
    if (words.length > 30) words.shift();
    const line = parsed(text);
    if (line) onLine(line, child.pid ?? 0);
    if (line?.msg === 'Trickle is running') running.resolve(Number(new URL(String(line.url)).port));
  });

  return {
    running: running.promise,
    ended: once(child, 'close').then(([code]) => {
      const lastWords = words.join('\n');
      return { refused: code === 1 && lastWords.includes('in use by another process'), code, lastWords };
    }),
    get struckBy() {
      return struckBy;
    },
    strike(signal) {
      if (signal === 'SIGKILL' || signal === 'SIGTERM') struckBy = signal;
      child.kill(signal);
    },
  };
}

export function eachLine(child: ChildProcess, act: (text: string) => void): void {
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on('line', act);
  }
}

/** A kill may cut its last line. */
export function parsed(text: string): LogLine | undefined {
  try {
    return text.startsWith('{') ? (JSON.parse(text) as LogLine) : undefined;
  } catch {
    return undefined;
  }
}
