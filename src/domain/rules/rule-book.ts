import { createHash } from 'node:crypto';
import { getCountries } from 'libphonenumber-js/max';
import { z } from 'zod';
import { canonicalJson } from '../canonical-json.ts';
import { type House, houseRules } from './house.ts';
import type { Ended, OperatorRules } from './operator-rules.ts';
import { Override, readTarget } from './override.ts';
import { countryOf } from './places.ts';
import { isInForce, Rule } from './rule.ts';

/**
 * All rules with all that holds instead of some, and one hash of them: SHA-256, by which an approval names them. `ended`:
 * what the operator's file still says although its end has come; it is no part of the hash.
 */
export type RuleBook = {
  rules: readonly Rule[];
  overrides: readonly Override[];
  ended?: readonly Ended[];
  hash: string;
};

/** What is known, what the house and what the operator adds. */
export function rulesInForce(known: readonly Rule[], house: House, operator: OperatorRules): RuleBook {
  const countries = new Set([...known, ...operator.rules].map(({ place }) => place).filter((place) => place !== '*'));
  for (const place of operator.overrides.flatMap(opened)) countries.add(place);
  const inOrder = [...new Set([...countries].map(countryOf))].sort();
  const rules = [...known, ...houseRules(house, inOrder), ...operator.rules];
  const { overrides, ended } = operator;
  const hash = hashOf(bookText({ rules, overrides }));
  return { rules, overrides, ...(ended.length > 0 && { ended }), hash };
}

/** The book as it is kept with an approval. */
export function bookText({ rules, overrides }: Pick<RuleBook, 'rules' | 'overrides'>): string {
  return canonicalJson({ rules, overrides });
}

/** A kept book; undefined where it is of a form that this version does not know. */
export function readBook(text: string): RuleBook | undefined {
  const read = Book.safeParse(JSON.parse(text));
  return read.success ? { ...read.data, hash: hashOf(text) } : undefined;
}

const Book = z.object({ rules: z.array(Rule), overrides: z.array(Override) });

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The countries that an override opens although nothing may be known of them. */
export function opened(override: Pick<Override, 'insteadOf' | 'says'>): readonly string[] {
  const target = readTarget(override.insteadOf);
  if (override.says !== null || typeof target === 'string' || target.kind !== 'blocked' || target.isOfHouse) return [];
  return target.place === '*' ? getCountries() : [target.place];
}

/**
 * May anybody of that country be texted as far as records go? On that day it has a rule that is not of the house alone, or
 * the operator lifted `blocked` of it or everywhere. A country of which this is false is blocked.
 */
export function isPlaceKnown({ rules, overrides }: RuleBook, country: string, day: string): boolean {
  return (
    rules.some((rule) => countryOf(rule.place) === country && !rule.id.startsWith('house/') && isInForce(rule, day)) ||
    overrides.some((override) => opened(override).includes(country) && isInForce(override, day))
  );
}
