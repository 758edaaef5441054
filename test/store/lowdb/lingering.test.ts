import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { openLowdbStore, usualLingerMs } from '../../../src/store/lowdb/lowdb-store.ts';
import { aCampaign, aNumber, aSuppression, campaignId } from '../../support/builders.ts';
import { handClock, timersOf } from '../../support/hand-clock.ts';
import { aList, aMessageId, aReceipt, claimAll, later } from '../contract/arrange.ts';
import { simulatedDisk } from './simulated-disk.ts';

/** Ten people have been claimed; `syncs`: of the journal since then. */
async function afterTheClaims() {
  const clock = handClock();
  const disk = simulatedDisk();
  const store = await openLowdbStore({ folder: '/data', disk, timers: timersOf(clock), lingerMs: usualLingerMs });
  onTestFinished(() => store.close());
  await store.campaigns.create(aCampaign(), aList(10));
  const claims = await claimAll(store, 10);
  let syncs = 0;
  disk.beforeCall = (_, what) => {
    if (what === 'sync') syncs += 1;
  };
  const record = (no: number) =>
    store.recipients.record(claims[no]!, { to: 'submitted', messageId: aMessageId(no) }, later);
  return { clock, disk, store, record, syncs: () => syncs };
}

test('results and receipts of one moment share a write, and are answered when it is durable', async () => {
  const { clock, disk, store, record, syncs } = await afterTheClaims();
  let answered = 0;
  const waiting = [record(0), record(1), store.recipients.receive(aReceipt(2))];
  for (const one of waiting) void one.then(() => (answered += 1));
  await clock.advance(usualLingerMs - 1);
  expect([syncs(), answered]).toEqual([0, 0]);

  await clock.advance(1);
  await Promise.all(waiting);
  expect(syncs()).toBe(1);
  const left = await openLowdbStore({ folder: '/data', disk: disk.afterCrash('power') });
  onTestFinished(() => left.close());
  expect((await left.recipients.tally(campaignId)).counts).toMatchObject({ submitted: 2, delivered: 1 });
});

test('what was not durable yet when the power failed was told to nobody, and is in doubt', async () => {
  const { clock, disk, record } = await afterTheClaims();
  const waiting = record(0);
  await clock.advance(usualLingerMs - 1);
  const left = await openLowdbStore({ folder: '/data', disk: disk.afterCrash('power') });
  onTestFinished(() => left.close());
  await left.recipients.abandonClaims(later);
  expect((await left.recipients.tally(campaignId)).counts).toMatchObject({ submitted: 0, unconfirmed: 10 });
  await clock.advance(1);
  await waiting;
});

type Store = Awaited<ReturnType<typeof afterTheClaims>>['store'];
const hurries: { who: string; act: (store: Store, record: (no: number) => Promise<void>) => Promise<unknown> }[] = [
  { who: 'a STOP', act: (store) => store.suppressions.add(aSuppression({ number: aNumber(77) })) },
  { who: 'whoever asks what is durable', act: (store) => store.durable() },
  { who: 'the eighth of them', act: (_, record) => Promise.all([1, 2, 3, 4, 5, 6, 7].map(record)) },
  { who: 'the end of the program', act: (store) => store.close() },
];

test.each(hurries)('$who waits for no other, and takes along what waits', async ({ act }) => {
  const { store, record } = await afterTheClaims();
  const waiting = record(0);
  await setImmediate();
  await act(store, record);
  await waiting;
});
