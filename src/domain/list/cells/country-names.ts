import { type CountryCode, getCountries, isSupportedCountry } from 'libphonenumber-js/max';
import { lazily } from '../../lazily.ts';
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
  return country === '001' ? 'no country' : (english().of(country) ?? country);
}

/** Every country with numbers of its own, by name. */
export function allCountries(): { country: string; name: string }[] {
  return getCountries()
    .map((country) => ({ country, name: countryName(country) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

const english = lazily(() => new Intl.DisplayNames(['en'], { type: 'region' }));

/** The languages in which lists name countries. */
const languages = 'en de fr es it pt nl pl sv da nb fi cs hu ro tr ru uk el ja ko zh ar he'.split(' ');

/** Further names that lists use, by country. */
const others: Partial<Record<CountryCode, string>> = {
  US: 'usa u_s_a u_s america united_states_of_america the_united_states',
  GB: 'england scotland wales great_britain britain gbr',
  NL: 'holland nld',
  DE: 'brd deu ger',
  AT: 'aut',
  CH: 'che sui',
  FR: 'fra',
  ES: 'esp',
  IT: 'ita',
  PT: 'prt',
  BR: 'bra',
  MX: 'mex',
  AR: 'arg',
  CA: 'can',
  AU: 'aus',
  NZ: 'nzl',
  IN: 'ind',
  IE: 'irl',
  PL: 'pol',
  BE: 'bel',
  ZA: 'zaf',
  JP: 'jpn',
  KR: 'kor korea',
  CN: 'chn',
  CZ: 'czech_republic',
  TR: 'turkey',
  AE: 'uae',
};

let known: ReadonlyMap<string, CountryCode> | undefined;

function names(): ReadonlyMap<string, CountryCode> {
  known ??= new Map([
    ...languages.flatMap((language) => {
      const inLanguage = new Intl.DisplayNames([language], { type: 'region' });
      return getCountries().map((code) => [foldTitle(inLanguage.of(code) ?? code).slice(0, 60), code] as const);
    }),
    ...Object.entries(others).flatMap(([code, names]) =>
      names.split(' ').map((name) => [name, code as CountryCode] as const),
    ),
  ]);
  return known;
}

/** "the Netherlands", "France": goes after "in". */
export function countryInSentence(country: string): string {
  return withArticle.has(country) ? `the ${countryName(country)}` : countryName(country);
}

const withArticle = new Set('AE BS CC CF CK DO FK FO GB GM IO KM KY MH MP MV NL PH SB SC TC US VG VI'.split(' '));
