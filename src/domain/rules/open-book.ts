import { getCountries } from 'libphonenumber-js/max';
import type { Rule } from './rule.ts';
import { noCountry, type RuleBook } from './rule-book.ts';

/** A book that opens every hour everywhere, for systems that text nobody: as the rules file in the README does. */
export function openBook(): RuleBook {
  const rules = [...getCountries(), noCountry].map(
    (place): Rule => ({
      id: `${place}/note/1`,
      place,
      appliesTo: 'all',
      says: { kind: 'note', text: 'Every hour is open.' },
      basis: 'operator',
      surety: 'sure',
      source: { title: 'For a test system', readOn: '2026-11-01' },
    }),
  );
  return { rules, hash: 'open', holidays: () => 'open' };
}
