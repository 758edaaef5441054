import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Asked, Told } from './messages.ts';

export type CountingProvider = {
  url: string;
  /** All texts, and how many people of the list got any. */
  count(): Promise<{ texts: number; people: number }>;
  /** How often each place of the list was texted, and how many texts went to anybody else. */
  book(): Promise<{ times: Uint8Array; strangers: number }>;
  close(): Promise<void>;
};

/** In a process of its own, for a list of so many people. */
export async function startCountingProvider(people: number): Promise<CountingProvider> {
  const child = fork(new URL('./provider-process.ts', import.meta.url), [String(people)], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const heard = async <Kind extends Told['kind']>(kind: Kind): Promise<Extract<Told, { kind: Kind }>> => {
    for (;;) {
      const [message] = (await once(child, 'message')) as [Told];
      if (message.kind === kind) return message as Extract<Told, { kind: Kind }>;
    }
  };
  const ask = <Kind extends Asked['kind']>(kind: Kind) => {
    const answer = heard(kind);
    child.send({ kind });
    return answer;
  };
  const { port } = await heard('listens');
  return {
    url: `http://127.0.0.1:${port}`,
    count: () => ask('count'),
    book: async () => {
      const { times, strangers } = await ask('book');
      return { times: Buffer.from(times, 'base64'), strangers };
    },
    close: async () => {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}
