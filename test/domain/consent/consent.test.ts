import { describe, expect, test } from 'vitest';
import { FormError } from '../../../src/domain/campaign-error.ts';
import { refuseBought, tickedBoxes } from '../../../src/domain/consent/boxes.ts';
import { type Consent, consentOfCopy, consentOfOtherPeople } from '../../../src/domain/consent/consent.ts';
import { readConsent, writeConsent, writeConsentTexts } from '../../../src/domain/consent/consent-texts.ts';
import { consentTexts } from '../../support/builders.ts';

const nothing = writeConsentTexts(undefined);

function problemsOf(typed: Partial<typeof nothing>): Record<string, string> {
  try {
    readConsent({ ...nothing, ...typed });
    return {};
  } catch (error) {
    if (!(error instanceof FormError)) throw error;
    return Object.fromEntries(error.problems);
  }
}

describe('what an author says of how people agreed', () => {
  test('is read as it was typed, and shown again', () => {
    const consent = readConsent(consentTexts());
    expect(consent).toEqual({
      how: 'form',
      wording: 'Yes, text me about reunions',
      from: '2026-01-05',
      to: '2026-10-30',
      holder: 'Ada',
      class: 'marketing',
    });
    expect(writeConsentTexts(consent)).toEqual(consentTexts());
    expect(writeConsent(consent)).toBe(
      'On a form, “Yes, text me about reunions”, 5 Jan 2026 to 30 Oct 2026, proof: Ada',
    );
  });

  test('is nothing where all of it is empty, and only what it is sent for where that alone is said', () => {
    expect(readConsent(nothing)).toBeUndefined();
    expect(readConsent({ ...nothing, messageClass: 'informational' })).toEqual({ class: 'informational' });
    expect([writeConsent(undefined), writeConsent({ class: 'informational' })]).toEqual(['', 'informational']);
  });

  test('names how they agreed if it says anything of it', () => {
    expect(problemsOf({ agreedWording: 'Yes' })).toEqual({
      agreedHow: 'Choose how they agreed, or leave the rest empty too.',
    });
  });

  test('names days that exist, in their order, and short texts: each wrong field has its own sentence', () => {
    expect(problemsOf({ agreedHow: 'form', agreedFrom: '2026-02-01', agreedTo: '2026-01-01' })).toEqual({
      agreedTo: 'This day is before the first one.',
    });
    expect(
      Object.keys(
        problemsOf({
          agreedHow: 'form',
          agreedFrom: 'soon',
          agreedWording: 'x'.repeat(501),
          agreedHolder: 'x'.repeat(101),
        }),
      ),
    ).toEqual(['agreedWording', 'agreedHolder', 'agreedFrom']);
  });

  test('may leave one of the days open', () => {
    const said = (days: Partial<Consent>) => writeConsent({ how: 'paper', class: 'marketing', ...days });
    expect(said({ from: '2026-01-05' })).toBe('On paper, since 5 Jan 2026');
    expect(said({ to: '2026-01-05' })).toBe('On paper, until 5 Jan 2026');
    expect(said({ from: '2026-01-05', to: '2026-01-05' })).toBe('On paper, 5 Jan 2026');
  });
});

describe('for another campaign', () => {
  const consent: Consent = { how: 'form', wording: 'Yes', to: '2026-01-05', class: 'informational' };

  test('the same people agreed as they did, and nobody has said yet that its text holds no offer', () => {
    expect(consentOfCopy({ name: 'Reunion', consent })).toEqual({
      ...consent,
      class: 'marketing',
      takenFrom: 'Reunion',
    });
    expect(consentOfCopy({ name: 'Reunion', consent: { class: 'informational' } })).toBeUndefined();
    expect(consentOfCopy({ name: 'Reunion' })).toBeUndefined();
  });

  test('of other people nothing is known, and the text is as it was', () => {
    expect(consentOfOtherPeople(consent)).toEqual({ class: 'informational' });
    expect(consentOfOtherPeople({ ...consent, class: 'marketing' })).toBeUndefined();
  });
});

describe('an approver', () => {
  test('has nothing to tick where it is said how people agreed', () => {
    expect(tickedBoxes({ how: 'other', class: 'marketing' }, ['nobody_said'])).toEqual({});
  });

  test('ticks that nobody said it, and that an informational text holds no offer', () => {
    const both: Consent = { class: 'informational' };
    expect(tickedBoxes(undefined, ['nobody_said', 'no_offer'])).toEqual({ ticked: ['nobody_said'] });
    expect(tickedBoxes(both, ['no_offer', 'nobody_said'])).toEqual({ ticked: ['nobody_said', 'no_offer'] });
    const refused = (ticked: Parameters<typeof tickedBoxes>[1]) => () => tickedBoxes(both, ticked);
    expect(refused([])).toThrow(expect.objectContaining({ code: 'nobody_said', field: 'nobodySaid' }));
    expect(refused([])).toThrow(/^Tick that you know this/);
    expect(refused(['nobody_said'])).toThrow(/^Tick that no offer or advertising is in it/);
    expect(refused(['nobody_said'])).toThrow(expect.objectContaining({ code: 'maybe_offer', field: 'noOffer' }));
  });
});

test('a bought list is refused, with the reason and what to do', () => {
  expect(() => refuseBought({ how: 'bought', class: 'marketing' })).toThrow(/Carriers ban.*a list of people who did/);
  expect(() => refuseBought({ how: 'other', class: 'marketing' })).not.toThrow();
});
