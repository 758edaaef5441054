import type { SlackState } from '../state.ts';
import type { User } from '../workspace.ts';
import type { Methods } from './method.ts';
import { flag, paginate, Refusal, required } from './refusal.ts';

export const users: Methods = {
  'users.info': {
    scopes: ['users:read'],
    run: (state, args) => {
      const user = state.users.get(required(args, 'user'));
      if (!user) throw new Refusal('user_not_found');
      return { user: describe(state, user) };
    },
  },
  'users.list': {
    scopes: ['users:read'],
    run: (state, args) => {
      const { page, nextCursor } = paginate([...state.users.values()], args);
      return {
        members: page.map((user) => describe(state, user)),
        cache_ts: Math.floor(state.clock.now() / 1000),
        response_metadata: { next_cursor: nextCursor },
      };
    },
  },
  'usergroups.list': {
    scopes: ['usergroups:read'],
    run: (state, args) => {
      const groups = [...state.userGroups.values()].filter(
        (group) => flag(args, 'include_disabled') || !group.disabled,
      );
      return {
        usergroups: groups.map(({ id, handle, name, users: members, disabled }) => ({
          id,
          team_id: state.team.id,
          is_usergroup: true,
          handle,
          name,
          date_delete: disabled ? 1 : 0,
          user_count: members.length,
          ...(flag(args, 'include_users') ? { users: members } : {}),
        })),
      };
    },
  },
  'usergroups.users.list': {
    scopes: ['usergroups:read'],
    run: (state, args) => {
      const group = state.userGroups.get(required(args, 'usergroup'));
      if (!group || (group.disabled && !flag(args, 'include_disabled'))) throw new Refusal('no_such_subteam');
      return { users: [...group.users] };
    },
  },
};

function describe(state: SlackState, user: User): Record<string, unknown> {
  const { id, name, real_name, tz, team_id, deleted, is_bot } = user;
  const profile = {
    real_name,
    real_name_normalized: real_name,
    display_name: real_name,
    display_name_normalized: real_name,
    team: team_id,
  };
  const base = { id, name, team_id, deleted, is_bot, is_app_user: false, updated: 1_700_000_000, profile };
  // Slack leaves zone and roles out once an account is deactivated.
  if (deleted) return base;
  return {
    ...base,
    real_name,
    tz,
    tz_label: tz,
    tz_offset: offsetSeconds(tz, state.clock.now()),
    is_admin: user.is_admin,
    is_owner: user.is_owner,
    is_primary_owner: false,
    is_restricted: user.is_restricted,
    is_ultra_restricted: user.is_ultra_restricted,
    ...(user.is_stranger ? { is_stranger: true } : {}),
  };
}

function offsetSeconds(timeZone: string, now: number): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(now);
  const written = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(written) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}
