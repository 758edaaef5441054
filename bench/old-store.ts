import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { PhoneNumber } from '../src/domain/ids.ts';
import { clientRef, type ListedRecipient } from '../src/domain/recipient/recipient.ts';
import type { Store } from '../src/ports/store.ts';
import { openLowdbStore } from '../src/store/lowdb/lowdb-store.ts';
import { aCampaign } from '../test/support/builders.ts';

// Figures of the embedded store: `node --expose-gc bench/store.ts [recipients] [senders at once]`.
const size = Number(process.argv[2] ?? 100_000);
const atOnce = Number(process.argv[3] ?? 50);

const campaign = aCampaign();

const folder = await mkdtemp(join(tmpdir(), 'trickle-bench-'));
try {
  await bench();
} finally {
  await rm(folder, { recursive: true });
}

async function bench(): Promise<void> {
  let store = await openLowdbStore({ folder });
  const list = Array.from(
    { length: size },
    (_, no): ListedRecipient => ({
      number: `+1201${String(no).padStart(8, '0')}` as PhoneNumber,
      values: [`Name${no}`, 'Hoboken'],
    }),
  );
  const heapBefore = memoryInUse();
  await measured('create', size, () => store.campaigns.create(campaign, list));
  const bytes = (memoryInUse() - heapBefore) / size;
  console.log(`  memory ${bytes.toFixed(0)} bytes per recipient (with up to 32 cached list documents)`);
  await measured('claim one and record', size, () => sendAll(store));
  await measured('receipts', size, () => receiveAll(store));
  await measured('close', size, () => store.close());
  console.log(`  on disk ${((await folderBytes()) / size).toFixed(0)} bytes per recipient`);
  store = await measured('reopen', size, () => openLowdbStore({ folder }));
  console.log(`  ${JSON.stringify((await store.recipients.tally(campaign.id)).counts)}`);
  await store.close();
}

async function sendAll(store: Store): Promise<void> {
  const batch = { no: 1, startedAt: campaign.createdAt, size };
  await everybody(async () => {
    const [claim] = await store.recipients.claim(campaign.id, batch, 1, new Date());
    if (!claim) return false;
    await store.recipients.record(claim, { to: 'submitted', messageId: messageId(claim.no) }, new Date());
    return true;
  });
}

async function receiveAll(store: Store): Promise<void> {
  let next = 0;
  await everybody(async () => {
    if (next >= size) return false;
    const no = next;
    next += 1;
    const ref = clientRef({ campaignId: campaign.id, no, attempt: 1 });
    const at = new Date().toISOString();
    await store.recipients.receive({ ref, messageId: messageId(no), status: 'delivered', code: null, at });
    return true;
  });
}

async function everybody(step: () => Promise<boolean>): Promise<void> {
  const worker = async () => {
    while (await step());
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

async function measured<T>(what: string, count: number, act: () => Promise<T>): Promise<T> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  delay.enable();
  const result = await act();
  const ms = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(cpu);
  const perSecond = Math.round(count / (ms / 1000)).toLocaleString('en');
  const late = `p99 ${(delay.percentile(99) / 1e6).toFixed(1)} ms, max ${(delay.max / 1e6).toFixed(1)} ms`;
  console.log(
    `${what}: ${ms.toFixed(0)} ms, ${perSecond} per second, ${((user + system) / count).toFixed(1)} µs CPU each; loop ${late}`,
  );
  return result;
}

function messageId(no: number): string {
  return `aaaaaaaa-bbbb-4ccc-8ddd-${String(no).padStart(12, '0')}`;
}

function memoryInUse(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function folderBytes(): Promise<number> {
  const files = await readdir(folder);
  const sizes = await Promise.all(files.map(async (name) => (await stat(join(folder, name))).size));
  return sizes.reduce((sum, bytes) => sum + bytes, 0);
}
