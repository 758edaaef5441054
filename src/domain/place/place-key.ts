import type { Whereabouts } from './whereabouts.ts';

const keys = new WeakMap<Whereabouts, string>();

/** One text for equal whereabouts: `US|US-FL|America/Chicago America/New_York|||number`. Fast: asked for every row. */
export function placeKey(whereabouts: Whereabouts): string {
  const known = keys.get(whereabouts);
  if (known !== undefined) return known;
  const { country, states, zones, alsoIn, isStateUnknown, from } = whereabouts;
  const key = [country ?? '', inOrder(states), inOrder(zones), inOrder(alsoIn), isStateUnknown ? '?' : '', from].join(
    '|',
  );
  keys.set(whereabouts, key);
  return key;
}

/** The whereabouts back; undefined for a text that is no such key. */
export function readPlaceKey(key: string): Whereabouts | undefined {
  const [country = '', states = '', zones = '', alsoIn = '', unknown = '', from = '', ...more] = key.split('|');
  if (more.length > 0 || !isSource(from) || !/^([A-Z]{2})?$/.test(country) || !/^\??$/.test(unknown)) return undefined;
  if (country !== '' && zones === '') return undefined;
  return {
    country: country === '' ? null : country,
    states: names(states),
    isStateUnknown: unknown === '?',
    zones: names(zones),
    alsoIn: names(alsoIn),
    from,
  };
}

function inOrder(list: readonly string[]): string {
  return [...new Set(list)].sort().join(' ');
}

function names(text: string): readonly string[] {
  return text === '' ? [] : text.split(' ');
}

function isSource(text: string): text is Whereabouts['from'] {
  return ['number', 'list', 'person'].includes(text);
}
