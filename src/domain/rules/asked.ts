import type { Whereabouts } from '../place/whereabouts.ts';
import type { Rule, RuleOf } from './rule.ts';
import { isOf } from './rule.ts';
import { type Holidays, type HoursRule, isInForce } from './week-hours.ts';

/** Advertising, or only what somebody asked to be told: some rules hold for advertising alone. */
export type CampaignClass = 'marketing' | 'informational';

/** All that is known: records of places, of the house and of the operator, with the holidays that they name. */
export type RuleBook = { rules: readonly Rule[]; hash: string; holidays: Holidays };

/** What all the places ask in which a person may be. `missing`: those of them that nobody has entered a rule for. */
export type Asked = {
  zones: readonly string[];
  rules: readonly Rule[];
  hours: readonly HoursRule[];
  blocked: readonly RuleOf<'blocked'>[];
  caps: readonly RuleOf<'cap'>[];
  missing: readonly string[];
};

/** Stands for countries of numbers that belong to none, such as +800. ISO 3166 keeps it free for such uses. */
export const noCountry = 'ZZ';

/** Everything that is asked of a text of this class to somebody there: the rules of each place, also those not yet in force. */
export function askedOf(book: RuleBook, where: Whereabouts, campaignClass: CampaignClass): Asked {
  const countries = where.country === null ? [noCountry] : [where.country, ...where.alsoIn];
  const states = where.isStateUnknown ? allStates(book, countries) : where.states;
  const places = new Set([...countries, ...states]);
  const rules = book.rules.filter(
    ({ place, appliesTo }) => places.has(place) && (appliesTo === 'all' || campaignClass === 'marketing'),
  );
  return {
    zones: where.zones,
    rules,
    hours: rules.filter(isOf('hours')).filter(isEverClosed),
    blocked: rules.filter(isOf('blocked')),
    caps: rules.filter(isOf('cap')),
    missing: countries.filter(
      (country) => !book.rules.some((rule) => rule.place === country && rule.basis !== 'house'),
    ),
  };
}

function isEverClosed({ says: { windows, closedOn } }: HoursRule): boolean {
  const isWholeWeek = windows.some(
    ({ days, from, to }) => new Set(days).size === 7 && from === '00:00' && to === '24:00',
  );
  return closedOn !== undefined || !isWholeWeek;
}

function allStates({ rules }: RuleBook, countries: readonly string[]): string[] {
  return rules
    .map(({ place }) => place)
    .filter((place) => countries.some((country) => place.startsWith(`${country}-`)));
}

/** Of these rules, those in force on a day; some people are already in the next one, so both count. */
export function inForce<R extends Rule>(rules: readonly R[], now: Date): R[] {
  const [yesterday, tomorrow] = [-14, 14].map((hours) => new Date(now.getTime() + hours * 3_600_000));
  const days = [yesterday, now, tomorrow].map((day) => day!.toISOString().slice(0, 10));
  return rules.filter((rule) => days.some((day) => isInForce(rule, day)));
}
