import { describe, expect, test } from 'vitest';
import type { Store } from '../../../../src/ports/store.ts';
import { sealDocument } from '../../../../src/store/lowdb/files/document-file.ts';
import { openLowdbStore } from '../../../../src/store/lowdb/lowdb-store.ts';
import { aCampaign, aNumber, aSuppression, campaignId } from '../../../support/builders.ts';
import { aList, claimAll } from '../../contract/arrange.ts';
import { type SimulatedDisk, simulatedDisk } from '../simulated-disk.ts';

/** A store that was killed: a campaign, three opt-outs one after the other, nothing but lists and journal on disk. */
async function aKilledStore(): Promise<SimulatedDisk> {
  const disk = simulatedDisk();
  const store = await openLowdbStore({ folder: '/data', disk });
  await store.campaigns.create(aCampaign(), aList(3));
  for (const no of [0, 1, 2]) await store.suppressions.add(aSuppression({ number: aNumber(no) }));
  const left = disk.afterCrash('power');
  await store.close();
  return left;
}

/** The same after a clean end: everything is in documents. */
async function aClosedStore(): Promise<SimulatedDisk> {
  const disk = await aKilledStore();
  const store = await openLowdbStore({ folder: '/data', disk });
  await claimAll(store);
  await store.close();
  return disk.afterCrash('power');
}

function journalOf(disk: SimulatedDisk): string {
  const path = disk.paths().find((name) => name.includes('journal') && disk.contentOf(name).length > 0);
  if (!path) throw new Error('There is no journal.');
  return path;
}

/** Longer than some sectors of the disk. */
const aLongNote = {
  id: 'long',
  at: '2026-11-23T15:00:00.000Z',
  kind: 'note' as const,
  campaignId,
  note: { kind: 'failed' as const, detail: 'so '.repeat(1000) },
};

async function expectRefused(disk: SimulatedDisk, message: string | RegExp): Promise<void> {
  const before = dataOf(disk);
  await expect(openLowdbStore({ folder: '/data', disk })).rejects.toThrow(message);
  expect(dataOf(disk)).toEqual(before);
}

/** Every file's content, but for the heartbeat, which is nobody's data. */
function dataOf(disk: SimulatedDisk): Record<string, string> {
  const paths = disk.paths().filter((path) => !path.includes('/heartbeat.'));
  return Object.fromEntries(paths.map((path) => [path, disk.contentOf(path).toString('latin1')]));
}

/** With other content under a checksum of its own. */
function rewritten(bytes: Buffer, changes: object): Buffer {
  const { crc: _, of, ...data } = JSON.parse(bytes.toString());
  return sealDocument(of, { ...data, ...changes });
}

function documentsOf(disk: SimulatedDisk): string[] {
  return Object.keys(dataOf(disk)).filter((path) => path.endsWith('.json'));
}

async function using<T>(disk: SimulatedDisk, act: (store: Store) => Promise<T>, log: object[] = []): Promise<T> {
  const store = await openLowdbStore({ folder: '/data', disk, log: (event) => log.push(event) });
  try {
    return await act(store);
  } finally {
    await store.close();
  }
}

