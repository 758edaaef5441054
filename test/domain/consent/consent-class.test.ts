import { describe, expect, test } from 'vitest';
import { type Consent, HowTheyAgreed } from '../../../src/domain/consent/consent.ts';
import { consentClassOf, consentNeeded, isTooWeak } from '../../../src/domain/consent/consent-class.ts';
import { consentFactsOf } from '../../../src/domain/consent/consent-facts.ts';
import { aConsentRule } from '../../support/builders.ts';

const said = (how: HowTheyAgreed, wording?: string): Consent => ({
  how,
  class: 'marketing',
  ...(wording && { wording }),
});
const now = new Date('2026-11-29T12:00:00.000Z');

describe('the class of a consent', () => {
  test.each([
    ['form', 'express'],
    ['checkout', 'express'],
    ['paper', 'express'],
    ['keyword', 'express'],
    ['own_customers', 'soft'],
    ['bought', 'unknown'],
    ['other', 'unknown'],
  ] as const)('of “%s” without its wording is %s', (how, kind) => {
    expect(consentClassOf(said(how))).toBe(kind);
  });

  test('is written where the wording is kept that somebody agreed to', () => {
    const written = HowTheyAgreed.options.filter((how) => consentClassOf(said(how, 'Yes')) === 'express_written');
    expect(written).toEqual(['form', 'checkout', 'paper', 'keyword']);
  });

  test('is unknown where nobody said anything', () => {
    expect([consentClassOf(undefined), consentClassOf({ class: 'informational' })]).toEqual(['unknown', 'unknown']);
  });
});

describe('what a country asks for', () => {
  const rules = [aConsentRule('soft', 'DE'), aConsentRule('express', 'DE'), aConsentRule('express_written', 'US')];

  test('is the strictest of its rules', () => {
    expect(consentNeeded(undefined, rules, 'DE')?.says.needs).toBe('express');
    expect(consentNeeded(undefined, rules, 'FR')).toBeUndefined();
  });

  test.each([
    ['own_customers', undefined, 'DE', true],
    ['form', undefined, 'DE', false],
    ['form', undefined, 'US', true],
    ['form', 'Yes', 'US', false],
    ['other', 'Yes', 'DE', true],
    ['own_customers', undefined, 'FR', false],
  ] as const)('“%s”, worded “%s”, in %s: too weak is %s', (how, wording, country, isWeak) => {
    expect(isTooWeak(said(how, wording), rules, country)).toBe(isWeak);
  });

  test('does not count for information if it is asked for advertising alone', () => {
    const informational: Consent = { how: 'own_customers', class: 'informational' };
    expect(isTooWeak(informational, rules, 'US')).toBe(false);
    expect(isTooWeak(informational, [{ ...aConsentRule(), appliesTo: 'all' }], 'US')).toBe(true);
  });

  test('is told of each country of the list, but not where nobody said anything: that is said already', () => {
    const about = { consent: said('own_customers'), countries: ['DE', 'FR', 'US'] };
    expect(consentFactsOf(about, rules, now).weak.map(({ country }) => country)).toEqual(['DE', 'US']);
    expect(consentFactsOf({ ...about, consent: undefined }, rules, now).weak).toEqual([]);
  });
});
