import { expect } from 'vitest';
import { CampaignId } from '../../../src/domain/ids.ts';
import type { ReceivedMessage } from '../../../src/ports/conversations.ts';
import type { Store } from '../../../src/ports/store.ts';
import { StorageError } from '../../../src/ports/store.ts';
import { openLowdbStore } from '../../../src/store/lowdb/lowdb-store.ts';
import { aCampaign, aDraft, aMexican, anInbound, aSuppression, campaignId } from '../../support/builders.ts';
import { aBatch, aConversationHead, aList, aMessageId, aReceipt, later, now } from '../contract/arrange.ts';
import type { SimulatedDisk } from './simulated-disk.ts';

export const size = 8;
/** Who writes STOP, from another spelling of the number than the list's. */
const leaver = 5;
const { listed, fromNetwork } = aMexican();
const list = aList(size).map((row, no) => (no === leaver ? { ...row, number: listed } : row));

/** What the world outside knows: what the store has acknowledged, and what has left because of it. */
export type Ledger = {
  created: boolean;
  sent: number[];
  submitted: number[];
  delivered: number[];
  stopped: boolean;
  drafted: boolean;
  discarded: boolean;
};

export function emptyLedger(): Ledger {
  return { created: false, sent: [], submitted: [], delivered: [], stopped: false, drafted: false, discarded: false };
}

export function copyOf(ledger: Ledger): Ledger {
  return structuredClone(ledger);
}

export const stop: ReceivedMessage = {
  message: anInbound({ id: 'stop', text: 'STOP', reading: 'opt_out' }),
  conversation: aConversationHead({ number: listed }),
  suppress: aSuppression({ number: fromNetwork }),
  announcements: [{ id: 'told', at: now.toISOString(), kind: 'review_card', campaignId }],
};

/** Written, and deleted again before the restart. */
export const draftId = CampaignId.parse('drft2345');

/** Lives through a small campaign with a restart in the middle; goes on after failures, as the program does. */
export async function liveThrough(disk: SimulatedDisk, ledger: Ledger): Promise<Store> {
  let store = await openStore(disk);
  await attempt(async () => {
    await store.campaigns.create(aCampaign(), list);
    ledger.created = true;
  });
  await attempt(async () => {
    await store.campaigns.create(aDraft({ id: draftId, origin: 'draft' }), aList(3));
    ledger.drafted = true;
  });
  await send(store, 2, ledger);
  await Promise.all([send(store, 1, ledger), receiveStop(store, ledger), deliver(store, 0, ledger)]);
  await attempt(async () => {
    ledger.discarded = (await store.campaigns.discard(draftId)) || ledger.discarded;
  });
  await store.close();
  store = await openStore(disk);
  await attempt(() => store.recipients.abandonClaims(later));
  await send(store, 2, ledger);
  await Promise.all([deliver(store, 1, ledger), deliver(store, 3, ledger), receiveStop(store, ledger)]);
  return store;
}

/** Claims and sends so many; the answer of each is recorded. */
export async function send(store: Store, count: number, ledger: Ledger): Promise<void> {
  await attempt(async () => {
    const claims = await store.recipients.claim(campaignId, aBatch(), count, now);
    ledger.sent.push(...claims.map(({ no }) => no));
    await Promise.all(
      claims.map((claim) =>
        attempt(async () => {
          await store.recipients.record(claim, { to: 'submitted', messageId: aMessageId(claim.no) }, later);
          ledger.submitted.push(claim.no);
        }),
      ),
    );
  });
}

async function deliver(store: Store, no: number, ledger: Ledger): Promise<void> {
  if (!ledger.sent.includes(no)) return;
  await attempt(async () => {
    await store.recipients.receive(aReceipt(no));
    ledger.delivered.push(no);
  });
}

async function receiveStop(store: Store, ledger: Ledger): Promise<void> {
  await attempt(async () => {
    await store.conversations.receive(stop);
    ledger.stopped = true;
  });
}

async function attempt(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    expect(error).toBeInstanceOf(StorageError);
  }
}

/** With a journal so short that it is moved into the documents while the campaign runs. */
function open(disk: SimulatedDisk): Promise<Store> {
  return openLowdbStore({ folder: '/data', disk, journalBytes: 700 });
}

/** Opens it; when the disk fails on the way, the next start succeeds. */
export async function openStore(disk: SimulatedDisk): Promise<Store> {
  try {
    return await open(disk);
  } catch {
    return open(disk);
  }
}

/** Nothing acknowledged is forgotten, nothing is half done, and nobody can be texted twice. */
export async function expectSound(store: Store, ledger: Ledger): Promise<void> {
  const campaign = await store.campaigns.get(campaignId);
  if (ledger.created) expect(campaign).toEqual(aCampaign());
  if (!campaign) return;
  const { counts } = await store.recipients.tally(campaignId);
  expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(size);

  for (const { no, state, messageId } of await store.recipients.page(campaignId, { from: 0, limit: size })) {
    if (ledger.sent.includes(no)) expect(state).not.toBe('queued');
    if (ledger.delivered.includes(no)) expect(state).toBe('delivered');
    else if (ledger.submitted.includes(no)) expect(['submitted', 'delivered']).toContain(state);
    if (ledger.submitted.includes(no)) expect(messageId).toBe(aMessageId(no));
  }

  const draft = await store.campaigns.get(draftId);
  if (ledger.discarded) expect(draft).toBeUndefined();
  if (draft) expect((await store.recipients.page(draftId, { from: 0, limit: 9 })).length).toBe(3);

  const isStopped = store.suppressions.blocks(listed);
  if (ledger.stopped) expect(isStopped).toBe(true);
  expect((await store.conversations.ofCampaign(campaignId)).length).toBe(isStopped ? 1 : 0);
  expect((await store.announcements.pending()).length).toBe(isStopped ? 1 : 0);

  await store.recipients.abandonClaims(later);
  const claimed = (await store.recipients.claim(campaignId, aBatch(), size, later)).map(({ no }) => no);
  expect(claimed.filter((no) => ledger.sent.includes(no))).toEqual([]);
  if (isStopped) expect(claimed).not.toContain(leaver);
}
