import { ownerOf } from '../../kills/spellings.ts';
import type { SimulatedWorld } from '../simulated-world.ts';
import type { Request } from '../virtual/virtual-provider.ts';
import { spotOf } from './check-place.ts';

/**
 * G7, for each person: of the campaigns' texts that the provider took, whatever the program knows of them and whoever sent
 * them, no more left in any rolling time than the caps of their places allow.
 */
export function checkCaps(world: SimulatedWorld, request: Request): void {
  const { places, ledger } = world;
  if (places.name === 'open' || !request.ref.startsWith('v1.')) return;
  const owner = ownerOf(request.to);
  const taken = ledger.places.takenMs.get(owner) ?? [];
  taken.push(request.wall.getTime());
  taken.sort((a, b) => a - b);
  ledger.places.takenMs.set(owner, taken);
  if (taken.length > 1) ledger.places.again += 1;
  for (const { id, says } of spotOf(places, owner).rules) {
    if (says.kind !== 'cap') continue;
    const { max, perHours } = says;
    const tooSoon = taken.find((ms, at) => {
      const before = taken[at - max];
      return before !== undefined && ms - before < perHours * 3_600_000;
    });
    if (tooSoon === undefined) continue;
    const all = taken.map((ms) => new Date(ms).toISOString()).join(', ');
    world.broken(`G7: ${id} allows ${owner} ${max} texts in ${perHours} hours, and these were taken: ${all}`);
  }
}
