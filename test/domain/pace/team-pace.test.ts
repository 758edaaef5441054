import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sizeOfNext, type TeamFacts } from '../../../src/domain/pace/team-pace.ts';
import { planBatch, type Throttle, type ThrottleFacts } from '../../../src/domain/pace/throttle.ts';

const calm: TeamFacts = {
  limit: 10,
  batchSize: 50,
  open: 0,
  coming: [{ minutes: 30, replies: 0, perText: 0.25 }],
  handledAnHour: 30,
  answering: 1,
  promisedSeconds: 3_600,
  isDeserted: false,
};

const throttle: Throttle = { batchSize: 50, everySeconds: 300, holdAbove: 10, pace: 'team' };
const due = new Date('2026-11-24T10:05:00Z');
const facts: ThrottleFacts = {
  queued: 500,
  claimed: 0,
  held: 0,
  batch: { no: 1, startedAt: '2026-11-24T10:00:00Z', taken: 12 },
  unanswered: 3,
  isLate: false,
  holding: false,
  sendAnyway: null,
  canaryLeft: null,
};
const sized = { batch: 2, size: 7, open: 3, expected: 2, answering: 1, before: 12 };

describe('the size of a batch that follows the team', () => {
  test('is smaller the more replies are open', () => {
    const sizes = [0, 3, 6, 9].map((open) => sizeOfNext({ ...calm, open }).size);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(new Set(sizes).size).toBeGreaterThan(2);
  });

  test('is larger the more people answer', () => {
    const one = sizeOfNext({ ...calm, open: 9 }).size;
    expect(sizeOfNext({ ...calm, open: 9, handledAnHour: 90, answering: 3 }).size).toBeGreaterThan(one);
  });

  test('is zero when no more replies fit, and says why', () => {
    expect(sizeOfNext({ ...calm, open: 30 })).toMatchObject({ size: 0, because: 'no room' });
    expect(sizeOfNext({ ...calm, open: 1, isDeserted: true })).toMatchObject({ size: 0, because: 'nobody answers' });
  });

  test('is at least one person for a first batch, whoever is at work', () => {
    expect(sizeOfNext({ ...calm, handledAnHour: 0, answering: 0 }).size).toBeGreaterThan(0);
  });

  test('is never above the approved one, whatever the facts', () => {
    const count = fc.integer({ min: 0, max: 1_000 });
    const moment = fc.record({
      minutes: fc.integer({ min: 1, max: 600 }),
      replies: fc.double({ min: 0, max: 1e4, noNaN: true }),
      perText: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    const any = fc.record({
      limit: count,
      batchSize: fc.integer({ min: 1, max: 1_000 }),
      open: count,
      coming: fc.array(moment, { maxLength: 6 }),
      handledAnHour: fc.double({ min: 0, max: 1e4, noNaN: true }),
      answering: count,
      promisedSeconds: fc.option(fc.integer({ min: 1, max: 1e6 })),
      isDeserted: fc.boolean(),
    });
    fc.assert(
      fc.property(any, (some) => {
        const { size } = sizeOfNext(some);
        expect(size).toSatisfy((n: number) => Number.isInteger(n) && n >= 0 && n <= some.batchSize);
      }),
    );
  });
});

describe('a plan that follows the team', () => {
  test('sends no more people than were decided, and no batch before that', () => {
    expect(planBatch(throttle, null, { ...facts, sized }, due)).toMatchObject({ kind: 'send', count: 7 });
    expect(planBatch(throttle, null, facts, due)).toMatchObject({ kind: 'send', batch: { no: 1 } });
    const other = { ...sized, batch: 1, size: 12, before: null };
    expect(planBatch(throttle, null, { ...facts, sized: other }, due)).toMatchObject({
      kind: 'wait',
      because: 'interval',
    });
  });

  test('finishes no batch beyond its size once the next one is decided', () => {
    const early = new Date('2026-11-24T10:01:00Z');
    expect(planBatch(throttle, null, { ...facts, sized }, early)).toMatchObject({ kind: 'wait', because: 'interval' });
  });

  test('waits where the team has no room, or nobody answers, unless a person sends the batch anyway', () => {
    const full = { ...sized, size: 0 };
    const deserted = { ...full, isDeserted: true as const };
    expect(planBatch(throttle, null, { ...facts, sized: full }, due)).toMatchObject({ because: 'no room' });
    expect(planBatch(throttle, null, { ...facts, sized: deserted }, due)).toMatchObject({ because: 'nobody answers' });
    expect(planBatch(throttle, null, { ...facts, sized: full, sendAnyway: 2 }, due)).toMatchObject({ kind: 'send' });
  });

  test('is never earlier or larger than the approved numbers allow, whatever was decided', () => {
    const any = fc.record({
      size: fc.integer({ min: 0, max: 200 }),
      batch: fc.integer({ min: 1, max: 3 }),
      before: fc.option(fc.integer({ min: 0, max: 200 })),
      taken: fc.integer({ min: 0, max: 50 }),
      second: fc.integer({ min: 0, max: 600 }),
    });
    fc.assert(
      fc.property(any, ({ taken, second, ...decided }) => {
        const batch = { no: 1, startedAt: '2026-11-24T10:00:00Z', taken };
        const now = new Date(Date.parse(batch.startedAt) + second * 1_000);
        const plan = planBatch(throttle, null, { ...facts, batch, sized: { ...sized, ...decided } }, now);
        if (plan.kind !== 'send') return;
        if (plan.batch.no === 1) expect(plan.count + taken).toBeLessThanOrEqual(throttle.batchSize);
        else {
          expect(second).toBeGreaterThanOrEqual(throttle.everySeconds);
          expect(plan.count).toBeLessThanOrEqual(Math.min(throttle.batchSize, decided.size));
        }
      }),
    );
  });
});

test('a batch goes by the approved size where the team’s pace was left without a limit', () => {
  const batch = { ...facts.batch!, taken: 50 };
  const plan = planBatch({ ...throttle, holdAbove: null }, null, { ...facts, batch }, due);
  expect(plan).toMatchObject({ kind: 'send', count: 50 });
});
