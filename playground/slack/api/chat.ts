import {
  addEphemeral,
  addMessage,
  editMessage,
  findMessage,
  messagePayload,
  postableChannel,
  removeMessage,
  visibleChannel,
} from '../conversations.ts';
import { limits } from '../lint/limits.ts';
import { lintMessage } from '../lint/lint.ts';
import { isObject } from '../lint/rules.ts';
import { type Message, recordProblems, type SlackState } from '../state.ts';
import type { Methods } from './method.ts';
import { type Arguments, flag, json, optional, Refusal, refuseProblems, required } from './refusal.ts';

const scopes = ['chat:write'];

export const chat: Methods = {
  'chat.postMessage': {
    scopes,
    run: (state, args) => {
      const channel = postableChannel(state, required(args, 'channel'));
      const content = readContent(state, 'chat.postMessage', args);
      const thread_ts = readThread(state, channel.id, args);
      const { botUserId } = state.app;
      const broadcast = flag(args, 'reply_broadcast');
      const message = addMessage(state, {
        channel: channel.id,
        user: botUserId,
        bot: true,
        thread_ts,
        broadcast,
        ...content,
      });
      return { channel: channel.id, ts: message.ts, message: messagePayload(state, message), ...truncated(args) };
    },
  },
  'chat.update': {
    scopes,
    run: (state, args) => {
      const { channel, message } = ownMessage(state, args, 'cant_update_message');
      if (channel.is_archived) throw new Refusal('is_inactive');
      if ((optional(args, 'text') ?? '').length > limits.updatedText) throw new Refusal('msg_too_long');
      const content = readContent(state, 'chat.update', args);
      editMessage(state, message, content.text, content.blocks);
      if (content.metadata) message.metadata = content.metadata;
      return { channel: channel.id, ts: message.ts, text: message.text, message: messagePayload(state, message) };
    },
  },
  'chat.delete': {
    scopes,
    run: (state, args) => {
      const { channel, message } = ownMessage(state, args, 'cant_delete_message');
      removeMessage(state, message);
      return { channel: channel.id, ts: message.ts };
    },
  },
  'chat.postEphemeral': {
    scopes,
    run: (state, args) => {
      const channel = postableChannel(state, required(args, 'channel'));
      const user = required(args, 'user');
      if (!channel.members.has(user)) throw new Refusal('user_not_in_channel');
      const { text, blocks } = readContent(state, 'chat.postEphemeral', args);
      const thread_ts = readThread(state, channel.id, args);
      const ephemeral = addEphemeral(state, { channel: channel.id, user, text, blocks, thread_ts });
      return { message_ts: ephemeral.ts };
    },
  },
  'chat.getPermalink': {
    run: (state, args) => {
      const channel = visibleChannel(state, required(args, 'channel'));
      if (!channel) throw new Refusal('channel_not_found');
      const message = findMessage(state, channel.id, required(args, 'message_ts'));
      if (!message) throw new Refusal('message_not_found');
      const thread = message.thread_ts ? `?thread_ts=${message.thread_ts}&cid=${channel.id}` : '';
      const permalink = `${state.url}/archives/${channel.id}/p${message.ts.replace('.', '')}${thread}`;
      return { channel: channel.id, permalink };
    },
  },
};

function ownMessage(state: SlackState, args: Arguments, refusal: string) {
  const channel = visibleChannel(state, required(args, 'channel'));
  if (!channel) throw new Refusal('channel_not_found');
  const message = findMessage(state, channel.id, required(args, 'ts'));
  if (!message) throw new Refusal('message_not_found');
  if (!message.bot) throw new Refusal(refusal);
  return { channel, message };
}

function readContent(state: SlackState, where: string, args: Arguments) {
  const blocks = json(args, 'blocks', 'invalid_blocks_format');
  const attachments = json(args, 'attachments', 'invalid_attachments');
  if (blocks !== undefined && !Array.isArray(blocks)) throw new Refusal('invalid_blocks_format');
  const text = (optional(args, 'text') ?? '').slice(0, limits.messageText);
  const problems = lintMessage({ text, blocks, attachments });
  recordProblems(state, where, problems);
  refuseProblems(problems, 'invalid_blocks');
  return { text, blocks, metadata: readMetadata(args) };
}

function readMetadata(args: Arguments): Message['metadata'] {
  const metadata = json(args, 'metadata', 'invalid_metadata_format');
  if (metadata === undefined) return undefined;
  if (!isObject(metadata) || typeof metadata.event_type !== 'string' || !isObject(metadata.event_payload))
    throw new Refusal('invalid_metadata_format');
  if (metadata.event_type.length > limits.id) throw new Refusal('invalid_metadata_format');
  if (Buffer.byteLength(JSON.stringify(metadata)) > limits.metadataBytes) throw new Refusal('metadata_too_large');
  return { event_type: metadata.event_type, event_payload: metadata.event_payload };
}

function readThread(state: SlackState, channel: string, args: Arguments): string | undefined {
  const ts = optional(args, 'thread_ts');
  if (!ts) return undefined;
  const parent = findMessage(state, channel, ts);
  if (!parent) throw new Refusal('thread_not_found');
  if (parent.thread_ts) throw new Refusal('cannot_reply_to_message');
  return ts;
}

function truncated(args: Arguments): Record<string, unknown> {
  if ((optional(args, 'text') ?? '').length <= limits.messageText) return {};
  return { response_metadata: { warnings: ['message_truncated'] }, warning: 'message_truncated' };
}
