import type { Whereabouts } from '../../src/domain/place/whereabouts.ts';
import type { RuleBook } from '../../src/domain/rules/rule-book.ts';
import { createVerdicts } from '../../src/domain/rules/verdicts.ts';
import { momentsThatMatter } from './moments.ts';
import { isAllowed, offsetAt, rulesFor, type Spot } from './oracle.ts';

/** `late`: sends that might leave after the hours; `needless`: closed moments in the midst of hours. */
export type Tried = { moments: number; sends: number; outside: string[]; late: string[]; needless: string[] };

const minuteMs = 60_000;

/** Asks the program at each moment that matters, and holds the answers against the oracle. */
export function tryHours(
  book: RuleBook,
  where: Whereabouts,
  { fromMs, toMs, pick = () => true }: { fromMs: number; toMs: number; pick?: (ms: number) => boolean },
): Tried {
  const spot = spotOf(book, where);
  const verdicts = createVerdicts(book);
  const tried: Tried = { moments: 0, sends: 0, outside: [], late: [], needless: [] };
  for (const ms of momentsThatMatter(spot.zones, spot.rules, { fromMs, toMs }).filter(pick)) {
    tried.moments += 1;
    const { verdict } = verdicts.of(where, { key: spot.name, campaignClass: 'marketing' }, new Date(ms));
    const said = `${spot.name} at ${new Date(ms).toISOString()}`;
    if (verdict.kind === 'send') {
      tried.sends += 1;
      if (!isAllowed(spot, ms)) tried.outside.push(said);
      if (verdict.until && !isAllowed(spot, verdict.until.getTime() - 1)) tried.late.push(said);
    } else if (verdict.kind === 'wait' && isInTheMidst(spot, ms)) tried.needless.push(said);
  }
  return tried;
}

/** The place as the oracle sees it. */
export function spotOf(book: RuleBook, { country, alsoIn, states, isStateUnknown, zones }: Whereabouts): Spot {
  const countries = country === null ? alsoIn : [country, ...alsoIn];
  const name = `${countries.join('+')} ${states.join('+')} ${zones.join('+')}`;
  return { name, zones, rules: rulesFor(book.rules, { countries, states, isStateUnknown }) };
}

/** No margin, no day at which a rule begins and no clock that is set may be why the program keeps it closed. */
function isInTheMidst(spot: Spot, ms: number): boolean {
  if (![0, 5, 10, 15, 20, 25, 31].every((minutes) => isAllowed(spot, ms + minutes * minuteMs))) return false;
  return spot.zones.every((zone) => offsetAt(zone, ms - 180 * minuteMs) === offsetAt(zone, ms + 180 * minuteMs));
}
