import { expect, test } from 'vitest';
import { openRules } from '../../../playground/open-rules.ts';
import type { Claim } from '../../../src/domain/recipient/recipient.ts';
import { type HeldClaim, sendClaim } from '../../../src/services/sending/send-claim.ts';
import { agent } from '../../support/builders.ts';
import { aBench, type Bench } from '../../support/services.ts';

/** A durable claim of the first recipient of a running campaign, and a provider that counts what it gets. */
async function aHeldClaim() {
  const bench = await aBench();
  const { id } = await bench.approved({ size: 1 });
  bench.answerWith(() => ({ kind: 'halted', reason: 'provider_auth', detail: 'Not now.' }));
  await bench.run(3);
  const campaign = await bench.campaigns.resume(id, agent);
  const batch = { no: 2, startedAt: bench.clock.now().toISOString(), size: 1 };
  const [claim] = await bench.store.recipients.claim(id, batch, 1, bench.clock.now());
  let sends = 0;
  const wall = { aheadMs: 0 };
  const deps = {
    store: bench.store,
    clock: { ...bench.clock, now: () => new Date(bench.clock.now().getTime() + wall.aheadMs) },
    rules: openRules(),
    settings: bench.deps.settings,
    log: { debug() {}, info() {}, warn() {}, error() {} },
    gateway: {
      send: async () => {
        sends += 1;
        return { kind: 'accepted' as const, messageId: 'the-provider-has-it' };
      },
      prepare: async () => {},
      segmentPrice: async () => undefined,
    },
  };
  const held: HeldClaim = { claim: claim as Claim, campaign, claimedAtMs: bench.clock.monotonicMs() };
  return { bench, deps, held, wall, sends: () => sends };
}

type Change = (bench: Bench, held: HeldClaim, wall: { aheadMs: number }) => Promise<HeldClaim>;

test('a claim that nothing speaks against is sent, once', async () => {
  const { bench, deps, held, sends } = await aHeldClaim();
  await sendClaim(deps, held);
  expect(sends()).toBe(1);
  expect((await bench.store.recipients.tally(held.campaign.id)).counts.submitted).toBe(1);
});

const changes: [string, Change][] = [
  [
    'the claim is more than five seconds old by the clock that never steps',
    async (_bench, held) => ({ ...held, claimedAtMs: held.claimedAtMs - 5_001 }),
  ],
  [
    'the claim is more than five seconds old by the time of day',
    async (_bench, held, wall) => {
      wall.aheadMs = 5_001;
      return held;
    },
  ],
  [
    'its pace was changed meanwhile',
    async ({ store, clock }, held) => {
      await store.campaigns.save({
        ...held.campaign,
        paceChanged: { at: clock.now().toISOString(), batchSize: 1 },
      });
      return held;
    },
  ],
  [
    'the person has opted out meanwhile',
    async ({ store, clock }, held) => {
      const { number } = held.claim;
      await store.suppressions.add({ number, kind: 'opted_out', at: clock.now().toISOString(), source: 'sms' });
      return held;
    },
  ],
  [
    'somebody has paused the campaign meanwhile',
    async ({ campaigns }, held) => {
      await campaigns.pause(held.campaign.id, agent);
      return held;
    },
  ],
  [
    'the sending hours are over',
    async (_bench, held) => ({
      ...held,
      campaign: { ...held.campaign, hours: { zone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7], from: '20:00', to: '21:00' } },
    }),
  ],
];

test.each(changes)('nothing leaves, and the recipient waits again, when %s', async (_what, change) => {
  const { bench, deps, held, wall, sends } = await aHeldClaim();
  expect(await sendClaim(deps, await change(bench, held, wall))).toBeUndefined();
  expect(sends()).toBe(0);
  expect((await bench.store.recipients.tally(held.campaign.id)).counts).toMatchObject({ queued: 1, claimed: 0 });
});

test.each(['1240', '1483'])('a refusal with the code %s opts the person out, and the campaign knows', async (code) => {
  const bench = await aBench();
  bench.answerWith(() => ({ kind: 'refused', code, reason: 'Illegal Number' }));
  const { id } = await bench.approved({ size: 1 });
  await bench.run(3);
  const { to } = bench.sent[0]!;
  expect(await bench.store.suppressions.get(to)).toMatchObject({
    kind: 'opted_out',
    source: 'carrier',
    campaignId: id,
  });
  expect(await bench.store.suppressions.reportedIn(id)).toEqual([to]);
  expect((await bench.store.recipients.tally(id)).counts).toMatchObject({ rejected: 1 });
});

test('a refusal for another reason opts nobody out', async () => {
  const bench = await aBench();
  bench.answerWith(() => ({ kind: 'refused', code: '1170', reason: 'Invalid recipient' }));
  await bench.approved({ size: 1 });
  await bench.run(3);
  expect(await bench.store.suppressions.count()).toBe(0);
});

test('an answer that is refused so opts the person out, too', async () => {
  const bench = await aBench();
  const { id } = await bench.approved({ size: 1 });
  await bench.run(3);
  const { to } = bench.sent[0]!;
  await bench.hear('Where is it?', to);
  bench.answerWith(() => ({ kind: 'refused', code: '1240', reason: 'Illegal Number' }));
  const { id: talk } = (await bench.store.conversations.find(id, to))!;
  const answering = bench.inbox.answer(talk, { text: 'Here', by: agent, key: 'V1' });
  await bench.run(3);
  await answering;
  expect(await bench.store.suppressions.get(to)).toMatchObject({ kind: 'opted_out', source: 'carrier' });
});
