import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createUploads } from '../../src/api/uploads.ts';
import { StorageError } from '../../src/ports/store.ts';
import { createUploadSweep } from '../../src/services/api/sweep-uploads.ts';
import { anApi, tutorial } from '../support/api.ts';
import { aBench } from '../support/services.ts';

async function aFolder() {
  const folder = join(await mkdtemp(join(tmpdir(), 'trickle-uploads-')), 'uploads');
  onTestFinished(() => rm(join(folder, '..'), { recursive: true }));
  return { folder, uploads: createUploads(folder), names: async () => readdir(folder).catch(() => []) };
}

async function* pieces(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

async function* breaking(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('phone\n');
  throw new Error('cut');
}

describe('a list that came in', () => {
  test('is kept whole, and read again as often as needed', async () => {
    const { uploads } = await aFolder();
    const { id } = await uploads.keep(pieces('phone\n', '+12015550101\n'));
    for (let no = 0; no < 2; no += 1) {
      const read = await Array.fromAsync((await uploads.open(id))!);
      expect(Buffer.concat(read).toString()).toBe('phone\n+12015550101\n');
    }
    await uploads.drop(id);
    expect(await uploads.open(id)).toBeUndefined();
    await uploads.drop(id);
  });

  test('leaves nothing when it breaks off', async () => {
    const { uploads, names } = await aFolder();
    await expect(uploads.keep(breaking())).rejects.toThrow('cut');
    expect(await names()).toEqual([]);
  });

  test('is told to come again later when the disk takes nothing', async () => {
    const { folder, uploads, names } = await aFolder();
    await writeFile(folder, 'no folder');
    await expect(uploads.keep(pieces('phone\n'))).rejects.toBeInstanceOf(StorageError);
    await rm(folder);
    const taken = async function* () {
      yield Buffer.from('phone\n');
      const [begun] = await names();
      await rm(join(folder, begun!));
    };
    await expect(uploads.keep(taken())).rejects.toBeInstanceOf(StorageError);
    expect(await names()).toEqual([]);
  });

  test('cannot be named by a path', async () => {
    const { uploads } = await aFolder();
    await expect(uploads.open('upload-../../etc/passwd')).rejects.toThrow('no id');
    expect(await uploads.open('F0SLACK')).toBeUndefined();
  });
});

test('at a start everything goes that no draft needs, whatever a killed process had begun', async () => {
  const bench = await aBench();
  const api = await anApi(bench);
  const needed = await api.post('/api/campaigns', { ...tutorial, consent_how: 'bought' });
  await api.uploads.keep(pieces('phone\n'));
  const sweep = createUploadSweep({ ...bench.deps, uploads: api.uploads });
  await sweep.start();
  const draft = await bench.campaigns.get(needed.body.id);
  expect(await api.waiting()).toEqual([(draft.listSource as { id: string }).id]);

  const { folder, uploads, names } = await aFolder();
  const { id } = await uploads.keep(pieces('phone\n'));
  await writeFile(join(folder, `${id}.part`), 'pho');
  await uploads.dropAllBut(new Set([id]), new Date(Date.now() + 60_000));
  expect(await names()).toEqual([id]);
});

test('later a list goes an hour after it came, once its draft is gone', async () => {
  const bench = await aBench();
  const api = await anApi(bench);
  const { body } = await api.post('/api/campaigns', { ...tutorial, consent_how: 'bought' });
  const sweep = createUploadSweep({ ...bench.deps, uploads: api.uploads });
  await sweep.start();
  const draft = await bench.campaigns.get(body.id);
  for (const { id } of await bench.store.announcements.pending()) await bench.store.announcements.done(id, null);
  expect(await bench.store.campaigns.discard(draft.id, draft.version)).toBe(true);
  const dropped: unknown[] = [];
  const watched = createUploadSweep({
    ...bench.deps,
    uploads: { ...api.uploads, dropAllBut: async (ids, before) => void dropped.push([...ids], before) },
  });
  await watched.start();
  watched.tick();
  expect(dropped).toHaveLength(2);
  await bench.clock.advance(3_600_000);
  watched.tick();
  await expect.poll(() => dropped.length).toBe(4);
  expect(dropped[2]).toEqual([]);

  const { folder, uploads, names } = await aFolder();
  const { id } = await uploads.keep(pieces('phone\n'));
  await uploads.dropAllBut(new Set(), new Date(Date.now() - 3_600_000));
  expect(await names()).toEqual([id]);
  const old = new Date(Date.now() - 7_200_000);
  await utimes(join(folder, id), old, old);
  await uploads.dropAllBut(new Set(), new Date(Date.now() - 3_600_000));
  expect(await names()).toEqual([]);
});
