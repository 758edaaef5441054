import type { Rule } from '../../../src/domain/rules/rule.ts';
import { ownerOf } from '../../kills/spellings.ts';
import type { SimulatedWorld } from '../simulated-world.ts';
import type { Request } from '../virtual/virtual-provider.ts';
import { spotsOf } from './check-place.ts';

/**
 * G7, for each person: of the campaigns' texts that the provider took, whatever the program knows of them and whoever sent
 * them, no more left in any rolling time than the caps of their places allow.
 */
export function checkCaps(world: SimulatedWorld, request: Request): void {
  const { places, ledger } = world;
  if (places.name === 'open' || !request.ref.startsWith('v1.')) return;
  const owner = ownerOf(request.to);
  const taken = ledger.places.takenMs.get(owner) ?? [];
  const leftMs = request.wall.getTime();
  taken.push(leftMs);
  taken.sort((a, b) => a - b);
  ledger.places.takenMs.set(owner, taken);
  if (taken.length > 1) ledger.places.again += 1;
  const over = spotsOf(world, owner).map(({ rules }) => rules.find(({ says }) => isOver(says, taken, leftMs)));
  const [rule] = over;
  if (!rule || over.includes(undefined)) return;
  const all = taken.map((ms) => new Date(ms).toISOString()).join(', ');
  world.broken(`G7: ${rule.id} allows ${owner} no text at ${request.wall.toISOString()}, and these were taken: ${all}`);
}

/** Is there a window with too many in it, of which this text is one? Others were judged when they left. */
function isOver(says: Rule['says'], taken: readonly number[], leftMs: number): boolean {
  if (says.kind !== 'cap') return false;
  const { max, perHours } = says;
  return taken.some((ms, at) => {
    const before = taken[at - max];
    return before !== undefined && before <= leftMs && leftMs <= ms && ms - before < perHours * 3_600_000;
  });
}
