import type { Override } from './override.ts';
import { knownRules } from './records/index.ts';
import { type RuleBook, rulesInForce } from './rule-book.ts';

/** A book that opens every hour everywhere, for systems that text nobody: as the rules file in the README does. */
export function openBook(): RuleBook {
  const nothing = (insteadOf: string): Override => ({
    id: `override/${insteadOf}`,
    insteadOf,
    says: null,
    because: 'This is a test system: its texts reach nobody.',
    by: 'Trickle',
    from: '2000-01-01',
    until: '2100-01-01',
  });
  const overrides = ['*/hours', '*/cap', '*/blocked'].map(nothing);
  const house = { hours: {}, caps: { kind: 'caps' as const, caps: [] } };
  return rulesInForce(knownRules, house, { rules: [], overrides, ended: [] });
}
