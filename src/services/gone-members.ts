import { isFullMember, type Member } from '../domain/campaign/permissions.ts';
import type { UserId } from '../domain/ids.ts';
import type { Deps } from './deps.ts';

/** A silent chat must not keep replies without an owner. */
const patienceMs = 3_000;

/** Undefined also when the chat does not say in time. */
export async function findInTime(
  { people, clock }: Pick<Deps, 'people' | 'clock'>,
  id: UserId,
): Promise<Member | undefined> {
  const answered = new AbortController();
  const late = clock.real.sleep(patienceMs, answered.signal).then(() => undefined);
  try {
    return await Promise.race([people.find(id), late]);
  } finally {
    answered.abort();
  }
}

/** Which of them are known to be no full members any more. Whoever nobody can tell anything about is not among them. */
export async function whoIsGone(
  deps: Pick<Deps, 'people' | 'clock'>,
  ids: readonly UserId[],
): Promise<ReadonlySet<UserId>> {
  const looked = await Promise.all(
    ids.map(async (id) => {
      const member = await findInTime(deps, id);
      return member && !isFullMember(member) ? [id] : [];
    }),
  );
  return new Set(looked.flat());
}
