import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PhoneNumber } from '../../../src/domain/ids.ts';
import { countryOf } from '../../../src/domain/phone/phone-number.ts';
import { postsOfForces } from '../../../src/domain/place/candidates.ts';
import { type PlaceColumns, whereaboutsOf } from '../../../src/domain/place/whereabouts.ts';
import { zonesOfCountry } from '../../../src/domain/place/zones.ts';

const allOfUs =
  'America/Adak America/Anchorage America/Chicago America/Denver America/Los_Angeles America/New_York America/Phoenix Pacific/Honolulu';
const allOfAustralia =
  'Australia/Adelaide Australia/Brisbane Australia/Darwin Australia/Eucla Australia/Hobart Australia/Lord_Howe Australia/Perth Australia/Sydney';

const newYorker = '+12125550123';
const inOhio = '+12165550123';
const tollFree = '+18005550123';
const german = '+4915112345678';

function whereOf(number: string, said?: PlaceColumns) {
  return whereaboutsOf(number as PhoneNumber, said).whereabouts;
}

/** "US/US-FL: zones; also DE", a question mark for an unknown state. */
function inShort(number: string, said?: PlaceColumns): string {
  const { country, states, isStateUnknown, zones, alsoIn } = whereOf(number, said);
  const also = alsoIn.length > 0 ? `; also ${alsoIn.join(' ')}` : '';
  const place = [country ?? 'none', ...states].join('/');
  return `${place}${isStateUnknown ? '?' : ''}: ${zones.join(' ').replaceAll('America/', '')}${also}`;
}

describe('a number alone', () => {
  test.each([
    ['850 in Florida', '+18505550123', 'US/US-FL: Chicago New_York'],
    ['448, which lies over 850', '+14485550123', 'US/US-FL: Chicago New_York'],
    ['801 in Utah', '+18015550123', 'US/US-UT: Denver'],
    ['215 in Pennsylvania', '+12155550123', 'US/US-PA: New_York'],
    ['210 in Texas', '+12105550123', 'US/US-TX: Chicago'],
    ['401 in Rhode Island', '+14015550123', 'US/US-RI: New_York'],
    ['270 in Kentucky', '+12705550123', 'US/US-KY: Chicago New_York'],
    ['364, which lies over 270', '+13645550123', 'US/US-KY: Chicago New_York'],
    ['208 in Idaho', '+12085550123', 'US/US-ID: Denver Los_Angeles'],
    ['928 in Arizona', '+19285550123', 'US/US-AZ: Denver Phoenix'],
    ['202 in Washington', '+12025550123', 'US/US-DC: New_York'],
    ['206 in the state of Washington', '+12065550123', 'US/US-WA: Los_Angeles'],
    ['689, which lies over Orlando', '+16895550123', 'US/US-FL: New_York'],
    ['a French mobile', '+33612345678', 'FR: Europe/Paris'],
    ['a South African mobile', '+27821234567', 'ZA: Africa/Johannesburg'],
    ['an Australian mobile', '+61412345678', `AU: ${allOfAustralia}`],
    ['a British mobile', '+447911023456', 'GB: Europe/London'],
    ['a mobile of Guernsey', '+447911123456', 'GG: Europe/Guernsey'],
    ['a mobile of Jersey', '+447797712345', 'JE: Europe/Jersey'],
    ['a mobile of the Isle of Man', '+447624412345', 'IM: Europe/Isle_of_Man'],
    ['a Jamaican number', '+18765550123', 'JM: Jamaica'],
    ['a number of Puerto Rico', '+17875550123', 'PR: Puerto_Rico'],
    ['an Indian mobile', '+919812345678', 'IN: Asia/Calcutta'],
    ['a mobile of the Emirates', '+971501234567', 'AE: Asia/Dubai'],
    ['a Turkish mobile', '+905301234567', 'TR: Europe/Istanbul'],
    ['an Irish mobile', '+353861234567', 'IE: Europe/Dublin'],
    ['a Spanish mobile', '+34612345678', 'ES: Africa/Ceuta Atlantic/Canary Europe/Madrid'],
    ['a Portuguese mobile', '+351912345678', 'PT: Atlantic/Azores Atlantic/Madeira Europe/Lisbon'],
    ['a mobile of São Paulo', '+5511987654321', 'BR: Sao_Paulo'],
    ['a mobile of Recife', '+5581987654321', 'BR: Noronha Sao_Paulo'],
    ['a number of Toronto', '+14165550123', 'CA/CA-ON: Toronto'],
    ['a number of Halifax', '+19025550123', 'CA/CA-NS/CA-PE: Halifax'],
    ['a satellite phone', '+881612345678', 'none: '],
    ['a number that follows its owner', '+878101234567', 'none: '],
  ])('%s', (_what, number, place) => {
    expect(inShort(number)).toBe(place);
    expect(whereOf(number).from).toBe('number');
  });

  test.each([
    ['624, a new code', '+16245550123'],
    ['861, a new code', '+18615550123'],
    ['837, a new code', '+18375550123'],
    ['toll-free', tollFree],
  ])('of which nobody knows the state may be in any: %s', (_what, number) => {
    expect(inShort(number)).toBe(`US?: ${allOfUs.replaceAll('America/', '')}`);
  });

  test.each([
    ['+628123456789', 'ID'],
    ['+79161234567', 'RU'],
    ['+526141234567', 'MX'],
    ['+5216141234567', 'MX'],
    ['+77011234567', 'KZ'],
  ])('%s says no place in its country', (number, country) => {
    expect(whereOf(number)).toMatchObject({ country, zones: zonesOfCountry(country) });
    expect(zonesOfCountry(country).length).toBeGreaterThan(2);
  });
});

