/**
 * Where a person may be. All of it is meant at once: a text may leave when it may in every zone and under every state.
 * `country`: ISO 3166-1, null for numbers of no country. `states`: ISO 3166-2 such as `US-FL`, sorted; empty where the
 * country's rules do not differ by state. `isStateUnknown`: of a country whose rules do, and nobody knows which: all apply.
 * `zones`: IANA names, sorted; never empty unless `country` is null. `from`: what it was found by.
 */
export type Whereabouts = {
  country: string | null;
  /** Other countries that the list names: their rules hold too. */
  alsoIn?: readonly string[];
  states: readonly string[];
  isStateUnknown: boolean;
  zones: readonly string[];
  from: 'number' | 'list' | 'person';
};
