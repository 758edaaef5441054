import { directMessage, findMessage, messagePayload, visibleChannel } from '../conversations.ts';
import type { Message, SlackState } from '../state.ts';
import type { Channel } from '../workspace.ts';
import type { Methods } from './method.ts';
import { type Arguments, flag, optional, paginate, Refusal, required } from './refusal.ts';

export const conversations: Methods = {
  'conversations.info': {
    scopes: scopesFor('read'),
    run: (state, args) => ({ channel: describe(state, channelOf(state, args)) }),
  },
  'conversations.list': {
    scopes: (_state, args) => kindsAsked(args).map((kind) => `${kind}:read`),
    run: (state, args) => {
      const kinds = kindsAsked(args);
      const all = [...state.channels.values()].filter(
        (channel) =>
          visibleChannel(state, channel.id) &&
          kinds.includes(kindOf(channel)) &&
          !(flag(args, 'exclude_archived') && channel.is_archived),
      );
      const { page, nextCursor } = paginate(all, args);
      return {
        channels: page.map((channel) => describe(state, channel)),
        response_metadata: { next_cursor: nextCursor },
      };
    },
  },
  'conversations.members': {
    scopes: scopesFor('read'),
    run: (state, args) => {
      const { page, nextCursor } = paginate([...channelOf(state, args).members], args);
      return { members: page, response_metadata: { next_cursor: nextCursor } };
    },
  },
  'conversations.history': {
    scopes: scopesFor('history'),
    run: (state, args) => {
      const channel = readable(state, args);
      const top = state.messages.filter((one) => one.channel === channel.id && (!one.thread_ts || one.broadcast));
      return pageOfMessages(state, args, top.reverse());
    },
  },
  'conversations.replies': {
    scopes: scopesFor('history'),
    run: (state, args) => {
      const channel = readable(state, args);
      const ts = required(args, 'ts');
      if (!findMessage(state, channel.id, ts)) throw new Refusal('thread_not_found');
      const thread = state.messages.filter(
        (one) => one.channel === channel.id && (one.ts === ts || one.thread_ts === ts),
      );
      return pageOfMessages(state, args, thread);
    },
  },
  'conversations.open': {
    scopes: ['im:write', 'mpim:write'],
    run: (state, args) => {
      const users = required(args, 'users').split(',');
      if (users.length > 1) throw new Refusal('method_not_supported_for_channel_type');
      const already = state.channels.has(`D${users[0]?.slice(1)}`);
      const channel = directMessage(state, users[0] ?? '');
      return { channel: { id: channel.id }, ...(already ? { no_op: true, already_open: true } : {}) };
    },
  },
  'conversations.join': {
    scopes: ['channels:join'],
    run: (state, args) => {
      const channel = channelOf(state, args);
      if (channel.is_private) throw new Refusal('method_not_supported_for_channel_type');
      if (channel.is_archived) throw new Refusal('is_archived');
      channel.members.add(state.app.botUserId);
      state.feed.tell({ kind: 'workspace', channel: channel.id });
      return { channel: describe(state, channel) };
    },
  },
  'reactions.add': {
    scopes: ['reactions:write'],
    run: (state, args) => {
      const channel = channelOf(state, args);
      const message = findMessage(state, channel.id, required(args, 'timestamp'));
      if (!message) throw new Refusal('message_not_found');
      const name = required(args, 'name');
      const user = state.app.botUserId;
      if (message.reactions.some((one) => one.name === name && one.user === user)) throw new Refusal('already_reacted');
      message.reactions.push({ name, user });
      state.feed.tell({ kind: 'message', channel: channel.id, ts: message.ts });
      return {};
    },
  },
};

function channelOf(state: SlackState, args: Arguments): Channel {
  const channel = visibleChannel(state, required(args, 'channel'));
  if (!channel) throw new Refusal('channel_not_found');
  return channel;
}

function readable(state: SlackState, args: Arguments): Channel {
  const channel = channelOf(state, args);
  if (!channel.members.has(state.app.botUserId)) throw new Refusal('not_in_channel');
  return channel;
}

function kindOf(channel: Channel): 'im' | 'groups' | 'channels' {
  if (channel.im) return 'im';
  return channel.is_private ? 'groups' : 'channels';
}

function scopesFor(verb: 'read' | 'history') {
  return (state: SlackState, args: Arguments) => {
    const channel = state.channels.get(optional(args, 'channel') ?? '');
    return [`${channel ? kindOf(channel) : 'channels'}:${verb}`];
  };
}

function kindsAsked(args: Arguments): string[] {
  const words: Record<string, string> = {
    public_channel: 'channels',
    private_channel: 'groups',
    im: 'im',
    mpim: 'mpim',
  };
  return (optional(args, 'types') ?? 'public_channel').split(',').flatMap((type) => words[type.trim()] ?? []);
}

function describe(state: SlackState, channel: Channel): Record<string, unknown> {
  const is_member = channel.members.has(state.app.botUserId);
  if (channel.im) return { id: channel.id, is_im: true, user: channel.im, is_archived: channel.is_archived };
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: true,
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: channel.is_private,
    is_archived: channel.is_archived,
    is_general: channel.name === 'general',
    is_shared: false,
    is_ext_shared: false,
    is_member,
    context_team_id: state.team.id,
    num_members: channel.members.size,
  };
}

/** Metadata is given to callers that ask for it. */
function withMetadata({ metadata, ...rest }: Record<string, unknown>, isAsked: boolean): Record<string, unknown> {
  return isAsked && metadata ? { ...rest, metadata } : rest;
}

function pageOfMessages(state: SlackState, args: Arguments, messages: readonly Message[]) {
  const oldest = Number(optional(args, 'oldest') ?? 0);
  const latest = Number(optional(args, 'latest') ?? Number.POSITIVE_INFINITY);
  const inclusive = flag(args, 'inclusive');
  const within = messages.filter(({ ts }) => {
    const at = Number(ts);
    return (at > oldest && at < latest) || (inclusive && (at === oldest || at === latest));
  });
  const { page, nextCursor } = paginate(within, args);
  return {
    messages: page.map((message) => withMetadata(messagePayload(state, message), flag(args, 'include_all_metadata'))),
    has_more: nextCursor !== '',
    response_metadata: { next_cursor: nextCursor },
  };
}