test.each(['44', '7', '39', '47', '61', '212', '262', '290', '358', '590', '599'])(
  'of the numbers under +%s, which countries share, each is in its own, whatever its last four digits',
  (code) => {
    const digits = fc.integer({ min: 0, max: 10 ** (12 - code.length) - 1 });
    const endings = fc.array(fc.integer({ min: 0, max: 9999 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(digits, fc.integer({ min: 4, max: 7 }), endings, (front, length, ends) => {
        const prefix = `+${code}${String(front).padStart(8, '0').slice(-length)}`;
        for (const end of ends) {
          const number = `${prefix}${String(end).padStart(4, '0')}`;
          const country = countryOf(number);
          expect(whereOf(number).country, number).toBe(country === '001' ? null : country);
        }
      }),
      { numRuns: 150 },
    );
  },
);

test('Ofcom’s numbers for examples are British, whatever was asked before', () => {
  expect(whereOf('+447700901234').country).toBeNull();
  expect(whereOf('+447700900123').country).toBe('GB');
});

describe('what the list says', () => {
  test.each<[string, string, PlaceColumns, string]>([
    ['a zone', newYorker, { zone: 'America/Denver' }, 'US/US-NY: Denver New_York'],
    ['a state', newYorker, { state: 'Fla.' }, 'US/US-FL/US-NY: Chicago New_York'],
    ['the same state', newYorker, { state: 'NY' }, 'US/US-NY: New_York'],
    ['a ZIP Code', newYorker, { zip: '80202-1001' }, 'US/US-CO/US-NY: Denver New_York'],
    ['a ZIP Code without its zero', newYorker, { zip: '2134' }, 'US/US-MA/US-NY: New_York'],
    ['a ZIP Code of two states', inOhio, { zip: '42223' }, 'US/US-KY/US-OH/US-TN: Chicago New_York'],
    ['two states', inOhio, { state: ['CO', 'Utah'] }, 'US/US-CO/US-OH/US-UT: Denver New_York'],
    ['its own country', newYorker, { country: 'United States' }, 'US/US-NY: New_York'],
    ['a province', newYorker, { state: 'Alberta' }, 'US/CA-AB/US-NY: Edmonton New_York; also CA'],
    ['a Canadian code', newYorker, { zip: 'T2P 1J9' }, 'US/CA-AB/US-NY: Edmonton New_York; also CA'],
    [
      'another country',
      newYorker,
      { country: 'Deutschland' },
      'US/US-NY: New_York Europe/Berlin Europe/Busingen; also DE',
    ],
    ['a zone there', newYorker, { country: 'DE', zone: 'CET' }, 'US/US-NY: New_York Europe/Berlin; also DE'],
    [
      'a country with its code',
      newYorker,
      { country: 'DE', zip: '10115' },
      'US/US-NY: New_York Europe/Berlin Europe/Busingen; also DE',
    ],
    ['a ZIP Code of Hawaii', newYorker, { zip: '96720' }, 'US/US-HI/US-NY: New_York Pacific/Honolulu'],
    ['a territory', inOhio, { state: 'PR' }, 'US/US-OH: New_York Puerto_Rico; also PR'],
    ['CST, of an American', newYorker, { zone: 'CST' }, 'US/US-NY: Chicago New_York'],
    ['MST, of an American', newYorker, { zone: 'MST' }, 'US/US-NY: Denver New_York Phoenix'],
  ])('%s is added to what the number says', (_what, number, said, place) => {
    expect(inShort(number, said)).toBe(place);
  });

  test.each<[string, PlaceColumns, string]>([
    ['a state', { state: 'TX' }, 'US/US-TX: Chicago Denver'],
    ['a ZIP Code', { zip: '80202' }, 'US/US-CO: Denver'],
    ['a zone, which says no state', { zone: 'Mountain Time (US & Canada)' }, 'US?: Denver'],
  ])('%s is all that is known of a toll-free number', (_what, said, place) => {
    expect(inShort(tollFree, said)).toBe(place);
  });

  test('an address of the forces may be anywhere in the US, or at any of their posts', () => {
    for (const said of [{ zip: '09012' }, { state: 'AE' }]) {
      const { isStateUnknown, zones } = whereaboutsOf(newYorker as PhoneNumber, said).whereabouts;
      expect(isStateUnknown).toBe(true);
      expect(zones).toEqual([...zonesOfCountry('US'), ...postsOfForces].sort());
    }
  });

  test.each<[string, string, PlaceColumns, string]>([
    [
      'a German in Florida',
      german,
      { country: 'USA', state: 'FL' },
      'DE/US-FL: Chicago New_York Europe/Berlin Europe/Busingen; also US',
    ],
    ['a Briton in Texas', '+447700900123', { state: 'Texas' }, 'GB/US-TX: Chicago Denver Europe/London; also US'],
    [
      'a Canadian in the US',
      '+14165550123',
      { country: 'US' },
      `CA/CA-ON?: ${allOfUs.replace(' Pacific', ' America/Toronto Pacific').replaceAll('America/', '')}; also US`,
    ],
    ['a satellite phone in France', '+881612345678', { country: 'FR' }, 'none: Europe/Paris; also FR'],
    ['somebody in Puerto Rico', '+17875550123', { country: 'US', state: 'PR' }, 'PR: Puerto_Rico'],
  ])('%s', (_who, number, said, place) => {
    expect(inShort(number, said)).toBe(place);
  });

  test('states and codes of countries whose rules do not differ by state add nothing', () => {
    for (const said of [{ state: 'Bayern' }, { state: 'HE' }, { zip: '10115' }, { state: 'MT', country: 'Brasil' }]) {
      expect(whereOf(german, said).states).toEqual([]);
    }
    expect(inShort('+5511987654321', { state: 'PA' })).toBe('BR: Sao_Paulo');
    expect(whereOf(german, { zip: '10115' }).from).toBe('number');
  });

  test('what it is found by is told', () => {
    expect(whereOf(newYorker, { country: 'US', state: '' }).from).toBe('number');
    expect(whereOf(newYorker, { state: 'NY' }).from).toBe('list');
  });
});

describe('a cell that should say a place', () => {
  test.each<[string, string, PlaceColumns, string[]]>([
    ['two zones in doubt', newYorker, { zone: 'EST/EDT?' }, ['zone: EST/EDT?']],
    ['no known zone', newYorker, { zone: 'Zone 5' }, ['zone: Zone 5']],
    ['a distance from Greenwich', newYorker, { zone: 'GMT-5' }, ['zone: GMT-5']],
    ['no place', newYorker, { zone: 'UTC' }, ['zone: UTC']],
    ['no state', newYorker, { state: 'North East' }, ['state: North East']],
    ['no country', newYorker, { country: 'Narnia' }, ['country: Narnia']],
    ['no ZIP Code in use', newYorker, { zip: '00000' }, ['zip: 00000']],
    ['several things', newYorker, { state: ['FL', 'Xx'], zip: 'abc' }, ['state: Xx', 'zip: abc']],
    ['a state elsewhere', german, { state: 'Bayern', zip: 'D-10115' }, []],
    ['a calling code', german, { country: '+49' }, []],
    ['nothing', newYorker, { zone: 'N/A', state: '-', country: '', zip: 'NULL' }, []],
  ])('is reported if it says %s', (_what, number, said, texts) => {
    const { notUnderstood } = whereaboutsOf(number as PhoneNumber, said);
    expect(notUnderstood.map(({ column, text }) => `${column}: ${text}`)).toEqual(texts);
  });

  test('adds nothing then', () => {
    expect(inShort(newYorker, { zone: 'Zone 5', state: 'Nowhere' })).toBe('US/US-NY: New_York');
  });
});

describe('the word of a person', () => {
  const said = (word: Parameters<typeof whereaboutsOf>[2], number = newYorker) => {
    const { whereabouts } = whereaboutsOf(number as PhoneNumber, { state: 'FL', zip: '02134' }, word);
    const { country, states, isStateUnknown, zones, alsoIn, from } = whereabouts;
    return [country, states.join(' '), isStateUnknown, zones.join(' '), alsoIn.join(' '), from];
  };

  test('replaces number and list', () => {
    expect(said({ state: 'US-CO', zone: 'America/Denver' })).toEqual([
      'US',
      'US-CO',
      false,
      'America/Denver',
      '',
      'person',
    ]);
    expect(said({ country: 'US', state: 'Colorado' })).toEqual(['US', 'US-CO', false, 'America/Denver', '', 'person']);
    expect(said({ country: 'FR' })).toEqual(['FR', '', false, 'Europe/Paris', '', 'person']);
    expect(said({ zone: 'Europe/Paris' })).toEqual(['FR', '', false, 'Europe/Paris', '', 'person']);
    expect(said({ country: 'AU', zone: 'Perth' })).toEqual(['AU', '', false, 'Australia/Perth', '', 'person']);
    expect(said({ state: 'Puerto Rico' })).toEqual(['PR', '', false, 'America/Puerto_Rico', '', 'person']);
    expect(said({ state: 'TX' }, german)).toEqual([
      'US',
      'US-TX',
      false,
      'America/Chicago America/Denver',
      '',
      'person',
    ]);
    expect(said({ country: 'DE', state: 'Hessen', zone: 'CET' })).toEqual([
      'DE',
      '',
      false,
      'Europe/Berlin',
      '',
      'person',
    ]);
  });

  test('adds the zone to the state that it names, wherever that zone is', () => {
    expect(said({ state: 'CO', zone: 'Eastern' })).toEqual([
      'US',
      'US-CO',
      false,
      'America/Denver America/New_York',
      '',
      'person',
    ]);
  });

  test('that names a zone of the US only leaves the state unknown', () => {
    expect(said({ zone: 'Mountain' })).toEqual(['US', '', true, 'America/Denver', '', 'person']);
    expect(said({ country: 'US' })).toEqual(['US', '', true, allOfUs, '', 'person']);
  });

  test('that says nothing known leaves the guess, and is reported', () => {
    const found = whereaboutsOf(newYorker as PhoneNumber, { state: 'NY' }, { state: 'Atlantis', zone: 'here' });
    expect(found.whereabouts).toMatchObject({ states: ['US-NY'], from: 'list' });
    expect(found.notUnderstood.map(({ text }) => text)).toEqual(['Atlantis', 'here']);
  });
});

test('equal people are asked for once: they get one object', () => {
  const a = whereaboutsOf('+12125550123' as PhoneNumber, { state: 'FL', zip: '33101' });
  expect(whereaboutsOf('+12125550199' as PhoneNumber, { state: 'FL', zip: '33101' })).toBe(a);
  expect(whereOf('+12125550199')).toBe(whereOf('+12125550123'));
});

test('a clock that several countries have is the one of the person’s country, else all of them', () => {
  const where = (number: string, zone: string) => whereaboutsOf(number as PhoneNumber, {}, { zone }).whereabouts;
  expect(where('+447700900123', 'GMT')).toMatchObject({ country: 'GB', alsoIn: [], zones: ['Europe/London'] });
  expect(where('+16475550123', 'Eastern')).toMatchObject({ country: 'CA', alsoIn: [], zones: ['America/Toronto'] });
  expect(where('+12125550123', 'Eastern')).toMatchObject({ country: 'US', alsoIn: [], zones: ['America/New_York'] });
  expect(where('+12125550123', 'GMT')).toMatchObject({ alsoIn: ['GB'], zones: ['Africa/Abidjan', 'Europe/London'] });
});
