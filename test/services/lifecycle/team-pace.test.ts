import { describe, expect, test } from 'vitest';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import { planNow } from '../../../src/services/lifecycle/plan-now.ts';
import { agent, approver } from '../../support/builders.ts';
import { aBench, type Bench } from '../../support/services.ts';

const throttle = { batchSize: 40, everySeconds: 300, holdAbove: 10, pace: 'team' as const };
const read = async ({ store }: Bench, { id }: Campaign) => (await store.campaigns.get(id))!;
const because = async (bench: Bench, campaign: Campaign) => {
  const plan = await planNow(bench.deps, await read(bench, campaign));
  return plan.kind === 'wait' ? plan.because : plan.kind;
};
const handleAll = async ({ store, inbox }: Bench, { id }: Campaign) => {
  for (const one of await store.conversations.waiting(id)) await inbox.handle(one.id, agent);
};

describe('a campaign that follows the team', () => {
  test('begins with fewer than approved, though nobody was at work before', async () => {
    const bench = await aBench();
    const campaign = await bench.approved({ size: 200, throttle: { ...throttle, batchSize: 100 } });
    await bench.run(10);
    const { sized } = await read(bench, campaign);
    expect(sized).toMatchObject({ batch: 1, open: 0, answering: 0, before: null });
    expect(bench.sent).toHaveLength(sized!.size);
    expect(sized!.size).toBeGreaterThan(0);
    expect(sized!.size).toBeLessThan(100);
  });

  test('sends each batch as large as was decided before it, and no part of it later', async () => {
    const bench = await aBench();
    const campaign = await bench.approved({ size: 200, throttle });
    const sizes: number[] = [];
    for (let batch = 1; batch <= 4; batch += 1) {
      const before = bench.sent.length;
      await bench.run(10);
      const { sized } = await read(bench, campaign);
      expect(sized!.batch).toBe(batch);
      expect(bench.sent.length - before).toBe(sized!.size);
      sizes.push(sized!.size);
      await bench.run(290);
    }
    expect(sizes.every((size) => size > 0 && size <= throttle.batchSize)).toBe(true);
  });

  test('waits while nobody handles what is open for an hour, and goes on once somebody does', async () => {
    const bench = await aBench();
    const campaign = await bench.approved({ size: 900, throttle });
    await bench.run(10);
    for (const { to } of bench.sent.slice(0, 2)) await bench.hear('When does it begin?', to);
    await bench.run(4_000);
    expect(await because(bench, campaign)).toBe('nobody answers');
    const sent = bench.sent.length;
    await bench.run(600);
    expect(bench.sent).toHaveLength(sent);
    await handleAll(bench, campaign);
    await bench.run(310);
    expect(bench.sent.length).toBeGreaterThan(sent);
  });

  test('does not take the team for gone because one reply has long been in a colleague’s hands', async () => {
    const bench = await aBench();
    const campaign = await bench.approved({ size: 900, throttle });
    await bench.run(10);
    await bench.hear('When does it begin?', bench.sent[0]!.to);
    const [passed] = await bench.store.conversations.waiting(campaign.id);
    await bench.inbox.pass(passed!.id, { by: agent, to: approver });
    await bench.run(3_700);
    await bench.hear('Where is it?', bench.sent[1]!.to);
    const sent = bench.sent.length;
    await bench.run(330);
    expect(await because(bench, campaign)).not.toBe('nobody answers');
    expect(bench.sent.length).toBeGreaterThan(sent);
  });
});
