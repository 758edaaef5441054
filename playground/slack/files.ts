import { limits } from './lint/limits.ts';
import type { SlackState, StoredFile } from './state.ts';

const kinds: Readonly<Record<string, readonly [filetype: string, mimetype: string]>> = {
  csv: ['csv', 'text/csv'],
  txt: ['text', 'text/plain'],
  gz: ['gzip', 'application/gzip'],
  zip: ['zip', 'application/zip'],
  png: ['png', 'image/png'],
  json: ['json', 'application/json'],
  xlsx: ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
};

export function addFile(state: SlackState, file: Omit<StoredFile, 'id' | 'at' | 'title' | 'channels'>): StoredFile {
  const added: StoredFile = { ...file, id: state.nextId('F'), at: state.clock.now(), title: file.name, channels: [] };
  state.files.set(added.id, added);
  state.feed.tell({ kind: 'file', user: file.user });
  return added;
}

/** A person picks a file in a form: refused as the client refuses it. */
export function uploadByPerson(
  state: SlackState,
  user: string,
  file: { name: string; content: string | Buffer },
): StoredFile {
  if (Buffer.byteLength(file.content) > limits.fileBytes) {
    throw new Error(`${file.name} is larger than 10 MB: Slack does not take it.`);
  }
  return shareByPerson(state, user, file);
}

/** A person shares a file in a conversation, where it may be larger. */
export function shareByPerson(
  state: SlackState,
  user: string,
  file: { name: string; content: string | Buffer },
): StoredFile {
  const content = Buffer.from(file.content);
  return addFile(state, { name: file.name, declaredBytes: content.length, user, byBot: false, content });
}

/** A file as Slack describes it in payloads and in files.info. */
export function fileObject(state: SlackState, file: StoredFile): Record<string, unknown> {
  const [filetype, mimetype] = kinds[file.name.split('.').at(-1)?.toLowerCase() ?? ''] ?? [
    'binary',
    'application/octet-stream',
  ];
  const path = `${state.url}/files-pri/${state.team.id}-${file.id}`;
  const name = encodeURIComponent(file.name);
  const seconds = Math.floor(file.at / 1000);
  return {
    id: file.id,
    created: seconds,
    timestamp: seconds,
    name: file.name,
    title: file.title,
    mimetype,
    filetype,
    pretty_type: filetype.toUpperCase(),
    user: file.user,
    user_team: state.team.id,
    editable: false,
    size: file.declaredBytes,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: file.channels.length > 0,
    public_url_shared: false,
    display_as_bot: file.byBot,
    username: '',
    url_private: `${path}/${name}`,
    url_private_download: `${path}/download/${name}`,
    permalink: `${state.url}/files/${file.user}/${file.id}/${name}`,
    channels: file.channels,
    groups: [],
    ims: [],
    has_rich_preview: false,
    file_access: 'visible',
  };
}

/** Whether the bot may see a file: it owns it, got it through a form, or is where it was shared. */
export function botSees(state: SlackState, file: StoredFile): boolean {
  if (file.byBot || file.channels.length === 0) return true;
  return file.channels.some((id) => state.channels.get(id)?.members.has(state.app.botUserId));
}

/** The answer to a GET on a private file; without the right token a login page with status 200, as with Slack. */
export function download(state: SlackState, path: string, token: string | undefined): { type: string; body: Buffer } {
  const id = /^\/files-pri\/[A-Z0-9]+-([A-Z0-9]+)\//.exec(path)?.[1];
  const file = state.files.get(id ?? '');
  const allowed = token === state.app.botToken && state.app.scopes.has('files:read');
  if (!allowed || !file?.content || !botSees(state, file)) return { type: 'text/html; charset=utf-8', body: loginPage };
  return { type: String(fileObject(state, file).mimetype), body: file.content };
}

const loginPage = Buffer.from(
  '<!DOCTYPE html><html><head><title>Sign in | Slack</title></head><body><h1>Sign in to your workspace</h1></body></html>',
);
