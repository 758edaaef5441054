import { parseArgs } from 'node:util';
import { readHouseCaps, readHouseHours } from '../../src/domain/rules/house.ts';
import { noOperatorRules } from '../../src/domain/rules/operator-rules.ts';
import { knownRules } from '../../src/domain/rules/records/index.ts';
import { type RuleBook, rulesInForce } from '../../src/domain/rules/rule-book.ts';
import { clockOf } from './clocks.ts';
import { everywhere } from './spots.ts';
import { spotOf, tryHours } from './try-hours.ts';
import { withoutHolidays } from './without-holidays.ts';

// Is anybody texted outside the hours of all places in which they may be? Every window edge and every clock change.
const { values } = parseArgs({
  options: {
    from: { type: 'string', default: '2025' },
    to: { type: 'string', default: '2035' },
    only: { type: 'string', default: '' },
  },
});
const house = { hours: readHouseHours('on'), caps: readHouseCaps('1/24h, 3/7d') };
const book = rulesInForce(knownRules, house, noOperatorRules);
const startedAt = performance.now();
const sums = {
  places: 0,
  moments: 0,
  sends: 0,
  outside: [] as string[],
  late: [] as string[],
  needless: [] as string[],
};

/** The calendars end with 2029: behind them the book without holidays is asked as well. */
const years = { fromMs: Date.UTC(Number(values.from)), toMs: Date.UTC(Number(values.to) + 1) };
const behindMs = Date.UTC(2030);
const { known, unknown } = everywhere(book);
/** Places with the same rules and clocks are tried once. */
const seen = new Set<string>();
for (const where of [...known, ...unknown]) {
  if (!`${where.country} ${where.states}`.includes(values.only)) continue;
  const spot = spotOf(book, where);
  const clocks = new Set(spot.zones.map((zone) => clockOf(zone, years.fromMs, years.toMs)));
  const key = `${[...clocks].sort().join(' ')} ${spot.rules.map(({ id }) => id).join(' ')} ${unknown.includes(where)}`;
  sums.places += 1;
  if (seen.has(key)) continue;
  seen.add(key);
  if (years.fromMs < behindMs) add(book, where, years.fromMs, Math.min(years.toMs, behindMs));
  if (years.toMs > behindMs) {
    add(withoutHolidays(book), where, Math.max(years.fromMs, behindMs), years.toMs);
    add(book, where, behindMs, behindMs + 60 * 86_400_000);
  }
}

function add(book: RuleBook, where: (typeof known)[number], fromMs: number, toMs: number): void {
  const { moments, sends, outside, late, needless } = tryHours(book, where, { fromMs, toMs });
  sums.moments += moments;
  sums.sends += sends;
  sums.outside.push(...outside);
  sums.late.push(...late);
  sums.needless.push(...needless);
}

const seconds = ((performance.now() - startedAt) / 1_000).toFixed(0);
const count = (of: number) => of.toLocaleString('en-US');
console.log(
  `${values.from} to ${values.to}: ${count(sums.moments)} moments in ${sums.places} places, ${seen.size} of them unlike; ${seconds} s.`,
);
console.log(
  `${count(sums.sends)} of them open: ${sums.outside.length} sends outside, ${sums.late.length} that may end outside.`,
);
console.log(`${sums.needless.length} closed in the midst of hours.`);
for (const broken of [...sums.outside, ...sums.late, ...sums.needless].slice(0, 30)) console.log(`BROKEN  ${broken}`);
process.exitCode = sums.outside.length + sums.late.length + sums.needless.length === 0 ? 0 : 1;
