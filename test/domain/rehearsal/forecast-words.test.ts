import { expect, test } from 'vitest';
import {
  betterPaceInWords,
  forecastInWords,
  gradeInWords,
  loadInWords,
  waitInWords,
} from '../../../src/domain/rehearsal/forecast-words.ts';

const at = (time: string) => Date.parse(`2026-11-23T${time}:00.000Z`);
const where = { zone: 'UTC', beside: new Date(at('15:00')) };
const expected = {
  done: { low: at('16:10'), middle: at('16:40'), high: at('18:00') },
  mostOpen: { low: 12, middle: 35, high: 61 },
  longestWait: { low: 1_500, middle: 4_200, high: 9_000 },
  repliesPerHour: 42,
  handledPerHour: 30,
  replies: 90,
  isUsual: false,
  curve: [],
};

test('a forecast says what comes, what the team handles, when it is done, and how long people wait', () => {
  expect(forecastInWords(expected, { ...where, plannedEnd: new Date(at('15:55')) }).join(' ')).toBe(
    'About 42 replies an hour against the 30 your team handles. Done by 16:40 (16:10 to 18:00). At most about 35 open at once, longest wait about 70 minutes.',
  );
});

test('it does not say the end again where nothing can hold it, and says that its figures are not the team’s own', () => {
  const free = { ...expected, done: { low: at('15:55'), middle: at('15:55'), high: at('15:55') }, isUsual: true };
  expect(forecastInWords(free, { ...where, plannedEnd: new Date(at('15:55')) })).toEqual([
    'About 42 replies an hour against the 30 your team handles.',
    'At most about 35 open at once, longest wait about 70 minutes.',
    'These are usual figures: too little is known of this channel’s own.',
  ]);
});

test('the replies to a short campaign are counted in all', () => {
  const short = { ...expected, replies: 20 };
  expect(forecastInWords(short, { ...where, plannedEnd: where.beside })[0]).toBe(
    'About 20 replies in all against the 30 an hour your team handles.',
  );
});

test('an end that is months away is said to the day, with its year', () => {
  const done = {
    low: Date.parse('2026-12-20T10:00Z'),
    middle: Date.parse('2027-02-21T01:54Z'),
    high: at('18:00') + 9e10,
  };
  const where2029 = { ...where, plannedEnd: new Date(at('15:55')) };
  expect(forecastInWords({ ...expected, done }, where2029)[1]).toBe(
    'Done by 21 Feb 2027 (10:00 on 20 Dec to 30 Sept 2029).',
  );
  const better = { batchSize: 1, everySeconds: 300, expected: { ...expected, done }, isSure: true };
  expect(betterPaceInWords(better, 900, where)).toMatch(/done by 21 Feb 2027\.$/);
});

test('no wait is foretold where hardly anybody replies', () => {
  expect(loadInWords({ ...expected, replies: 0.45, isUsual: true })).toEqual([
    'Less than one reply.',
    'These are usual figures: too little is known of this channel’s own.',
  ]);
});

test('what else was counted in is said', () => {
  const assumed = { ...expected, others: 1, waitsAfter: [20] };
  expect(loadInWords(assumed).slice(2)).toEqual([
    'Replies to 1 other campaign of this channel are counted in.',
    'The wait after the first 20 people is taken for an hour.',
  ]);
  expect(loadInWords({ ...expected, others: 2, waitsAfter: [20, 40, 80] }).slice(2)).toEqual([
    'Replies to 2 other campaigns of this channel are counted in.',
    'The wait after the first 20, 40 and 80 people is taken for an hour each.',
  ]);
});

test('a better pace says what it keeps', () => {
  const done = { low: at('17:10'), middle: at('17:20'), high: at('17:40') };
  const better = { batchSize: 35, everySeconds: 300, expected: { ...expected, done }, isSure: true };
  expect(betterPaceInWords(better, 900, where)).toBe(
    '35 people every 5 minutes keeps the wait below 15 minutes: done by 17:20.',
  );
  expect(betterPaceInWords({ ...better, isSure: false }, 900, where)).toContain('5 minutes mostly keeps the wait');
});

test('the summary sets the forecast beside what happened, and says what lay outside of it', () => {
  const happened = { doneMs: at('17:05'), mostOpen: 80, longestWait: 3_600 };
  expect(gradeInWords(expected, happened, where)).toEqual([
    'Done 17:05, forecast 16:10 to 18:00.',
    '80 replies open at most, forecast 12 to 61, outside of it.',
    'Longest wait 60 minutes, forecast 25 minutes to 150 minutes.',
  ]);
});

test('what was done within the forecast’s minute was done in that minute', () => {
  const done = { low: at('16:40') + 5_000, middle: at('16:40') + 5_000, high: at('16:40') + 5_000 };
  const happened = { doneMs: at('16:41') + 20_000, mostOpen: 20, longestWait: 3_600 };
  expect(gradeInWords({ ...expected, done }, happened, where)[0]).toBe('Done 16:41, forecast 16:41.');
});

test.each([
  [20, 'a minute'],
  [720, '12 minutes'],
  [4_300, '70 minutes'],
  [4 * 3_600, '4 hours'],
  [3 * 86_400, '3 days'],
])('a wait of %d seconds is %s', (seconds, words) => {
  expect(waitInWords(seconds)).toBe(words);
});
