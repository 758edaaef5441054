import { addEphemeral, addMessage, editMessage, findMessage, removeMessage } from './conversations.ts';
import { limits } from './lint/limits.ts';
import { type LintProblem, lintMessage } from './lint/lint.ts';
import { isObject } from './lint/rules.ts';
import { type ResponseUrl, recordProblems, type SlackState } from './state.ts';

/** Opens a response_url: five answers within half an hour. */
export function issueResponseUrl(
  state: SlackState,
  from: { user: string; channel: string; original?: ResponseUrl['original'] },
): string {
  const id = state.nextId('R');
  state.responseUrls.set(id, { id, at: state.clock.now(), uses: 0, ...from });
  return `${state.url}/actions/${state.team.id}/${id}`;
}

export type UrlAnswer = {
  readonly status: number;
  readonly body: string;
};

/** What a POST on a response_url does and answers. */
export function respond(state: SlackState, id: string, body: unknown): UrlAnswer {
  const url = state.responseUrls.get(id);
  if (!url) return refused(404, 'invalid_url');
  if (state.clock.now() - url.at > limits.responseUrlMs) return refused(404, 'expired_url');
  if (url.uses >= limits.responseUrlUses) return refused(404, 'used_url');
  if (!isObject(body)) return refused(400, 'invalid_payload');
  const problems = body.delete_original === true ? [] : lintMessage(body);
  recordProblems(state, 'response_url', problems);
  if (problems.length > 0)
    return refused(400, problems[0]?.code === 'no_text' ? 'no_text' : 'invalid_blocks', problems);
  url.uses += 1;
  show(state, url, body);
  return { status: 200, body: 'ok' };
}

/** Shows an answer to a command or an action: the ack's body and a response_url's body mean the same. */
export function show(state: SlackState, url: ResponseUrl, body: Record<string, unknown>): void {
  const text = typeof body.text === 'string' ? body.text : '';
  const original = originalOf(state, url);
  if (body.delete_original === true) {
    remove(state, url);
    return;
  }
  if (body.replace_original === true && original) {
    editMessage(state, original, text, body.blocks);
    return;
  }
  const thread_ts = typeof body.thread_ts === 'string' ? body.thread_ts : undefined;
  if (body.response_type === 'in_channel') {
    const { botUserId } = state.app;
    const added = addMessage(state, {
      channel: url.channel,
      user: botUserId,
      bot: true,
      text,
      blocks: body.blocks,
      thread_ts,
    });
    url.original ??= { kind: 'message', channel: url.channel, ts: added.ts };
    return;
  }
  const added = addEphemeral(state, { channel: url.channel, user: url.user, text, blocks: body.blocks, thread_ts });
  url.original ??= { kind: 'ephemeral', channel: url.channel, ts: added.ts };
}

function originalOf(state: SlackState, { original }: ResponseUrl) {
  if (!original) return undefined;
  if (original.kind === 'message') return findMessage(state, original.channel, original.ts);
  return state.ephemerals.find((one) => one.ts === original.ts);
}

function remove(state: SlackState, { original }: ResponseUrl): void {
  if (!original) return;
  if (original.kind === 'message') {
    const message = findMessage(state, original.channel, original.ts);
    if (message) removeMessage(state, message);
    return;
  }
  const at = state.ephemerals.findIndex((one) => one.ts === original.ts);
  if (at < 0) return;
  const [gone] = state.ephemerals.splice(at, 1);
  state.feed.tell({ kind: 'ephemeral', user: gone?.user });
}

function refused(status: number, error: string, problems: readonly LintProblem[] = []): UrlAnswer {
  const errors = problems.map((problem) => `${problem.message} [json-pointer:${problem.pointer}]`);
  return { status, body: JSON.stringify({ ok: false, error, ...(errors.length > 0 ? { errors } : {}) }) };
}
