import { cp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { openLowdbStore } from '../../../../src/store/lowdb/lowdb-store.ts';
import { aNumber, aSuppression } from '../../../support/builders.ts';
import { aFolder } from '../../../support/temporary-folder.ts';
import { simulatedDisk } from '../simulated-disk.ts';

let folder: string;

beforeEach(async () => {
  folder = await aFolder();
});

const optOut = (no: number) => aSuppression({ number: aNumber(no) });

const exchanges: [string, (data: string) => Promise<void>][] = [
  ['removed', (data) => rm(data, { recursive: true })],
  [
    'replaced by an older copy of itself',
    async (data) => {
      await rename(data, `${data}-away`);
      await rename(`${data}-older`, data);
    },
  ],
];

/** What is in the folder, but for the signs of a process that goes. */
async function contentOf(data: string): Promise<Record<string, string>> {
  const names = (await readdir(data).catch(() => [])).filter((name) => !/heartbeat|beat/.test(name));
  const files = await Promise.all(names.map(async (name) => [name, await readFile(join(data, name), 'latin1')]));
  return Object.fromEntries(files);
}

describe('a folder that is ours', () => {
  test.each(exchanges)('and that was %s is lost: nothing more counts as stored', async (_, exchange) => {
    const data = join(folder, 'data');
    const store = await openLowdbStore({ folder: data });
    await store.suppressions.add(optOut(1));
    await cp(data, `${data}-older`, { recursive: true });
    await store.suppressions.add(optOut(2));
    await exchange(data);
    const before = await contentOf(data);
    await expect(store.suppressions.add(optOut(3))).rejects.toThrow('moved, removed or replaced');
    expect(store.trouble()).toContain('moved, removed or replaced');
    await expect(store.suppressions.add(optOut(4))).rejects.toThrow('moved, removed or replaced');
    await store.close().catch(() => {});
    expect(await contentOf(data)).toEqual(before);
  });

  test.each(['create', 'write', 'sync', 'rename'])(
    'writes its journal again when somebody removed it, also when the disk fails meanwhile (%s)',
    async (failing) => {
      const disk = simulatedDisk();
      const store = await openLowdbStore({ folder: '/data', disk });
      await store.suppressions.add(optOut(1));
      for (const path of disk.paths()) if (path.includes('journal')) await disk.remove(path);
      let failures = failing === 'write' || failing === 'sync' ? [1, 2] : [1];
      let calls = 0;
      disk.beforeCall = (_, what) => {
        if (what === failing && failures.includes(++calls)) throw new Error('no space left');
      };
      await store.suppressions.add(optOut(2)).catch(() => {});
      failures = [];
      await store.suppressions.add(optOut(3));
      const killed = disk.afterCrash('power');
      await store.close();
      const after = await openLowdbStore({ folder: '/data', disk: killed });
      for (const no of [1, 3]) expect(after.suppressions.blocks(aNumber(no))).toBe(true);
      await after.close();
    },
  );

  test('keeps a copy of it from being used at the same time on this machine', async () => {
    const [data, copy] = [join(folder, 'data'), join(folder, 'copy')];
    const store = await openLowdbStore({ folder: data, isOnlyCopy: true });
    await cp(data, copy, { recursive: true });
    const opening = () => openLowdbStore({ folder: copy, isOnlyCopy: true });
    await expect(opening()).rejects.toThrow(/runs on a copy of .*, so people would be texted twice/);
    await store.close();
    await (await opening()).close();
  });

  test('writes its journal again when somebody removed it', async () => {
    const data = join(folder, 'data');
    const store = await openLowdbStore({ folder: data });
    await store.suppressions.add(optOut(1));
    for (const name of await readdir(data)) if (name.startsWith('journal')) await rm(join(data, name));
    await store.suppressions.add(optOut(2));
    await cp(data, `${data}-killed`, { recursive: true });
    await store.close();
    const after = await openLowdbStore({ folder: `${data}-killed` });
    for (const no of [1, 2]) expect(after.suppressions.blocks(aNumber(no))).toBe(true);
    await after.close();
  });
});
