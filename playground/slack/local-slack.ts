import type { AddressInfo } from 'node:net';
import { type Clock, realClock, stoppable } from '../clock.ts';
import { createRateLimits } from './api/rate-limits.ts';
import type { Change, Truthy } from './change-feed.ts';
import { type AppOptions, createState } from './create-state.ts';
import { createPerson, type Person } from './people/person.ts';
import { type MessageShown, showMessage } from './people/shown.ts';
import type { Notice, Problem, SlackState, TrafficEntry } from './state.ts';
import { createTroubles, type Trouble } from './troubles.ts';
import { createHttpDelivery, type HttpDelivery } from './wire/http-delivery.ts';
import { createSlackServer, type OtherRequests } from './wire/server.ts';
import { createSocketMode, type SocketMode } from './wire/socket-mode.ts';
import type { Channel, User, WorkspaceOptions } from './workspace.ts';

export interface LocalSlackOptions extends AppOptions {
  readonly port?: number;
  /** Time in milliseconds; timers stay real unless a whole `clock` is given. */
  readonly now?: () => number;
  readonly clock?: Clock;
  readonly workspace?: WorkspaceOptions;
  readonly delivery?: { kind: 'socket' } | { kind: 'http'; requestUrl?: string; signingSecret: string };
  /** Posts to one channel that are taken at once before the second between posts counts. */
  readonly postBurst?: number;
  /** Serves what is not Slack's own, such as a page for people. */
  readonly other?: OtherRequests;
}

/** A channel as its members see it, and what its owner may do to it. */
export type ChannelShown = {
  readonly id: string;
  readonly name: string;
  messages(): MessageShown[];
  invite(user: string): void;
  remove(user: string): void;
  archive(archived?: boolean): void;
};

/** A Slack workspace on this machine: the real wire protocol on one side, people to play on the other. */
export type LocalSlack = {
  readonly url: string;
  /** What an app takes as `slackApiUrl`. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly botUserId: string;
  /** Everything there is, for a page that draws it; read only. */
  readonly state: SlackState;
  /** What the app sent that the real Slack refuses. */
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
  readonly traffic: readonly TrafficEntry[];
  /** A person by id or name. */
  as(user: string): Person;
  channel(nameOrId: string): ChannelShown;
  /** Changes a person's flags, as an administrator does. */
  changeUser(user: string, flags: Partial<Omit<User, 'id' | 'name'>>): void;
  onChange(listener: (change: Change) => void): () => void;
  until<T>(condition: () => T, options?: { timeoutMs?: number; what?: string }): Promise<Truthy<T>>;
  trouble(trouble: Trouble): void;
  clearTroubles(): void;
  /** HTTP delivery: where the app listens. */
  setRequestUrl(url: string): void;
  /** HTTP delivery: sends url_verification; true when the app passes. */
  verifyRequestUrl(): Promise<boolean>;
  /** Socket Mode: how many sockets are open. */
  connections(): number;
  disconnectSockets(reason: 'warning' | 'refresh_requested' | 'link_disabled'): void;
  dropSockets(): void;
  close(): Promise<void>;
};

/** Starts a local Slack on 127.0.0.1, by default on a free port. */
export async function startLocalSlack(options: LocalSlackOptions = {}): Promise<LocalSlack> {
  const given = options.clock ?? { ...realClock(), now: options.now ?? Date.now };
  const clock = stoppable(given);
  const state = createState(clock, options.workspace ?? {}, options);
  const troubles = createTroubles();
  const socketMode = createSocketMode(state);
  const signingSecret = options.delivery?.kind === 'http' ? options.delivery.signingSecret : 'local-signing-secret';
  const http = options.delivery?.kind === 'http' ? createHttpDelivery(state, options.delivery) : undefined;
  const rates = createRateLimits(clock, options.postBurst ?? 1);
  const server = createSlackServer({ state, rates, troubles, other: options.other });
  server.on('upgrade', (request, socket, head) => socketMode.upgrade(request, socket, head));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  state.url = `http://127.0.0.1:${port}`;

  const close = async () => {
    clock.stop();
    socketMode.close();
    http?.close();
    state.feed.close();
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return {
    ...readable(state, signingSecret),
    ...connectionsOf(socketMode, http),
    as: (user) => createPerson({ state, delivery: http ?? socketMode }, findUser(state, user).id),
    trouble: troubles.add,
    clearTroubles: troubles.clear,
    close,
  };
}

function readable(state: SlackState, signingSecret: string) {
  return {
    url: state.url,
    apiUrl: `${state.url}/api/`,
    botToken: state.app.botToken,
    appToken: state.app.appToken,
    signingSecret,
    botUserId: state.app.botUserId,
    state,
    problems: state.problems,
    notices: state.notices,
    traffic: state.traffic,
    channel: (nameOrId: string) => showChannel(state, nameOrId),
    changeUser: (user: string, flags: Partial<Omit<User, 'id' | 'name'>>) => {
      Object.assign(findUser(state, user), flags);
      state.feed.tell({ kind: 'workspace', user });
    },
    onChange: state.feed.onChange,
    until: state.feed.until,
  };
}

function connectionsOf(socketMode: SocketMode, http: HttpDelivery | undefined) {
  const demand = () => {
    if (!http) throw new Error("Only with delivery: { kind: 'http' }.");
    return http;
  };
  return {
    setRequestUrl: (url: string) => demand().setRequestUrl(url),
    verifyRequestUrl: async () => demand().verify(),
    connections: socketMode.count,
    disconnectSockets: socketMode.disconnect,
    dropSockets: socketMode.drop,
  };
}

function showChannel(state: SlackState, nameOrId: string): ChannelShown {
  const bare = nameOrId.replace(/^#/, '');
  const channel = [...state.channels.values()].find(({ id, name, im }) => id === bare || (!im && name === bare));
  if (!channel) throw new Error(`There is no channel ${nameOrId}.`);
  const change = (apply: (channel: Channel) => void) => {
    apply(channel);
    state.feed.tell({ kind: 'workspace', channel: channel.id });
  };
  return {
    id: channel.id,
    name: channel.name,
    messages: () =>
      state.messages
        .filter((message) => message.channel === channel.id && (!message.thread_ts || message.broadcast))
        .map((message) => showMessage(state, message)),
    invite: (user) => change(({ members }) => members.add(findUser(state, user).id)),
    remove: (user) => change(({ members }) => members.delete(findUser(state, user).id)),
    archive: (archived = true) =>
      change((one) => {
        one.is_archived = archived;
      }),
  };
}

function findUser(state: SlackState, idOrName: string): User {
  const wanted = idOrName.toLowerCase();
  const byName = [...state.users.values()].find(({ name }) => name === wanted);
  const user = state.users.get(idOrName) ?? (wanted === 'bot' ? state.users.get(state.app.botUserId) : byName);
  if (!user) throw new Error(`There is no person ${idOrName}.`);
  return user;
}
