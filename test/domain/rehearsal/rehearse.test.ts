import { describe, expect, test } from 'vitest';
import { forecast } from '../../../src/domain/pace/progress.ts';
import { beliefOf } from '../../../src/domain/rehearsal/belief.ts';
import { betterPace } from '../../../src/domain/rehearsal/better-pace.ts';
import { delayEnds, nothingMeasured } from '../../../src/domain/rehearsal/measure.ts';
import { rehearse } from '../../../src/domain/rehearsal/rehearse.ts';

const hours = { zone: 'Europe/Berlin', days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '20:00' };
const input = {
  size: 600,
  throttle: { batchSize: 50, everySeconds: 300, holdAbove: null as number | null },
  ratePerSecond: 30,
  hours,
  zone: 'Europe/Berlin',
  startAt: new Date('2026-11-23T09:00:00.000Z'),
  belief: beliefOf([]),
};

describe('a rehearsal before the approval', () => {
  test('says the same each time it is asked the same', async () => {
    expect(await rehearse(input, { runs: 40 })).toEqual(await rehearse(input, { runs: 40 }));
  });

  test('ends with the last batch where nothing holds it, and later where replies do', async () => {
    const free = await rehearse(input, { runs: 100 });
    expect(new Date(free.done.high).toISOString().slice(0, 16)).toBe('2026-11-23T09:55');
    const held = await rehearse({ ...input, throttle: { ...input.throttle, holdAbove: 10 } }, { runs: 100 });
    expect(held.done.middle).toBeGreaterThan(free.done.high);
    expect(held.mostOpen.middle).toBeLessThan(free.mostOpen.middle);
  });

  test('finds more open replies and a longer wait the more people reply', async () => {
    const of = (share: number) => rehearse({ ...input, belief: { ...input.belief, share } }, { runs: 60 });
    const [few, many] = [await of(0.03), await of(0.4)];
    expect(many.mostOpen.middle).toBeGreaterThan(3 * few.mostOpen.middle);
    expect(many.longestWait.middle).toBeGreaterThan(3 * few.longestWait.middle);
  });

  test('lets nobody wait longer for the night: only the sending hours count', async () => {
    const evening = { ...input, size: 60, startAt: new Date('2026-11-23T18:50:00.000Z') };
    const { longestWait } = await rehearse(evening, { runs: 60 });
    expect(longestWait.high).toBeLessThan(2 * 3_600);
  });

  test('follows the team where the pace does: fewer are open than with the hold alone, and it ends later', async () => {
    const throttle = { ...input.throttle, holdAbove: 10 };
    const held = await rehearse({ ...input, throttle }, { runs: 100 });
    const team = await rehearse({ ...input, throttle: { ...throttle, pace: 'team' } }, { runs: 100 });
    expect(team.mostOpen.middle).toBeLessThan(held.mostOpen.middle);
    expect(team.done.middle).toBeGreaterThan(held.done.middle);
  });

  test('waits as well while a reply is older than the author promised', async () => {
    const promised = await rehearse({ ...input, promisedSeconds: 600 }, { runs: 100 });
    const free = await rehearse(input, { runs: 100 });
    expect(promised.done.middle).toBeGreaterThan(free.done.middle);
    expect(promised.longestWait.middle).toBeLessThan(free.longestWait.middle);
  });

  test.each([
    [{ first: 20 }, [20], 1],
    [{ first: 20, goOn: 'alone' as const }, [20, 40, 80], 3],
    [{ first: 600 }, [], 0],
  ])('takes an hour for each wait of %o', async (canary, waitsAfter, waits) => {
    const free = await rehearse(input, { runs: 20 });
    const tried = await rehearse({ ...input, canary }, { runs: 20 });
    expect(tried.waitsAfter).toEqual(waitsAfter);
    expect((tried.done.middle - free.done.middle) / 3_600_000).toBeCloseTo(waits, 0);
  });

  test('finds a longer wait for a team that other campaigns keep busy', async () => {
    const other = { size: 600, throttle: input.throttle, ages: [...delayEnds, 0].map(() => 0) };
    const busy = await rehearse({ ...input, busy: { open: 30, campaigns: 1, others: [other] } }, { runs: 100 });
    const free = await rehearse(input, { runs: 100 });
    expect(busy.longestWait.middle).toBeGreaterThan(1.5 * free.longestWait.middle);
    expect([busy.others, free.others]).toEqual([1, undefined]);
  });

  test.each([
    ['a batch a day', { throttle: { batchSize: 50, everySeconds: 86_400, holdAbove: 20 } }],
    ['a batch a week', { throttle: { batchSize: 1, everySeconds: 604_800, holdAbove: null } }],
    ['one batch over days', { throttle: { batchSize: 600, everySeconds: 1, holdAbove: null }, ratePerSecond: 0.01 }],
  ])('never ends before the pace alone lets it: %s', async (_, pace) => {
    const { done } = await rehearse({ ...input, ...pace }, { runs: 20 });
    expect(done.low).toBeGreaterThanOrEqual(forecast({ ...input, ...pace }).doneAt.getTime());
  });

  test('does not end where it never begins: replies to others hold it all the while', async () => {
    const nobody = { ...input.belief, staff: input.belief.staff.map(() => 0) };
    const held = { ...input, belief: nobody, promisedSeconds: 1, busy: { open: 30, campaigns: 0, others: [] } };
    const { done } = await rehearse(held, { runs: 20 });
    expect(done.low).toBeGreaterThan(input.startAt.getTime() + 86_400_000);
  });

  test('names a moment that a calendar has, however slow the pace and the team', async () => {
    const nobody = { ...input.belief, staff: input.belief.staff.map(() => 0) };
    const throttle = { batchSize: 1, everySeconds: 604_800, holdAbove: 0 };
    const slowest = { ...input, hours: null, size: 1_000_000, throttle, belief: nobody };
    const { done } = await rehearse(slowest, { runs: 20 });
    expect(new Date(done.high).getTime()).toBe(Math.round(done.high));
  });

  test.each([1_000_000, 100_000])('of %i people takes no more runs of more people than it needs', async (size) => {
    const large = await rehearse({ ...input, size, throttle: { ...input.throttle, batchSize: 5_000 } }, { runs: 5 });
    expect(large.mostOpen.middle).toBeGreaterThan(size * 0.05);
  });
});

