import { describe, expect, test } from 'vitest';
import { oldConsent } from '../../../src/domain/consent/ages.ts';
import { agreedCells, agreedColumns } from '../../../src/domain/consent/agreed-columns.ts';
import { createAgreedCounter } from '../../../src/domain/consent/agreed-counts.ts';
import type { Consent } from '../../../src/domain/consent/consent.ts';

const now = new Date('2026-11-29T12:00:00.000Z');

describe('the columns that say when somebody agreed', () => {
  test.each([
    'consent_at',
    'consent_date',
    'opt_in_date',
    'optin_time',
    'opted_in_on',
    'sms_consent_updated_at',
    'date_of_consent',
    'sms_opt_in_timestamp',
    'subscribed_at',
    'subscription_date',
    'agreed_on',
    'date_subscribed',
    'einwilligung_am',
    'date_de_consentement',
  ])('%s is one', (column) => {
    expect(agreedColumns(['first_name', column]).at).toBe(1);
  });

  test.each([
    'created_at',
    'birth_date',
    'opt_out_date',
    'unsubscribed_at',
    'subscription_end_date',
    'consent',
    'opt_in',
    'email_opt_in_date',
    'photo_consent_photos_date',
    'consent_source',
  ])('%s is none', (column) => {
    expect(agreedColumns(['first_name', column]).at).toBe(-1);
  });

  test('of several the one about texts counts', () => {
    expect(agreedColumns(['consent_date', 'email_consent_date', 'sms_consent_date']).at).toBe(2);
  });

  test('are shown with the source and the wording, where they say something', () => {
    const columns = ['consent_source', 'city', 'consent_text', 'consent_at'];
    expect(agreedColumns(columns)).toEqual({ at: 3, source: 0, text: 2 });
    expect(agreedCells(columns, ['shop', 'Berlin', ' ', '2024-03-05'])).toEqual([
      { column: 'consent_at', value: '2024-03-05' },
      { column: 'consent_source', value: 'shop' },
    ]);
    expect(agreedCells(['city'], ['Berlin'])).toEqual([]);
  });
});

/** As read from a list whose people agreed on those days. */
function counted(cells: readonly (readonly [cell: string, country?: string])[]) {
  const counter = createAgreedCounter(['first_name', 'consent_date'])!;
  return counter.count(cells.map(([cell, country = 'US']) => ({ agreedOn: counter.read(['Ada', cell]), country })));
}

describe('consent that the list dates', () => {
  test('is counted by month, apart where it may end sooner, and so is what cannot be read', () => {
    const cells = [['2023-03-09'], ['2023-03-02'], ['2024-01-01', 'CA'], ['03/04/2024'], ['soon'], ['']] as const;
    expect(counted(cells)).toEqual({
      column: 'consent_date',
      oldest: '2023-03-02',
      months: [
        { month: '2023-03', people: 2 },
        { month: '2024-01', people: 1, country: 'CA' },
      ],
      unread: 2,
      empty: 1,
    });
    expect(createAgreedCounter(['first_name'])).toBeNull();
  });

  test('is old after 18 months, counted in whole ones', () => {
    const old = (cell: string) => oldConsent({ agreed: counted([[cell], ['2026-11-01']]), countries: ['US'] }, now);
    expect(old('2023-03-02')).toEqual([{ months: 18, people: 1, oldest: '2023-03-02', country: null, basis: 'house' }]);
    expect(old('2025-04-30')).toHaveLength(1);
    expect(old('2025-05-01')).toEqual([]);
  });

  test('counts before what the author says of all', () => {
    const consent: Consent = { how: 'form', to: '2020-01-01', class: 'marketing' };
    expect(oldConsent({ agreed: counted([['2026-11-01']]), consent, countries: ['US'] }, now)).toEqual([]);
  });

  test.each<[string, Consent['how'], string, number | undefined]>([
    ['CA', 'own_customers', '2024-09-01', 24],
    ['CA', 'own_customers', '2025-09-01', undefined],
    ['CA', 'other', '2026-04-01', 6],
    ['CA', undefined, '2026-04-01', 6],
    ['CA', 'form', '2026-04-01', undefined],
    ['IE', 'own_customers', '2025-10-01', 12],
    ['IE', 'own_customers', '2025-12-01', undefined],
    ['IE', 'paper', '2025-10-01', undefined],
    ['US', 'own_customers', '2025-10-01', undefined],
  ])('ends in %s, of “%s” from %s, after %s months', (country, how, cell, months) => {
    const consent = how && { how, class: 'marketing' as const };
    const about = {
      agreed: counted([
        [cell, country],
        ['2025-06-01', 'FR'],
      ]),
      consent,
      countries: [country, 'FR'],
    };
    const byLaw = oldConsent(about, now).filter(({ basis }) => basis === 'law');
    expect(byLaw.map((one) => [one.country, one.months, one.people])).toEqual(months ? [[country, months, 1]] : []);
  });
});

describe('consent that its author dates', () => {
  const said = (to: string, countries = ['US']) =>
    oldConsent({ consent: { how: 'own_customers', from: '2020-01-01', to, class: 'marketing' }, countries }, now);

  test('is old 18 months after the last day', () => {
    expect(said('2025-05-28')).toEqual([
      { months: 18, people: null, oldest: '2025-05-28', country: null, basis: 'house' },
    ]);
    expect(said('2025-05-29')).toEqual([]);
  });

  test('ends in the countries of the list', () => {
    expect(said('2025-10-01', ['US', 'CA', 'IE']).map(({ country, months }) => [country, months])).toEqual([
      ['IE', 12],
    ]);
  });
});
