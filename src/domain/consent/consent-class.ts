import type { Rule, RuleOf } from '../rules/rule.ts';
import { isOf } from '../rules/rule.ts';
import { type Consent, classOf, type HowTheyAgreed } from './consent.ts';

/** What sort of consent it is: written, asked for, assumed of customers, or nobody can tell. */
export type ConsentClass = RuleOf<'consent'>['says']['needs'] | 'unknown';

const strength: Record<ConsentClass, number> = { unknown: 0, soft: 1, express: 2, express_written: 3 };

/** Whoever ticks or signs below a wording agrees in writing; without the wording nobody can show to what. */
const classes: Record<HowTheyAgreed, { worded: ConsentClass; plain: ConsentClass }> = {
  form: { worded: 'express_written', plain: 'express' },
  checkout: { worded: 'express_written', plain: 'express' },
  paper: { worded: 'express_written', plain: 'express' },
  keyword: { worded: 'express_written', plain: 'express' },
  own_customers: { worded: 'soft', plain: 'soft' },
  bought: { worded: 'unknown', plain: 'unknown' },
  other: { worded: 'unknown', plain: 'unknown' },
};

export function consentClassOf(consent: Consent | undefined): ConsentClass {
  if (!consent?.how) return 'unknown';
  return classes[consent.how][consent.wording ? 'worded' : 'plain'];
}

/** The strictest rule about consent among these for a text to that country (ISO 3166 alpha-2). */
export function consentNeeded(
  consent: Consent | undefined,
  rules: readonly Rule[],
  country: string,
): RuleOf<'consent'> | undefined {
  const meant = rules
    .filter(isOf('consent'))
    .filter(({ place, appliesTo }) => place === country && (appliesTo === 'all' || classOf(consent) === 'marketing'));
  return meant.sort((a, b) => strength[b.says.needs] - strength[a.says.needs])[0];
}

/** Does the country ask for more than what is said? Where nothing is known of it, it does. */
export function isTooWeak(consent: Consent | undefined, rules: readonly Rule[], country: string): boolean {
  const needed = consentNeeded(consent, rules, country);
  return needed !== undefined && strength[consentClassOf(consent)] < strength[needed.says.needs];
}
