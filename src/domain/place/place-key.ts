import type { Whereabouts } from './whereabouts.ts';

/** One text for one place: people with the same key wait for the same hours. */
export function placeKey({ country, alsoIn = [], states, isStateUnknown, zones, from }: Whereabouts): string {
  const inOrder = [[country ?? '', ...alsoIn], isStateUnknown ? ['*'] : states, zones, [from]];
  return inOrder.map((list) => list.join(',')).join(';');
}

export function readPlaceKey(key: string): Whereabouts {
  const [countries = [], states = [], zones = [], from = []] = key
    .split(';')
    .map((list) => list.split(',').filter(Boolean));
  const [country = null, ...alsoIn] = countries;
  const isStateUnknown = states[0] === '*';
  return {
    country,
    ...(alsoIn.length > 0 && { alsoIn }),
    states: isStateUnknown ? [] : states,
    isStateUnknown,
    zones,
    from: from[0] === 'person' || from[0] === 'list' ? from[0] : 'number',
  };
}
