import { describe, expect, test } from 'vitest';
import { columnNames } from '../../../src/domain/list/columns/column-names.ts';
import { placeColumnsOf, placesIn } from '../../../src/domain/place/place-columns.ts';

/** The kind of each title: as the list has it, and as the column's name that the list makes of it. */
function kindsOf(title: string): string[] {
  const kindOf = (name: string) =>
    Object.entries(placeColumnsOf(['phone', name])).flatMap(([kind, indexes]) => (indexes.includes(1) ? kind : []));
  return [kindOf(title).join(' '), kindOf(columnNames([title])[0]!).join(' ')];
}

describe('the heading of a place', () => {
  test.each([
    [
      'zone',
      [
        'time_zone',
        'timezone',
        'Time Zone',
        'TimeZone',
        'tz',
        'Timezone Name',
        'IANA Timezone',
        'Local Time Zone',
        'TimeZoneSidKey',
        'Zeitzone',
        'What is your time zone?',
        'Your time zone',
        'TimeZone__c',
      ],
    ],
    [
      'state',
      [
        'state',
        'State',
        'STATE',
        'province',
        'region',
        'State/Province',
        'State / Province / Region',
        'Mailing State/Province',
        'MailingState',
        'Shipping State',
        'Billing State',
        'Home State',
        'Address: State',
        'State Code',
        'US State',
        'State (Abbr.)',
        'State 2',
        'Bundesland',
        'Ship To State',
        'company_state',
        'State of Residence',
        'Residence State',
        'State (Mailing)',
        'State (US)',
        'State/Prov',
        'Prov.',
        'Province/Territory',
        'Address 1 - Region',
        'Address 1 - State',
        'mail_state',
        'mState',
        'Registered State',
        'Voter State',
        'What state do you live in?',
        'State__c',
        'Estado/Provincia',
      ],
    ],
    [
      'zip',
      [
        'zip',
        'ZIP',
        'Zip Code',
        'zipcode',
        'postal_code',
        'Postcode',
        'ZIP/Postal Code',
        'Mailing Zip/Postal Code',
        'MailingPostalCode',
        'ZIP+4',
        'PLZ',
        'Home Zip',
        'Address 1 - Postal Code',
        'Address 1 - ZIP',
        'Postal/Zip Code',
        'Postal / Zip Code',
        'Postcode / ZIP',
        'ZIP Code (5 digit)',
        'mail_zip',
        'mZip5',
        'What is your ZIP code?',
        'Your ZIP Code',
      ],
    ],
    [
      'country',
      [
        'country',
        'country_code',
        'CountryCode',
        'Country/Region',
        'Mailing Country',
        'Billing Country',
        'Country (ISO)',
        'Nation',
        'Land',
        'Country of Residence',
        'Address 1 - Country',
        'Country (Mailing)',
        'What country do you live in?',
      ],
    ],
  ])('says a %s', (kind, titles) => {
    for (const title of titles) expect(kindsOf(title), title).toEqual([kind, kind]);
  });

  test.each([
    'status',
    'Status',
    'state of order',
    'Order State',
    'estate',
    'Real Estate',
    'zip file',
    'ZIP file name',
    'Statement',
    'state_id',
    'State Tax',
    'Lead State Changed',
    'Payment State',
    'timezone offset',
    'UTC offset',
    'Time',
    'Zone',
    'Delivery Zone',
    'Birth Country',
    'Country of Birth',
    'Country of Origin',
    'Favourite Country',
    'Country Club',
    'Country Manager',
    'Landline',
    'Driver License State',
    'Regional Manager',
    'Sales Region',
    'Sent At',
    'St',
    'Street',
    'Emergency Contact State',
  ])('is none: %s', (title) => {
    expect(kindsOf(title)).toEqual(['', '']);
  });
});

test('all columns of a kind are found, and St beside a ZIP Code', () => {
  expect(placeColumnsOf(['phone', 'billing_state', 'shipping_state', 'zip', 'country', 'tz'])).toEqual({
    zone: [5],
    state: [1, 2],
    country: [4],
    zip: [3],
  });
  expect(placeColumnsOf(['City', 'St', 'Zip'])).toEqual({ zone: [], state: [1], country: [], zip: [2] });
});

test('the four digits behind a ZIP Code are none of their own beside one', () => {
  expect(placeColumnsOf(['phone', 'Zip5', 'Zip4']).zip).toEqual([1]);
  expect(placeColumnsOf(['phone', 'mZip5', 'mZip4', 'Zip Plus 4']).zip).toEqual([1]);
  expect(placeColumnsOf(['phone', 'ZIP+4']).zip).toEqual([1]);
});

test('a row says what stands in them', () => {
  const columns = placeColumnsOf(['phone', 'billing_state', 'shipping_state', 'zip']);
  expect(placesIn(['+12015550123', 'FL', 'TX', '33101'], columns)).toEqual({ state: ['FL', 'TX'], zip: '33101' });
  expect(placesIn(['+12015550123'], columns)).toEqual({ state: ['', ''] });
});
