import { Refusal } from './api/refusal.ts';
import type { BlockJson } from './block-json.ts';
import { fileObject } from './files.ts';
import { type Ephemeral, type Message, type SlackState, withBlockIds } from './state.ts';
import type { Channel } from './workspace.ts';

/** The channel, or undefined where it does not exist or the bot may not know of it. */
export function visibleChannel(state: SlackState, id: string): Channel | undefined {
  const channel = state.channels.get(id);
  if (!channel) return undefined;
  return channel.is_private && !channel.members.has(state.app.botUserId) ? undefined : channel;
}

/** Where the bot may post, by channel id or (for a direct message) user id; refuses in Slack's words. */
export function postableChannel(state: SlackState, id: string): Channel {
  const channel = state.users.has(id) ? directMessage(state, id) : (visibleChannel(state, id) ?? byName(state, id));
  if (!channel) throw new Refusal('channel_not_found');
  if (channel.is_archived) throw new Refusal('is_archived');
  const open = !channel.is_private && state.app.scopes.has('chat:write.public');
  if (!channel.members.has(state.app.botUserId) && !open) throw new Refusal('not_in_channel');
  return channel;
}

/** The conversation between the bot and one person, opened on first use. */
export function directMessage(state: SlackState, user: string): Channel {
  const person = state.users.get(user);
  if (!person) throw new Refusal('user_not_found');
  if (person.is_bot) throw new Refusal('cannot_dm_bot');
  if (person.deleted) throw new Refusal('user_disabled');
  const id = `D${user.slice(1)}`;
  const before = state.channels.get(id);
  if (before) return before;
  const members = new Set([user, state.app.botUserId]);
  const opened: Channel = { id, name: 'directmessage', is_private: true, is_archived: false, im: user, members };
  state.channels.set(id, opened);
  state.feed.tell({ kind: 'workspace' });
  return opened;
}

export function findMessage(state: SlackState, channel: string, ts: string): Message | undefined {
  return state.messages.find((message) => message.channel === channel && message.ts === ts);
}

export type NewMessage = {
  readonly channel: string;
  readonly user: string;
  readonly bot: boolean;
  readonly text: string;
  readonly blocks?: unknown;
  readonly thread_ts?: string;
  readonly broadcast?: boolean;
  readonly metadata?: Message['metadata'];
  readonly files?: string[];
};

export function addMessage(state: SlackState, message: NewMessage): Message {
  const added: Message = {
    ...message,
    ts: state.nextTs(),
    broadcast: message.broadcast ?? false,
    blocks: withBlockIds(state, message.blocks),
    files: message.files ?? [],
    edited: false,
    reactions: [],
  };
  state.messages.push(added);
  state.feed.tell({ kind: 'message', channel: added.channel, ts: added.ts });
  return added;
}

export function removeMessage(state: SlackState, message: Message): void {
  state.messages.splice(state.messages.indexOf(message), 1);
  state.feed.tell({ kind: 'message', channel: message.channel, ts: message.ts });
}

/** Edits text and blocks; like chat.update, removes what is left out. */
export function editMessage(state: SlackState, message: Message | Ephemeral, text: string, blocks: unknown): void {
  message.text = text;
  message.blocks = withBlockIds(state, blocks);
  if ('edited' in message) message.edited = true;
  state.feed.tell({ kind: 'message', channel: message.channel, ts: message.ts });
}

export function addEphemeral(
  state: SlackState,
  ephemeral: Omit<Ephemeral, 'ts' | 'blocks'> & { blocks?: unknown },
): Ephemeral {
  const blocks: BlockJson[] = withBlockIds(state, ephemeral.blocks);
  const added: Ephemeral = { ...ephemeral, blocks, ts: state.nextTs() };
  state.ephemerals.push(added);
  state.feed.tell({ kind: 'ephemeral', channel: added.channel, user: added.user });
  return added;
}

/** A message as Slack sends it in answers, histories and payloads. */
export function messagePayload(state: SlackState, message: Message): Record<string, unknown> {
  const replies = state.messages.filter((other) => other.channel === message.channel && other.thread_ts === message.ts);
  return {
    type: 'message',
    user: message.user,
    ...(message.bot ? { bot_id: state.app.botId, app_id: state.app.id } : {}),
    ts: message.ts,
    text: message.text,
    team: state.team.id,
    blocks: message.blocks,
    ...(message.files.length > 0 ? { files: filesOf(state, message) } : {}),
    ...(message.thread_ts ? { thread_ts: message.thread_ts } : {}),
    ...(message.broadcast ? { subtype: 'thread_broadcast' } : {}),
    ...(replies.length > 0
      ? { thread_ts: message.ts, reply_count: replies.length, latest_reply: replies.at(-1)?.ts }
      : {}),
    ...(message.metadata ? { metadata: message.metadata } : {}),
    ...(message.edited ? { edited: { user: message.user, ts: message.ts } } : {}),
    ...(message.reactions.length > 0
      ? { reactions: message.reactions.map(({ name, user }) => ({ name, users: [user], count: 1 })) }
      : {}),
  };
}

function filesOf(state: SlackState, { files }: Message): Record<string, unknown>[] {
  return files.flatMap((id) => {
    const file = state.files.get(id);
    return file ? [fileObject(state, file)] : [];
  });
}

function byName(state: SlackState, name: string): Channel | undefined {
  const bare = name.replace(/^#/, '');
  const found = [...state.channels.values()].find((channel) => !channel.im && channel.name === bare);
  return found && visibleChannel(state, found.id);
}
