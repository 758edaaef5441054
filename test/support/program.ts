import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The program in a process of its own, as an operator runs it. */
export type Program = {
  pid: number;
  /** Resolves with the address once it says that it runs; rejects when it ends before that. */
  url: Promise<string>;
  logged: readonly string[];
  kill(signal: NodeJS.Signals): void;
  /** Resolves with the exit code (null when it was killed) and what it wrote to standard error. */
  ended: Promise<{ code: number | null; errors: string }>;
};

/** What any process needs, and nothing of this machine's own settings. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE };
}

/** `inFolder`: by `npm start`'s own script, with the compiled code that it keeps, where no `.env` is. */
export function startProgram(environment: Readonly<Record<string, string>>, inFolder?: string): Program {
  const script = inFolder === undefined ? 'src/main.ts' : fileURLToPath(new URL('../../start.js', import.meta.url));
  const child = spawn(process.execPath, [script], {
    ...(inFolder !== undefined && { cwd: inFolder }),
    env: { ...bareEnvironment(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const logged: string[] = [];
  const ended = follow(child);
  const url = new Promise<string>((resolve, reject) => {
    createInterface(child.stdout!).on('line', (line) => {
      logged.push(line);
      const { msg, url: address } = JSON.parse(line) as { msg?: string; url?: string };
      if (msg === 'Trickle is running' && address) resolve(address);
    });
    ended.then(({ code, errors }) => reject(new Error(`The program ended with ${code}: ${errors}`)));
  });
  url.catch(() => undefined);
  return { pid: child.pid!, url, logged, kill: (signal) => void child.kill(signal), ended };
}

async function follow(child: ChildProcess): Promise<{ code: number | null; errors: string }> {
  let errors = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, errors };
}
