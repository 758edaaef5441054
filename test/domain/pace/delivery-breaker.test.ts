import { describe, expect, test } from 'vitest';
import {
  deliveryTrouble,
  doubtTrouble,
  type FinalReceipt,
  optOutVerdict,
} from '../../../src/domain/pace/delivery-breaker.ts';

const tMobile = '310260';
const verizon = '311480';
const delivered = (network: string | null = null): FinalReceipt => ({ isDelivered: true, code: null, network });
const failed = (code: string | null, network: string | null = null): FinalReceipt => ({
  isDelivered: false,
  code,
  network,
});
const times = (count: number, ...receipts: FinalReceipt[]) => Array.from({ length: count }, () => receipts).flat();
const windowOf = (receipts: readonly FinalReceipt[]): FinalReceipt[] =>
  receipts.reduce((state, receipt) => deliveryTrouble.after(state, receipt), [] as FinalReceipt[]);
const meaning = (receipts: readonly FinalReceipt[], awaited = 0) =>
  deliveryTrouble.meaning(windowOf(receipts), awaited);

/** When a series first stops the campaign, and why. */
function stopsAt(receipts: readonly FinalReceipt[]) {
  const at = receipts.findIndex((_, index) => meaning(receipts.slice(0, index + 1)) !== 'go_on');
  return at === -1 ? null : at + 1;
}

describe('receipts stop a campaign', () => {
  test('when one network filters it and the others deliver, naming the network', () => {
    const series = times(60, failed('1210', tMobile), delivered(verizon), delivered(verizon));
    expect(meaning(series)).toEqual({
      pause: 'filtered',
      detail: '50 of the last 50 receipts from T-Mobile US say filtered (1210).',
    });
    expect(stopsAt(series)).toBe(43);
  });

  test('when a network that nobody names filters it', () => {
    expect(meaning([...times(12, delivered()), ...times(38, failed('1280'))])).toEqual({
      pause: 'filtered',
      detail: '38 of the last 50 receipts say filtered (1280).',
    });
    expect(meaning(times(20, failed('1282', '99999')))).toMatchObject({
      detail: '20 of the last 20 receipts from network 99999 say filtered (1282).',
    });
  });

  test('when the list is all landlines, and says that it is the list', () => {
    const series = times(100, failed('1260'));
    expect(stopsAt(series)).toBe(30);
    expect(meaning(series)).toEqual({
      pause: 'undelivered',
      detail:
        '100 of the last 100 receipts say not delivered, most with 1260: the list seems to have landlines or dead numbers.',
    });
  });

  test('when all was well for long and then nothing arrives any more', () => {
    const series = [...times(200, delivered()), ...times(100, failed('1230'))];
    expect(stopsAt(series)).toBe(251);
    expect(meaning(series)).toMatchObject({ detail: expect.stringContaining('the networks refuse it') });
  });

  test('when nothing arrives of what leaves so fast that hundreds always await theirs', () => {
    const stopsWith = (awaited: number) =>
      Array.from({ length: 1_999 }, (_, no) => no + 1).find(
        (count) => meaning(times(count, failed('1230')), awaited) !== 'go_on',
      );
    expect([stopsWith(100), stopsWith(600), stopsWith(3_000)]).toEqual([30, 150, 750]);
  });

  test.each<[string, FinalReceipt[], number]>([
    ['a few dead numbers', times(30, failed('1170'), ...times(19, delivered())), 0],
    ['a small list that is half landlines', times(12, failed('1260'), delivered()), 0],
    ['a small list that nobody gets', times(14, failed('1210')), 0],
    ['a filter that catches one text in ten', times(40, failed('1210', tMobile), ...times(9, delivered(tMobile))), 0],
    ['a filter long ago', [...times(14, failed('1210')), ...times(60, delivered())], 0],
    ['the night, when failures are told at once and the phones are off', times(60, failed('1170')), 940],
    ['nothing', [], 500],
  ])('but not for %s', (_, series, awaited) => {
    expect(meaning(series, awaited)).toBe('go_on');
  });

  test('whatever order the same receipts come in', () => {
    const series = times(25, failed('1210', tMobile), delivered(tMobile));
    expect(meaning(series)).toEqual(meaning([...series].reverse()));
  });

  test('and forget: after many delivered ones the old failures count for nothing', () => {
    expect(meaning([...times(100, failed('1260')), ...times(51, delivered())])).toBe('go_on');
  });
});

describe('opt-outs stop a campaign', () => {
  test.each([
    [[{ no: 1, reached: 50, optedOut: 5 }], null],
    [[{ no: 1, reached: 50, optedOut: 6 }], '6 of the last 50 people opted out: between 5 and 24 %.'],
    [[{ no: 1, reached: 1_000, optedOut: 60 }], null],
    [[{ no: 1, reached: 1_000, optedOut: 70 }], '70 of the last 1,000 people opted out: between 5 and 9 %.'],
    [[{ no: 1, reached: 5, optedOut: 3 }], null],
    [[{ no: 1, reached: 10, optedOut: 4 }], '4 of the last 10 people opted out: between 16 and 69 %.'],
    [
      Array.from({ length: 60 }, (_, no) => ({ no, reached: 1, optedOut: no < 50 ? 0 : 1 })),
      '10 of the last 50 people opted out: between 11 and 33 %.',
    ],
    [
      [
        { no: 1, reached: 50, optedOut: 20 },
        { no: 2, reached: 50, optedOut: 0 },
      ],
      null,
    ],
    [[], null],
  ])('by the newest batches: %j', (batches, detail) => {
    expect(optOutVerdict(batches)).toEqual(detail === null ? 'go_on' : { pause: 'many_opt_outs', detail });
  });
});

test('doubts strewn among clear answers stop it at ten in a hundred', () => {
  const strewn = (every: number) =>
    Array.from({ length: 300 }, (_, no) => no % every === 0).reduce(
      (state, isInDoubt) => doubtTrouble.after(state, isInDoubt),
      doubtTrouble.none,
    );
  expect(doubtTrouble.meaning(strewn(12))).toBe('go_on');
  expect(doubtTrouble.meaning(strewn(10))).toEqual({
    pause: 'many_doubts',
    detail: '10 of the last 100 messages got no clear answer.',
  });
});
