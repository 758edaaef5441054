import { describe, expect, test } from 'vitest';
import { openLowdbStore } from '../../../src/store/lowdb/lowdb-store.ts';
import { crashes, type SimulatedDisk, simulatedDisk } from './simulated-disk.ts';
import { copyOf, draftId, emptyLedger, expectSound, type Ledger, liveThrough } from './small-campaign.ts';

describe('after a crash at any moment of a small campaign', () => {
  test.each(
    crashes.flatMap((crash) => [
      { crash, slow: 'nothing' },
      { crash, slow: 'journal' },
      { crash, slow: 'state' },
    ]),
  )('nothing acknowledged is lost and nobody is texted twice ($crash, $slow is slow)', async ({ crash, slow }) => {
    const moments: { left: SimulatedDisk; ledger: Ledger; before: string }[] = [];
    const ledger = emptyLedger();
    const disk = simulatedDisk();
    disk.turnsOf = (what, path) => (what === 'sync' && path.includes(slow) ? 15 : 1);
    disk.beforeCall = (_call, what) => {
      moments.push({ left: disk.afterCrash(crash), ledger: copyOf(ledger), before: what });
    };
    const lived = await liveThrough(disk, ledger);
    moments.push({ left: disk.afterCrash(crash), ledger: copyOf(ledger), before: 'the end' });
    disk.beforeCall = () => {};
    await lived.close();

    expect(moments.length).toBeGreaterThan(60);
    expect(ledger).toMatchObject({ created: true, stopped: true, delivered: [0, 1, 3], discarded: true });
    for (const [at, moment] of moments.entries()) {
      // What is slow changes the order of a few calls: there every other moment is enough.
      if (slow !== 'nothing' && at % 2 === 1 && at < moments.length - 1) continue;
      const store = await openLowdbStore({ folder: '/data', disk: moment.left });
      await expectSound(store, moment.ledger);
      const isGone = (await store.campaigns.get(draftId)) === undefined;
      await store.close();
      if (isGone) expect(moment.left.paths().filter((path) => path.includes(draftId))).toEqual([]);
    }
  });

  test('a second crash during the recovery changes nothing', async () => {
    const ledger = emptyLedger();
    const disk = simulatedDisk();
    const lived = await liveThrough(disk, ledger);
    const left = disk.afterCrash('torn');
    await lived.close();
    const again: SimulatedDisk[] = [];
    left.beforeCall = () => again.push(left.afterCrash('torn'));
    const recovered = await openLowdbStore({ folder: '/data', disk: left });
    await recovered.close();
    for (const disk of again) {
      const store = await openLowdbStore({ folder: '/data', disk });
      await expectSound(store, ledger);
      await store.close();
    }
  });
});
