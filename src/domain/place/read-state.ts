import { plainWords } from './plain-words.ts';
import { states, territories } from './tables/states.ts';

/**
 * What a state's or ZIP Code's cell says. `states`: ISO 3166-2, all of them meant. `countries`: territories that are
 * countries by ISO 3166-1. `isMilitary`: an address of the forces, which may be anywhere. `isShort`: two letters only,
 * which mean something else elsewhere.
 */
export type PlaceSaid = {
  states: readonly string[];
  countries: readonly string[];
  isMilitary: boolean;
  isShort: boolean;
};

/** "FL", "Fla.", "Florida, USA", "US-FL", "Washington, DC", "ON", "Québec"; undefined for what is no state. */
export function readState(text: string): PlaceSaid | undefined {
  const plain = plainWords(text);
  const whole = names.get(plain) ?? names.get(withoutCountry(plain));
  if (whole) return whole;
  const parts = text
    .split(/[,;/|()&+]|\s[-–—]\s|\s(?:and|or)\s/)
    .flatMap((part) => withoutCountry(plainWords(part)) || []);
  const found = parts.map((part) => names.get(part));
  const last = found.at(-1);
  if (parts.length > 1 && found.every((said) => said !== undefined)) return together(found);
  // "Tampa, FL", "Dallas, Texas", "Miami FL"
  if (parts.length > 1 && last) return last;
  return names.get(/\p{L}\.?\s+([A-Z]{2})$/u.exec(text.trim())?.[1]?.toLowerCase() ?? '');
}

export function together(said: readonly PlaceSaid[]): PlaceSaid {
  return {
    states: [...new Set(said.flatMap(({ states }) => states))].sort(),
    countries: [...new Set(said.flatMap(({ countries }) => countries))].sort(),
    isMilitary: said.some(({ isMilitary }) => isMilitary),
    isShort: said.every(({ isShort }) => isShort),
  };
}

function withoutCountry(plain: string): string {
  return plain
    .replace(/^(?:usa?|ca|state of|province of)(?= \w)/, '')
    .replace(/(?<=\w) (?:usa?|u s a?|united states(?: of america)?|canada|state|province)$/, '')
    .trim();
}

const nothing: PlaceSaid = { states: [], countries: [], isMilitary: false, isShort: false };

const names: ReadonlyMap<string, PlaceSaid> = new Map([
  ...states.flatMap(({ code, name, alsoWritten }) =>
    named([name, ...alsoWritten], code.slice(3), { ...nothing, states: [code] }),
  ),
  ...territories.flatMap(({ country, alsoWritten }) =>
    named(alsoWritten, country, { ...nothing, countries: [country] }),
  ),
  ...['ae', 'aa', 'ap'].flatMap((code) => named([], code, { ...nothing, isMilitary: true })),
  ...named(
    ['apo', 'fpo', 'dpo', 'armed forces', 'armed forces europe', 'armed forces pacific', 'armed forces americas'],
    'apo ae',
    { ...nothing, isMilitary: true },
  ),
]);

function named(written: readonly string[], code: string, said: PlaceSaid): [string, PlaceSaid][] {
  const short: [string, PlaceSaid] = [code.toLowerCase(), { ...said, isShort: true }];
  return [
    short,
    ...written.map((name): [string, PlaceSaid] => [plainWords(name), { ...said, isShort: name.length < 4 }]),
  ];
}
