import fc from 'fast-check';
import type { Whereabouts } from '../../../src/domain/place/whereabouts.ts';
import { zonesOfCountry } from '../../../src/domain/place/zones.ts';
import { noOperatorRules } from '../../../src/domain/rules/operator-rules.ts';
import { knownRules } from '../../../src/domain/rules/records/index.ts';
import type { Rule } from '../../../src/domain/rules/rule.ts';
import { type RuleBook, rulesInForce } from '../../../src/domain/rules/rule-book.ts';
import { usualHouse } from '../../support/usual-house.ts';

const book = rulesInForce(knownRules, usualHouse, noOperatorRules);
export const states = [...new Set(knownRules.map(({ place }) => place))].filter((place) => place.startsWith('US-'));
const countries = [...new Set(knownRules.map(({ place }) => place.slice(0, 2)))].filter((place) => place !== '*');
export const zones = ['America/New_York', 'America/Chicago', 'Pacific/Honolulu', 'Europe/Paris', 'Asia/Kathmandu'];
export const odd = ['Pacific/Kiritimati', 'Pacific/Chatham', 'Australia/Lord_Howe', 'America/St_Johns'];

const wallTime = fc.integer({ min: 0, max: 96 }).map((quarter) => {
  const [hour, minute] = [Math.floor(quarter / 4), (quarter % 4) * 15];
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
});
const week = fc
  .record({
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
    times: fc.uniqueArray(wallTime, { minLength: 2, maxLength: 2 }),
  })
  .map(({ days, times }) => ({ days, from: times.toSorted()[0]!, to: times.toSorted()[1]! }));
const day = fc.constantFrom('2026-03-08', '2026-10-25', '2026-11-01', '2026-11-28', '2026-12-24', '2027-01-05');
const basis = fc.constantFrom('law', 'carrier', 'house', 'operator') as fc.Arbitrary<Rule['basis']>;
const says = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ windows: fc.array(week, { minLength: 1, maxLength: 3 }), isClosed: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.constant('blocked' as const) },
);

/** A rule of the US or of a state, often from some day on. */
export const aRule: fc.Arbitrary<Rule> = fc
  .record({
    says,
    basis,
    place: fc.constantFrom('US', 'US-FL', 'US-TX'),
    from: fc.option(day),
    number: fc.nat(999_999),
  })
  .map(({ says, basis, place, from, number }) => {
    const isBlocked = says === 'blocked';
    return {
      id: `${place}/${isBlocked ? 'blocked' : 'hours'}/${number}`,
      place,
      appliesTo: 'all',
      says: isBlocked
        ? { kind: 'blocked', because: 'Not yet.' }
        : { kind: 'hours', windows: says.windows, ...(says.isClosed && { closedOn: ['US-federal'] }) },
      ...(from && { from }),
      basis,
      surety: 'sure',
      source: { title: 'A source', readOn: '2026-11-01' },
    };
  });

export const first: Rule = {
  id: 'US/note/1',
  place: 'US',
  appliesTo: 'all',
  says: { kind: 'note', text: 'Known.' },
  basis: 'law',
  surety: 'sure',
  source: { title: 'A source', readOn: '2026-11-01' },
};

export const aBook = fc
  .uniqueArray(aRule, { maxLength: 4, selector: ({ id }) => id })
  .map((rules): RuleBook => ({ rules: [first, ...rules], overrides: [], hash: 'a' }));

export const inAmerica: fc.Arbitrary<Whereabouts> = fc.record({
  country: fc.constant('US'),
  states: fc.subarray(['US-FL', 'US-TX']),
  isStateUnknown: fc.boolean(),
  zones: fc.subarray([...zones, ...odd], { minLength: 1, maxLength: 3 }),
  alsoIn: fc.constant([]),
  from: fc.constant('number'),
});

export const nobody: Whereabouts = {
  country: 'US',
  states: [],
  isStateUnknown: false,
  zones: [],
  alsoIn: [],
  from: 'number',
};

/** Anybody whom the real book may be asked about. */
const anywhere: fc.Arbitrary<Whereabouts> = fc.oneof(
  inAmerica.chain((where) => fc.subarray(states, { maxLength: 3 }).map((states) => ({ ...where, states }))),
  fc.constantFrom(...countries, 'JM').map(
    (country): Whereabouts => ({
      country,
      states: [],
      isStateUnknown: country === 'US',
      zones: zonesOfCountry(country),
      alsoIn: [],
      from: 'number',
    }),
  ),
);

/** Minutes of two years with all changes of clocks, and the end of a calendar. */
export const moment = fc
  .oneof(
    fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2027, 11, 31) }),
    fc.integer({ min: Date.UTC(2026, 9, 31), max: Date.UTC(2026, 10, 3) }),
    fc.integer({ min: Date.UTC(2029, 11, 1), max: Date.UTC(2030, 0, 3) }),
  )
  .map((ms) => new Date(Math.floor(ms / 60_000) * 60_000));

export const worlds = fc.oneof(
  fc.record({ book: aBook, where: inAmerica, now: moment }),
  fc.record({ book: fc.constant(book), where: anywhere, now: moment }),
);
