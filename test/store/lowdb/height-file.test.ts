import { expect, test } from 'vitest';
import type { FolderMark } from '../../../src/domain/folder-standing.ts';
import { heightFileOf, keepHeightFile, readHeightFile } from '../../../src/store/lowdb/height-file.ts';
import { openLowdbStore } from '../../../src/store/lowdb/lowdb-store.ts';
import { realTimers } from '../../../src/store/lowdb/timers.ts';
import { aNumber, aSuppression } from '../../support/builders.ts';
import { handClock } from '../../support/hand-clock.ts';
import { crashes, simulatedDisk } from './simulated-disk.ts';

const path = heightFileOf('/data/');

function keep(disk: ReturnType<typeof simulatedDisk>, mark: () => FolderMark | null, isOurs = () => true) {
  const clock = handClock();
  const told: string[] = [];
  const timers = {
    ...realTimers,
    after(ms: number, act: () => void) {
      const stop = new AbortController();
      void clock.sleep(ms, stop.signal).then(() => {
        if (!stop.signal.aborted) act();
      });
      return () => stop.abort();
    },
  };
  const file = keepHeightFile({ disk, path, mark, isOurs, timers, log: ({ kind }) => told.push(kind) });
  return { file, clock, told };
}

test('it stands beside the folder, not in it', () => {
  expect(path).toBe('/data.height.json');
});

test.each(crashes)(
  'whatever a crash leaves (%s), what stands beside the folder is never ahead of it',
  async (crash) => {
    const disk = simulatedDisk();
    const beside = simulatedDisk();
    const store = await openLowdbStore({ folder: '/data', disk });
    const { file, clock } = keep(beside, store.folder.mark);
    const moments: { left: typeof disk; mark: FolderMark }[] = [];
    for (let no = 0; no < 8; no += 1) {
      const adding = store.suppressions.add(aSuppression({ number: aNumber(no) }));
      await clock.advance(1_000);
      const mark = await readHeightFile(beside, path);
      if (mark) moments.push({ left: disk.afterCrash(crash), mark });
      await adding;
    }
    await file.stop();
    await store.close();

    expect(moments.length).toBeGreaterThan(5);
    for (const { left, mark } of moments) {
      const restarted = await openLowdbStore({ folder: '/data', disk: left });
      expect(restarted.folder.compare(mark)).toEqual({ kind: 'sound' });
      await restarted.close();
    }
  },
);

test('a place that cannot be written to is said once and harms nothing', async () => {
  const store = await openLowdbStore({ folder: '/data', disk: simulatedDisk() });
  const beside = simulatedDisk();
  beside.beforeCall = () => {
    throw Object.assign(new Error('read-only file system'), { code: 'EROFS' });
  };
  const { file, clock, told } = keep(beside, store.folder.mark);
  for (let no = 0; no < 3; no += 1) {
    await store.suppressions.add(aSuppression({ number: aNumber(no) }));
    await clock.advance(1_000);
  }
  await file.stop();
  await store.close();
  expect(told).toEqual(['height_unkept']);
});

test('what is torn or empty says nothing', async () => {
  const disk = simulatedDisk();
  for (const content of ['', '{', '{"storeId":1}', 'null']) {
    disk.put(path, Buffer.from(content));
    expect(await readHeightFile(disk, path)).toBeNull();
  }
});

test('two copies that went on from one backup know each other for what they are', async () => {
  const disk = simulatedDisk();
  const store = await openLowdbStore({ folder: '/data', disk });
  await store.suppressions.add(aSuppression());
  await store.close();
  const [one, two] = await Promise.all(
    [disk.afterCrash('process'), disk.afterCrash('process')].map((copy) =>
      openLowdbStore({ folder: '/data', disk: copy }),
    ),
  );
  await one!.suppressions.add(aSuppression({ number: aNumber(1) }));
  expect(two!.folder.compare(one!.folder.mark()!).kind).toBe('older');
  await Promise.all([one!.close(), two!.close()]);
});

test('a store of a former version is not new, and a folder that was only opened is', async () => {
  const disk = simulatedDisk();
  await (await openLowdbStore({ folder: '/data', disk })).close();
  const again = await openLowdbStore({ folder: '/data', disk });
  expect(again.folder.question()?.kind).toBe('new');
  await again.close();
});
