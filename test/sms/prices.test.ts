import { describe, expect, test } from 'vitest';
import { createPrices } from '../../src/sms/prices.ts';

const price = { currency: 'EUR', defaultPrice: '0.0333', countryCode: 'GB', networks: undefined };

function setUp(answer: (country: string) => unknown = () => price) {
  const asked: string[] = [];
  const slept: { ms: number; over(): void }[] = [];
  let nowMs = Date.parse('2025-02-03T12:00:00Z');
  const segmentPrice = createPrices({
    ask: async (country) => {
      asked.push(country);
      return answer(country);
    },
    now: () => new Date(nowMs),
    sleep: (ms) => new Promise<void>((over) => slept.push({ ms, over })),
  });
  return { segmentPrice, asked, slept, pass: (ms: number) => (nowMs += ms) };
}

describe('the price of a segment', () => {
  test('is asked once a day', async () => {
    const { segmentPrice, asked, slept, pass } = setUp();
    expect(await segmentPrice('GB')).toEqual({ amount: 0.0333, currency: 'EUR' });
    expect(await Promise.all([segmentPrice('GB'), segmentPrice('GB')])).toHaveLength(2);
    pass(86_399_999);
    await segmentPrice('GB');
    expect(asked).toEqual(['GB']);
    pass(1);
    slept[0]?.over();
    await segmentPrice('GB');
    expect(asked).toEqual(['GB', 'GB']);
  });

  test('is asked once when many want it at once', async () => {
    const { segmentPrice, asked } = setUp();
    await Promise.all([segmentPrice('GB'), segmentPrice('GB'), segmentPrice('GB')]);
    expect(asked).toEqual(['GB']);
  });

  test('of several countries is asked a second apart', async () => {
    const { segmentPrice, asked, slept } = setUp();
    const both = Promise.all([segmentPrice('GB'), segmentPrice('FR')]);
    await new Promise(setImmediate);
    expect(asked).toEqual(['GB']);
    expect(slept.map(({ ms }) => ms)).toEqual([1_000]);
    slept[0]?.over();
    await both;
    expect(asked).toEqual(['GB', 'FR']);
  });

  test('of more countries than can be asked soon is not known', async () => {
    const { segmentPrice, asked } = setUp();
    const letters = [...'ABCDEFGHIJKLMNOP'];
    const all = letters.map((letter) => segmentPrice(`A${letter}`));
    expect(await all[15]).toBeUndefined();
    expect(asked).toEqual(['AA']);
  });

  test.each(['', 'gb', 'GBR', 'G', '../x'])('of %j, which is no country, is not asked for', async (country) => {
    const { segmentPrice, asked } = setUp();
    expect(await segmentPrice(country)).toBeUndefined();
    expect(asked).toEqual([]);
  });

  test.each([
    ['nothing', undefined],
    ['no price', { currency: 'EUR' }],
    ['a price below zero', { currency: 'EUR', defaultPrice: '-1' }],
    ['a price that is a word', { currency: 'EUR', defaultPrice: 'NaN' }],
    ['no currency', { defaultPrice: '0.1' }],
  ])('is not known when the answer is %s, and is asked again after a minute', async (_, answer) => {
    const { segmentPrice, asked, slept, pass } = setUp(() => answer);
    expect(await segmentPrice('GB')).toBeUndefined();
    expect(await segmentPrice('GB')).toBeUndefined();
    expect(asked).toHaveLength(1);
    slept[0]?.over();
    pass(60_000);
    expect(await segmentPrice('GB')).toBeUndefined();
    expect(asked).toHaveLength(2);
  });

  test('is not known when asking fails', async () => {
    const { segmentPrice } = setUp(() => Promise.reject(new Error('429')));
    expect(await segmentPrice('GB')).toBeUndefined();
  });
});
