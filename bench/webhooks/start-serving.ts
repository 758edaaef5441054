import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ServeJob, Told } from './serving.ts';

type Serving = {
  port: number;
  /** What the process has cost since the last question. */
  cost(): Promise<Extract<Told, { cpuMicros: number }>>;
  close(): Promise<void>;
};

export async function startServing(module: URL, job: ServeJob): Promise<Serving> {
  const child = fork(fileURLToPath(new URL('./serve-process.ts', import.meta.url)), [module.href], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const ended = once(child, 'exit');
  const died = ended.then(() => {
    throw new Error(`${fileURLToPath(module)} ended early.`);
  });
  died.catch(() => {});
  const ask = async <Answer>(question: object): Promise<Answer> => {
    child.send(question);
    const [answer] = (await Promise.race([once(child, 'message'), died])) as [Answer];
    return answer;
  };
  const { port } = await ask<{ port: number }>(job);
  return {
    port,
    cost: () => ask({}),
    async close() {
      child.disconnect();
      await ended;
    },
  };
}
