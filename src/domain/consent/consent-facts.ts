import type { Rule, RuleOf } from '../rules/rule.ts';
import { type OldConsent, oldConsent } from './ages.ts';
import type { AgreedCounts } from './agreed-counts.ts';
import { type Consent, isSaid } from './consent.ts';
import { consentNeeded, isTooWeak } from './consent-class.ts';

/**
 * What whoever decides should know of how these people agreed. `undated`: people whose day the list's `column` does not tell;
 * `weak`: countries that ask for more than the author says, the one with most people first.
 */
export type ConsentFacts = {
  old: readonly OldConsent[];
  undated: { people: number; column: string } | null;
  weak: readonly { country: string; rule: RuleOf<'consent'> }[];
};

/** `countries`: of the people on the list, the one with most people first; `rules`: those in force. */
export function consentFactsOf(
  about: { consent?: Consent | undefined; agreed?: AgreedCounts | undefined; countries: readonly string[] },
  rules: readonly Rule[],
  now: Date,
): ConsentFacts {
  const { consent, agreed, countries } = about;
  const undated = (agreed?.unread ?? 0) + (agreed?.empty ?? 0);
  return {
    old: oldConsent(about, now),
    undated: agreed && undated > 0 ? { people: undated, column: agreed.column } : null,
    weak: countries.flatMap((country) => {
      const rule = consentNeeded(consent, rules, country);
      return rule && isSaid(consent) && isTooWeak(consent, rules, country) ? [{ country, rule }] : [];
    }),
  };
}
