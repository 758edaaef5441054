import { addMessage, postableChannel } from '../conversations.ts';
import { addFile, botSees, fileObject } from '../files.ts';
import { lintBlocks } from '../lint/lint.ts';
import { isObject } from '../lint/rules.ts';
import { recordProblems, type SlackState } from '../state.ts';
import type { Methods } from './method.ts';
import { type Arguments, json, optional, Refusal, refuseProblems, required } from './refusal.ts';

export const files: Methods = {
  'files.info': {
    scopes: ['files:read'],
    run: (state, args) => {
      const file = state.files.get(required(args, 'file'));
      if (!file?.content || !botSees(state, file)) throw new Refusal('file_not_found');
      return { file: fileObject(state, file), comments: [], response_metadata: { next_cursor: '' } };
    },
  },
  'files.getUploadURLExternal': {
    scopes: ['files:write'],
    run: (state, args) => {
      const name = optional(args, 'filename');
      const length = Number(optional(args, 'length') ?? 0);
      if (!name || !Number.isInteger(length) || length <= 0) throw new Refusal('missing_argument');
      const user = state.app.botUserId;
      const file = addFile(state, { name, declaredBytes: length, user, byBot: true, content: undefined });
      return { upload_url: `${state.url}/upload/v1/${file.id}`, file_id: file.id };
    },
  },
  'files.completeUploadExternal': {
    scopes: ['files:write'],
    run: (state, args) => {
      required(args, 'files');
      const asked = json(args, 'files', 'invalid_arguments');
      if (!Array.isArray(asked) || asked.length === 0) throw new Refusal('invalid_arguments');
      const uploaded = asked.map((one: unknown) => uploadedFile(state, one));
      const share = optional(args, 'channel_id') ?? optional(args, 'channels');
      if (share)
        shareFiles(
          state,
          args,
          share,
          uploaded.map((file) => file.id),
        );
      return { files: uploaded.map((file) => fileObject(state, file)) };
    },
  },
};

/** Takes the bytes of an upload URL; false when there is no such upload or the length is not the one declared. */
export function receiveUpload(state: SlackState, id: string, content: Buffer): boolean {
  const file = state.files.get(id);
  if (!file?.byBot || file.content || content.length !== file.declaredBytes) return false;
  file.content = content;
  state.feed.tell({ kind: 'file' });
  return true;
}

function uploadedFile(state: SlackState, asked: unknown) {
  const { id, title } = isObject(asked) ? asked : {};
  const file = state.files.get(String(id));
  if (!file?.byBot || !file.content) throw new Refusal('file_not_found');
  if (typeof title === 'string') file.title = title;
  return file;
}

function shareFiles(state: SlackState, args: Arguments, share: string, ids: string[]): void {
  const channel = postableChannel(state, share);
  const blocks = json(args, 'blocks', 'invalid_blocks_format');
  const problems = blocks === undefined ? [] : lintBlocks(blocks, 'message');
  recordProblems(state, 'files.completeUploadExternal', problems);
  refuseProblems(problems, 'invalid_blocks');
  for (const id of ids) state.files.get(id)?.channels.push(channel.id);
  addMessage(state, {
    channel: channel.id,
    user: state.app.botUserId,
    bot: true,
    text: optional(args, 'initial_comment') ?? '',
    blocks,
    thread_ts: optional(args, 'thread_ts'),
    files: ids,
  });
}
