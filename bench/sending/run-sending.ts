import { startServer } from '../peers/servers.ts';
import type { Provider } from '../provider/provider.ts';
import { runApart } from '../run/apart.ts';
import { inFolder } from '../run/folder.ts';
import type { Measured } from '../run/measure.ts';
import type { Known } from './contenders.ts';
import type { ContenderJob } from './run-contender.ts';

export type Sent = Measured & { messages: number; perSecond: number; cpuEach: number };

/** One contender, once: in a process of its own, on an empty folder, with a server of its own where it needs one. */
export async function runSending(
  { module, needs, share = 1 }: Pick<Known, 'module' | 'needs' | 'share'>,
  provider: Provider,
  messages: number,
): Promise<Sent> {
  const count = Math.ceil(messages * share);
  const warmUp = Math.ceil(count / 5);
  const server = needs?.server && (await startServer(needs.server));
  try {
    await provider.taken();
    const job = { module: module.href, providerUrl: provider.url, messages: count, warmUp };
    const measured = await inFolder((folder) =>
      runApart<ContenderJob, Measured>(new URL('./run-contender.ts', import.meta.url), {
        ...job,
        folder,
        server: server && { address: server.address, pid: server.pid },
      }),
    );
    const taken = await provider.taken();
    if (taken.messages !== count + warmUp || taken.people !== count + warmUp) {
      throw new Error(
        `${taken.messages} messages to ${taken.people} people instead of one to each of ${count + warmUp}.`,
      );
    }
    return {
      ...measured,
      messages: count,
      perSecond: count / (measured.ms / 1_000),
      cpuEach: measured.cpuMicros / count,
    };
  } finally {
    await server?.close();
  }
}
