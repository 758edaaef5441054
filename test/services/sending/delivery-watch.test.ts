import { describe, expect, test } from 'vitest';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import type { PhoneNumber } from '../../../src/domain/ids.ts';
import type { SendOutcome } from '../../../src/domain/recipient/send-outcome.ts';
import { createReceipts } from '../../../src/services/sending/receipts.ts';
import { author } from '../../support/builders.ts';
import { aBench, type Bench } from '../../support/services.ts';
import { phoneOf } from '../../support/story.ts';

const throttle = { batchSize: 50, everySeconds: 60, holdAbove: null };

/** Sixty texts have left since somebody resumed it in the middle of its only batch. */
async function resumedWithinABatch() {
  const oneBatch = { size: 2_000, throttle: { batchSize: 2_000, everySeconds: 600, holdAbove: null } };
  const { bench, campaign } = await sent(60, oneBatch);
  await bench.campaigns.pause(campaign.id, author);
  await bench.run(2);
  const before = bench.sent.length;
  await bench.campaigns.resume(campaign.id, author);
  while (bench.sent.length < before + 60) await bench.run(1);
  return { bench, campaign, before };
}

async function sent(people: number, overrides: Partial<Campaign> & { size?: number } = {}) {
  const bench = await aBench();
  const campaign = await bench.approved({ size: 200, throttle, ...overrides });
  while (bench.sent.length < people) await bench.run(5);
  return { bench, campaign };
}

const pauseOf = async ({ store }: Bench, { id }: Campaign) => (await store.campaigns.get(id))?.pause ?? null;

/** Receipts for the messages sent `from` to `to`, all with this code. */
async function receipts(bench: Bench, from: number, to: number, code: string | null, network?: string) {
  for (const { ref } of bench.sent.slice(from, to)) {
    await bench.receipts.receive({
      ref,
      messageId: ref,
      status: code === null ? 'delivered' : 'rejected',
      code,
      at: bench.clock.now().toISOString(),
      ...(network && { network }),
    });
  }
}

test.each([
  ['without their network', {}],
  ['with their network', { network: '310260' }],
] as const)('receipts that come together are counted once each, %s', async (_, network: { network?: string }) => {
  const { bench, campaign } = await sent(50);
  const now = bench.clock.now().toISOString();
  const refused = bench.sent.slice(0, 14).map(({ ref }) => ({ ref, messageId: ref, status: 'rejected' as const }));
  await Promise.all(refused.map((one) => bench.receipts.receive({ ...one, code: '1210', at: now, ...network })));
  expect(await pauseOf(bench, campaign)).toBeNull();
  await receipts(bench, 14, 15, '1210', network.network);
  expect(await pauseOf(bench, campaign)).toMatchObject({ reason: 'filtered' });
});

describe('a campaign pauses by itself', () => {
  test('when a network filters it, and not again for the receipts of before once a person resumed it', async () => {
    const { bench, campaign } = await sent(100);
    await receipts(bench, 0, 40, '1210', '310260');
    expect(await pauseOf(bench, campaign)).toMatchObject({
      reason: 'filtered',
      detail: '15 of the last 15 receipts from T-Mobile US say filtered (1210).',
    });
    expect(bench.sent).toHaveLength(100);
    await bench.campaigns.resume(campaign.id, author);
    await receipts(bench, 40, 100, '1210', '310260');
    expect(await pauseOf(bench, campaign)).toBeNull();
    while (bench.sent.length < 150) await bench.run(5);
    await receipts(bench, 100, 115, '1210', '310260');
    expect(await pauseOf(bench, campaign)).toMatchObject({ reason: 'filtered' });
  });

  test('not when one bad receipt comes again and again', async () => {
    const { bench, campaign } = await sent(50);
    for (let times = 0; times < 40; times += 1) await receipts(bench, 0, 1, '1210');
    expect(await pauseOf(bench, campaign)).toBeNull();
  });

  test('when surely more than one in twenty opts out, and not again for those', async () => {
    const { bench, campaign } = await sent(50);
    for (let no = 1; no <= 5; no += 1) await bench.hear('STOP', phoneOf(no) as PhoneNumber);
    await bench.run(2);
    expect(await pauseOf(bench, campaign)).toBeNull();
    await bench.hear('STOP', phoneOf(6) as PhoneNumber);
    await bench.run(2);
    expect(await pauseOf(bench, campaign)).toMatchObject({
      reason: 'many_opt_outs',
      detail: '6 of the last 50 people opted out: between 5 and 24 %.',
    });
    await bench.campaigns.resume(campaign.id, author);
    await bench.hear('STOP', phoneOf(7) as PhoneNumber);
    await bench.run(2);
    expect(await pauseOf(bench, campaign)).toBeNull();
  });

  test('when too many answers are doubtful, with clear ones between them', async () => {
    const bench = await aBench();
    let asked = 0;
    bench.answerWith(({ ref }): SendOutcome => {
      asked += 1;
      return asked % 4 === 0 ? { kind: 'unconfirmed', cause: 'timeout' } : { kind: 'accepted', messageId: ref };
    });
    const campaign = await bench.approved({ size: 200, throttle });
    await bench.run(60);
    expect(await pauseOf(bench, campaign)).toMatchObject({ reason: 'many_doubts' });
  });

  test('for the rest of a batch in which a person resumed it, and not for what that batch had sent before', async () => {
    const { bench, campaign, before } = await resumedWithinABatch();
    await receipts(bench, 0, before, '1210');
    expect(await pauseOf(bench, campaign)).toBeNull();
    await receipts(bench, before, before + 20, '1210');
    expect(await pauseOf(bench, campaign)).toMatchObject({ reason: 'filtered' });
  });

  test('for opt-outs of that rest, and not for those of before', async () => {
    const { bench, campaign, before } = await resumedWithinABatch();
    for (const { to } of bench.sent.slice(0, 20)) await bench.hear('STOP', to);
    await bench.run(2);
    expect(await pauseOf(bench, campaign)).toBeNull();
    for (const { to } of bench.sent.slice(before)) await bench.hear('STOP', to);
    await bench.run(2);
    expect(await pauseOf(bench, campaign)).toMatchObject({ reason: 'many_opt_outs' });
  });

  test('after a restart too, by what had come before it', async () => {
    const { bench, campaign } = await sent(50);
    await receipts(bench, 0, 14, '1210');
    expect(await pauseOf(bench, campaign)).toBeNull();
    const restarted = { ...bench, receipts: createReceipts(bench.deps) };
    await receipts(restarted, 14, 15, '1210');
    expect(await pauseOf(bench, campaign)).toMatchObject({
      reason: 'filtered',
      detail: '15 of the last 15 receipts say filtered (1210).',
    });
    await bench.campaigns.resume(campaign.id, author);
    const again = { ...bench, receipts: createReceipts(bench.deps) };
    await receipts(again, 15, 50, '1210');
    expect(await pauseOf(bench, campaign)).toBeNull();
  });

  test('not because messages that the provider refused at once pass for receipts after a restart', async () => {
    const bench = await aBench();
    let asked = 0;
    bench.answerWith(({ ref }): SendOutcome => {
      asked += 1;
      return asked <= 18 ? { kind: 'refused', code: '1210', reason: 'Blocked' } : { kind: 'accepted', messageId: ref };
    });
    const campaign = await bench.approved({ size: 200, throttle });
    while (bench.sent.length < 50) await bench.run(5);
    await receipts({ ...bench, receipts: createReceipts(bench.deps) }, 40, 41, '1210');
    expect(await pauseOf(bench, campaign)).toBeNull();
  });
});
