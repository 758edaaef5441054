import { describe, expect, test } from 'vitest';
import { nothingForeseen } from '../../../../src/domain/answering/answering.ts';
import type { Store } from '../../../../src/ports/store.ts';
import { openLowdbStore } from '../../../../src/store/lowdb/lowdb-store.ts';
import { aDraft, aNumber, anInbound, aSuppression, author, campaignId, sender } from '../../../support/builders.ts';
import { aBatch, aList, aMessageId, claimAll, later, now, received, startCampaign } from '../../contract/arrange.ts';
import { type SimulatedDisk, simulatedDisk } from '../simulated-disk.ts';

const size = 1100;
const list = `/data/list.${campaignId}.`;

/** In mid-campaign, killed: documents of before a restart, a journal of after it, an opt-out in each. */
async function aFolder(): Promise<SimulatedDisk> {
  const disk = simulatedDisk();
  const first = await openLowdbStore({ folder: '/data', disk });
  await startCampaign(first, size);
  await sendTo(first, 3);
  await first.suppressions.add(aSuppression({ number: aNumber(5) }));
  await first.conversations.receive(received());
  const form = { answering: nothingForeseen, by: author, at: now.toISOString() };
  await first.forms.keep('first', form);
  await first.close();
  const second = await openLowdbStore({ folder: '/data', disk });
  await sendTo(second, 1);
  await second.suppressions.add(aSuppression({ number: aNumber(4) }));
  await second.forms.keep('second', form);
  const left = disk.afterCrash('process');
  await second.close();
  return left;
}

async function sendTo(store: Store, count: number): Promise<void> {
  for (const claim of await store.recipients.claim(campaignId, aBatch(), count, now)) {
    await store.recipients.record(claim, { to: 'submitted', messageId: aMessageId(claim.no) }, now);
  }
}

function filesOf(disk: SimulatedDisk): string[] {
  return disk.paths().filter((path) => !path.includes('/heartbeat.'));
}

function contents(disk: SimulatedDisk): Record<string, string> {
  return Object.fromEntries(filesOf(disk).map((path) => [path, disk.contentOf(path).toString('latin1')]));
}

async function expectRefused(disk: SimulatedDisk, file: string, what = ''): Promise<void> {
  const before = contents(disk);
  const opening = openLowdbStore({ folder: '/data', disk });
  await expect(opening).rejects.toThrow(/Restore the whole folder from a backup/);
  await expect(opening).rejects.toThrow(file);
  await expect(opening).rejects.toThrow(what);
  expect(contents(disk)).toEqual(before);
}

async function onDisk<T>(disk: SimulatedDisk, act: (store: Store) => Promise<T>): Promise<T> {
  const store = await openLowdbStore({ folder: '/data', disk });
  try {
    return await act(store);
  } finally {
    await store.close();
  }
}

/** Nobody who was sent to or opted out is claimed again, and everybody else is. */
async function expectAsItWas(disk: SimulatedDisk): Promise<void> {
  await onDisk(disk, async (store) => {
    await store.recipients.abandonClaims(later);
    const claimed = (await claimAll(store)).map(({ no }) => no);
    expect(claimed).toEqual(Array.from({ length: size }, (_, no) => no).slice(6));
  });
}

