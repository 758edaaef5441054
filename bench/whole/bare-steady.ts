import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createBarePool } from '../sending/request.ts';
import { startProvider } from './provider.ts';

export type BareSteadyJob = { perSecond: number; seconds: number };
/** Percent of one core, the provider’s process not counted. */
export type BareSteady = { cpuPercent: number };

/**
 * Runs in a process of its own: the same requests at the same pace, each receipt answered at once, and nothing kept,
 * checked or shown. What a little work costs at least, when each message wakes up a process three times.
 */
export default async function runBareSteady({ perSecond, seconds }: BareSteadyJob): Promise<BareSteady> {
  const provider = await startProvider();
  const pool = createBarePool(provider.url);
  const server = createServer((req, res) => {
    req.resume();
    req.on('end', () => res.end());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  provider.sendReceiptsTo(`http://127.0.0.1:${port}/vonage/status`, { secret: 'a-secret', apiKey: 'abcd1234' });
  let no = 0;
  const sending = setInterval(() => void pool.send(no++), 1_000 / perSecond);
  try {
    await sleep(10_000);
    const before = process.cpuUsage();
    await sleep(seconds * 1_000);
    const { user, system } = process.cpuUsage(before);
    return { cpuPercent: (user + system) / (seconds * 10_000) };
  } finally {
    clearInterval(sending);
    await Promise.all([pool.close(), provider.close()]);
    server.closeAllConnections();
    server.close();
  }
}
