import { onTestFinished, test } from 'vitest';
import { startProvider } from '../../bench/provider/provider.ts';
import { median, takeTurns } from '../../bench/run/median.ts';
import { contender as bare } from '../../bench/sending/bare-pool.ts';
import type { Sending } from '../../bench/sending/contender.ts';
import { contender as gateway } from '../../bench/sending/gateway-alone.ts';
import { contender as shipped } from '../../bench/sending/tutorial.ts';

const messages = 100;

/** Work of this thread alone: it does not grow because others want the cores too. */
async function cpuOf(sending: Sending): Promise<number> {
  const send = await sending.prepare(messages);
  const before = process.threadCpuUsage();
  await send();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / messages;
}

/** CPU for each message by median of three rounds in turns, in relation to the first contender. */
async function relations(all: readonly Sending[]): Promise<number[]> {
  const runs = await takeTurns(all, 3, cpuOf);
  const [first, ...others] = runs.map(median);
  return others.map((cpu) => cpu / first!);
}

test('a message through our gateway costs less than half of what the SDK as shipped takes, and at most 6 times a bare request', async () => {
  const provider = await startProvider();
  const job = { providerUrl: provider.url, folder: '' };
  const all = await Promise.all([gateway(job), shipped(job), bare(job)]);
  onTestFinished(async () => {
    await Promise.all(all.map((one) => one.close()));
    provider.close();
  });
  await relations(all);
  // A collection of garbage, or whatever else falls into a round, may spoil it; a changed gateway spoils all of them.
  let found: number[] = [];
  for (let attempt = 0; attempt < 3; attempt += 1) {
    found = await relations(all);
    const [sdk, pool] = found as [number, number];
    if (sdk > 2 && pool > 1 / 6) return;
  }
  throw new Error(`CPU beside our gateway: the SDK ${found[0]?.toFixed(2)}×, a bare request ${found[1]?.toFixed(2)}×.`);
});
