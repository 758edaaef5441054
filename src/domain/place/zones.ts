import { sameClock } from './tables/corrections.ts';
import { zonesByCountry } from './tables/countries.ts';
import { states } from './tables/states.ts';
import { readRows } from './tables/table.ts';

/** The IANA zones of a state of the US or a province of Canada, `US-FL`; none for any other code. */
export function zonesOfState(state: string): readonly string[] {
  return byState.get(state) ?? [];
}

/** All zones of a country with people in them, sorted. One name stands for zones of one clock in the US and Canada. */
export function zonesOfCountry(country: string): readonly string[] {
  return country === 'US' || country === 'CA' ? inNorthAmerica(country) : (byCountry.get(country) ?? []);
}

/** Does anybody in the country live by it? */
export function isZoneOf(zone: string, country: string): boolean {
  return (byCountry.get(country)?.includes(zone) ?? false) || zonesOfCountry(country).includes(zone);
}

/** The country whose zone it is, if it is one country's only. */
export function countryOfZone(zone: string): string | undefined {
  const found = [...byCountry.keys()].filter((country) => isZoneOf(zone, country));
  return found.length === 1 ? found[0] : undefined;
}

/** The zone's own name, "us/eastern" → `America/New_York`; undefined for what is no zone. */
export function zoneNamed(text: string): string | undefined {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions();
    return sameClock[timeZone] ?? timeZone;
  } catch {
    return undefined;
  }
}

const byState = new Map(states.map(({ code, zones }) => [code, zones]));
const byCountry = new Map(
  readRows(zonesByCountry, ';').map((row) => {
    const [country = '', ...zones] = row.split(' ');
    return [country, zones] as const;
  }),
);

const us = unitedOver('US-');
const canada = unitedOver('CA-');

function inNorthAmerica(country: 'US' | 'CA'): readonly string[] {
  return country === 'US' ? us : canada;
}

function unitedOver(prefix: string): readonly string[] {
  return [...new Set(states.filter(({ code }) => code.startsWith(prefix)).flatMap(({ zones }) => zones))].sort();
}
