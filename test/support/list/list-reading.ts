import type { ListReading } from '../../../src/domain/list/reading.ts';

/** A list of which nothing is in doubt. */
export function aListReading(overrides: Partial<ListReading> = {}): ListReading {
  return {
    numbersFrom: 'Phone',
    sources: [
      { id: 'column-1', title: 'Phone', count: 120, samples: ['201-555-0100'], isUnfit: false, isChosen: true },
    ],
    country: 'US',
    encoding: null,
    countries: [{ country: 'US', count: 120 }],
    otherCountries: [],
    questions: [],
    marked: null,
    notes: [],
    choices: {},
    ...overrides,
  };
}
