import type { WebClient } from '@slack/web-api';
import type { UserId } from '../domain/ids.ts';
import type { Person } from '../domain/permissions.ts';
import type { Clock, Log, People } from '../ports.ts';

const keptMs = 5 * 60_000;
const mostKept = 2_000;

type SlackUser = NonNullable<Awaited<ReturnType<WebClient['users']['info']>>['user']>;

/**
 * Looks people up at Slack and remembers them for five minutes. `groupIds` are the user groups that roles are made of;
 * a group that cannot be read has no members, so that it opens nothing to anybody.
 */
export function createPeople(
  client: WebClient,
  clock: Clock,
  options: { groupIds?: readonly string[]; log?: Log } = {},
): People {
  const found = remembering(clock, async (id: string) => {
    const [{ user }, team] = await Promise.all([client.users.info({ user: id }), ownTeam('')]);
    return user && readUser(id as UserId, user, team);
  });
  const ownTeam = remembering(clock, async () => (await client.auth.test({})).team_id);
  const members = remembering(clock, async (group: string) => {
    const { users } = await client.usergroups.users.list({ usergroup: group });
    return new Set(users ?? []);
  });

  const groupsOf = async (id: string): Promise<string[]> => {
    const groups = await Promise.all(
      (options.groupIds ?? []).map(async (group) => {
        const users = await members(group).catch(report('The members of a user group could not be read', { group }));
        return users?.has(id) ? group : undefined;
      }),
    );
    return groups.filter((group) => group !== undefined);
  };

  const report = (message: string, fields: object) => (error: unknown) => {
    options.log?.warn({ ...fields, cause: error instanceof Error ? error.message : String(error) }, message);
    return undefined;
  };

  return {
    async find(id) {
      const person = await found(id).catch(report('A person could not be looked up', { user: id }));
      return person && { ...person, groups: await groupsOf(id) };
    },
  };
}

function readUser(id: UserId, user: SlackUser, ownTeam: string | undefined): Omit<Person, 'groups'> {
  const isOfOurTeam = user.team_id === ownTeam || user.enterprise_user?.teams?.includes(ownTeam ?? '') === true;
  return {
    id,
    name: user.profile?.display_name || user.real_name || user.name || id,
    zone: user.tz ?? 'UTC',
    isBot: user.is_bot === true || id === 'USLACKBOT',
    isDeactivated: user.deleted === true,
    isGuest: user.is_restricted === true || user.is_ultra_restricted === true,
    isExternal: user.is_stranger === true || !isOfOurTeam,
  };
}

/** Answers are kept for five minutes, failures not at all; those who ask at the same time share one look-up. */
function remembering<T>(clock: Clock, load: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const kept = new Map<string, { value: Promise<T>; until: number }>();
  return (key) => {
    const known = kept.get(key);
    if (known && clock.monotonicMs() < known.until) return known.value;

    const value = load(key);
    kept.delete(key);
    kept.set(key, { value, until: clock.monotonicMs() + keptMs });
    if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
    value.catch(() => {
      if (kept.get(key)?.value === value) kept.delete(key);
    });
    return value;
  };
}
