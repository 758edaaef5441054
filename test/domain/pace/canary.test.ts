import { describe, expect, test } from 'vitest';
import { type CanaryText, canaryLeft, judgeCanary, mostTried, nextStep } from '../../../src/domain/pace/canary.ts';
import { rangeInWords } from '../../../src/domain/pace/sure-range.ts';
import { noCounts } from '../../../src/domain/recipient/recipient.ts';

const at = '2026-03-02T10:00:00.000Z';
const text = (optedOut = false): CanaryText => ({ optedOut, isLost: false, isOld: true });
const texts = (count: number, optedOut: readonly number[] = []) =>
  Array.from({ length: count }, (_, no) => text(optedOut.includes(no)));

/** Draws like any: the same seed, the same people. */
function drawsOf(seed: number): () => number {
  let state = seed * 2_654_435_761 + 1;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393) | 0;
    const mixed = Math.imul(state ^ (state >>> 13), 3_266_489_917);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
}

/** Lets the canary go step by step, and tells how it ended and after how many texts. */
function runOf(rate: number, seed: number, first: number) {
  const draw = drawsOf(seed);
  const sent: CanaryText[] = [];
  for (let upTo = first; ; ) {
    while (sent.length < upTo) sent.push(text(draw() < rate));
    const verdict = judgeCanary(sent);
    if (verdict !== 'undecided') return { verdict, sent: sent.length };
    upTo = nextStep(sent.length) ?? upTo;
  }
}
const seeds = Array.from({ length: 4_000 }, (_, seed) => seed + 1);
const shareStopped = (rate: number, first: number) =>
  seeds.filter((seed) => {
    const { verdict, sent } = runOf(rate, seed, first);
    expect(sent).toBeLessThanOrEqual(mostTried);
    return verdict === 'stop';
  }).length / seeds.length;

describe('a canary that goes on by itself', () => {
  test.each([10, 50, 150])('stops within 150 texts where 5 %% opt out, in 95 of 100 cases: first %i', (first) => {
    expect(shareStopped(0.05, first)).toBeGreaterThanOrEqual(0.95);
  });

  test.each([10, 50, 150])('stops falsely where 0.5 %% opt out in at most 5 of 100 cases: first %i', (first) => {
    expect(shareStopped(0.005, first)).toBeLessThanOrEqual(0.05);
  });

  test('goes on after 76 texts without any opt-out, and not before', () => {
    expect(judgeCanary(texts(75))).toBe('undecided');
    expect(judgeCanary(texts(76))).toBe('go_on');
  });

  test('stops at two opt-outs among the first few, and decides for what is likelier at 150', () => {
    expect(judgeCanary(texts(20, [3, 19]))).toBe('stop');
    expect(judgeCanary(texts(150, [20, 60]))).toBe('go_on');
    expect(judgeCanary(texts(150, [20, 60, 149]))).toBe('stop');
  });

  test('learns nothing from texts that nobody got, nor behind one that may yet be answered', () => {
    const lost = texts(200).map((one) => ({ ...one, isLost: true }));
    expect(judgeCanary(lost)).toBe('undecided');
    const fresh = { ...text(), isOld: false };
    expect(judgeCanary([fresh, ...texts(100)])).toBe('undecided');
    expect(judgeCanary([fresh, text(true), text(true)])).toBe('undecided');
  });

  test('takes twice as many at each step, at most 150', () => {
    expect([1, 20, 80, 149, 150, 400].map(nextStep)).toEqual([2, 40, 150, 150, null, null]);
  });
});

describe('how many may still get it', () => {
  const tried = { ...noCounts(), delivered: 3, claimed: 2, rejected: 1, queued: 90, skipped: 7 };
  test.each([
    ['no canary', {}, null],
    ['the rest of the first', { canary: { first: 10 } }, 4],
    ['nobody above the first', { canary: { first: 4 } }, 0],
    ['the rest of a later step', { canary: { first: 4 }, canaryState: { upTo: 8 } }, 2],
    [
      'nobody while a decision is asked for',
      { canary: { first: 9 }, canaryState: { asked: { at, because: 'opt_outs' as const } } },
      0,
    ],
    ['all once somebody let it go on', { canary: { first: 4 }, canaryState: { wentOn: { by: null, at } } }, null],
  ])('%s', (_, campaign, left) => {
    expect(canaryLeft(campaign, tried)).toBe(left);
  });
});

test.each([
  [2, 100, 'between 0.5 and 7 %'],
  [0, 100, 'between 0 and 4 %'],
  [0, 1000, 'between 0 and 0.4 %'],
  [1, 1, 'between 20 and 100 %'],
  [3, 10, 'between 10 and 60 %'],
  [0, 0, null],
])('%i of %i: %s', (some, all, words) => {
  expect(rangeInWords(some, all)).toBe(words);
});
