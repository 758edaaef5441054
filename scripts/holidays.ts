import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Holidays from 'date-holidays';
import { corrections, hardlyKept } from './holiday-corrections.ts';

/** `npm run holidays`: writes the public holidays of these years as checked-in dates, observed days included. */
const years = [2025, 2026, 2027, 2028, 2029];
const file = 'src/domain/rules/holidays/dates.ts';

/** One calendar of the library: a country, perhaps a state of it and a region of that. */
type Part = [country: string, state?: string, region?: string];

/** Nobody knows in which part of a country a person is: a day that is a holiday in one of them counts in all. */
function allParts(country: string, except: readonly string[] = []): Part[] {
  const library = new Holidays();
  const states = Object.keys(library.getStates(country) ?? {}).filter((state) => !except.includes(state));
  const regions = states.flatMap((state) =>
    Object.keys(library.getRegions(country, state) ?? {}).map((region): Part => [country, state, region]),
  );
  return [[country], ...states.map((state): Part => [country, state]), ...regions];
}

const unions = ['AT', 'AU', 'BE', 'BR', 'CA', 'CH', 'DE', 'ES', 'IE', 'IT', 'MX', 'NL', 'NZ', 'PL', 'PT', 'SE', 'ZA'];

const sets: Record<string, Part[]> = {
  'US-federal': [['US']],
  ...Object.fromEntries(['AL', 'LA', 'RI', 'UT'].map((state) => [`US-${state}`, [['US', state]]])),
  'CA-BC': [['CA', 'BC']],
  /** France with Alsace and Moselle; what lies overseas is a country of its own to a phone. */
  FR: [['FR'], ['FR', '57'], ['FR', '67'], ['FR', '68']],
  /** Alderney is Guernsey’s. */
  GB: allParts('GB', ['ALD']),
  ...Object.fromEntries(unions.map((country) => [country, allParts(country)])),
};

function publicHolidays(part: Part, year: number): string[] {
  const [country, state, region] = part;
  const library = new Holidays(country, state!, region!);
  return library
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .map(({ date }) => date.slice(0, 10))
    .filter((date) => date.startsWith(`${year}-`));
}

function calendarOf(set: string, parts: readonly Part[]): string {
  const lines = years.map((year) => {
    const added = (corrections[set] ?? []).filter((date) => date.startsWith(`${year}-`));
    const found = new Set([...parts.flatMap((part) => publicHolidays(part, year)), ...added]);
    const days = [...found].map((date) => date.slice(5)).filter((day) => !hardlyKept[set]?.includes(day));
    return [year, ...days.sort()].join(' ');
  });
  return `'${set}': \`${lines.join('\n')}\`,`;
}

const { version } = createRequire(import.meta.url)('date-holidays/package.json');

const head = `/**
 * The public holidays of each set, a year a line, observed days included. Written by \`npm run holidays\`; do not edit.
 * Data: date-holidays ${version}, https://github.com/commenthol/date-holidays, under CC BY 3.0
 * (https://creativecommons.org/licenses/by/3.0/); brought together by region, and corrected where
 * \`scripts/holiday-corrections.ts\` says so.
 */`;

const calendars = Object.keys(sets)
  .sort()
  .map((set) => calendarOf(set, sets[set]!));
writeFileSync(file, `${head}\nexport const dates: Readonly<Record<string, string>> = {\n${calendars.join('\n')}\n};\n`);
execFileSync('node_modules/.bin/biome', ['format', '--write', file]);
