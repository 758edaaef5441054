import { getCountries } from 'libphonenumber-js/max';
import { readNumberCell } from './number-cell.ts';

/** Numbers that were written without their country: how many are good at home, and some of each kind as they were written. */
type PlainNumbers = {
  good: number;
  bad: number;
  /** They exist at home, which speaks for it as long as others there are good. */
  landlines: number;
  goodSample: readonly string[];
  badSample: readonly string[];
  landlinesSample: readonly string[];
};

/** `two_ways`: they are good here, and in the country that most of the list's other numbers name as well. */
export type CountryDoubt = {
  isDoubted: boolean;
  others: { country: string; count: number }[];
  because?: 'two_ways';
};

/** People by the country that their number, or its row, names. */
type ToldCountries = ReadonlyMap<string, number>;

/** So many of each kind are tried in every country. */
export const plainSamples = 40;
const mostOthers = 8;

/** Are the numbers without a country code of another country than `home`? What the others of the list name counts as well. */
export function doubtCountry(plain: PlainNumbers, home: string, told: ToldCountries = new Map()): CountryDoubt {
  const doubt = doubtByPlain(plain, home);
  if (doubt.isDoubted) return doubt;
  const other = otherOfBoth(plain, home, told);
  if (!other) return doubt;
  const others = [{ country: other, count: known(plain.goodSample, other) }];
  return { isDoubted: true, others, because: 'two_ways' };
}

/**
 * 15123456789 is a number of Texas, and of Germany: in a list of +49 nobody can say which. The country of which the list
 * names more numbers than of home, and than it has plain ones, when it knows nearly all of the plain ones too.
 */
function otherOfBoth({ good, goodSample }: PlainNumbers, home: string, told: ToldCountries): string | undefined {
  if (good === 0) return undefined;
  const [most] = byCount(told, home);
  if (!most || most.count <= (told.get(home) ?? 0) || most.count < good) return undefined;
  return known(goodSample, most.country) >= goodSample.length * 0.95 ? most.country : undefined;
}

/** Which of these numbers, read as ones of home, are good in another country that the list names, too. */
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
 * Are these numbers of another country than `home`? Doubted when most are none at home and another country knows nearly all
 * of those, or when one knows nearly all and home does not: by chance a third of one country's numbers exist in another.
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
  // Of a list of which nobody is left, a third that another country knows is enough to ask.
  const knowsSome = good === 0 && bad >= 3 && best.bad * 3 >= badSample.length;
  const isDoubted = (bad > good && knowsBad) || (bad * 4 > good + bad && knowsAll) || knowsSome;
  return { isDoubted, others: others.slice(0, mostOthers).map(({ country, bad: count }) => ({ country, count })) };
}

function known(sample: readonly string[], country: string): number {
  return sample.filter((raw) => readNumberCell(raw, country).ok).length;
}

/** Of countries that know as many of the numbers, the ones with the most people come first. */
const large =
  'IN CN US ID PK NG BR BD RU MX JP PH EG VN TR DE GB FR IT ZA KR ES CO AR UA PL CA AU NL BE SE CH AT PT'.split(' ');

function size(country: string): number {
  const at = large.indexOf(country);
  return at < 0 ? 0 : large.length - at;
}
