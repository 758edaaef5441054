import type { WebClient } from '@slack/web-api';
import type { Member, UnreadGroup } from '../../domain/campaign/permissions.ts';
import type { UserId } from '../../domain/ids.ts';
import type { Clock, Log, People } from '../../ports/world.ts';
import { createOnceInAWhile } from './once-in-a-while.ts';
import { remembering } from './remembering.ts';
import { missingScopeSentence } from './scopes.ts';
import { missingScope, readFailure } from './slack-failure.ts';

/** What Slack has just refused is not asked again within this time, however often somebody presses. */
const failureMs = 60_000;
/** People wait for it before a window, and Slack for the window's answer. */
const nowMs = 2_000;
/** Slack lists groups' members 20 times a minute: a team that answers fast would use that up for the approvers. */
const groupsMs = 10_000;

/**
 * `get`: as answered within five minutes; `again`: asked now; `lately`: asked now, except groups, as answered a few
 * seconds ago. `late` rejects when nobody waits any longer.
 */
type Look = { how: 'get' | 'again' | 'lately'; late?: Promise<void> };

type SlackUser = NonNullable<Awaited<ReturnType<WebClient['users']['info']>>['user']>;

export type SlackPeople = People & {
  /** What keeps everybody from being looked up, as a sentence; undefined while nothing is known to. */
  trouble(): string | undefined;
  /** Look-ups that Slack has not answered, or not in time, since the start. */
  unanswered(): number;
};

/**
 * Looks people up at Slack and remembers them for five minutes. `groupIds`: the user groups of the roles; an unreadable
 * one has no members, so that it opens nothing to anybody, and is named as unread.
 */
export function createPeople(
  client: WebClient,
  clock: Clock,
  options: { groupIds?: readonly string[]; log?: Log } = {},
): SlackPeople {
  const firstTime = createOnceInAWhile(clock);
  let trouble: string | undefined;
  let unanswered = 0;

  const found = remembering(
    clock,
    async (id: string) => {
      const [{ user }, team] = await Promise.all([client.users.info({ user: id }), ownTeam.get('')]);
      trouble = undefined;
      if (user && (user.id !== id || !team)) throw new Error('Slack answered about somebody else');
      return user && readUser(id as UserId, user, team);
    },
    // An outage may be over in a second; refusals go on.
    (error) => (isRefusal(error) ? failureMs : 0),
  );
  const ownTeam = remembering(clock, async () => (await client.auth.test({})).team_id);
  const members = remembering(
    clock,
    async (group: string) => {
      const { users } = await client.usergroups.users.list({ usergroup: group });
      return new Set(users ?? []);
    },
    () => failureMs,
  );

  const report = (message: string, fields: Record<string, string>, error: unknown) => {
    const cause = error instanceof Error ? error.message : String(error);
    const needed = missingScope(error);
    if (!firstTime(needed ?? `${Object.values(fields)} ${cause}`)) return;
    options.log?.warn(
      { ...fields, cause, ...(needed !== undefined && { needed }) },
      needed === undefined ? message : `${message}. ${missingScopeSentence(needed)}`,
    );
  };

  /** When Slack is silent about a group, its recent answer counts where that is allowed. */
  const membersOf = async (group: string, { how, late }: Look): Promise<ReadonlySet<string>> => {
    if (how !== 'lately') return inTime(members[how](group), late);
    return inTime(members.lately(group, groupsMs), late).catch((error) => {
      const known = isRefusal(error) ? undefined : members.known(group);
      if (!known) throw error;
      return known;
    });
  };

  const groupsOf = async (id: string, wish: Look): Promise<Pick<Member, 'groups' | 'unreadGroups'>> => {
    const groups: string[] = [];
    const unread: UnreadGroup[] = [];
    const read = async (group: string) => {
      try {
        if ((await membersOf(group, wish)).has(id)) groups.push(group);
      } catch (error) {
        report('The members of a user group could not be read', { group }, error);
        unread.push({ id: group, why: whyUnread(error) });
      }
    };
    await Promise.all((options.groupIds ?? []).map(read));
    return unread.length > 0 ? { groups, unreadGroups: unread } : { groups };
  };

  const look = async (id: UserId, wish: Look): Promise<Member | 'refused' | 'silent'> => {
    try {
      const asked = wish.how === 'get' ? found.get(id) : found.again(id);
      const [person, groups] = await Promise.all([inTime(asked, wish.late), groupsOf(id, wish)]);
      return person ? { ...person, ...groups } : 'refused';
    } catch (error) {
      const needed = missingScope(error);
      if (needed !== undefined) trouble = missingScopeSentence(needed);
      report('A person could not be looked up', { user: id }, error);
      if (isRefusal(error)) return 'refused';
      unanswered += 1;
      return 'silent';
    }
  };

  /** Slack has two seconds, for the person and for each of the groups. */
  const lookNow = async (id: UserId, how: Look['how']): Promise<Member | 'refused' | 'silent'> => {
    const answered = new AbortController();
    const late = clock.real.sleep(nowMs, answered.signal).then(() => {
      if (!answered.signal.aborted) throw new Error('Slack did not answer within 2 seconds');
    });
    late.catch(() => {});
    try {
      return await look(id, { how, late });
    } finally {
      answered.abort();
    }
  };

  /** What is known of them and their groups, without asking. */
  const remember = async (id: UserId): Promise<Member | 'refused'> => {
    const person = await found.known(id)?.catch(() => undefined);
    if (!person) return 'refused';
    const groups = await Promise.all(
      (options.groupIds ?? []).map(async (group) => {
        const known = await members.known(group)?.catch(() => undefined);
        return known?.has(id) ? [group] : [];
      }),
    );
    return { ...person, groups: groups.flat() };
  };

  return {
    find: async (id) => memberIn(await look(id, { how: 'get' })),
    findNow: async (id) => memberIn(await lookNow(id, 'again')),
    async findNowOrLately(id) {
      const person = await lookNow(id, 'lately');
      return memberIn(person === 'silent' ? await remember(id) : person);
    },
    unanswered: () => unanswered,
    trouble: () => trouble,
  };
}

function inTime<T>(answer: Promise<T>, late: Promise<void> | undefined): Promise<T> {
  return late ? Promise.race([answer, late.then(() => answer)]) : answer;
}

function memberIn(found: Member | 'refused' | 'silent'): Member | undefined {
  return typeof found === 'string' ? undefined : found;
}

function isRefusal(error: unknown): boolean {
  const failure = readFailure(error);
  return failure !== undefined && failure.kind !== 'doubtful' && failure.kind !== 'rate_limited';
}

function whyUnread(error: unknown): UnreadGroup['why'] {
  if (readFailure(error)?.kind === 'scope') return 'no_permission';
  return isRefusal(error) ? 'gone' : 'unreachable';
}

function readUser(id: UserId, user: SlackUser, ownTeam: string | undefined): Omit<Member, 'groups'> {
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
