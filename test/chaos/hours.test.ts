import { expect, test } from 'vitest';
import { everywhere } from '../../chaos/hours/spots.ts';
import { tryHours } from '../../chaos/hours/try-hours.ts';
import { withoutHolidays } from '../../chaos/hours/without-holidays.ts';
import { createRandom } from '../../chaos/random.ts';
import { noOperatorRules } from '../../src/domain/rules/operator-rules.ts';
import { knownRules } from '../../src/domain/rules/records/index.ts';
import { rulesInForce } from '../../src/domain/rules/rule-book.ts';
import { usualHouse } from '../support/usual-house.ts';

const book = rulesInForce(knownRules, usualHouse, noOperatorRules);
const { known, unknown } = everywhere(book);
const dayMs = 86_400_000;

test('nobody is texted outside the hours of all places in which they may be, at any of many edges and changed clocks', () => {
  const random = createRandom(12);
  let moments = 0;
  for (let tries = 0; tries < 60; tries += 1) {
    const where = random.pick(tries % 10 === 9 ? unknown : known);
    const year = random.int(2025, 2035);
    // A week with a clock to be set in many zones, or any other.
    const month = random.pick([2, 3, 9, 10, random.int(0, 11)]);
    const fromMs = Date.UTC(year, month, random.int(1, 28));
    const asked = year < 2030 ? book : withoutHolidays(book);
    const tried = tryHours(asked, where, { fromMs, toMs: fromMs + 5 * dayMs });
    expect({ ...tried, moments: 0, sends: 0 }).toEqual({ moments: 0, sends: 0, outside: [], late: [], needless: [] });
    moments += tried.moments;
  }
  expect(moments).toBeGreaterThan(5_000);
});

test('behind the end of its calendar a place with holidays is closed', () => {
  const [france] = known.filter(({ country }) => country === 'FR');
  const fromMs = Date.UTC(2030, 0, 1);
  expect(tryHours(book, france!, { fromMs, toMs: fromMs + 7 * dayMs })).toMatchObject({ sends: 0, needless: [] });
});
