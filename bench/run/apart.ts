import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/**
 * Runs the default export of a module in a fresh process: no other measurement's heap, compiled code or timers are in its
 * figures. Rejects with what the process wrote to standard error when it ends without a result.
 */
export async function runApart<Job, Result>(module: URL, job: Job): Promise<Result> {
  const child = fork(fileURLToPath(new URL('./apart-child.ts', import.meta.url)), [module.href], {
    execArgv: ['--expose-gc', '--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  let errors = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  let result: { value: Result } | undefined;
  child.on('message', (message: { value: Result }) => {
    result = message;
  });
  child.send({ job });
  const [code] = (await once(child, 'close')) as [number | null];
  if (!result)
    throw new Error(`${fileURLToPath(module)} ended with ${code} and without a result: ${errors.slice(-2_000)}`);
  return result.value;
}
