import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { FromProvider, ToProvider } from './provider-messages.ts';

type Told<Kind extends FromProvider['kind']> = Extract<FromProvider, { kind: Kind }>;

export type Provider = {
  url: string;
  /** Posts a signed receipt for every message from now on. */
  sendReceiptsTo(url: string, signing: { secret: string; apiKey: string }): void;
  forget(): void;
  count(): Promise<Told<'count'>>;
  arrivals(): Promise<Told<'arrivals'>>;
  close(): Promise<void>;
};

export async function startProvider(): Promise<Provider> {
  const child = fork(new URL('./provider-process.ts', import.meta.url), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const { port } = await answer(child, 'listens');
  const say = (message: ToProvider): void => void child.send(message);
  return {
    url: `http://127.0.0.1:${port}`,
    sendReceiptsTo: (to, signing) => say({ kind: 'receipts', to, signing }),
    forget: () => say({ kind: 'forget' }),
    count: () => {
      say({ kind: 'count' });
      return answer(child, 'count');
    },
    arrivals: () => {
      say({ kind: 'arrivals' });
      return answer(child, 'arrivals');
    },
    close: async () => {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

async function answer<Kind extends FromProvider['kind']>(child: ChildProcess, kind: Kind): Promise<Told<Kind>> {
  for (;;) {
    const [message] = (await once(child, 'message')) as [FromProvider];
    if (message.kind === kind) return message as Told<Kind>;
  }
}