describe('the journal', () => {
  test('that is torn anywhere in its last line is cut there, and said so', async () => {
    const killed = await aKilledStore();
    const path = journalOf(killed);
    const bytes = killed.contentOf(path);
    const lastLineAt = bytes.lastIndexOf(0x0a, bytes.length - 2) + 1;
    for (let length = lastLineAt; length < bytes.length; length += 1) {
      const disk = killed.afterCrash('power');
      disk.put(path, bytes.subarray(0, length));
      const log: object[] = [];
      await using(
        disk,
        async (store) => {
          expect(await store.suppressions.count()).toBe(2);
          await store.suppressions.add(aSuppression({ number: aNumber(2) }));
        },
        log,
      );
      if (length > lastLineAt) expect(log[0]).toEqual({ kind: 'journal_cut', file: path, offset: lastLineAt });
      expect(await using(disk, (store) => store.suppressions.count())).toBe(3);
    }
  });

  test('whose last line has blocks that never reached the medium is cut there', async () => {
    const lived = simulatedDisk();
    const store = await openLowdbStore({ folder: '/data', disk: lived });
    await store.suppressions.add(aSuppression({ number: aNumber(1) }));
    await store.announcements.add([aLongNote]);
    const disk = lived.afterCrash('power');
    await store.close();
    const path = journalOf(disk);
    const bytes = Buffer.from(disk.contentOf(path));
    bytes.fill(0, 1024, 2048);
    disk.put(path, bytes);
    await using(disk, async (restarted) => {
      expect(await restarted.suppressions.count()).toBe(1);
      expect(await restarted.announcements.pending()).toEqual([]);
    });
  });

  test('whose last line has a single zero, or another byte for its line break, is refused', async () => {
    const killed = await aKilledStore();
    const path = journalOf(killed);
    const original = killed.contentOf(path);
    for (const [at, byte] of [
      [original.length - 30, 0],
      [original.length - 1, 0x0b],
    ] as const) {
      // After a power failure how far it reached may be lost.
      const disk = killed.afterCrash('power');
      const bytes = Buffer.from(original);
      bytes[at] = byte;
      disk.put(path, bytes);
      await expectRefused(disk, `${path} is damaged at byte ${original.lastIndexOf(0x0a, -2) + 1}:`);
    }
  });

  test('with a changed byte in any complete line is refused, naming file and byte', async () => {
    const killed = await aKilledStore();
    const path = journalOf(killed);
    const original = killed.contentOf(path);
    for (let at = 0; at < original.length; at += 7) {
      if (original[at] === 0x0a) continue;
      const disk = killed.afterCrash('power');
      const bytes = Buffer.from(original);
      bytes[at] = bytes[at]! ^ 1;
      if (bytes[at] === 0x0a) continue;
      disk.put(path, bytes);
      await expectRefused(disk, `${path} is damaged at byte ${original.lastIndexOf(0x0a, at) + 1}:`);
    }
  });

  test('that a power failure brings back, in part, after it was dropped is passed over', async () => {
    const killed = await aKilledStore();
    const path = journalOf(killed);
    const bytes = killed.contentOf(path);
    const disk = await aClosedStore();
    disk.put(path, bytes.subarray(0, bytes.indexOf(0x0a) + 1));
    expect(await using(disk, (store) => store.suppressions.count())).toBe(3);
  });

  test('that has a change which was never acknowledged in an older file is continued without it', async () => {
    const disk = simulatedDisk();
    const store = await openLowdbStore({ folder: '/data', disk });
    for (const failing of ['sync', 'write']) {
      disk.beforeCall = (_call, what) => {
        if (what === failing) throw new Error('EIO: i/o error');
      };
      await expect(store.suppressions.add(aSuppression())).rejects.toThrow('EIO');
    }
    disk.beforeCall = () => {};
    const left = disk.afterCrash('process');
    await store.close();

    await using(left, async (restarted) => {
      await restarted.suppressions.add(aSuppression({ number: aNumber(1) }));
      await using(left.afterCrash('power'), async (afterPowerFailure) => {
        expect(afterPowerFailure.suppressions.blocks(aNumber(1))).toBe(true);
      });
    });
  });

  test('without one of its lines, or without its file, is refused', async () => {
    const killed = await aKilledStore();
    const path = journalOf(killed);
    const lines = killed.contentOf(path).toString().split('\n');
    killed.put(path, Buffer.from([lines[0], ...lines.slice(2)].join('\n')));
    await expectRefused(killed, 'change 2 is missing');

    const disk = await aKilledStore();
    await disk.remove(path);
    await expectRefused(disk, 'are missing');
  });
});

describe('documents', () => {
  test.each(['', 'null', '[]', '{', '{"seq":1}'])('with the content "%s" are refused, by name', async (content) => {
    const closed = await aClosedStore();
    const documents = documentsOf(closed);
    expect(documents.length).toBeGreaterThan(6);
    for (const path of documents) {
      const disk = closed.afterCrash('power');
      disk.put(path, Buffer.from(content));
      await expectRefused(disk, `${path} is damaged at byte`);
    }
  });

  test('that must exist and are missing are refused, by name', async () => {
    const closed = await aClosedStore();
    for (const path of documentsOf(closed).filter((path) => !path.endsWith('meta.json'))) {
      const disk = closed.afterCrash('power');
      await disk.remove(path);
      await expectRefused(disk, `${path} is damaged at byte 0: the file is missing`);
    }
  });

  test('that know more than the journal are refused: the journal is an old one', async () => {
    const disk = await aClosedStore();
    const path = disk.paths().find((name) => name.includes('suppressions'))!;
    disk.put(path, rewritten(disk.contentOf(path), { seq: 999 }));
    await expectRefused(disk, 'it contains change 999, but the journal ends with');
  });

  test('without the meta.json beside them are refused', async () => {
    for (const disk of [await aClosedStore(), await aKilledStore()]) {
      await disk.remove('/data/meta.json');
      await expectRefused(disk, 'no meta.json');
    }
  });

  test('of a newer version are refused, untouched', async () => {
    const disk = await aClosedStore();
    disk.put('/data/meta.json', rewritten(disk.contentOf('/data/meta.json'), { schema: 3 }));
    await expectRefused(disk, 'newer version of Trickle');
  });

  test('that a crash left behind are removed', async () => {
    const disk = await aClosedStore();
    const before = documentsOf(disk).sort();
    disk.put('/data/state.abcd2345.0.json.x.tmp', Buffer.from('{'));
    disk.put(`/data/list.${campaignId}.00000000.0.json`, Buffer.from('{}'));
    await using(disk, async () => {});
    expect(disk.paths().filter((path) => path.endsWith('.tmp'))).toEqual([]);
    expect(documentsOf(disk).sort()).toEqual(before);
  });
});
