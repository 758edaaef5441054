import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import type { WorldClock } from './world-clock.ts';

export type BotState = 'starting' | 'running' | 'stopped';

/** The program in the playground's hands: it can be killed as by a power cut, and started again. */
export type BotProcess = {
  readonly state: BotState;
  /** Its last log lines, oldest first. */
  readonly log: readonly string[];
  /** Resolves when it runs; rejects with its last words when it does not come up. */
  start(): Promise<void>;
  /** Ends it without a chance to tidy up. */
  kill(): Promise<void>;
  /** Ends it in order. */
  stop(): Promise<void>;
  /** Tells it the playground's time again. */
  tellTime(): void;
};

const linesKept = 200;
const stopMs = 20_000;

export function createBotProcess(
  environment: Readonly<Record<string, string>>,
  clock: WorldClock,
  onChange: () => void,
): BotProcess {
  let child: ChildProcess | undefined;
  let state: BotState = 'stopped';
  const log: string[] = [];
  const enter = (next: BotState) => {
    state = next;
    onChange();
  };
  const note = (line: string) => {
    log.push(line);
    if (log.length > linesKept) log.shift();
    onChange();
  };
  const end = async (signal: NodeJS.Signals) => {
    const ending = child;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const gone = once(ending, 'exit');
    ending.kill(signal);
    const timer = setTimeout(() => ending.kill('SIGKILL'), stopMs);
    await gone;
    clearTimeout(timer);
  };

  return {
    get state() {
      return state;
    },
    log,
    async start() {
      if (state !== 'stopped') return;
      enter('starting');
      const started = spawn(environment, clock, note);
      child = started;
      started.once('exit', (code, signal) => {
        note(`The bot ended (${signal ?? code}).`);
        if (child === started) enter('stopped');
      });
      await comesUp(started, log);
      enter('running');
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    tellTime() {
      if (child?.connected) child.send(clock.anchor);
    },
  };
}

function spawn(environment: Readonly<Record<string, string>>, clock: WorldClock, note: (line: string) => void) {
  const child = fork(new URL('bot.ts', import.meta.url), {
    // Nothing of the machine's own settings gets in: a real token must not end up in the playground.
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      ...environment,
      PLAYGROUND_TIME: JSON.stringify(clock.anchor),
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Ctrl+C is for the playground alone, which then stops the bot; if it vanishes, the bot ends by itself.
    detached: true,
  });
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on('line', note);
  }
  return child;
}

function comesUp(child: ChildProcess, log: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', () => reject(new Error(`The bot did not start:\n${log.slice(-10).join('\n')}`)));
  });
}

/** An unused port, so that the bot comes back under the same address. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
