import { webApi } from '@slack/bolt';

/**
 * What a failed call means for its caller. `doubtful`: it may have taken effect after all, and may still do so when it
 * is `underWay`. `place`: this channel or thread does not take it; `content`: no place would; `credentials`: nothing
 * works until somebody acts; `scope`: this call does not, until the app gets the permission `needed`.
 */
export type SlackFailure =
  | { kind: 'rate_limited'; retryAfterMs: number }
  | { kind: 'doubtful'; detail: string; underWay?: boolean }
  | { kind: 'credentials'; code: string }
  | { kind: 'scope'; code: string; needed: string }
  | { kind: 'content'; code: string }
  | { kind: 'place'; code: string };

/**
 * Reads an error of the SDK. Undefined: it is not from Slack, so it is a bug. Anything but one of Slack's words, such
 * as a page of something in between, says nothing about a channel: it is `doubtful`.
 */
export function readFailure(error: unknown): SlackFailure | undefined {
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return { kind: 'rate_limited', retryAfterMs: Math.max(1, error.retryAfter) * 1000 };
  }
  if (error instanceof webApi.WebAPIHTTPError) return { kind: 'doubtful', detail: `HTTP ${error.statusCode}` };
  if (error instanceof webApi.WebAPIRequestError) {
    const { name, message } = error.original;
    return { kind: 'doubtful', detail: message, underWay: name === 'TimeoutError' };
  }
  if (!(error instanceof webApi.WebAPIPlatformError)) return undefined;

  const code: unknown = error.data.error;
  if (typeof code !== 'string' || !slackWord.test(code)) {
    return { kind: 'doubtful', detail: 'the answer was none of Slack’s' };
  }
  const needed = missingScope(error);
  if (needed !== undefined) return { kind: 'scope', code, needed };
  if (rateLimitCodes.has(code)) return { kind: 'rate_limited', retryAfterMs: 30_000 };
  if (doubtfulCodes.has(code)) return { kind: 'doubtful', detail: code };
  if (credentialCodes.has(code)) return { kind: 'credentials', code };
  if (contentCodes.has(code)) return { kind: 'content', code };
  return { kind: 'place', code };
}

/** `channel_not_found`, `restricted_action_read_only_channel` */
const slackWord = /^[a-z][a-z0-9_]{1,79}$/;

/** The platform's own word for the failure, if it said one. */
export function platformCode(error: unknown): string | undefined {
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;
}

/** The scope, or list of scopes, that Slack says the call lacks; undefined for other failures. */
export function missingScope(error: unknown): string | undefined {
  if (!(error instanceof webApi.WebAPIPlatformError) || error.data.error !== 'missing_scope') return undefined;
  const { needed } = error.data as { needed?: unknown };
  return typeof needed === 'string' && /^[\w:.,\- ]{1,200}$/.test(needed) ? needed : 'unknown';
}

const rateLimitCodes = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded']);

const doubtfulCodes = new Set([
  'internal_error',
  'internal_server_error',
  'fatal_error',
  'unknown_error',
  'service_unavailable',
  'request_timeout',
  'timeout',
  'team_added_to_org',
]);

const credentialCodes = new Set([
  'not_authed',
  'invalid_auth',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'no_permission',
  'not_allowed_token_type',
  'ekm_access_denied',
  'access_denied',
  'org_login_required',
  'two_factor_setup_required',
  'team_access_not_granted',
  'user_removed_from_team',
  'team_disabled',
]);

const contentCodes = new Set([
  'msg_too_long',
  'msg_blocks_too_long',
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_attachments',
  'block_mismatch',
  'metadata_too_large',
  'no_text',
]);
