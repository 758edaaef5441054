import { expect, test } from 'vitest';
import type { PhoneNumber } from '../../../../src/domain/ids.ts';
import type { Store } from '../../../../src/ports/store.ts';
import type { Disk, DiskFile } from '../../../../src/store/lowdb/files/disk.ts';
import type { Rival } from '../../../../src/store/lowdb/folder/lock.ts';
import { openLowdbStore } from '../../../../src/store/lowdb/lowdb-store.ts';
import { aCampaign, aSuppression, campaignId } from '../../../support/builders.ts';
import { aBatch, aList, now } from '../../contract/arrange.ts';
import { type SimulatedDisk, simulatedDisk } from '../simulated-disk.ts';

const size = 12;

/** In containers of one host name: nobody sees the other, and both have the pid 1. */
function container(name: string): Rival {
  const identity = { host: 'box', bootId: 'boot', pidNamespace: name, pid: 1, startedAt: '7' };
  return { identity, look: () => undefined, lengths: { look: 0, silence: 20 } };
}

function open(disk: Disk, name: string): Promise<Store> {
  return openLowdbStore({ folder: '/data', disk, rival: container(name), journalBytes: 400 });
}

/** A disk whose calls stand still from the given one on, until they are thawed. */
function freezing(disk: SimulatedDisk, from: number) {
  let calls = 0;
  const frozen = Promise.withResolvers<void>();
  const thaw = Promise.withResolvers<void>();
  const pass = async <T>(act: () => Promise<T>): Promise<T> => {
    calls += 1;
    if (calls === from) frozen.resolve();
    if (calls >= from) await thaw.promise;
    return act();
  };
  const fileOf = (file: DiskFile): DiskFile => ({
    write: (bytes) => pass(() => file.write(bytes)),
    sync: () => pass(() => file.sync()),
    standsAt: (path) => pass(() => file.standsAt(path)),
    close: () => pass(() => file.close()),
  });
  const view: Disk = {
    ...disk,
    makeFolder: (path) => pass(() => disk.makeFolder(path)),
    list: (folder) => pass(() => disk.list(folder)),
    identity: (folder) => pass(() => disk.identity(folder)),
    standsSinceMs: (path) => pass(() => disk.standsSinceMs(path)),
    read: (path) => pass(() => disk.read(path)),
    create: async (path) => fileOf(await pass(() => disk.create(path))),
    rename: (from_, to) => pass(() => disk.rename(from_, to)),
    remove: (path) => pass(() => disk.remove(path)),
    syncFolder: (path) => pass(() => disk.syncFolder(path)),
  };
  return { view, frozen: frozen.promise, thaw: () => thaw.resolve(), calls: () => calls };
}

/** Texts everybody it is given, one by one, until nobody is left or the store takes nothing any more. */
async function sendAll(store: Store, sent: PhoneNumber[]): Promise<void> {
  for (;;) {
    const claims = await store.recipients.claim(campaignId, aBatch(size), 1, now).catch(() => []);
    const [claim] = claims;
    if (!claim) return;
    if (store.trouble()) continue;
    sent.push(claim.number);
    await store.recipients.record(claim, { to: 'submitted', messageId: `m${claim.no}` }, now).catch(() => {});
    if (claim.no % 3 === 0) await store.suppressions.add(aSuppression({ number: claim.number })).catch(() => {});
  }
}

async function callsOfOneOwner(): Promise<number> {
  const { view, calls } = freezing(simulatedDisk(), Number.POSITIVE_INFINITY);
  const store = await open(view, 'first');
  await store.campaigns.create(aCampaign(), aList(size));
  await sendAll(store, []);
  await store.close();
  return calls();
}

test('frozen at any call to the disk and thawed under a second owner, the first texts nobody whom that one texts', async () => {
  const all = await callsOfOneOwner();
  expect(all).toBeGreaterThan(100);
  for (let from = 20; from <= all; from += 2) {
    const disk = simulatedDisk();
    const first = freezing(disk, from);
    const sent: PhoneNumber[] = [];
    const sending = (async () => {
      const store = await open(first.view, 'first');
      await store.campaigns.create(aCampaign(), aList(size));
      await sendAll(store, sent);
      await store.close();
    })();
    sending.catch(() => {});
    await first.frozen;

    const second = await open(disk, 'second');
    const known = await second.campaigns.get(campaignId);
    if (!known) await second.campaigns.create(aCampaign(), aList(size));
    const abandoned = await second.recipients.abandonClaims(now);
    const half: PhoneNumber[] = [];
    const secondSends = sendAll(second, half);
    first.thaw();
    await Promise.all([secondSends, sending.catch(() => {})]);
    await second.close();

    const twice = [...sent, ...half].filter((number, at, numbers) => numbers.indexOf(number) !== at);
    expect(twice, `frozen at call ${from}`).toEqual([]);
    expect(abandoned.flatMap(({ nos }) => nos).length).toBeLessThanOrEqual(1);
    const third = await open(disk, 'third');
    const { counts } = await third.recipients.tally(campaignId);
    expect(counts.queued + counts.claimed, `frozen at call ${from}`).toBe(0);
    expect(counts.submitted + counts.unconfirmed).toBe(size);
    await third.close();
  }
});
