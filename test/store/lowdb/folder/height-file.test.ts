import { readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { FolderMark } from '../../../../src/domain/folder-standing.ts';
import { realDisk } from '../../../../src/store/lowdb/files/disk.ts';
import { realTimers } from '../../../../src/store/lowdb/files/timers.ts';
import { heightFileOf, keepHeightFile, readHeightFile } from '../../../../src/store/lowdb/folder/height-file.ts';
import { openLowdbStore } from '../../../../src/store/lowdb/lowdb-store.ts';
import { aNumber, aSuppression } from '../../../support/builders.ts';
import { handClock } from '../../../support/hand-clock.ts';
import { aFolder } from '../../../support/temporary-folder.ts';
import { crashes, simulatedDisk } from '../simulated-disk.ts';

const path = heightFileOf('/data/');
const bootId = 'this-boot';

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
  const file = keepHeightFile({ disk, path, bootId, mark, isOurs, timers, log: ({ kind }) => told.push(kind) });
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
      const read = await readHeightFile(beside, path, bootId);
      if (read) moments.push({ left: disk.afterCrash(crash), mark: read.mark });
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
    expect(await readHeightFile(disk, path, bootId)).toBeNull();
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

describe('what stands beside the folder is an original', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await aFolder();
    file = heightFileOf(join(folder, 'data'));
    const mark = { storeId: 's', epoch: 1, opening: '0a0b0c0d', height: 7, at: '2026-11-23T15:00:00.000Z' };
    const keeper = { disk: realDisk, bootId, mark: () => mark, isOurs: () => true, timers: realTimers, log: () => {} };
    await keepHeightFile({ ...keeper, path: file }).stop();
  });

  const isOriginal = async (): Promise<boolean> => (await readHeightFile(realDisk, file, bootId))!.isOriginal;

  test('as it was written', async () => {
    expect(await isOriginal()).toBe(true);
  });

  test('but not when a copy of it was put back later, whatever dates the copy bears', async () => {
    const written = JSON.parse(await readFile(file, 'utf8')) as { writtenAtMs: number };
    const backup = JSON.stringify({ ...written, writtenAtMs: written.writtenAtMs - 10_000 });
    await writeFile(file, backup);
    const then = new Date(written.writtenAtMs - 10_000);
    await utimes(file, then, then);
    expect(await isOriginal()).toBe(false);
  });

  test('nor when the machine was started again since: its whole disk may have been put back', async () => {
    const written = JSON.parse(await readFile(file, 'utf8'));
    await writeFile(file, JSON.stringify({ ...written, writtenAtMs: Date.now(), bootId: 'of-another-boot' }));
    expect(await isOriginal()).toBe(false);
  });

  test('nor one of a former version, which did not say when it was written', async () => {
    const { writtenAtMs: _, bootId: __, ...former } = JSON.parse(await readFile(file, 'utf8'));
    await writeFile(file, JSON.stringify(former));
    expect(await isOriginal()).toBe(false);
  });
});
