import { beforeEach, expect, test } from 'vitest';
import { contentHash } from '../../../src/domain/campaign/approval.ts';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import { type PaceInput, proposalHash, writePace } from '../../../src/domain/campaign/change-of-pace.ts';
import { limitsOf, paceOf } from '../../../src/domain/campaign/pace-of.ts';
import type { UserId } from '../../../src/domain/ids.ts';
import { paceSeen } from '../../../src/services/campaigns/change-pace.ts';
import { admin, agent, approver, author } from '../../support/builders.ts';
import { refusalOf } from '../../support/refusal.ts';
import { aBench, type Bench } from '../../support/services.ts';

let bench: Bench;
let id: Campaign['id'];

/** 5 every 20 seconds, of which the first batch has just left. */
beforeEach(async () => {
  bench = await aBench();
  const throttle = { batchSize: 5, everySeconds: 20, holdAbove: 10 };
  ({ id } = await bench.approved({ size: 60, throttle, hours: null }));
  await bench.run(3);
});

const stored = () => bench.campaigns.get(id);

async function change(typed: Partial<PaceInput>, by: UserId = agent) {
  const campaign = await stored();
  return bench.campaigns.changePace(id, {
    by,
    typed: { ...writePace(limitsOf(campaign)), ...typed },
    seen: paceSeen(campaign),
  });
}

/** How many left in each second since the first. */
function seconds(): number[] {
  const first = bench.sent[0]!.at.getTime();
  return bench.sent.map(({ at }) => Math.floor((at.getTime() - first) / 1000));
}

test('a slower pace takes effect at once, by whoever answers replies, and the thread is told', async () => {
  const { isProposed } = await change({ batchSize: '1', every: '4s' });
  expect(isProposed).toBe(false);
  const campaign = await stored();
  expect(paceOf(campaign).throttle).toMatchObject({ batchSize: 1, everySeconds: 4 });
  expect(campaign.throttle).toMatchObject({ batchSize: 5, everySeconds: 20 });
  expect(campaign.approval?.contentHash).toBe(contentHash(campaign));
  expect((await bench.notes(id)).at(-1)).toBe('pace_changed');
  await bench.run(40);
  // The batch after the change waits for the approved interval.
  expect(seconds().filter((at) => at > 5)).toEqual([20, 24, 28, 32, 36, 40]);
});

test('up to the approved pace it goes up again without anybody’s approval, and a batch in progress stays small', async () => {
  await change({ batchSize: '1' });
  await bench.run(20);
  await change({ batchSize: '5' }, author);
  expect((await stored()).paceProposal).toBeUndefined();
  await bench.run(15);
  expect(seconds().filter((at) => at > 5)).toEqual([20]);
  await bench.run(10);
  expect(seconds().filter((at) => at > 21)).toHaveLength(5);
  expect(seconds().find((at) => at > 21)).toBe(40);
});

test('a faster one waits for a second person, who approves just that', async () => {
  const { isProposed } = await change({ batchSize: '20' });
  expect(isProposed).toBe(true);
  await bench.run(20);
  expect(seconds().filter((at) => at > 5)).toHaveLength(5);
  const before = await stored();
  const seen = proposalHash(before)!;
  for (const own of [agent, author]) {
    const refusal = await refusalOf(bench, () => bench.campaigns.approvePace(id, { by: own, seen }));
    expect(refusal?.code).toBe('own_campaign');
  }
  expect((await bench.campaigns.reviewPace(id, admin)).seen).toBe(seen);
  await bench.campaigns.approvePace(id, { by: admin, seen });
  const after = await stored();
  expect(after).toMatchObject({
    throttle: { batchSize: 20, everySeconds: 20 },
    approval: { by: admin, contentHash: seen },
  });
  expect(after.paceProposal).toBeUndefined();
  expect(contentHash(after)).toBe(seen);
  await bench.run(22);
  expect(seconds().filter((at) => at > 25)).toHaveLength(20);
  expect((await stored()).status).toBe('running');
});

