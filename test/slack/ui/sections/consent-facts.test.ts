import { describe, expect, test } from 'vitest';
import type { Consent } from '../../../../src/domain/consent/consent.ts';
import type { ConsentFacts } from '../../../../src/domain/consent/consent-facts.ts';
import { previewModal } from '../../../../src/slack/ui/modals/preview.ts';
import { reviewModal } from '../../../../src/slack/ui/modals/review.ts';
import { consentFacts } from '../../../../src/slack/ui/sections/consent-facts.ts';
import { aConsentRule, aDraft, aPreview } from '../../../support/builders.ts';
import { parts, textOf } from '../read-blocks.ts';

const none: ConsentFacts = { old: [], undated: null, weak: [] };
const customers: Consent = { how: 'own_customers', class: 'marketing' };

function said(consent: Consent | undefined, facts: Partial<ConsentFacts> = {}): string {
  const campaign = aDraft(consent && { consent });
  return textOf(consentFacts(aPreview({ campaign, consent: { ...none, ...facts } })));
}

const boxesOf = (consent?: Consent) =>
  parts(reviewModal(aPreview({ campaign: aDraft(consent && { consent }) })))
    .filter(({ type }) => type === 'input')
    .map(({ label }) => (label as { text: string }).text);

describe('how these people agreed', () => {
  test('is a few short lines', () => {
    const all: Consent = {
      how: 'form',
      wording: 'Yes, text me',
      from: '2026-01-05',
      to: '2026-10-30',
      holder: 'Ada',
      class: 'informational',
    };
    expect(said(all)).toBe(
      'How they agreed: On a form\nWording: “Yes, text me”\nWhen: 5 Jan 2026 to 30 Oct 2026\nProof: Ada\nSent as: informational',
    );
    expect(said(customers)).toBe('How they agreed: Own customers');
  });

  test('is said to be unknown, in the preview by a line, in the review by a box alone', () => {
    const sentence = 'Nobody said how these people agreed';
    expect(textOf(previewModal(aPreview()).blocks)).toContain(sentence);
    expect(textOf(reviewModal(aPreview()).blocks).split(sentence)).toHaveLength(2);
    expect(boxesOf()).toEqual([sentence]);
    expect(boxesOf(customers)).toEqual([]);
    expect(boxesOf({ ...customers, class: 'informational' })).toEqual(['It is sent as informational']);
  });

  test('is said to be unchecked where another campaign had it', () => {
    expect(said({ ...customers, takenFrom: 'Reunion' })).toContain('As “Reunion” had it: nobody has checked it since.');
  });

  test('tells that a bought list cannot be submitted', () => {
    const campaign = aDraft({ consent: { how: 'bought', class: 'marketing' } });
    expect(textOf(previewModal(aPreview({ campaign })).blocks)).toContain('It cannot be submitted: carriers ban');
  });

  test('tells what is old, in months that people read', () => {
    const old = [
      { months: 18, people: 312, oldest: '2023-03-09', country: null, basis: 'house' as const },
      { months: 24, people: 40, oldest: '2023-05', country: 'CA' as const, basis: 'law' as const },
    ];
    expect(said(customers, { old: old.slice(0, 1) })).toContain(
      '312 agreed more than 18 months ago, the oldest in March 2023.',
    );
    const both = said(customers, { old });
    expect(both).toContain(
      '40 in Canada agreed more than 24 months ago, when unspoken consent ends there, the oldest in May 2023.',
    );
    expect(both).toContain('Not legal advice.');
  });

  test('tells what is old by its author’s word, by the last day', () => {
    const all = { people: null, oldest: '2024-03-09', basis: 'house' as const };
    const old = [
      { ...all, months: 18, country: null },
      { ...all, months: 12, country: 'IE' as const, basis: 'law' as const },
    ];
    const text = said(customers, { old });
    expect(text).toContain('They agreed more than 18 months ago, the last in March 2024.');
    expect(text).toContain(
      'Those in Ireland agreed more than 12 months ago, when unspoken consent ends there, the last in',
    );
  });

  test('tells what the list’s own column leaves open', () => {
    expect(said(customers, { undated: { people: 5, column: 'consent_date' } })).toContain(
      '“consent_date” does not tell when 5 people agreed.',
    );
  });

  test('tells which country asks for more, and that this is no legal advice', () => {
    const us = { country: 'US', rule: aConsentRule() };
    expect(said(customers, { weak: [us] })).toContain('The US asks for written consent; this says own customers.');
    expect(said({ how: 'form', class: 'marketing' }, { weak: [us] })).toContain(
      'this says on a form, without the wording.',
    );
    const de = { country: 'DE', rule: aConsentRule('express', 'DE') };
    expect(said({ ...customers, wording: 'x' }, { weak: [de] })).toMatch(
      /Germany asks for express consent; this says own customers\.\nNot legal advice\.$/,
    );
    expect(said(customers, { weak: Array(7).fill(de) })).toContain('2 other countries ask for more, too.');
  });
});
