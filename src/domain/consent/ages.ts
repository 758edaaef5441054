import { type AgreedCounts, countedApart } from './agreed-counts.ts';
import type { Consent } from './consent.ts';
import { consentClassOf } from './consent-class.ts';

/**
 * So many people agreed so long ago that somebody should look. `oldest`: the first day, of those in `country` the first month;
 * `people` null: all of the list, as its author says, and that is the last day. `basis`: `law` where consent is said to end then.
 */
export type OldConsent = {
  months: number;
  people: number | null;
  oldest: string;
  country: (typeof countedApart)[number] | null;
  basis: 'law' | 'house';
};

/** After so many months anybody may have forgotten that they agreed. */
const houseMonths = 18;

/**
 * What is old of a list's consent. By the list's own column where it has one, counted in whole months, so that nobody is
 * called old too soon; else by the last day that the author names. `countries`: of the people on the list.
 */
export function oldConsent(
  {
    agreed,
    consent,
    countries,
  }: { agreed?: AgreedCounts | undefined; consent?: Consent | undefined; countries: readonly string[] },
  now: Date,
): OldConsent[] {
  const limits = [
    { months: houseMonths, country: null, basis: 'house' as const },
    ...countedApart.flatMap((country) => {
      const months = impliedMonths(country, consent);
      return months === null || !countries.includes(country) ? [] : [{ months, country, basis: 'law' as const }];
    }),
  ];
  return limits.flatMap((limit) => {
    const found = agreed ? countedBefore(agreed, limit, now) : saidBefore(consent, limit, now);
    return found ? [{ ...limit, ...found }] : [];
  });
}

/** How long consent lasts that nobody put into words: of customers, and of those of whom nothing more is known. */
function impliedMonths(country: (typeof countedApart)[number], consent: Consent | undefined): number | null {
  const kind = consentClassOf(consent);
  if (kind !== 'soft' && kind !== 'unknown') return null;
  if (country === 'IE') return 12;
  return kind === 'soft' ? 24 : 6;
}

type Limit = Pick<OldConsent, 'months' | 'country'>;

function countedBefore({ months: counts, oldest }: AgreedCounts, { months, country }: Limit, now: Date) {
  const last = dayBefore(now, months).slice(0, 7);
  const old = counts.filter(({ month, country: whose }) => month < last && (country === null || whose === country));
  const [first] = old;
  if (!first || oldest === null) return undefined;
  const people = old.reduce((sum, one) => sum + one.people, 0);
  return { people, oldest: country === null ? oldest : first.month };
}

function saidBefore(consent: Consent | undefined, { months }: Limit, now: Date) {
  const to = consent?.to;
  return to !== undefined && to < dayBefore(now, months) ? { people: null, oldest: to } : undefined;
}

/** The day so many months before, as 2024-05-29. */
function dayBefore(now: Date, months: number): string {
  const day = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1));
  const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
  day.setUTCDate(Math.min(now.getUTCDate(), last));
  return day.toISOString().slice(0, 10);
}
