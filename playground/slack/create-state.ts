import type { Clock } from '../clock.ts';
import { createChangeFeed } from './change-feed.ts';
import type { AppIdentity, SlackState } from './state.ts';
import { botUserId, createChannel, createUser, defaultWorkspace, type WorkspaceOptions } from './workspace.ts';

export type AppOptions = {
  readonly botToken?: string;
  readonly appToken?: string;
  readonly scopes?: readonly string[];
  readonly botEvents?: readonly string[];
};

/** The app's manifest scopes, unless a test says otherwise. */
const defaultScopes = [
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'users:read',
  'usergroups:read',
  'channels:read',
  'groups:read',
  'channels:history',
  'groups:history',
];

export function createState(clock: Clock, workspace: WorkspaceOptions, options: AppOptions): SlackState {
  const given = { ...defaultWorkspace, ...workspace };
  const bot = createUser({ id: botUserId, name: 'trickle', real_name: 'Trickle', is_bot: true }, given.teamId);
  const users = [...given.users.map((user) => createUser(user, given.teamId)), bot];
  const channels = given.channels.map((channel) => createChannel(channel, users));
  const groups = given.userGroups.map((group) => ({ disabled: false, ...group, users: [...group.users] }));
  let ids = 0;
  let lastMicros = 0;
  return {
    url: '',
    clock,
    feed: createChangeFeed(),
    team: { id: given.teamId, domain: given.domain, name: 'Local workspace' },
    app: identity(options),
    users: new Map(users.map((user) => [user.id, user])),
    channels: new Map(channels.map((channel) => [channel.id, channel])),
    userGroups: new Map(groups.map((group) => [group.id, group])),
    messages: [],
    ephemerals: [],
    files: new Map(),
    stacks: new Map(),
    homes: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    tickets: new Set(),
    problems: [],
    notices: [],
    traffic: [],
    nextId: (prefix) => {
      ids += 1;
      return `${prefix}${ids.toString(36).toUpperCase().padStart(8, '0')}`;
    },
    nextTs: () => {
      lastMicros = Math.max(lastMicros + 1, Math.floor(clock.now() * 1000));
      return `${Math.floor(lastMicros / 1e6)}.${String(lastMicros % 1e6).padStart(6, '0')}`;
    },
  };
}

function identity(options: AppOptions): AppIdentity {
  return {
    id: 'A0TRICKLE',
    botId: 'B0TRICKLE',
    botUserId,
    botToken: options.botToken ?? 'xoxb-local-bot',
    appToken: options.appToken ?? 'xapp-local-app',
    scopes: new Set(options.scopes ?? defaultScopes),
    botEvents: new Set(options.botEvents ?? ['app_home_opened']),
  };
}
