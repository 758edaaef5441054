import { describe, expect, test } from 'vitest';
import { readCountryName } from '../../../src/domain/place/read-country.ts';
import { readState } from '../../../src/domain/place/read-state.ts';
import { readZip } from '../../../src/domain/place/read-zip.ts';
import { readZone } from '../../../src/domain/place/read-zone.ts';

describe('a zone', () => {
  test.each([
    ['America/New_York', 'America/New_York'],
    ['america/new_york', 'America/New_York'],
    ['US/Eastern', 'America/New_York'],
    ['America/Detroit', 'America/New_York'],
    ['America/Indiana/Knox', 'America/Indiana/Knox'],
    ['Europe/Kyiv', 'Europe/Kiev'],
    ['EST', 'America/New_York America/Toronto'],
    ['EDT', 'America/New_York America/Toronto'],
    ['ET', 'America/New_York America/Toronto'],
    ['EST/EDT', 'America/New_York America/Toronto'],
    ['Eastern', 'America/New_York America/Toronto'],
    ['eastern time', 'America/New_York America/Toronto'],
    ['US Eastern', 'America/New_York America/Toronto'],
    ['Eastern Time (US & Canada)', 'America/New_York America/Toronto'],
    ['(GMT-05:00) Eastern Time (US & Canada)', 'America/New_York America/Toronto'],
    ['(GMT-05:00) Eastern Standard Time (America/New_York)', 'America/New_York'],
    ['(UTC-05:00) Eastern Time (US and Canada)', 'America/New_York America/Toronto'],
    ['Central Time', 'America/Chicago America/Winnipeg'],
    ['(GMT-06:00) Central Daylight Time (America/Chicago)', 'America/Chicago'],
    ['CST', 'America/Chicago America/Guatemala America/Mexico_City America/Winnipeg Asia/Shanghai'],
    ['Central America', 'America/Guatemala'],
    ['Central Standard Time (Mexico)', 'America/Mexico_City'],
    ['Mountain Standard Time', 'America/Denver America/Edmonton'],
    ['MST', 'America/Denver America/Edmonton America/Phoenix'],
    ['Arizona', 'America/Phoenix'],
    ['US Mountain Standard Time', 'America/Phoenix'],
    ['Pacific', 'America/Los_Angeles America/Vancouver'],
    ['PDT', 'America/Los_Angeles America/Vancouver'],
    ['Hawaii', 'Pacific/Honolulu'],
    ['Hawaiian Standard Time', 'Pacific/Honolulu'],
    ['Alaska', 'America/Anchorage'],
    ['Indiana (East)', 'America/New_York America/Toronto'],
    ['IST', 'Asia/Calcutta Asia/Jerusalem Europe/Dublin'],
    ['CET', 'Europe/Berlin'],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['GMT Standard Time', 'Europe/London'],
    ['London', 'Europe/London'],
    [
      '(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna',
      'Europe/Amsterdam Europe/Berlin Europe/Rome Europe/Stockholm Europe/Vienna',
    ],
    ['(GMT+10:00) Canberra, Melbourne, Sydney', 'Australia/Melbourne Australia/Sydney'],
    ['AEST', 'Australia/Brisbane Australia/Hobart Australia/Sydney'],
    ['(UTC−07:00) Arizona', 'America/Phoenix'],
  ])('%s', (text, zones) => {
    expect(readZone(text)?.join(' ')).toBe(zones);
  });

  test.each([
    'EST/EDT?',
    'Zone 5',
    'UTC',
    'Etc/UTC',
    'GMT-5',
    '(GMT-05:00)',
    '-05:00',
    '-5',
    'Mars/Phobos',
    'America/Gotham',
    'yes',
    '?',
  ])('is none: %s', (text) => {
    expect(readZone(text)).toBeUndefined();
  });
});

