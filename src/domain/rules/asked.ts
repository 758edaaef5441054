import { Temporal } from 'temporal-polyfill';
import { canonicalJson } from '../canonical-json.ts';
import type { Whereabouts } from '../place/whereabouts.ts';
import { type Holidays, isHoliday } from './holidays/calendar.ts';
import { type Override, overridesOf } from './override.ts';
import { countryOf } from './places.ts';
import { isInForce, type Rule, type Says } from './rule.ts';
import { isPlaceKnown, type RuleBook } from './rule-book.ts';

/** Advertising, or only what somebody asked to be told: some rules hold for advertising alone. */
export type CampaignClass = 'marketing' | 'informational';

/**
 * A rule with what the operator has set in its place at some time or other; of those in force the first holds.
 * `isAsApproved`: it stands so only in the book under which the campaign was approved.
 */
export type AskedRule = { rule: Rule; overrides: readonly Override[]; isAsApproved?: true };

/** What all the places ask in which a person may be. */
export type Asked = {
  zones: readonly string[];
  countries: readonly string[];
  rules: readonly AskedRule[];
  /** Has nobody entered a rule for one of the countries by that day? */
  missingOn(day: string): readonly string[];
  holidays: Holidays;
};

/** What holds on a day, by which rule or override; `basis`: of the rule, also where an override stands in its place. */
export type Saying<K extends Says['kind'] = Says['kind']> = {
  id: string;
  basis: Rule['basis'];
  says: Extract<Says, { kind: K }>;
};

/** Stands for the country of numbers that belong to none, such as +800. ISO 3166 keeps it free for such uses. */
export const noCountry = 'ZZ';

/** Everything that is asked of a text of this class to somebody there: the rules of each place, also those not yet in force. */
export function askedOf(
  book: RuleBook,
  where: Whereabouts,
  campaignClass: CampaignClass,
  holidays: Holidays = isHoliday,
): Asked {
  const countries = where.country === null ? [noCountry] : [where.country, ...where.alsoIn];
  const isThere = ({ place }: Rule) =>
    place === '*' ||
    countries.includes(place) ||
    where.states.includes(place) ||
    (where.isStateUnknown && place !== 'US' && countryOf(place) === 'US');
  const rules = book.rules.filter(
    (rule) => isThere(rule) && (rule.appliesTo === 'all' || campaignClass === 'marketing'),
  );
  return {
    zones: where.zones,
    countries,
    rules: rules.map((rule) => ({ rule, overrides: overridesOf(book.overrides, rule) })),
    missingOn: (day) => countries.filter((country) => !isPlaceKnown(book, country, day)),
    holidays,
  };
}

/**
 * The same by two books, of which the stricter holds: what has become looser since the approval, for a campaign that goes on.
 * Of the approved one only what is asked of a campaign that runs; the rest was asked when it was approved.
 */
export function askedOfBoth(
  [book, approved]: readonly [RuleBook, RuleBook],
  ...ask: [Whereabouts, CampaignClass, Holidays?]
): Asked {
  const [asked, then] = [askedOf(book, ...ask), askedOf(approved, ...ask)];
  const known = new Set(asked.rules.map(wordingOf));
  const more = then.rules.filter((one) => kindsWhileRunning.has(one.rule.says.kind) && !known.has(wordingOf(one)));
  return {
    ...asked,
    rules: [...asked.rules, ...more.map((one) => ({ ...one, isAsApproved: true as const }))],
    missingOn: (day) => [...new Set([...asked.missingOn(day), ...then.missingOn(day)])],
  };
}

const kindsWhileRunning: ReadonlySet<Says['kind']> = new Set(['hours', 'cap', 'blocked']);

/** Equal for rules that decide the same, whatever is said of their source. */
function wordingOf({ rule: { place, says, basis, from, until }, overrides }: AskedRule): string {
  const instead = overrides.map(({ says, from, until }) => ({ says, from, until }));
  return canonicalJson({ place, says, basis, from, until, instead });
}

/** What the rules of one kind say on a day of the places' own calendars. */
export function sayingsOn<K extends Says['kind']>(asked: Pick<Asked, 'rules'>, kind: K, day: string): Saying<K>[] {
  return asked.rules.flatMap(({ rule, overrides }) => {
    if (rule.says.kind !== kind || !isInForce(rule, day)) return [];
    const instead = overrides.find((override) => isInForce(override, day));
    const { id, basis, says } = instead ? { ...instead, basis: rule.basis } : rule;
    return says ? [{ id, basis, says: says as Saying<K>['says'] }] : [];
  });
}

/** The same for a moment: in one of the zones it may already be the next day, so that what holds on either counts. */
export function sayingsAt<K extends Says['kind']>(asked: Dated, kind: K, now: Date): Saying<K>[] {
  const all = daysOf(asked, now).flatMap((day) => sayingsOn(asked, kind, day));
  return all.filter(({ id, says }, at) => all.findIndex((other) => other.id === id && other.says === says) === at);
}

/** The ids of everything that holds at a moment, of any kind: rules, and overrides in place of some. */
export function idsAt(asked: Dated, now: Date): string[] {
  const found = daysOf(asked, now).flatMap((day) =>
    asked.rules.flatMap(({ rule, overrides }) => {
      if (!isInForce(rule, day)) return [];
      const instead = overrides.find((override) => isInForce(override, day));
      return [rule.id, ...(instead ? [instead.id] : [])];
    }),
  );
  return [...new Set(found)];
}

type Dated = Pick<Asked, 'rules' | 'zones'>;

/** The dates on the clocks of those places at that moment; on all clocks of the world where no zone is known. */
export function daysOf({ zones }: Pick<Asked, 'zones'>, now: Date): string[] {
  if (zones.length === 0) return daysAt(now);
  const instant = Temporal.Instant.fromEpochMilliseconds(now.getTime());
  return [...new Set(zones.map((zone) => instant.toZonedDateTimeISO(zone).toPlainDate().toString()))];
}

/** The dates on the clocks of the world at that moment: between 10:00 and 12:00 UTC there are three. */
export function daysAt(now: Date): string[] {
  const dates = [-12, 0, 14].map((hours) => new Date(now.getTime() + hours * 3_600_000).toISOString().slice(0, 10));
  return [...new Set(dates)];
}
