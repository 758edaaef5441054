import type { SlackState } from '../state.ts';
import { chat } from './chat.ts';
import { connections } from './connections.ts';
import { conversations } from './conversations.ts';
import { files } from './files.ts';
import type { Method, Methods } from './method.ts';
import type { RateLimits } from './rate-limits.ts';
import { type Arguments, optional, Refusal } from './refusal.ts';
import { users } from './users.ts';
import { views } from './views.ts';

const methods: Methods = { ...connections, ...chat, ...views, ...conversations, ...users, ...files };

export type ApiAnswer = {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Record<string, unknown>;
};

/** Answers one Web API call: known method, token, scopes, rate limit, then the method itself. */
export function callMethod(
  state: SlackState,
  rates: RateLimits,
  call: { method: string; args: Arguments; token?: string },
): ApiAnswer {
  const headers = { 'x-oauth-scopes': [...state.app.scopes].join(',') };
  try {
    const method = Object.hasOwn(methods, call.method) ? methods[call.method] : undefined;
    if (!method) throw new Refusal('unknown_method', { req_method: call.method });
    checkToken(state, method, call.token);
    checkScopes(state, method, call.args);
    rates.call(call.method, rateKey(state, call.args));
    return { status: 200, headers, body: { ok: true, ...method.run(state, call.args) } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const body = { ok: false, error: error.message, ...error.extra };
    if (error.retryAfterS === undefined) return { status: 200, headers, body };
    return { status: 429, headers: { ...headers, 'retry-after': String(error.retryAfterS) }, body };
  }
}

function checkToken(state: SlackState, method: Method, token: string | undefined): void {
  if (method.token === 'none') return;
  if (!token) throw new Refusal('not_authed');
  const { botToken, appToken } = state.app;
  if (token !== botToken && token !== appToken) throw new Refusal('invalid_auth');
  const expected = method.token === 'app' ? appToken : botToken;
  if (token !== expected) throw new Refusal('not_allowed_token_type');
}

function checkScopes(state: SlackState, method: Method, args: Arguments): void {
  if (!method.scopes) return;
  const needed = typeof method.scopes === 'function' ? method.scopes(state, args) : method.scopes;
  if (needed.length === 0 || needed.some((scope) => state.app.scopes.has(scope))) return;
  throw new Refusal('missing_scope', { needed: needed.join(','), provided: [...state.app.scopes].join(',') });
}

/** A post to a person and one to the direct message with them count together. */
function rateKey(state: SlackState, args: Arguments): string | undefined {
  const channel = optional(args, 'channel');
  return channel && state.users.has(channel) ? `D${channel.slice(1)}` : channel;
}