describe('a state', () => {
  test.each([
    ['FL', 'US-FL'],
    ['fl.', 'US-FL'],
    ['Fla', 'US-FL'],
    ['FLORIDA', 'US-FL'],
    ['Florida, USA', 'US-FL'],
    ['FL, US', 'US-FL'],
    ['US-FL', 'US-FL'],
    ['FL - Florida', 'US-FL'],
    ['Florida (FL)', 'US-FL'],
    ['Tampa, FL', 'US-FL'],
    ['Washington', 'US-WA'],
    ['Washington State', 'US-WA'],
    ['Washington, DC', 'US-DC'],
    ['Washington D.C.', 'US-DC'],
    ['District of Columbia', 'US-DC'],
    ['N.Y.', 'US-NY'],
    ['New York', 'US-NY'],
    ['W. Va.', 'US-WV'],
    ['West Virginia', 'US-WV'],
    ['N. Carolina', 'US-NC'],
    ['Penna.', 'US-PA'],
    ['CA', 'US-CA'],
    ['ON', 'CA-ON'],
    ['Ontario', 'CA-ON'],
    ['CA-ON', 'CA-ON'],
    ['Québec', 'CA-QC'],
    ['B.C.', 'CA-BC'],
    ['Newfoundland', 'CA-NL'],
    ['New York / New Jersey', 'US-NJ US-NY'],
    ['Puerto Rico', 'PR'],
    ['AE', 'military'],
    ['APO', 'military'],
  ])('%s', (text, place) => {
    const { states = [], countries = [], isMilitary } = readState(text) ?? {};
    expect([...states, ...countries, ...(isMilitary ? ['military'] : [])].join(' ')).toBe(place);
  });

  test.each([
    ['Miami FL', ['US-FL']],
    ['Dallas, Texas', ['US-TX']],
    ['FL & GA', ['US-FL', 'US-GA']],
    ['Florida or Georgia', ['US-FL', 'US-GA']],
  ])('is found in %s', (text, states) => {
    expect(readState(text)?.states).toEqual(states);
  });

  test.each(['Bayern', 'Florda Keys', 'Xx', 'North East', 'active', '12', 'US', 'Canada'])('is none: %s', (text) => {
    expect(readState(text)).toBeUndefined();
  });
});

describe('a ZIP Code', () => {
  test.each([
    ['02134', 'US-MA'],
    ['2134', 'US-MA'],
    ['2134.0', 'US-MA'],
    ['02134-1001', 'US-MA'],
    ['2134-1001', 'US-MA'],
    ['021341001', 'US-MA'],
    ['MA 02134', 'US-MA'],
    ['="02134"', 'US-MA'],
    ["'02134", 'US-MA'],
    ['"2134"', 'US-MA'],
    ['02134‑1001', 'US-MA'],
    ['02134-', 'US-MA'],
    ['02134-0000', 'US-MA'],
    ['Boston, MA 02134', 'US-MA'],
    ['ZIP 02134', 'US-MA'],
    ['02134 USA', 'US-MA'],
    ['APO AE 09012', 'military'],
    ['４６２０３', 'US-IN'],
    ['021', 'US-MA'],
    ['00501', 'US-NY'],
    ['601', 'US-IL PR'],
    ['00601', 'PR'],
    ['20001', 'US-DC'],
    ['20500', 'US-DC US-MD US-VA'],
    ['42223', 'US-KY US-TN'],
    ['96720', 'US-HI'],
    ['96799', 'AS'],
    ['96910', 'GU'],
    ['09012', 'military'],
    ['96201', 'military'],
    ['M5V 2T6', 'CA-ON'],
    ['m5v2t6', 'CA-ON'],
    ['H2X', 'CA-QC'],
    ['X0A 0H0', 'CA-NT CA-NU'],
  ])('%s', (text, place) => {
    const { states = [], countries = [], isMilitary } = readZip(text) ?? {};
    expect([...states, ...countries, ...(isMilitary ? ['military'] : [])].join(' ')).toBe(place);
  });

  test.each(['00000', '21', '1234567', 'SW1A 1AA', 'D-10115', 'D5V 2T6', 'zip', '1e5'])('is none: %s', (text) => {
    expect(readZip(text)).toBeUndefined();
  });
});

describe('a country', () => {
  test.each([
    ['United States', 'US'],
    ['USA', 'US'],
    ['U.S.A.', 'US'],
    ['us', 'US'],
    ['Deutschland', 'DE'],
    ['DEU', 'DE'],
    ['UK', 'GB'],
    ['England', 'GB'],
    ['AUS', 'AU'],
    ['Türkiye', 'TR'],
    ['KEN', 'KE'],
  ])('%s', (text, country) => {
    expect(readCountryName(text)).toBe(country);
  });

  test.each(['Narnia', 'EU', 'XYZ', ''])('is none: %s', (text) => {
    expect(readCountryName(text)).toBeUndefined();
  });
});