describe('a better pace', () => {
  const crowded = { ...input, size: 2_000, throttle: { batchSize: 100, everySeconds: 300, holdAbove: null } };

  test('is a smaller batch with which nine of ten campaigns keep the wait short', async () => {
    const better = await betterPace(crowded, await rehearse(crowded, { runs: 60 }), 3_600, { runs: 60 });
    expect(better?.batchSize).toBeLessThan(100);
    expect(better?.expected.longestWait.high).toBeLessThan(1.5 * 3_600);
  });

  test('is not followed by another offer, whatever few runs said of it', async () => {
    for (const size of [600, 800, 1_000, 2_000]) {
      const hasty = { ...crowded, size, throttle: { ...crowded.throttle, batchSize: 50, holdAbove: 40 } };
      const better = await betterPace(hasty, await rehearse(hasty, { runs: 200 }), 3_600, { runs: 200 });
      if (better) expect(better.expected.longestWait.middle).toBeLessThanOrEqual(3_600);
    }
  });

  test('is not offered where the wait is short as it is', async () => {
    const calm = { ...input, size: 50, throttle: { batchSize: 5, everySeconds: 600, holdAbove: null } };
    expect(await betterPace(calm, await rehearse(calm, { runs: 60 }), 3_600, { runs: 60 })).toBeUndefined();
  });
});

describe('what is believed of a team', () => {
  const measured = (texts: number, replies: number, handled: number) => ({
    ...nothingMeasured,
    texts,
    delays: nothingMeasured.delays.with(5, replies),
    handling: nothingMeasured.handling.with(6, handled),
  });

  test('are usual figures while too little was measured, and it says so', () => {
    expect(beliefOf([])).toMatchObject({ share: 0.15, isUsual: true });
    expect(beliefOf([measured(100, 60, 10)]).isUsual).toBe(true);
  });

  test('are its own figures once there are enough of them', () => {
    const belief = beliefOf([measured(1_000, 400, 400), measured(1_000, 400, 400)]);
    expect(belief.isUsual).toBe(false);
    expect(belief.share).toBeCloseTo(0.4, 1);
    expect(belief.speed).toBeGreaterThan(60);
  });
});
