import { describe, expect, test } from 'vitest';
import { nothingForeseen } from '../../../src/domain/answering/answering.ts';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import type { PhoneNumber } from '../../../src/domain/ids.ts';
import { planNow } from '../../../src/services/lifecycle/plan-now.ts';
import { agent, author } from '../../support/builders.ts';
import { refusalOf } from '../../support/refusal.ts';
import { aBench, type Bench } from '../../support/services.ts';
import { phoneOf } from '../../support/story.ts';

const throttle = { batchSize: 10, everySeconds: 60, holdAbove: 20 };
const numbers = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => phoneOf(from + at) as PhoneNumber);
const openOf = async ({ store }: Bench, ...campaigns: Campaign[]) => {
  const counts = await Promise.all(campaigns.map(({ id }) => store.conversations.unanswered(id)));
  return counts.reduce((sum, count) => sum + count, 0);
};
const because = async ({ deps }: Bench, { id }: Campaign) => {
  const plan = await planNow(deps, (await deps.store.campaigns.get(id))!);
  return plan.kind === 'wait' ? plan.because : plan.kind;
};
const reason = 'The doors open at six';

describe('two campaigns of one channel', () => {
  test('with a hold at 20 each never make 40, though everybody answers', async () => {
    const bench = await aBench();
    const spring = await bench.approved({ size: 60, throttle });
    const autumn = await bench.approved({ size: 60, firstNumber: 100, throttle });
    const answered = new Set<string>();
    let most = 0;
    for (let minute = 0; minute < 20; minute += 1) {
      await bench.run(10);
      for (const { to, text } of bench.sent) {
        if (!answered.has(to) && answered.add(to)) await bench.hear('When does it begin?', to);
        expect(text).not.toBe('');
      }
      most = Math.max(most, await openOf(bench, spring, autumn));
      await bench.run(50);
    }
    expect(most).toBeGreaterThan(20);
    expect(most).toBeLessThanOrEqual(30);
    expect(await because(bench, spring)).toBe('open replies');
    expect(await because(bench, autumn)).toBe('open replies');
  });

  test('go on in turn when the team has caught up', async () => {
    const bench = await aBench();
    const spring = await bench.approved({ size: 60, throttle });
    const autumn = await bench.approved({ size: 60, firstNumber: 100, throttle });
    await bench.run(20);
    for (const from of [...numbers(1, 10), ...numbers(100, 10)]) await bench.hear('When does it begin?', from);
    await bench.run(80);
    for (const { to } of bench.sent.slice(20)) await bench.hear('When?', to);
    await bench.run(80);
    expect([await because(bench, spring), await because(bench, autumn)]).toEqual(['open replies', 'open replies']);
    const sentBefore = bench.sent.length;
    for (const { id } of [spring, autumn]) {
      for (const one of await bench.store.conversations.waiting(id)) await bench.inbox.handle(one.id, agent);
    }
    await bench.run(5);
    expect(bench.sent.length - sentBefore).toBe(10);
    await bench.run(30);
    expect(bench.sent.length - sentBefore).toBe(20);
  });

  test('of two channels have a team each', async () => {
    const bench = await aBench();
    const spring = await bench.approved({ size: 30, throttle: { ...throttle, holdAbove: 0 } });
    const elsewhere = { channel: 'C0AUTUMN' as Campaign['channel'], throttle: { ...throttle, holdAbove: 0 } };
    const autumn = await bench.approved({ size: 30, firstNumber: 100, ...elsewhere });
    await bench.run(2);
    await bench.hear('When?', phoneOf(1) as PhoneNumber);
    await bench.run(1);
    expect([await because(bench, spring), await because(bench, autumn)]).toEqual(['interval', 'interval']);
    await bench.run(60);
    expect([await because(bench, spring), await because(bench, autumn)]).toEqual(['open replies', 'interval']);
    expect(await bench.notes(spring.id)).toContain('hold_began');
  });
});

test('a reply older than Answer within holds the next batch until it is answered', async () => {
  const bench = await aBench();
  const answering = { ...nothingForeseen, answerWithinSeconds: 150 };
  const campaign = await bench.approved({ size: 60, throttle: { ...throttle, holdAbove: null }, answering });
  await bench.run(2);
  await bench.hear('When?', phoneOf(1) as PhoneNumber);
  await bench.run(135);
  expect(bench.sent).toHaveLength(30);
  await bench.run(60);
  expect([bench.sent.length, await because(bench, campaign)]).toEqual([30, 'late replies']);
  const [waiting] = await bench.store.conversations.waiting(campaign.id);
  await bench.inbox.handle(waiting!.id, agent);
  await bench.run(15);
  expect(bench.sent).toHaveLength(40);
});

describe('a batch that somebody sends anyway', () => {
  async function held() {
    const bench = await aBench();
    const campaign = await bench.approved({ size: 60, throttle: { ...throttle, holdAbove: 0 } });
    await bench.run(2);
    await bench.hear('When?', phoneOf(1) as PhoneNumber);
    await bench.run(60);
    expect([bench.sent.length, await because(bench, campaign)]).toEqual([10, 'open replies']);
    return { bench, campaign };
  }

  test('leaves once, with its reason in the thread, and the next one waits again', async () => {
    const { bench, campaign } = await held();
    await bench.campaigns.sendAnyway(campaign.id, { batch: 2, by: author, reason });
    await bench.run(2);
    expect(bench.sent).toHaveLength(20);
    const pending = await bench.store.announcements.pending();
    expect(pending.flatMap((one) => (one.kind === 'note' ? one.note : []))).toContainEqual({
      kind: 'sent_anyway',
      by: author,
      unanswered: 1,
      reason,
    });
    await bench.run(120);
    expect([bench.sent.length, await because(bench, campaign)]).toEqual([20, 'open replies']);
  });

  test('is none that its window was not opened for', async () => {
    const { bench, campaign } = await held();
    const again = () => bench.campaigns.sendAnyway(campaign.id, { batch: 2, by: author, reason });
    await again();
    await bench.run(120);
    expect((await refusalOf(bench, again))?.code).toBe('not_held');
    await bench.run(5);
    expect(bench.sent).toHaveLength(20);
  });

  test('still waits for its sending hours and for a pause', async () => {
    const { bench, campaign } = await held();
    await bench.campaigns.sendAnyway(campaign.id, { batch: 2, by: author, reason });
    await bench.campaigns.pause(campaign.id, author);
    await bench.run(10);
    expect(bench.sent).toHaveLength(10);
    await bench.campaigns.resume(campaign.id, author);
    await bench.run(2);
    expect(bench.sent).toHaveLength(20);
  });

  test.each([
    ['', 'no_reason'],
    ['x'.repeat(301), 'long_reason'],
  ])('needs a reason that the thread can keep: %s', async (typed, code) => {
    const { bench, campaign } = await held();
    const act = () => bench.campaigns.sendAnyway(campaign.id, { batch: 2, by: author, reason: typed });
    expect((await refusalOf(bench, act))?.code).toBe(code);
  });
});
