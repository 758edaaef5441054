import { isAllowed, rulesFor, type Spot } from '../../hours/oracle.ts';
import type { CampaignEntry } from '../ledger.ts';
import { expectedText } from '../ledger.ts';
import type { SimulatedWorld } from '../simulated-world.ts';
import type { Request } from '../virtual/virtual-provider.ts';
import { homesNow } from './movers.ts';
import type { Home } from './residents.ts';
import type { LifeRules } from './rules-of-life.ts';

const minuteMs = 60_000;

/**
 * G7, for each person: a text leaves only while every place in which they may be is open, and the provider may not deliver
 * it when one of them has closed, nor after the campaign's last moment.
 */
export function checkPlace(world: SimulatedWorld, request: Request, { approved, origin }: CampaignEntry): void {
  const { places } = world;
  if (places.name === 'open') return;
  world.ledger.places.judged += 1;
  const version = approved.find((one) => expectedText(one.version, request.to) === request.text)?.version;
  const leftMs = request.wall.getTime();
  const homes = homesNow(world, request.to);
  const spots = homes.map((home) => spotAt(places, home));
  const open = spots.filter((spot) => isAllowed(spot, leftMs));
  const where = spots.map(({ name }) => name).join(' or ');
  const said = `${request.to} (${where}) at ${request.wall.toISOString()}`;
  if (!homes.some((home) => isCountryKnown(places, home)))
    world.broken(`G7: ${origin} texts ${said}, where no rule is known`);
  if (open.length === 0) world.broken(`G7: ${origin} texts ${said}, which is closed`);
  const lastMs = version?.notAfterMs ?? Number.POSITIVE_INFINITY;
  if (leftMs >= lastMs) world.broken(`G7: ${origin} texts ${said}, after its last moment`);
  const endMs = request.ttlSeconds === undefined ? Number.POSITIVE_INFINITY : leftMs + request.ttlSeconds * 1_000;
  if (endMs > lastMs) world.broken(`G7: what ${origin} texts ${said} may arrive after its last moment`);
  const untilMs = Math.min(endMs, leftMs + 7 * 86_400_000);
  const closings = open.map((spot) => closingOf(spot, leftMs, untilMs));
  if (closings.length > 0 && closings.every((ms) => ms !== null))
    world.broken(`G7: what ${origin} texts ${said} may arrive after ${new Date(Math.max(...closings)).toISOString()}`);
}

/** What holds where this person may be now, as people know it: a text may leave if it may from one of these. */
export function spotsOf(world: SimulatedWorld, number: string): Spot[] {
  return homesNow(world, number).map((home) => spotAt(world.places, home));
}

export function spotAt({ kept }: LifeRules, home: Home): Spot {
  return { name: [...home.countries, ...home.states].join('+'), zones: home.zones, rules: rulesFor(kept, home) };
}

/** A country for which nobody has entered anything is blocked. */
export function isCountryKnown({ kept, opens }: LifeRules, { countries }: Home): boolean {
  if (opens) return true;
  return countries.every((country) =>
    kept.some(({ id, place }) => place.slice(0, 2) === country && !id.startsWith('house/')),
  );
}

/** The first minute before the end in which the place is closed; null when there is none. */
export function closingOf(spot: Spot, fromMs: number, endMs: number): number | null {
  if (spot.rules.every(({ says }) => says.kind !== 'hours')) return null;
  for (let ms = fromMs; ms < endMs; ms = Math.floor(ms / minuteMs + 1) * minuteMs) if (!isAllowed(spot, ms)) return ms;
  return null;
}
