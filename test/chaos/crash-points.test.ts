import { describe, expect, test } from 'vitest';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import type { PhoneNumber } from '../../src/domain/ids.ts';
import { type Crash, type SimulatedDisk, simulatedDisk } from '../store/lowdb/simulated-disk.ts';
import { agent, sender } from '../support/builders.ts';
import { aBench, type Bench } from '../support/services.ts';
import { phoneOf } from '../support/story.ts';

const size = 12;
const throttle = { batchSize: 4, everySeconds: 5, holdAbove: null };
const start = '2026-03-02T09:00:00.000Z';

/** A state of the disk at one moment, with what the provider had taken by then and whether a STOP was answered. */
type Moment = { left: SimulatedDisk; taken: readonly PhoneNumber[]; isStopped: boolean; at: Date };
type Ledger = { taken: PhoneNumber[]; isStopped: boolean };

/** The tenth person writes STOP before their batch, the second asks something and gets an answer, and somebody pauses. */
async function live(bench: Bench, ledger: Ledger): Promise<Campaign['id']> {
  const { id } = await bench.approved({ size, throttle });
  await bench.run(2);
  await bench.inbox.receive({ id: 'in-1', from: numberOf(10), to: sender, text: 'STOP', at: start }).then(
    () => {
      ledger.isStopped = true;
    },
    () => undefined,
  );
  await bench.inbox
    .receive({ id: 'in-2', from: numberOf(2), to: sender, text: 'May I bring a friend?', at: start })
    .catch(() => undefined);
  await bench.run(1);
  await quietly(() => bench.campaigns.pause(id, agent));
  await bench.run(1);
  await quietly(() => bench.campaigns.resume(id, agent));
  await bench.run(20);
  return id;
}

/** Whatever a former life left, it goes on until nothing more is to be sent, and nothing that was promised is broken. */
async function expectToEndWell(bench: Bench, taken: readonly PhoneNumber[], isStopped: boolean): Promise<void> {
  const [campaign] = await bench.store.campaigns.list();
  if (!campaign || campaign.status === 'draft') return;
  const before = bench.sent.length;
  for (let round = 0; round < 3; round += 1) {
    if ((await bench.campaigns.get(campaign.id)).status === 'paused') await bench.campaigns.resume(campaign.id, agent);
    await bench.run(20);
  }
  const all = [...taken, ...bench.sent.slice(before).map(({ to }) => to)];
  expect(new Set(all).size).toBe(all.length);
  if (isStopped) expect(bench.sent.slice(before).map(({ to }) => to)).not.toContain(numberOf(10));

  const { counts } = await bench.store.recipients.tally(campaign.id);
  expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(size);
  expect(counts).toMatchObject({ queued: 0, claimed: 0, rejected: 0 });
  expect(counts.submitted + counts.unconfirmed).toBeGreaterThanOrEqual(all.length);
  expect(counts.unconfirmed).toBeLessThanOrEqual(10);
}

/** Lives through the story once, and notes what a crash at each call of the disk and of the provider would leave. */
async function momentsOf(crash: Crash): Promise<Moment[]> {
  const disk = simulatedDisk();
  const bench = await aBench({ disk, start });
  const ledger: Ledger = { taken: [], isStopped: false };
  const moments: Moment[] = [];
  const note = (): void => {
    moments.push({
      left: disk.afterCrash(crash),
      taken: [...ledger.taken],
      isStopped: ledger.isStopped,
      at: bench.clock.now(),
    });
  };
  disk.beforeCall = note;
  bench.answerWith(({ to, ref }) => {
    note();
    ledger.taken.push(to);
    note();
    return { kind: 'accepted', messageId: ref };
  });
  await live(bench, ledger);
  disk.beforeCall = () => {};
  await bench.close();
  return moments;
}

describe('a crash before and after every durable write and every request', () => {
  test.each(['process', 'power', 'torn'] as const)(
    'texts nobody twice, loses nobody and ends well (%s)',
    async (crash) => {
      const moments = await momentsOf(crash);
      expect(moments.length).toBeGreaterThan(70);
      expect(moments.at(-1)!.taken).toHaveLength(size - 1);
      // The two that keep part of what was written take turns at the moments, where the power fails at each.
      const turn = { process: 0, torn: 1, power: undefined }[crash];
      for (const { left, taken, isStopped, at } of moments.filter((_, no) => turn === undefined || no % 2 === turn)) {
        const bench = await aBench({ disk: left, start: new Date(at.getTime() + 2_000).toISOString() });
        await expectToEndWell(bench, taken, isStopped);
        await bench.close();
      }
    },
  );
});

describe('a failure at every durable write', () => {
  test.each(['ENOSPC', 'EIO'] as const)(
    '(%s) sends nothing that is not stored, and goes on when the disk works again',
    async (code) => {
      const calls = (await momentsOf('process')).length;
      // Every other call with each of the two: together they fail at all.
      for (let failing = code === 'EIO' ? 1 : 2; failing <= calls; failing += 2) {
        const disk = simulatedDisk();
        const bench = await aBench({ disk, start });
        const from = disk.calls() + failing;
        disk.beforeCall = (call) => {
          if (call >= from && call < from + 2) throw Object.assign(new Error('the disk fails'), { code });
        };
        const ledger: Ledger = { taken: [], isStopped: false };
        const lived = await live(bench, ledger).catch(() => undefined);
        disk.beforeCall = () => {};
        if (lived) await expectToEndWell(bench, [], ledger.isStopped);
        expect(new Set(bench.sent.map(({ to }) => to)).size).toBe(bench.sent.length);
        await bench.close();
      }
    },
  );
});

describe('a bug in what talks to the provider', () => {
  test('leaves one recipient unconfirmed for each request that it broke, and nobody else', async () => {
    for (let failing = 1; failing < size; failing += 1) {
      const bench = await aBench({ start });
      bench.answerWith(({ ref }) => {
        if (bench.sent.length === failing) throw new Error('nobody expected this');
        return { kind: 'accepted', messageId: ref };
      });
      const id = await live(bench, { taken: [], isStopped: false });
      const { counts } = await bench.store.recipients.tally(id);
      expect(counts).toMatchObject({ unconfirmed: 1, submitted: size - 2, skipped: 1, queued: 0, claimed: 0 });
      await bench.close();
    }
  });
});

function numberOf(index: number): PhoneNumber {
  return phoneOf(index) as PhoneNumber;
}

async function quietly(act: () => Promise<unknown>): Promise<void> {
  await act().catch(() => undefined);
}
