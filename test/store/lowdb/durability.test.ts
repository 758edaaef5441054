import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Store } from '../../../src/ports/store.ts';
import { openLowdbStore } from '../../../src/store/lowdb/lowdb-store.ts';
import { aCampaign, aNumber, aSuppression, campaignId } from '../../support/builders.ts';
import { aList, aReceipt, claimAll, now } from '../contract/arrange.ts';
import { type SimulatedDisk, simulatedDisk } from './simulated-disk.ts';
import { stop } from './small-campaign.ts';

type Repeated = { what: string; act: (store: Store) => Promise<unknown>; isKnown: (store: Store) => Promise<boolean> };

const repeated: Repeated[] = [
  {
    what: 'a delivery receipt',
    act: (store) => store.recipients.receive(aReceipt(0)),
    isKnown: async (store) => (await store.recipients.tally(campaignId)).counts.delivered === 1,
  },
  {
    what: 'an inbound message',
    act: (store) => store.conversations.receive(stop),
    isKnown: async (store) => (await store.conversations.ofCampaign(campaignId)).length === 1,
  },
  {
    what: 'an opt-out',
    act: (store) => store.suppressions.add(aSuppression()),
    isKnown: async (store) => store.suppressions.blocks(aNumber()),
  },
  {
    what: 'an outcome',
    act: (store) =>
      store.recipients.record(
        { campaignId, no: 0, attempt: 1, claimedAt: now },
        { to: 'rejected', reason: '1' },
        new Date(0),
      ),
    isKnown: async (store) => (await store.recipients.tally(campaignId)).counts.rejected === 1,
  },
  {
    what: 'a form submission',
    act: (store) => store.campaigns.create(aCampaign({ origin: 'again', id: 'efgh6789' as typeof campaignId }), []),
    isKnown: async (store) => (await store.campaigns.list()).length === 2,
  },
];

test.each(repeated)('$what that is repeated is answered only when the first is durable', async ({ act, isKnown }) => {
  const disk = simulatedDisk();
  const store = await openLowdbStore({ folder: '/data', disk });
  await store.campaigns.create(aCampaign(), aList(8));
  await claimAll(store, 1);
  disk.turnsOf = (what, path) => (what === 'sync' && path.includes('journal') ? 30 : 1);

  const first = act(store);
  while (!(await isKnown(store))) await setImmediate();
  await act(store);
  const left = await openLowdbStore({ folder: '/data', disk: disk.afterCrash('power') });
  expect(await isKnown(left)).toBe(true);

  await first;
  await left.close();
  await store.close();
});

test('a document never knows more than the journal, however slow the journal is', async () => {
  const disk = simulatedDisk();
  disk.turnsOf = (what, path) => (what === 'sync' && path.includes('journal') ? 15 : 1);
  const moments: SimulatedDisk[] = [];
  const store = await openLowdbStore({ folder: '/data', disk, journalBytes: 1 });
  disk.beforeCall = () => moments.push(disk.afterCrash('power'));

  const added: Promise<void>[] = [];
  for (let no = 0; no < 60; no += 1) {
    // Numbers with the same last digits share a document.
    added.push(store.suppressions.add(aSuppression({ number: aNumber(no * 100) })));
    await setImmediate();
  }
  await Promise.all(added);
  disk.beforeCall = () => {};
  await store.close();

  for (const left of moments) await (await openLowdbStore({ folder: '/data', disk: left })).close();
});
