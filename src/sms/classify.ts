import { z } from 'zod';
import type { SendOutcome } from '../domain/recipient/send-outcome.ts';
import { parsed, readProblem } from './problem.ts';

/**
 * How one request to the provider ended. An error is `connecting` while no byte of the request can have reached a
 * socket, and `sent` from then on.
 */
export type Answer =
  | { kind: 'response'; status: number; retryAfter?: string | null; contentType?: string; body: string; now: Date }
  | { kind: 'error'; phase: 'connecting' | 'sent'; name: string; code?: string };

/**
 * What an answer to a send proves. Only what surely was not accepted may be sent again, so everything but the clear
 * cases is unconfirmed. `hide`: what the provider might repeat and nobody may see.
 */
export function classify(answer: Answer, hide: readonly string[] = []): SendOutcome {
  if (answer.kind === 'error') {
    return { kind: answer.phase === 'connecting' ? 'not_sent' : 'unconfirmed', cause: causeOf(answer) };
  }
  const { status, body } = answer;
  if (status >= 200 && status < 300) return accepted(answer);
  if (status === 429) return { kind: 'throttled', retryAfterMs: retryAfterMs(answer.retryAfter, answer.now) };
  if (status < 400 || status >= 500 || doubtful.has(status)) return { kind: 'unconfirmed', cause: `http_${status}` };

  const { code, summary } = readProblem(body, hide);
  const told = summary || 'no explanation given';
  if (status === 402) return { kind: 'halted', reason: 'provider_balance', detail: `${status}: ${told}` };
  if (status === 404) return { kind: 'halted', reason: 'provider_not_found', detail: `${status}: ${told}` };
  if (denied.has(status)) return { kind: 'halted', reason: 'provider_auth', detail: `${status}: ${told}` };
  return { kind: 'refused', code: code ?? `http_${status}`, reason: told };
}

const denied = new Set([401, 403]);
// Request Timeout, Conflict and Too Early do not tell whether the first copy was taken.
const doubtful = new Set([408, 409, 425]);

const Accepted = z.object({ message_uuid: z.string().regex(/^[\w.-]{8,100}$/) });

/** Any 2xx means that the message was taken; without its id only the status webhook can tell which it is. */
function accepted({ contentType, body }: { contentType?: string; body: string }): SendOutcome {
  if (/^application\/(?:[\w.-]+\+)?json\b/i.test(contentType ?? '')) {
    const read = Accepted.safeParse(parsed(body));
    if (read.success) return { kind: 'accepted', messageId: read.data.message_uuid };
  }
  return { kind: 'unconfirmed', cause: 'no_id' };
}

const unspecifiedWaitMs = 5_000;
const shortestWaitMs = 1_000;
const longestWaitMs = 15 * 60_000;

/** Retry-After in seconds or as a date, limited to a second up to a quarter of an hour. */
function retryAfterMs(header: string | null | undefined, now: Date): number {
  const value = header?.trim() ?? '';
  const asked = /^[+-]?\d+(\.\d+)?(e\d+)?$/i.test(value)
    ? Number(value) * 1_000
    : /^[A-Za-z]{3,9}, .+ GMT$/.test(value)
      ? Date.parse(value) - now.getTime()
      : Number.NaN;
  if (Number.isNaN(asked)) return unspecifiedWaitMs;
  return Math.min(Math.max(asked, shortestWaitMs), longestWaitMs);
}

const causes: Record<string, string> = {
  ECONNREFUSED: 'connection_refused',
  ENOTFOUND: 'name_not_found',
  EAI_AGAIN: 'name_not_found',
  UND_ERR_CONNECT_TIMEOUT: 'connect_timeout',
  UND_ERR_CLOSED: 'shutting_down',
  UND_ERR_DESTROYED: 'shutting_down',
  ECONNRESET: 'connection_lost',
  EPIPE: 'connection_lost',
  UND_ERR_SOCKET: 'connection_lost',
  HTTPParserError: 'garbled_answer',
};

const certificateCode = /CERT|^UNABLE_TO_|SELF_SIGNED|ERR_TLS|^ERR_SSL/;

/** A short word for logs and people: error messages may hold addresses and are never used. */
function causeOf({ code, name }: { code?: string; name: string }): string {
  const known = causes[code ?? name];
  if (known) return known;
  if (code?.startsWith('HPE_')) return 'garbled_answer';
  if (code && certificateCode.test(code)) return 'certificate';
  const word = (code || name).toLowerCase().replace(/[^a-z0-9]+/g, '_');
  return word.slice(0, 40) || 'unknown';
}
