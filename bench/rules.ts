import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PhoneNumber } from '../src/domain/ids.ts';
import { placeKey } from '../src/domain/place/place-key.ts';
import { states } from '../src/domain/place/tables/states.ts';
import { readHouseCaps, readHouseHours } from '../src/domain/rules/house.ts';
import { noOperatorRules } from '../src/domain/rules/operator-rules.ts';
import { knownRules } from '../src/domain/rules/records/index.ts';
import { rulesInForce } from '../src/domain/rules/rule-book.ts';
import type { Store } from '../src/ports/store.ts';
import { byPlaceOf, createRules, reachOf } from '../src/services/rules.ts';
import { openLowdbStore } from '../src/store/lowdb/lowdb-store.ts';
import { aCampaign } from '../test/support/builders.ts';

// What the rules of places cost a large list: `npm run bench:rules -- [recipients] [groups of places]`.
const size = Number(process.argv[2] ?? 1_000_000);
const groups = Number(process.argv[3] ?? 300);

const house = { hours: readHouseHours('on'), caps: readHouseCaps('1/24h, 3/7d') };
const book = rulesInForce(knownRules, house, noOperatorRules);
const campaign = aCampaign();
/** As an earlier version may have had it: a rule of each place is another one. */
const former = createRules(
  rulesInForce(knownRules.slice(0, -1), { ...house, hours: readHouseHours('Mon-Fri 10:00-19:00') }, noOperatorRules),
).toKeep();
/** A Monday in the United States: night, the East and the middle open, all of it open. */
const moments = { nobody: '2026-11-30T08:00:00Z', half: '2026-11-30T16:30:00Z', all: '2026-11-30T19:30:00Z' };

console.log(`${size.toLocaleString('en')} recipients, ${cpus()[0]?.model ?? 'a machine'}, Node ${process.version}`);
const [many, one] = [await bench(groups), await bench(1)];
console.log(`${''.padEnd(44)} ${`${groups} groups`.padStart(14)} ${'one group'.padStart(14)}   ratio`);
for (const [what, value] of many) {
  const [a, b] = [value, one.get(what)!];
  const unit = what.includes('bytes') ? '' : ' ms';
  const cells = [a, b].map((value) => `${value.toFixed(unit ? 3 : 1)}${unit}`.padStart(14));
  console.log(`${what.padEnd(44)} ${cells.join(' ')} ${(a / b).toFixed(1).padStart(7)}`);
}

async function bench(groups: number): Promise<Map<string, number>> {
  const folder = await mkdtemp(join(tmpdir(), 'trickle-bench-'));
  const store = await openLowdbStore({ folder });
  try {
    const places = placesOf(groups);
    const before = await memoryInUse();
    await store.campaigns.create(
      campaign,
      Array.from({ length: size }, (_, no) => ({
        number: `+1201${String(no).padStart(8, '0')}` as PhoneNumber,
        values: [`Name${no}`, 'Hoboken'],
        place: places[no % groups]!,
      })),
    );
    const found = new Map([['memory, bytes per recipient', ((await memoryInUse()) - before) / size]]);
    await measure(store, places, found);
    return found;
  } finally {
    await store.close();
    await rm(folder, { recursive: true });
  }
}

async function measure(store: Store, places: readonly string[], found: Map<string, number>): Promise<void> {
  const rules = createRules(book);
  let no = 0;
  const claim = (at: Date, limit: number) => {
    no += 1;
    const batch = { no, startedAt: campaign.createdAt, size: limit };
    return store.recipients.claim(campaign.id, batch, limit, at, byPlaceOf({ store, rules }, campaign, at));
  };
  for (const [name, moment] of Object.entries(moments)) {
    const at = new Date(moment);
    const named = (what: string, ms: number) => found.set(`${name} open: ${what}`, ms);
    const verdicts = createRules(book);
    named('all verdicts found anew', await timed(1, () => places.map((place) => verdicts.of(place, 'marketing', at))));
    const both = createRules(book);
    named(
      'the same by two books',
      await timed(1, () => places.map((place) => both.of(place, 'marketing', at, former))),
    );
    named('first claim since others are open', await timed(1, () => claim(at, 1)));
    named('a decision per tick', await timed(100, () => reachOf({ store, rules }, campaign, at)));
    named('a claim of 1', await timed(50, () => claim(at, 1)));
    named('a claim of 50', await timed(50, () => claim(at, 50)));
  }
}

/** The median of so many times, in milliseconds of the processor: a busy machine changes little of it. */
async function timed(times: number, act: () => unknown): Promise<number> {
  const took: number[] = [];
  for (let made = 0; made < times; made += 1) {
    const before = process.cpuUsage();
    await act();
    const { user, system } = process.cpuUsage(before);
    took.push((user + system) / 1_000);
  }
  return took.sort((a, b) => a - b)[Math.floor(times / 2)]!;
}

/** People of whom a list says two states. */
function placesOf(groups: number): string[] {
  const inUs = states.filter(({ code }) => code.startsWith('US-'));
  const pairs = inUs.flatMap((one, at) => inUs.slice(at + 1).map((other) => [one, other]));
  return pairs
    .filter((_, at) => at % Math.floor(pairs.length / groups) === 0)
    .slice(0, groups)
    .map((pair) =>
      placeKey({
        country: 'US',
        states: pair.map(({ code }) => code).sort(),
        isStateUnknown: false,
        zones: [...new Set(pair.flatMap(({ zones }) => zones))].sort(),
        alsoIn: [],
        from: 'list',
      }),
    );
}

/** What was given back by whoever was measured before is freed in later turns. */
async function memoryInUse(): Promise<number> {
  for (let turn = 0; turn < 5; turn += 1) {
    globalThis.gc?.();
    await nextTurn();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
