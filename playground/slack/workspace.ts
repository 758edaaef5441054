/** A person or a bot of the workspace; flags as in Slack's user object. */
export type User = {
  readonly id: string;
  readonly name: string;
  real_name: string;
  tz: string;
  team_id: string;
  is_bot: boolean;
  deleted: boolean;
  is_admin: boolean;
  is_owner: boolean;
  /** A guest of several channels. */
  is_restricted: boolean;
  /** A guest of one channel. */
  is_ultra_restricted: boolean;
  /** A person of another workspace, met in a shared channel. */
  is_stranger: boolean;
};

export type Channel = {
  readonly id: string;
  readonly name: string;
  is_private: boolean;
  is_archived: boolean;
  /** The person a direct message with the bot belongs to. */
  readonly im?: string;
  readonly members: Set<string>;
};

export type UserGroup = {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  users: string[];
  disabled: boolean;
};

export type UserOptions = { id: string; name: string } & Partial<Omit<User, 'id' | 'name'>>;

export type ChannelOptions = {
  readonly id: string;
  readonly name: string;
  readonly is_private?: boolean;
  readonly is_archived?: boolean;
  /** User ids; `bot` stands for the app's bot. Default: everybody who is neither guest nor external. */
  readonly members?: readonly string[];
};

export type WorkspaceOptions = {
  readonly teamId?: string;
  readonly domain?: string;
  readonly users?: readonly UserOptions[];
  readonly channels?: readonly ChannelOptions[];
  readonly userGroups?: readonly { id: string; handle: string; name: string; users: string[]; disabled?: boolean }[];
};

export const botUserId = 'U0BOT';

/** An author, an approver, an agent, a guest and somebody from another company; #sms has the bot, #general has not. */
export const defaultWorkspace = {
  teamId: 'T0LOCAL',
  domain: 'local',
  users: [
    { id: 'U0ADA', name: 'ada', real_name: 'Ada', tz: 'America/New_York' },
    { id: 'U0BEN', name: 'ben', real_name: 'Ben', tz: 'Europe/London' },
    { id: 'U0CLEO', name: 'cleo', real_name: 'Cleo', tz: 'America/New_York' },
    { id: 'U0GUS', name: 'gus', real_name: 'Gus', is_restricted: true },
    { id: 'U0EVE', name: 'eve', real_name: 'Eve', is_stranger: true, team_id: 'T0OTHER' },
  ],
  channels: [
    { id: 'C0SMS', name: 'sms', members: ['bot', 'U0ADA', 'U0BEN', 'U0CLEO', 'U0GUS', 'U0EVE'] },
    { id: 'C0GENERAL', name: 'general' },
  ],
  userGroups: [],
} satisfies WorkspaceOptions;

export function createUser(options: UserOptions, teamId: string): User {
  return {
    real_name: options.name,
    tz: 'America/New_York',
    team_id: teamId,
    is_bot: false,
    deleted: false,
    is_admin: false,
    is_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_stranger: false,
    ...options,
  };
}

export function createChannel(options: ChannelOptions, users: Iterable<User>): Channel {
  const insiders = [...users].filter(
    (user) => !user.is_restricted && !user.is_ultra_restricted && !user.is_stranger && !user.is_bot,
  );
  const members = options.members ?? insiders.map((user) => user.id);
  return {
    id: options.id,
    name: options.name,
    is_private: options.is_private ?? false,
    is_archived: options.is_archived ?? false,
    members: new Set(members.map((member) => (member === 'bot' ? botUserId : member))),
  };
}
