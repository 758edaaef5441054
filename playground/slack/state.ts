import type { Clock } from '../clock.ts';
import type { BlockJson, ViewJson } from './block-json.ts';
import type { ChangeFeed } from './change-feed.ts';
import type { LintProblem } from './lint/lint.ts';
import type { Channel, User, UserGroup } from './workspace.ts';

export type Message = {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly bot: boolean;
  readonly thread_ts?: string;
  readonly broadcast: boolean;
  text: string;
  blocks: BlockJson[];
  metadata?: { event_type: string; event_payload: object };
  files: string[];
  edited: boolean;
  reactions: { name: string; user: string }[];
};

/** A message only one person sees. */
export type Ephemeral = {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly thread_ts?: string;
  text: string;
  blocks: BlockJson[];
};

/** The values of the inputs of a view or a message, as they stand in `state.values`. */
export type Values = Record<string, Record<string, { type: string; [field: string]: unknown }>>;

export type OpenView = {
  readonly id: string;
  readonly user: string;
  readonly kind: 'modal' | 'home';
  readonly rootId: string;
  readonly previousId: string | null;
  /** The conversation the person came from, for `default_to_current_conversation`. */
  readonly channel?: string;
  view: ViewJson;
  values: Values;
  hash: string;
  /** What stands under the inputs, by block id. */
  errors: Record<string, string>;
  /** The bar Slack shows when the app does not answer. */
  notice?: string;
};

export type StoredFile = {
  readonly id: string;
  readonly name: string;
  readonly declaredBytes: number;
  readonly user: string;
  readonly byBot: boolean;
  readonly at: number;
  title: string;
  content: Buffer | undefined;
  /** Shared into these channels; a file of a file_input is in none. */
  channels: string[];
};

export type Trigger = {
  readonly id: string;
  readonly user: string;
  readonly at: number;
  /** The modal the person acted in, if any: only then views.push is possible. */
  readonly viewId?: string;
  readonly channel?: string;
  used: boolean;
};

export type ResponseUrl = {
  readonly id: string;
  readonly user: string;
  readonly channel: string;
  readonly at: number;
  /** The message the person acted on, if any: what `replace_original` replaces. */
  original?: { kind: 'message' | 'ephemeral'; channel: string; ts: string };
  uses: number;
};

/** Something the app sent that the real Slack refuses; an app's tests expect none. */
export interface Problem extends LintProblem {
  readonly where: string;
}

/** What Slack told a person because the app did not answer well. */
export type Notice = {
  readonly at: number;
  readonly user: string;
  readonly where: string;
  readonly text: string;
  readonly reason: string;
};

/** One exchange on the wire, without tokens. */
export type TrafficEntry = {
  readonly at: number;
  readonly direction: 'to slack' | 'to app';
  readonly method: string;
  readonly body: unknown;
  readonly status: number;
  readonly answer: unknown;
};

export type AppIdentity = {
  readonly id: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly scopes: Set<string>;
  readonly botEvents: ReadonlySet<string>;
};

/** Everything the local Slack knows. Lives in memory only and dies with the server. */
export type SlackState = {
  url: string;
  readonly clock: Clock;
  readonly feed: ChangeFeed;
  readonly team: { readonly id: string; readonly domain: string; readonly name: string };
  readonly app: AppIdentity;
  readonly users: Map<string, User>;
  readonly channels: Map<string, Channel>;
  readonly userGroups: Map<string, UserGroup>;
  readonly messages: Message[];
  readonly ephemerals: Ephemeral[];
  readonly files: Map<string, StoredFile>;
  readonly stacks: Map<string, OpenView[]>;
  readonly homes: Map<string, OpenView>;
  readonly triggers: Map<string, Trigger>;
  readonly responseUrls: Map<string, ResponseUrl>;
  readonly tickets: Set<string>;
  readonly problems: Problem[];
  readonly notices: Notice[];
  readonly traffic: TrafficEntry[];
  readonly nextId: (prefix: string) => string;
  /** A message timestamp: now, and never the same twice. */
  readonly nextTs: () => string;
};

const trafficKept = 500;

export function recordTraffic(state: SlackState, entry: Omit<TrafficEntry, 'at'>): void {
  state.traffic.push({ at: state.clock.now(), ...entry });
  if (state.traffic.length > trafficKept) state.traffic.shift();
  state.feed.tell({ kind: 'traffic' });
}

export function recordProblems(state: SlackState, where: string, problems: readonly LintProblem[]): void {
  if (problems.length === 0) return;
  state.problems.push(...problems.map((problem) => ({ where, ...problem })));
  state.feed.tell({ kind: 'problem' });
}

export function recordNotice(state: SlackState, notice: Omit<Notice, 'at'>): void {
  state.notices.push({ at: state.clock.now(), ...notice });
  state.feed.tell({ kind: 'notice', user: notice.user });
}

/** Gives blocks without an id one, as Slack does on receipt. */
export function withBlockIds(state: SlackState, blocks: unknown): BlockJson[] {
  if (!Array.isArray(blocks)) return [];
  return blocks.map((block: BlockJson) => {
    const parts = { ...block, block_id: block.block_id ?? state.nextId('b') };
    const name = <T extends { type: string; action_id?: string }>(part: T): T =>
      ['image', 'plain_text', 'mrkdwn'].includes(part.type)
        ? part
        : { ...part, action_id: part.action_id ?? state.nextId('a') };
    if (parts.element) parts.element = name(parts.element);
    if (parts.accessory) parts.accessory = name(parts.accessory);
    if (parts.type === 'actions' && parts.elements) parts.elements = parts.elements.map(name);
    if (parts.child_blocks) parts.child_blocks = withBlockIds(state, parts.child_blocks);
    return parts;
  });
}
