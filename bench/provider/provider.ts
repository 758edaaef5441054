import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Taken } from './taken.ts';

/** A provider that takes every message at once, in a process of its own, and knows what came when. */
export type Provider = {
  url: string;
  /** What came since this was last asked. */
  taken(): Promise<Taken>;
  close(): void;
};

export async function startProvider(): Promise<Provider> {
  const child = fork(fileURLToPath(new URL('./provider-process.ts', import.meta.url)), {
    serialization: 'advanced',
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return {
    url: `http://127.0.0.1:${port}`,
    async taken() {
      child.send('taken');
      const [taken] = (await once(child, 'message')) as [Taken];
      return taken;
    },
    close: () => child.disconnect(),
  };
}