describe('what is on disk', () => {
  test('with one changed bit, wherever, is refused by name, or changes nothing', async () => {
    const folder = await aFolder();
    const outcomes = { refused: 0, harmless: 0 };
    for (const path of filesOf(folder)) {
      const original = folder.contentOf(path);
      const step = Math.max(1, Math.floor(original.length / 60));
      for (let at = 0; at < original.length; at += step) {
        const disk = folder.afterCrash('process');
        const bytes = Buffer.from(original);
        bytes[at] = bytes[at]! ^ (1 << (at % 8));
        disk.put(path, bytes);
        if (path.endsWith('reach.ndjson')) {
          await expectAsItWas(disk);
          outcomes.harmless += 1;
        } else {
          await expectRefused(disk, path);
          outcomes.refused += 1;
        }
      }
    }
    expect(outcomes.refused).toBeGreaterThan(500);
  });

  test.each([
    ['emptied', () => Buffer.alloc(0)],
    ['cut at a third', (bytes: Buffer) => bytes.subarray(0, bytes.length / 3)],
    ['cut in half', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['an empty object', () => Buffer.from('{}')],
  ])('is refused when any file is %s', async (_what, change) => {
    const folder = await aFolder();
    for (const path of filesOf(folder)) {
      const disk = folder.afterCrash('process');
      const bytes = change(disk.contentOf(path));
      if (disk.contentOf(path).equals(bytes)) continue;
      disk.put(path, bytes);
      // What is left of it is a line that was true once.
      if (path.endsWith('reach.ndjson') && bytes.includes(0x0a)) await expectAsItWas(disk);
      else await expectRefused(disk, '/data');
    }
  });

  test('is refused when any file is missing', async () => {
    const folder = await aFolder();
    for (const path of filesOf(folder)) {
      const disk = folder.afterCrash('process');
      await disk.remove(path);
      await expect(openLowdbStore({ folder: '/data', disk })).rejects.toThrow('Restore the whole folder');
    }
  });

  test.each(['missing', 'emptied', 'one of another store'])(
    'is refused when the journal ends too early and the file that tells so is %s, from the first process on',
    async (fate) => {
      const disk = simulatedDisk();
      const first = await openLowdbStore({ folder: '/data', disk });
      await first.suppressions.add(aSuppression({ number: aNumber(1) }));
      await first.suppressions.add(aSuppression({ number: aNumber(2) }));
      const young = disk.afterCrash('process');
      await first.close();
      const foreign = (await aFolder()).contentOf('/data/reach.ndjson');
      for (const folder of [young, await aFolder()]) {
        const journal = filesOf(folder).find((name) => name.includes('journal'))!;
        const bytes = folder.contentOf(journal);
        folder.put(journal, bytes.subarray(0, bytes.lastIndexOf(0x0a, -2) + 1));
        if (fate === 'missing') await folder.remove('/data/reach.ndjson');
        else folder.put('/data/reach.ndjson', fate === 'emptied' ? Buffer.alloc(0) : foreign);
        await expectRefused(folder, '/data/reach.ndjson');
      }
    },
  );

  test('is refused when two files are exchanged, or one is a copy of another', async () => {
    const folder = await aFolder();
    for (const path of filesOf(folder)) {
      for (const other of filesOf(folder)) {
        if (path === other || folder.contentOf(path).equals(folder.contentOf(other))) continue;
        const disk = folder.afterCrash('process');
        disk.put(path, folder.contentOf(other));
        await expectRefused(disk, '/data');
        const exchanged = folder.afterCrash('process');
        exchanged.put(path, folder.contentOf(other));
        exchanged.put(other, folder.contentOf(path));
        await expectRefused(exchanged, '/data');
      }
    }
  });

  test('is refused when any document, or meta.json, is of an older day', async () => {
    const folder = await aFolder();
    const newer = folder.afterCrash('process');
    await onDisk(newer, async (store) => {
      await sendTo(store, 2);
      await store.suppressions.add(aSuppression({ number: aNumber(105) }));
      await store.conversations.receive(received({ message: anInbound({ id: 'in-2' }) }));
    });
    const changed = filesOf(newer).filter(
      (path) => folder.paths().includes(path) && !folder.contentOf(path).equals(newer.contentOf(path)),
    );
    expect(changed.filter((path) => !path.endsWith('reach.ndjson')).length).toBeGreaterThanOrEqual(4);
    for (const path of changed) {
      const disk = newer.afterCrash('process');
      disk.put(path, folder.contentOf(path));
      if (path.endsWith('reach.ndjson')) continue;
      await expectRefused(disk, path.endsWith('meta.json') ? '/data' : path);
    }
  });

  test('is refused when a file of the same name comes from another store', async () => {
    const [mine, other] = [await aFolder(), await aFolder()];
    for (const path of filesOf(other).filter((name) => mine.paths().includes(name))) {
      const disk = mine.afterCrash('process');
      disk.put(path, other.contentOf(path));
      await expectRefused(disk, '/data');
    }
  });

  test('is refused when the journal ends before what was stored', async () => {
    const folder = await aFolder();
    const path = filesOf(folder).find((name) => name.includes('journal'))!;
    const bytes = folder.contentOf(path);
    for (let end = bytes.lastIndexOf(0x0a, -2); end > 0; end = bytes.lastIndexOf(0x0a, end - 1)) {
      const disk = folder.afterCrash('process');
      disk.put(path, bytes.subarray(0, end + 1));
      await expectRefused(disk, path, 'was stored');
    }
  });
});

describe('a list that changes after the start', () => {
  async function withChanged(act: (store: Store, disk: SimulatedDisk) => Promise<void>): Promise<void> {
    const disk = simulatedDisk();
    const store = await openLowdbStore({ folder: '/data', disk });
    await startCampaign(store, size);
    const path = disk.paths().find((name) => name.startsWith(list) && name.endsWith('.1.json'))!;
    const forged = disk
      .contentOf(path)
      .toString()
      .replaceAll('Person 5', 'Forged 5')
      .replaceAll('+1201555', '+1201666');
    disk.put(path, Buffer.from(forged));
    try {
      await act(store, disk);
    } finally {
      await store.close();
    }
  }

  test('is not claimed from, with whatever was put in its place; what is whole is', async () => {
    await withChanged(async (store) => {
      expect(await store.recipients.claim(campaignId, aBatch(), 500, now)).toHaveLength(500);
      await expect(store.recipients.claim(campaignId, aBatch(), 1, now)).rejects.toMatchObject({ isDamage: true });
      expect((await store.recipients.tally(campaignId)).counts).toMatchObject({ claimed: 500, queued: size - 500 });
    });
  });

  test('is refused at the next start', async () => {
    await withChanged(async (_store, disk) => {
      await expectRefused(disk.afterCrash('process'), list);
    });
  });

  test('does not keep anybody on it from being heard', async () => {
    await withChanged(async (store) => {
      const [claim] = (await store.recipients.claim(campaignId, aBatch(), 500, now)).slice(-1);
      expect(await store.recipients.lastTexted(claim!.number, sender)).toMatchObject({ no: 499 });
    });
  });

  test('does not matter for a draft that is deleted', async () => {
    const disk = simulatedDisk();
    await onDisk(disk, async (store) => {
      await store.campaigns.create(aDraft(), aList(3));
      expect(await store.campaigns.discard(campaignId)).toBe(true);
    });
    expect(disk.paths().filter((path) => path.includes(campaignId))).toEqual([]);
  });
});
