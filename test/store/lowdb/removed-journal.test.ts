import { expect, test } from 'vitest';
import type { Store } from '../../../src/ports/store.ts';
import { openLowdbStore } from '../../../src/store/lowdb/lowdb-store.ts';
import { aNumber, aSuppression } from '../../support/builders.ts';
import { type Crash, crashes, type SimulatedDisk, simulatedDisk } from './simulated-disk.ts';

const acknowledged = [1, 2, 3];

/** Somebody removed the journal; the disk fails from this call on, and the process dies. */
async function dieAtCall(dies: number, crash: Crash): Promise<{ left: SimulatedDisk; isOver: boolean }> {
  const disk = simulatedDisk();
  const store = await openLowdbStore({ folder: '/data', disk });
  for (const no of acknowledged) await store.suppressions.add(aSuppression({ number: aNumber(no) }));
  for (const path of disk.paths()) if (path.includes('journal')) await disk.remove(path);
  let calls = 0;
  disk.beforeCall = () => {
    calls += 1;
    if (calls >= dies) throw new Error('no space left');
  };
  await store.suppressions.add(aSuppression({ number: aNumber(4) })).catch(() => {});
  const left = disk.afterCrash(crash);
  const isOver = calls < dies;
  disk.beforeCall = () => {};
  await store.close();
  return { left, isOver };
}

function forgottenBy(store: Store): number[] {
  return acknowledged.filter((no) => !store.suppressions.blocks(aNumber(no)));
}

test.each(crashes)(
  'a journal that is written again has everything, or the start refuses it, wherever that ended (%s)',
  async (crash) => {
    for (let dies = 1, isOver = false; !isOver; dies += 1) {
      const died = await dieAtCall(dies, crash);
      isOver = died.isOver;
      const after = await openLowdbStore({ folder: '/data', disk: died.left }).catch((error: Error) => error);
      if (after instanceof Error) {
        expect(after.message).toContain('is damaged');
        continue;
      }
      expect(forgottenBy(after), `dead at call ${dies}`).toEqual([]);
      await after.close();
    }
  },
);