test('whoever approves another pace approves nothing else: text, list and rules rest on the approval before', async () => {
  const before = (await stored()).approval!;
  const known = { ...before, rules: 'the book of then', ticked: ['nobody_said' as const] };
  await bench.store.campaigns.save({ ...(await stored()), approval: known });
  for (const hold of ['100', '200']) {
    await change({ hold }, author);
    await bench.campaigns.approvePace(id, { by: admin, seen: proposalHash(await stored())! });
    const { approval } = await stored();
    expect(approval).toMatchObject({ by: admin, rules: known.rules, ticked: known.ticked });
    expect(approval!.first).toEqual({ by: before.by, at: before.at });
  }
});

test('an approval of what is not proposed any more approves nothing', async () => {
  await change({ batchSize: '20' });
  const seen = proposalHash(await stored())!;
  await change({ batchSize: '30' }, approver);
  const refusal = await refusalOf(bench, () => bench.campaigns.approvePace(id, { by: admin, seen }));
  expect(refusal?.code).toBe('not_proposed');
  await change({ batchSize: '2' });
  expect((await stored()).paceProposal).toBeUndefined();
  expect((await stored()).throttle.batchSize).toBe(5);
});

test('whoever keeps the pace as it is takes back what was proposed', async () => {
  await change({ batchSize: '20' });
  await change({}, author);
  expect((await stored()).paceProposal).toBeUndefined();
  expect((await bench.notes(id)).at(-1)).toBe('pace_kept');
  expect((await refusalOf(bench, () => change({}, author)))?.code).toBe('same_pace');
});

test('a window from before another change does nothing', async () => {
  const seen = paceSeen(await stored());
  await change({ batchSize: '2' });
  const typed = { ...writePace(limitsOf(await stored())), batchSize: '4' };
  const refusal = await refusalOf(bench, () => bench.campaigns.changePace(id, { by: author, typed, seen }));
  expect(refusal?.code).toBe('pace_changed');
  expect(paceOf(await stored()).throttle.batchSize).toBe(2);
});

test('the same window twice is one change', async () => {
  const campaign = await stored();
  const input = { by: agent, typed: { ...writePace(limitsOf(campaign)), batchSize: '2' }, seen: paceSeen(campaign) };
  await Promise.all([bench.campaigns.changePace(id, input), bench.campaigns.changePace(id, input)]);
  expect((await bench.notes(id)).filter((kind) => kind === 'pace_changed')).toHaveLength(1);
});

test('of two who approve at once, the pace has one approval', async () => {
  await change({ batchSize: '20' });
  const seen = proposalHash(await stored())!;
  const tried = await Promise.all(
    [admin, approver].map((by) => refusalOf(bench, () => bench.campaigns.approvePace(id, { by, seen }))),
  );
  expect(tried.map((refusal) => refusal?.code ?? 'done').sort()).toEqual(['done', 'not_proposed']);
});

test('of a campaign that follows the team the limit cannot be emptied, since its batches are sized by it', async () => {
  const throttle = { batchSize: 5, everySeconds: 20, holdAbove: 10, pace: 'team' as const };
  ({ id } = await bench.approved({ size: 20, firstNumber: 200, throttle, hours: null }));
  await bench.run(3);
  await expect(change({ hold: '' })).rejects.toMatchObject({
    problems: new Map([['hold', expect.stringContaining('needs a number here')]]),
  });
  expect((await stored()).paceProposal).toBeUndefined();
  expect((await change({ hold: '4' })).isProposed).toBe(false);
});

test('one that follows the team and was left without a limit by then sends its batches all the same', async () => {
  const throttle = { batchSize: 5, everySeconds: 20, holdAbove: null, pace: 'team' as const };
  await bench.approved({
    size: 20,
    firstNumber: 200,
    throttle,
    hours: null,
    channel: 'C0OTHER' as Campaign['channel'],
  });
  const before = bench.sent.length;
  await bench.run(5);
  expect(bench.sent.length - before).toBe(5);
});
