import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Store } from '../../../src/ports/store.ts';
import { openLowdbStore } from '../../../src/store/lowdb/lowdb-store.ts';
import { aCampaign, agent, aMexican, campaignId, counts } from '../../support/builders.ts';
import { aBatch, aReceipt, now, startedAt } from '../contract/arrange.ts';
import { aModel, batchSize, type Model, predict, type Step, size, step } from './recipients-model.ts';
import { simulatedDisk } from './simulated-disk.ts';

/** Every second one is listed as networks write the number. */
const list = Array.from({ length: size }, (_, no) => ({
  number: aMexican(no)[no % 2 === 0 ? 'listed' : 'fromNetwork'],
  values: [`Person ${no}`],
}));
const muchLater = new Date('2026-11-27T15:00:00.000Z');

test('the store does what a plain list of recipients would do, whatever happens, with crashes in between', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async (steps) => {
      let disk = simulatedDisk();
      const open = () => openLowdbStore({ folder: '/data', disk, journalBytes: 900 });
      let store = await open();
      const left: Store[] = [];
      await store.campaigns.create(aCampaign(), list);
      const model = aModel();
      try {
        for (const step of steps) {
          if (step.do === 'crash') {
            disk = disk.afterCrash(step.crash);
            left.push(store);
            store = await open();
          } else if (step.do === 'reopen') {
            await store.close();
            store = await open();
          } else {
            await act(store, step);
            predict(model, step);
          }
          await expectSame(store, model);
        }
      } finally {
        for (const one of [...left, store]) await one.close();
      }
    }),
    { numRuns: 150 },
  );
});

async function expectSame(store: Store, model: Model): Promise<void> {
  const page = await store.recipients.page(campaignId, { from: 0, limit: size });
  const seen = page.map(({ state, attempt, reason, messageId }) => ({ state, attempt, reason, messageId }));
  expect(seen).toEqual(model.recipients);
  const tally = await store.recipients.tally(campaignId);
  const expected = counts();
  for (const { state } of model.recipients) expected[state] += 1;
  expect(tally.counts).toEqual(expected);
  expect(tally.batch?.taken ?? 0).toBe(model.taken);
  for (let no = 0; no < size; no += 1) {
    const kind = model.suppressed.get(no);
    expect((await store.suppressions.get(aMexican(no).listed))?.kind).toBe(kind);
    expect((await store.suppressions.get(aMexican(no).fromNetwork))?.kind).toBe(kind);
  }
  expect(await store.suppressions.count()).toBe(model.suppressed.size);
}

async function act(store: Store, step: Step): Promise<unknown> {
  const { recipients, suppressions } = store;
  switch (step.do) {
    case 'claim':
      return recipients.claim(campaignId, aBatch(batchSize), step.limit, now);
    case 'record':
      return recipients.record({ campaignId, no: step.no, attempt: step.attempt, claimedAt: now }, step.result, now);
    case 'receive':
      return recipients.receive(aReceipt(step.no, { status: step.status, messageId: 'r', code: '9' }));
    case 'suppress':
      return suppressions.add({
        number: aMexican(step.no)[step.spelling],
        kind: step.kind,
        at: startedAt,
        source: 'sms',
      });
    case 'lift':
      return suppressions.remove(aMexican(step.no)[step.spelling], 'U0AGENT', startedAt);
    case 'resolve':
      return recipients.resolve(campaignId, step.no, step.decision, agent, now);
    case 'pause': {
      const campaign = (await store.campaigns.get(campaignId))!;
      return store.campaigns.save({ ...campaign, status: step.paused ? 'paused' : 'running' });
    }
    case 'abandon':
      return recipients.abandonClaims(now);
    case 'expire':
      return recipients.expireReceipts(campaignId, muchLater, muchLater);
  }
}
