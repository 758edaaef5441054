import { getCountries } from 'libphonenumber-js/max';
import { readNumberCell } from './number-cell.ts';

/** Numbers written without their country: how many are good at home, and a sample of each kind as written. */
type PlainNumbers = {
  good: number;
  bad: number;
  /** They exist at home, which speaks for home as long as other numbers there are good. */
  landlines: number;
  goodSample: readonly string[];
  badSample: readonly string[];
  landlinesSample: readonly string[];
};

/** `two_ways`: they are good here and in the country that most of the list's other numbers name. */
export type CountryDoubt = {
  isDoubted: boolean;
  others: { country: string; count: number }[];
  because?: 'two_ways';
};

/** People by the country that their number, or its row, names. */
type ToldCountries = ReadonlyMap<string, number>;

/** At most this many numbers of each kind are tried in every country. */
export const plainSamples = 40;
const mostOthers = 8;

/** Are the numbers without a country code from another country than `home`? Those of the list's other numbers count, too. */
export function doubtCountry(plain: PlainNumbers, home: string, told: ToldCountries = new Map()): CountryDoubt {
  const doubt = doubtByPlain(plain, home);
  if (doubt.isDoubted) return doubt;
  const other = otherOfBoth(plain, home, told);
  if (!other) return doubt;
  const others = [{ country: other, count: known(plain.goodSample, other) }];
  return { isDoubted: true, others, because: 'two_ways' };
}

/**
 * 15123456789 is a number of Texas and of Germany: in a list of +49 numbers nobody can say which is meant. Returns the
 * country that the list names more often than home and than it has plain numbers, if nearly all plain numbers are good
 * there too.
 */
function otherOfBoth({ good, goodSample }: PlainNumbers, home: string, told: ToldCountries): string | undefined {
  if (good === 0) return undefined;
  const [most] = byCount(told, home);
  if (!most || most.count <= (told.get(home) ?? 0) || most.count < good) return undefined;
  return known(goodSample, most.country) >= goodSample.length * 0.95 ? most.country : undefined;
}

/** Those of these home numbers that are also good in another country that the list names. */
export function goodElsewhere<Sample extends { value: string }>(
  samples: readonly Sample[],
  home: string,
  told: ToldCountries,
): Sample[] {
  const others = byCount(told, home).slice(0, mostTold);
  return samples.filter(({ value }) => others.some(({ country }) => readNumberCell(value, country).ok));
}

const mostTold = 3;

function byCount(told: ToldCountries, home: string): { country: string; count: number }[] {
  return [...told]
    .map(([country, count]) => ({ country, count }))
    .filter(({ country }) => country !== home && country !== '001')
    .sort((a, b) => b.count - a.count);
}

/**
 * Do these numbers belong to another country than `home`? Doubted when most are bad at home and another country knows
 * nearly all of those, or when another knows nearly all and home does not: by chance a third of one country's numbers
 * exist in another.
 */
function doubtByPlain(plain: PlainNumbers, home: string): CountryDoubt {
  const { good, goodSample } = plain;
  const isNobodyGood = good === 0;
  const bad = plain.bad + (isNobodyGood ? plain.landlines : 0);
  const badSample = isNobodyGood
    ? [...plain.badSample, ...plain.landlinesSample].slice(0, plainSamples)
    : plain.badSample;
  if (bad * 5 < good + bad) return { isDoubted: false, others: [] };
  const isFew = badSample.length < 3;
  const others = getCountries()
    .filter((country) => country !== home && (!isFew || size(country) > 0))
    .map((country) => ({ country, bad: known(badSample, country), good: known(goodSample, country) }))
    .filter((other) => other.bad > 0)
    .sort((a, b) => b.bad - a.bad || b.good - a.good || size(b.country) - size(a.country));
  const [best] = others;
  if (!best) return { isDoubted: false, others: [] };
  const knowsBad = best.bad >= badSample.length * 0.8;
  const knowsAll = best.bad + best.good >= (badSample.length + goodSample.length) * 0.95;
  // When no number is good at home, a third that another country knows is enough to ask.
  const knowsSome = good === 0 && bad >= 3 && best.bad * 3 >= badSample.length;
  const isDoubted = (bad > good && knowsBad) || (bad * 4 > good + bad && knowsAll) || knowsSome;
  return { isDoubted, others: others.slice(0, mostOthers).map(({ country, bad: count }) => ({ country, count })) };
}

function known(sample: readonly string[], country: string): number {
  return sample.filter((raw) => readNumberCell(raw, country).ok).length;
}

/** Among countries that know equally many of the numbers, those with the most people come first. */
const large =
  'IN CN US ID PK NG BR BD RU MX JP PH EG VN TR DE GB FR IT ZA KR ES CO AR UA PL CA AU NL BE SE CH AT PT'.split(' ');

function size(country: string): number {
  const at = large.indexOf(country);
  return at < 0 ? 0 : large.length - at;
}
