import { readFile } from 'node:fs/promises';
import { getCountries } from 'libphonenumber-js/max';
import { describe, expect, test } from 'vitest';
import type { PhoneNumber } from '../../../src/domain/ids.ts';
import { placeOfNumber } from '../../../src/domain/place/number-place.ts';
import { areaCodes } from '../../../src/domain/place/tables/area-codes.ts';
import { areaCodesOfBrazil } from '../../../src/domain/place/tables/brazil.ts';
import {
  overlays,
  sameClock,
  splitCodes,
  unknownCodes,
  zonesOfCountries,
} from '../../../src/domain/place/tables/corrections.ts';
import { zonesByCountry } from '../../../src/domain/place/tables/countries.ts';
import { states, territories } from '../../../src/domain/place/tables/states.ts';
import { readRows, valueByKey } from '../../../src/domain/place/tables/table.ts';
import { threeLetters } from '../../../src/domain/place/tables/three-letters.ts';
import { zipCodes } from '../../../src/domain/place/tables/zip-codes.ts';
import { zoneWords } from '../../../src/domain/place/tables/zone-words.ts';
import { isZoneOf, zoneNamed, zonesOfCountry, zonesOfState } from '../../../src/domain/place/zones.ts';

const byCode = new Map([...valueByKey(areaCodes)].map(([code, value]) => [code, value.split('|') as [string, string]]));
const stateCodes = new Set(states.map(({ code }) => code));
const zonesOf = (code: string) =>
  placeOfNumber(`+1${code}5550123` as PhoneNumber)
    .zones.join(' ')
    .replaceAll('America/', '');

/** How far from Greenwich on each day of these years: two zones with equal ones have one clock. */
function clockOf(zone: string): string {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset', year: 'numeric' });
  const shifts: string[] = [];
  for (let at = Date.UTC(2025, 0, 1); at < Date.UTC(2031, 0, 1); at += 24 * 3_600_000) {
    const shift = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    if (shifts.at(-1) !== shift) shifts.push(`${at}`, shift);
  }
  clocks.set(zone, shifts.join(' '));
  return shifts.join(' ');
}

const clocks = new Map<string, string>();

test('every zone in every table is known to this runtime', () => {
  const tables = [areaCodes, areaCodesOfBrazil, zonesByCountry, zoneWords, ...states.flatMap(({ zones }) => zones)];
  const zones = [
    ...new Set([...tables, ...Object.values(zonesOfCountries).flat()].join(' ').match(/[A-Z]\w+\/[\w/-]+/g)),
  ];
  expect(zones.length).toBeGreaterThan(300);
  expect(zones.filter((zone) => zoneNamed(zone) === undefined)).toEqual([]);
});

describe('area codes', () => {
  test('name only real states, all of them', () => {
    const named = [...new Set([...byCode.values()].flatMap(([inStates]) => inStates.split(' ')))].sort();
    expect(named).toEqual([...stateCodes].sort());
  });

  test('are each in one row, some 400 of them', () => {
    const all = readRows(areaCodes, '\n').flatMap((row) => row.split(': ')[1]?.split(' ') ?? []);
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(400);
    expect(all.filter((code) => !/^[2-9]\d\d$/.test(code))).toEqual([]);
  });

  test.each([
    ['219 270 423 574 606 812 850 906', 'Chicago New_York'],
    ['541', 'Denver Los_Angeles'],
    ['208 775', 'Denver Los_Angeles'],
    ['928', 'Denver Phoenix'],
    ['308 605 620 701 785', 'Chicago Denver'],
    ['250', 'Edmonton Fort_Nelson Vancouver'],
    ['418', 'Halifax Puerto_Rico Toronto'],
    ['709', 'Halifax Puerto_Rico St_Johns'],
    ['807', 'Coral_Harbour Toronto Winnipeg'],
    ['867', 'Cambridge_Bay Coral_Harbour Edmonton Fort_Nelson Inuvik Toronto Vancouver Winnipeg'],
    ['907', 'Adak Anchorage Pacific/Honolulu'],
    ['310', 'Los_Angeles'],
  ])('of which exchanges lie in several zones have all of them: %s', (codes, zones) => {
    for (const code of codes.split(' ')) {
      expect(splitCodes).toContain(code);
      expect(zonesOf(code)).toBe(zones);
    }
  });

  test('that lie over older ones have their zones and states', () => {
    for (const [code, older] of Object.entries(overlays)) expect(byCode.get(code), code).toEqual(byCode.get(older));
    expect(Object.keys(overlays)).toEqual(expect.arrayContaining(['448', '930', '364', '458', '986']));
  });

  test('that the data does not know are in no row', () => {
    expect(unknownCodes.filter((code) => byCode.has(code))).toEqual([]);
  });

  test('have no clock that nobody in their states has', () => {
    // Two villages at the end of the Aleutians; and the Yukon before it left Vancouver's clock.
    const further = new Set(['907 Pacific/Honolulu', '867 America/Vancouver']);
    const ofState = new Map(states.map(({ code, zones }) => [code, new Set(zones.map(clockOf))]));
    const wrong = [...byCode].flatMap(([code, [inStates, zones]]) =>
      zones
        .split(' ')
        .filter((zone) => !inStates.split(' ').some((state) => ofState.get(state)?.has(clockOf(zone))))
        .map((zone) => `${code} ${zone}`),
    );
    expect(wrong.filter((one) => !further.has(one))).toEqual([]);
  });
});

