import { expect, test } from 'vitest';
import { CampaignId } from '../../../src/domain/ids.ts';
import type { Store } from '../../../src/ports/store.ts';
import { openLowdbStore } from '../../../src/store/lowdb/lowdb-store.ts';
import { aCampaign } from '../../support/builders.ts';
import { aList } from '../contract/arrange.ts';
import { crashes, type SimulatedDisk, simulatedDisk } from './simulated-disk.ts';

const books = ['first', 'second', 'third'];
const idOf = (at: number) => CampaignId.parse('abc'[at]!.repeat(8));

/** Three campaigns, each approved under a book of its own; the first is over before the third is approved. */
async function liveThrough(disk: SimulatedDisk): Promise<Store> {
  const store = await openLowdbStore({ folder: '/data', disk, journalBytes: 3_000 });
  for (const [at, hash] of books.entries()) {
    const id = idOf(at);
    const { approval, ...rest } = aCampaign({ id, origin: id, list: { ...aCampaign().list, size: 1 } });
    const waiting = { ...rest, status: 'pending_approval' as const, approval: null };
    const created = await store.campaigns.create(waiting, aList(1));
    const approved = { ...created, status: 'scheduled' as const, approval: { ...approval!, rules: hash } };
    await store.campaigns.save(approved, { book: { hash, text: hash.repeat(300) } });
    const first = (await store.campaigns.get(idOf(0)))!;
    if (at === 1) await store.campaigns.save({ ...first, status: 'failed' });
  }
  return store;
}

test.each(crashes)('after a crash at any moment, each approval that is there has its book (%s)', async (crash) => {
  const left: SimulatedDisk[] = [];
  const disk = simulatedDisk();
  disk.beforeCall = () => left.push(disk.afterCrash(crash));
  const lived = await liveThrough(disk);
  await lived.close();
  left.push(disk.afterCrash(crash));
  expect(left.length).toBeGreaterThan(30);
  const seen = new Set<string>();
  for (const one of left) {
    const store = await openLowdbStore({ folder: '/data', disk: one });
    for (const { approval, status } of await store.campaigns.list()) {
      const hash = approval?.rules;
      if (hash === undefined || status === 'failed') continue;
      expect(store.campaigns.book(hash)).toBe(hash.repeat(300));
      seen.add(hash);
    }
    const kept = books.filter((hash) => store.campaigns.book(hash) !== undefined);
    const named = (await store.campaigns.list()).map(({ approval }) => approval?.rules);
    expect(kept.filter((hash) => !named.includes(hash))).toEqual([]);
    await store.close();
  }
  expect([...seen].sort()).toEqual(['first', 'second', 'third']);
});
