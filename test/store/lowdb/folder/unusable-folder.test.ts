import { chmod, mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openLowdbStore } from '../../../../src/store/lowdb/lowdb-store.ts';
import { aFolder } from '../../../support/temporary-folder.ts';

test.each([
  [
    'a file',
    async () => {
      const file = join(await aFolder(), 'data');
      await writeFile(file, '');
      return file;
    },
  ],
  [
    'below a file',
    async () => {
      const file = join(await aFolder(), 'data');
      await writeFile(file, '');
      return join(file, 'deeper');
    },
  ],
])('a data folder that is %s is refused at once, by the name of its setting', async (_, make) => {
  const folder = await make();
  const opening = openLowdbStore({ folder });
  await expect(opening).rejects.toThrow(`STORE_URL: the data folder ${folder} cannot be used: it is a file`);
  await expect(opening).rejects.toThrow(/name another folder, such as file:\.\/data\.$/);
});

test.skipIf(process.platform !== 'linux')('where no folder can be made nothing is waited for', async () => {
  await expect(openLowdbStore({ folder: '/proc/nope/deeper' })).rejects.toThrow(
    'STORE_URL: the data folder /proc/nope/deeper cannot be used: it is not there and cannot be made',
  );
});

// The administrator may write everywhere.
test.skipIf(process.getuid?.() === 0)(
  'a data folder of another user is refused, by the name of its setting',
  async () => {
    const folder = join(await aFolder(), 'data');
    await mkdir(folder, { mode: 0o500 });
    onTestFinished(() => chmod(folder, 0o700));
    await expect(openLowdbStore({ folder })).rejects.toThrow(/^STORE_URL: .*this user may not write there \(EACCES\)/);
  },
);

test('a folder that is missing with its parents is made, for this user only', async () => {
  const folder = join(await aFolder(), 'one', 'two');
  await (await openLowdbStore({ folder })).close();
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
});