describe('states', () => {
  test('are the 50, the capital and the 13 provinces and territories, each once', () => {
    expect(states.filter(({ code }) => code.startsWith('US-'))).toHaveLength(51);
    expect(states.filter(({ code }) => code.startsWith('CA-'))).toHaveLength(13);
    expect(stateCodes.size).toBe(64);
  });

  test.each([
    ['US-FL', 'America/Chicago America/New_York'],
    ['US-TX', 'America/Chicago America/Denver'],
    ['US-AZ', 'America/Denver America/Phoenix'],
    ['US-OR', 'America/Denver America/Los_Angeles'],
    ['US-AK', 'America/Adak America/Anchorage'],
    ['US-CA', 'America/Los_Angeles'],
    ['US-GA', 'America/New_York'],
    ['CA-SK', 'America/Edmonton America/Regina'],
    ['CA-XX', ''],
  ])('%s is on these clocks', (state, zones) => {
    expect(zonesOfState(state).join(' ')).toBe(zones);
  });

  test('zones that one name stands for have one clock', () => {
    for (const [zone, name] of Object.entries(sameClock)) expect(clockOf(zone), zone).toBe(clockOf(name));
  });
});

describe('countries', () => {
  test('all have zones, which this runtime gives them too', () => {
    expect(getCountries().filter((country) => zonesOfCountry(country).length === 0)).toEqual([]);
    const strange = getCountries().flatMap((country) => {
      const known = new Intl.Locale('und', { region: country }).getTimeZones() ?? [];
      const ours =
        readRows(zonesByCountry, ';')
          .find((row) => row.startsWith(`${country} `))
          ?.split(' ')
          .slice(1) ?? [];
      const names = new Set(known.map((zone) => zoneNamed(zone)));
      return known.length === 0
        ? []
        : ours.filter((zone) => !names.has(zoneNamed(zone))).map((zone) => `${country} ${zone}`);
    });
    expect(strange).toEqual([]);
  });

  test('leave out no clock of the US and Canada', () => {
    for (const country of ['US', 'CA']) {
      const ours = new Set(zonesOfCountry(country).map(clockOf));
      const known = new Intl.Locale('und', { region: country }).getTimeZones() ?? [];
      expect(known.filter((zone) => !ours.has(clockOf(zone)))).toEqual([]);
    }
  });

  test('of area codes in Brazil lie in Brazil', () => {
    const zones = [...new Set([...valueByKey(areaCodesOfBrazil).values()].flatMap((row) => row.split(' ')))];
    expect(zones.filter((zone) => !isZoneOf(zone, 'BR'))).toEqual([]);
  });

  test('have three letters each', () => {
    const rows = readRows(threeLetters, ';').map((row) => row.split(' '));
    expect(rows.filter(([three, two]) => !/^[A-Z]{3}$/.test(three!) || !/^[A-Z]{2}$/.test(two!))).toEqual([]);
    const without = getCountries().filter((country) => !rows.some(([, two]) => two === country));
    expect(without).toEqual(['AC', 'TA']);
  });
});

describe('ZIP Codes', () => {
  test('name only real states, territories and the forces', () => {
    const named = [...new Set([...valueByKey(zipCodes).values()].flatMap((row) => row.split(' ')))];
    const known = new Set([...stateCodes, ...territories.map(({ country }) => country), 'military']);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
    expect([...stateCodes].filter((code) => code.startsWith('US-') && !named.includes(code))).toEqual([]);
  });

  test('are three digits each, or five on islands', () => {
    const keys = [...valueByKey(zipCodes).keys()];
    expect(keys.filter((key) => !/^(\d{3}|969\d\d|96799)$/.test(key))).toEqual([]);
    expect(keys.length).toBeGreaterThan(900);
  });
});

test('the notice names every table that is not ours, with commit, date and licence', async () => {
  const notice = await readFile(new URL('../../../src/domain/place/tables/NOTICE.md', import.meta.url), 'utf8');
  for (const word of [
    'area-codes.ts',
    'brazil.ts',
    'countries.ts',
    'zip-codes.ts',
    'Apache License, Version 2.0',
    '17 July 2026',
  ])
    expect(notice).toContain(word);
  expect(notice.replace(/\s/g, '')).toContain('f7e3e88c92b905c8d6edb81f336dbe25edc05b52');
});
