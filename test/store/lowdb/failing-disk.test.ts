import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/ports/store.ts';
import { openLowdbStore } from '../../../src/store/lowdb/lowdb-store.ts';
import { aNumber, aSuppression, campaignId } from '../../support/builders.ts';
import { type SimulatedDisk, simulatedDisk } from './simulated-disk.ts';
import { emptyLedger, expectSound, type Ledger, liveThrough, send, size } from './small-campaign.ts';

/** Each begins at every third call, so that together they begin at each; `npm run chaos:simulate -- --failpoints` tries all. */
const failures = [
  { code: 'ENOSPC', calls: 1, first: 1 },
  { code: 'EIO', calls: 4, first: 2 },
  { code: 'EROFS', calls: 15, first: 3 },
];

describe('when the disk fails', () => {
  test.each(failures)(
    '$calls times with $code, from whichever call, the campaign goes on when it works again',
    async (failure) => {
      const calls = await callsOfLife();
      for (let from = failure.first; from <= calls; from += 3) {
        const { disk, ledger, store } = await liveWithFailure(from, failure);
        disk.beforeCall = () => {};
        await expectToGoOn(store, ledger);
        await store.close();
      }
    },
  );

  test.each(failures)('$calls times with $code, a restart finds everything acknowledged', async (failure) => {
    const calls = await callsOfLife();
    for (let from = failure.first; from <= calls; from += 3) {
      const { disk, ledger, store } = await liveWithFailure(from, failure);
      disk.beforeCall = () => {};
      const left = [disk.afterCrash('power'), disk.afterCrash('process'), disk.afterCrash('torn')];
      await store.close();
      for (const survivor of [...left, disk.afterCrash('power')]) {
        const restarted = await openLowdbStore({ folder: '/data', disk: survivor });
        await expectSound(restarted, ledger);
        await restarted.close();
      }
    }
  });

  test('while documents are written, those that were written before it failed are not forgotten', async () => {
    for (let from = 1; from <= 24; from += 1) {
      const disk = simulatedDisk();
      let renames = 0;
      disk.beforeCall = (_call, what) => {
        if (what === 'rename' && ++renames === from) throw new Error('EIO: i/o error');
      };
      const store = await openLowdbStore({ folder: '/data', disk, journalBytes: 1 }).catch(() => undefined);
      if (!store) continue;
      const numbers = [0, 1, 2, 3, 4, 5].map((no) => aNumber(no));
      for (const number of numbers) {
        // The journal's own files are renamed as well: then the change is refused once.
        const add = () => store.suppressions.add(aSuppression({ number }));
        await add().catch(add);
      }
      await store.close();
      const restarted = await openLowdbStore({ folder: '/data', disk: disk.afterCrash('power') });
      expect(numbers.filter((number) => !restarted.suppressions.blocks(number))).toEqual([]);
      await restarted.close();
    }
  });

  test('it says why, refuses changes, and takes them again when the disk works', async () => {
    const disk = simulatedDisk();
    const log: string[] = [];
    const store = await openLowdbStore({ folder: '/data', disk, log: ({ kind }) => log.push(kind) });
    disk.beforeCall = () => {
      throw new Error('ENOSPC: no space left on device');
    };
    await expect(store.suppressions.add(aSuppression())).rejects.toThrow('no space left');
    await expect(store.suppressions.add(aSuppression({ number: aNumber(1) }))).rejects.toThrow('no space left');
    expect(store.trouble()).toContain('/data cannot be written: ENOSPC');
    expect(store.suppressions.blocks(aNumber(1))).toBe(false);
    disk.beforeCall = () => {};
    // The repeated one waits until the first is durable: it must not be answered from memory alone.
    await store.suppressions.add(aSuppression());
    expect(store.trouble()).toBeUndefined();
    expect(log).toEqual(['storage_failed', 'storage_recovered']);
    const restarted = await openLowdbStore({ folder: '/data', disk: disk.afterCrash('power') });
    expect(restarted.suppressions.blocks(aNumber())).toBe(true);
    await restarted.close();
    await store.close();
  });
});

async function callsOfLife(): Promise<number> {
  const disk = simulatedDisk();
  const store = await liveThrough(disk, emptyLedger());
  const calls = disk.calls();
  await store.close();
  return calls;
}

async function liveWithFailure(
  from: number,
  { code, calls }: { code: string; calls: number },
): Promise<{ disk: SimulatedDisk; ledger: Ledger; store: Store }> {
  const disk = simulatedDisk();
  const ledger = emptyLedger();
  disk.beforeCall = (call, what) => {
    if (call >= from && call < from + calls) throw Object.assign(new Error(`${code}: ${what}`), { code });
  };
  for (;;) {
    try {
      return { disk, ledger, store: await liveThrough(disk, ledger) };
    } catch (error) {
      // The folder could not be opened. The process ends and is started again.
      expect(error).toMatchObject({ code });
    }
  }
}

/** Everybody who was never sent is sent now: once, and none of those who were sent before. */
async function expectToGoOn(store: Store, ledger: Ledger): Promise<void> {
  if (!(await store.campaigns.get(campaignId))) return;
  // On a busy machine a claim gives others their turn before it has looked at everybody.
  for (let turn = 0; turn < size; turn += 1) await send(store, size, ledger);
  expect(store.trouble()).toBeUndefined();
  expect(new Set(ledger.sent).size).toBe(ledger.sent.length);
  const page = await store.recipients.page(campaignId, { from: 0, limit: size });
  // Those of a claim that failed right before the restart in the middle: their fate is unknown, never queued.
  const unsure = page.filter(({ state }) => state === 'unconfirmed' || state === 'skipped').map(({ no }) => no);
  expect([...new Set([...ledger.sent, ...unsure])].sort()).toEqual(Array.from({ length: size }, (_, no) => no));
  await expectSound(store, ledger);
}
