import { howToName, type Person, whyNotAdminister } from '../domain/campaign/permissions.ts';
import { CampaignError } from '../domain/campaign-error.ts';
import type { UserId } from '../domain/ids.ts';
import type { Deps } from './deps.ts';

/** Who is named as an admin, as people know them. */
export function namesOfAdmins({ people, settings }: Pick<Deps, 'people' | 'settings'>): Promise<string[]> {
  return Promise.all(
    settings.roles.admins.map(async (id) => {
      if (id.startsWith('S')) return `somebody of the user group ${id}`;
      return (await people.find(id as UserId))?.name ?? id;
    }),
  );
}

const mostNamed = 5;

/** "Ada, Ben or Cleo", and how there will be somebody when there is nobody. */
export function oneOf(names: readonly string[]): string {
  if (names.length === 0) return `an admin. Nobody is named yet: ${howToName('a member id (U…)')}`;
  const [last = '', ...others] = names.slice(0, mostNamed).reverse();
  return others.length === 0 ? last : `${others.reverse().join(', ')} or ${last}`;
}

/** Whoever may not is told who may. `what` completes "Only an admin can …"; `otherwise` is what can be done without one. */
export async function refuseUnlessAdmin(
  deps: Pick<Deps, 'people' | 'settings'>,
  person: Person | undefined,
  { what = 'do this', otherwise = '' }: { what?: string; otherwise?: string } = {},
): Promise<void> {
  const refusal = whyNotAdminister(person, deps.settings.roles);
  if (!refusal) return;
  const sentence =
    refusal.code === 'not_allowed'
      ? `Only an admin can ${what}: ask ${oneOf(await namesOfAdmins(deps))}.`
      : refusal.sentence;
  throw new CampaignError(refusal.code, otherwise === '' ? sentence : `${sentence} ${otherwise}`);
}
