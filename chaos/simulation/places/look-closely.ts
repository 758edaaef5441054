import { isAllowed } from '../../hours/oracle.ts';
import type { Random } from '../../random.ts';
import type { SimulatedWorld } from '../simulated-world.ts';
import type { Request } from '../virtual/virtual-provider.ts';
import { spotsOf } from './check-place.ts';

const minuteMs = 60_000;

/**
 * A quiet program ticks seldom here, a real one each second: some texts make it look at the very moments at which the next
 * one to this person may be allowed, or is not any more.
 */
export function lookClosely(world: SimulatedWorld, random: Random, request: Request, tick: () => void): void {
  if (world.places.name === 'open' || !request.ref.startsWith('v1.') || !random.chance(0.2)) return;
  const rules = spotsOf(world, request.to).flatMap((spot) => spot.rules);
  const leftMs = request.wall.getTime();
  const ends = rules.flatMap(({ says }) => (says.kind === 'cap' ? [leftMs + says.perHours * 3_600_000] : []));
  const nowMs = world.time.wall().getTime();
  for (const endMs of [...ends, ...nextChanges(world, request)]) {
    for (const beside of [-4_000, -2_000, -900, -100, 0, 900]) world.time.after(endMs + beside - nowMs, tick);
  }
}

/** When the place of this person closes, and opens again. */
function nextChanges(world: SimulatedWorld, request: Request): number[] {
  const spot = spotsOf(world, request.to).at(-1)!;
  const found: number[] = [];
  let ms = Math.ceil(request.wall.getTime() / minuteMs) * minuteMs;
  for (let minutes = 0; minutes < 4 * 1_440 && found.length < 2; minutes += 1, ms += minuteMs) {
    if (isAllowed(spot, ms) !== isAllowed(spot, ms - minuteMs)) found.push(ms);
  }
  return found;
}
