import { type CountryCode, getCountries, isSupportedCountry } from 'libphonenumber-js/max';
import { foldTitle } from '../columns/column-names.ts';

/** "Germany", "Deutschland", "DE", "DEU" → `DE`; undefined for an unknown country. */
export function readCountry(text: string): CountryCode | undefined {
  const plain = text.trim();
  const code = plain.toUpperCase();
  if (code === 'UK') return 'GB';
  if (/^[A-Z]{2}$/.test(code) && isSupportedCountry(code)) return code;
  return names().get(foldTitle(plain).slice(0, 60));
}

/** "Germany" */
export function countryName(country: string): string {
  return country === '001' ? 'no country' : (english.of(country) ?? country);
}

/** Every country with numbers of its own, by name. */
export function allCountries(): { country: string; name: string }[] {
  return getCountries()
    .map((country) => ({ country, name: countryName(country) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

const english = new Intl.DisplayNames(['en'], { type: 'region' });

/** The languages in which lists name countries. */
const languages = 'en de fr es it pt nl pl sv da nb fi cs hu ro tr ru uk el ja ko zh ar he'.split(' ');

const others: Record<string, CountryCode> = {
  usa: 'US',
  u_s_a: 'US',
  u_s: 'US',
  america: 'US',
  united_states_of_america: 'US',
  the_united_states: 'US',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  great_britain: 'GB',
  britain: 'GB',
  gbr: 'GB',
  holland: 'NL',
  brd: 'DE',
  deu: 'DE',
  ger: 'DE',
  aut: 'AT',
  che: 'CH',
  sui: 'CH',
  fra: 'FR',
  esp: 'ES',
  ita: 'IT',
  prt: 'PT',
  bra: 'BR',
  mex: 'MX',
  arg: 'AR',
  can: 'CA',
  aus: 'AU',
  nzl: 'NZ',
  ind: 'IN',
  irl: 'IE',
  pol: 'PL',
  nld: 'NL',
  bel: 'BE',
  zaf: 'ZA',
  jpn: 'JP',
  kor: 'KR',
  chn: 'CN',
  korea: 'KR',
  czech_republic: 'CZ',
  turkey: 'TR',
  uae: 'AE',
};

let known: ReadonlyMap<string, CountryCode> | undefined;

function names(): ReadonlyMap<string, CountryCode> {
  known ??= new Map([
    ...languages.flatMap((language) => {
      const inLanguage = new Intl.DisplayNames([language], { type: 'region' });
      return getCountries().map((code) => [foldTitle(inLanguage.of(code) ?? code).slice(0, 60), code] as const);
    }),
    ...Object.entries(others),
  ]);
  return known;
}
