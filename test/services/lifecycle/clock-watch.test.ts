import { describe, expect, test } from 'vitest';
import { approver } from '../../support/builders.ts';
import { aBench, type Bench } from '../../support/services.ts';

const minute = 60_000;
const throttle = { batchSize: 2, everySeconds: 10, holdAbove: null };

async function running(options: { admins?: string[]; start?: string } = {}) {
  const roles = { creators: [], approvers: [], admins: options.admins ?? [] };
  const bench = await aBench({ settings: { roles }, ...(options.start && { start: options.start }) });
  const { id } = await bench.approved({ size: 20, throttle });
  await bench.run(3);
  expect(bench.sent).toHaveLength(2);
  return { bench, id };
}

const pauseOf = async (bench: Bench, id: Awaited<ReturnType<typeof running>>['id']) =>
  (await bench.campaigns.get(id)).pause;

describe('a clock that is set', () => {
  test.each([
    ['back by 6 minutes', -6 * minute, 'It was set back by 6 minutes.'],
    ['back by 1 hour', -60 * minute, 'It was set back by 1 hour.'],
    ['forward by 3 hours', 180 * minute, 'It was set forward by 3 hours.'],
  ])('%s pauses what runs with the reason, before anybody gets a message by it', async (_, byMs, detail) => {
    const { bench, id } = await running();
    bench.clock.set(byMs);
    await bench.run(30);
    expect(bench.sent).toHaveLength(2);
    expect(await pauseOf(bench, id)).toMatchObject({ reason: 'clock', by: null, detail });
    expect(await bench.notes(id)).toContain('paused');
  });

  test('a little at a time is noticed when it adds up', async () => {
    const { bench, id } = await running();
    for (let times = 0; times < 4; times += 1) {
      bench.clock.set(-20_000);
      await bench.run(1);
    }
    expect(await pauseOf(bench, id)).toMatchObject({ reason: 'clock' });
  });

  test('by half a minute changes nothing', async () => {
    const { bench, id } = await running();
    bench.clock.set(30_000);
    await bench.run(5);
    expect(await pauseOf(bench, id)).toBeNull();
  });

  test('also stops a campaign that waits for its start', async () => {
    const { bench } = await running();
    const { id } = await bench.approved({ firstNumber: 50, startAt: '2026-03-02T15:00:00.000Z' });
    bench.clock.set(7 * 60 * minute);
    await bench.run(3);
    expect(await pauseOf(bench, id)).toMatchObject({ reason: 'clock' });
    expect(bench.sent).toHaveLength(2);
  });

  test.each([-60 * minute, 60 * minute])('goes on at its pace when somebody resumes it (%d ms)', async (byMs) => {
    const { bench, id } = await running();
    bench.clock.set(byMs);
    await bench.run(3);
    await bench.campaigns.resume(id, approver);
    await bench.run(12);
    expect(bench.sent.length).toBeGreaterThanOrEqual(4);
    const before = bench.sent.length;
    await bench.run(20);
    expect(bench.sent).toHaveLength(before + 4);
    expect(await pauseOf(bench, id)).toBeNull();
  });

  test('tells each administrator once', async () => {
    const { bench } = await running({ admins: ['U0ADMIN'] });
    bench.clock.set(-60 * minute);
    await bench.run(3);
    bench.clock.set(60 * minute);
    await bench.run(3);
    const told = (await bench.store.announcements.pending()).filter(({ kind }) => kind === 'direct');
    expect(told).toMatchObject([{ to: 'U0ADMIN', text: expect.stringContaining('It was set back by 1 hour.') }]);
  });
});

test('a program that was stopped for hours and goes on does not take it for a clock that was set', async () => {
  const { bench, id } = await running();
  await bench.clock.advance(5 * 60 * minute);
  await bench.run(3);
  expect(await pauseOf(bench, id)).toBeNull();
});

test('a batch that began in the future pauses its campaign although nobody saw the clock being set', async () => {
  const { bench, id } = await running();
  const campaign = await bench.store.campaigns.get(id);
  // As a restart on a computer whose clock was set back finds it.
  await bench.store.campaigns.save({ ...campaign!, restamped: { batch: 1, at: '2026-03-02T10:00:00.000Z' } });
  await bench.run(2);
  expect(await pauseOf(bench, id)).toMatchObject({ reason: 'clock', detail: 'It was set back by 1 hour.' });
  await bench.campaigns.resume(id, approver);
  await bench.run(12);
  expect(bench.sent).toHaveLength(4);
});

test('a campaign approved by a clock that was ahead starts all the same', async () => {
  const bench = await aBench();
  const campaign = await bench.approved({ size: 2 });
  const approval = { ...campaign.approval!, at: '2026-03-02T12:00:00.000Z' };
  await bench.store.campaigns.save({ ...campaign, approval });
  await bench.run(3);
  expect(bench.sent).toHaveLength(2);
});

describe('a rightly signed message of the provider that shows our clock to be wrong', () => {
  test('stops what runs before the next message, and says by how much', async () => {
    const { bench, id } = await running();
    bench.clockWatch.reportSkew(7 * minute);
    await bench.run(20);
    expect(bench.sent).toHaveLength(2);
    expect(await pauseOf(bench, id)).toMatchObject({
      reason: 'clock',
      detail: 'It is 7 minutes behind the SMS provider’s clock.',
    });
  });

  test('stops it again after a resume while it goes on, and nothing is told twice', async () => {
    const { bench, id } = await running({ admins: ['U0ADMIN'] });
    for (let times = 0; times < 5; times += 1) {
      bench.clockWatch.reportSkew((7 + times) * minute);
      await bench.run(2);
    }
    await bench.campaigns.resume(id, approver);
    bench.clockWatch.reportSkew(15 * minute);
    await bench.run(2);
    expect((await bench.notes(id)).filter((kind) => kind === 'paused')).toHaveLength(2);
    expect((await bench.store.announcements.pending()).filter(({ kind }) => kind === 'direct')).toHaveLength(1);
  });

  test('of less than a minute is none', async () => {
    const { bench, id } = await running();
    bench.clockWatch.reportSkew(40_000);
    await bench.run(2);
    expect(await pauseOf(bench, id)).toBeNull();
  });
});
