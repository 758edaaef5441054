import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { momentBeside, momentInWords } from '../../src/domain/moment.ts';

const at = '2026-12-31T23:05:09Z';

test.each([
  [{ at, zone: 'UTC' }, '23:05 on 31 Dec (UTC)'],
  [{ at, zone: 'Europe/Berlin', withYear: true }, '00:05 on 1 Jan 2027 (Europe/Berlin)'],
  [{ at, zone: 'UTC', toTheSecond: true }, '23:05:09 on 31 Dec (UTC)'],
])('%j is said with its day and its zone', (moment, words) => {
  expect(momentInWords(moment)).toBe(words);
});

test.each([
  ['2026-12-31T23:30:00Z', '23:30'],
  ['2026-12-30T23:30:00Z', '23:30 on 30 Dec'],
  ['2027-05-24T09:35:00Z', '09:35 on 24 May 2027'],
])('%s beside another moment names the day and the year only where they are others', (one, words) => {
  expect(momentBeside({ at: one, zone: 'UTC' }, at)).toBe(words);
});

test('nothing else writes clocks and days for people: there is one way to say a moment', () => {
  const writers = globSync('src/**/*.ts').filter((file) =>
    /toLocale(?:Time|Date)String|toUTCString|slice\(0, 16\)|format\(new Date|Intl\.DateTimeFormat\('en-GB'/.test(
      readFileSync(file, 'utf8'),
    ),
  );
  expect(writers).toEqual(['src/domain/moment.ts']);
});
