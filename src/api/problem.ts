import { isUncertain, type Refusal, refusalCodes } from '../domain/campaign/permissions.ts';
import { CampaignError, FormError, type FormField } from '../domain/campaign-error.ts';
import { StorageError } from '../ports/store.ts';
import { BodyCut, type WebReply } from '../ports/web.ts';

/** What is wrong with one part of a request: in the body by a pointer (RFC 6901), in the address by a parameter. */
export type PartProblem = ({ pointer: string } | { parameter: string } | { line: number }) & { detail: string };

/** Ends a request: what is wrong, and in `detail` what to do about it. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: readonly PartProblem[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    detail: string,
    { errors = [], headers = {} }: { errors?: readonly PartProblem[]; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(detail);
    this.status = status;
    this.code = code;
    this.errors = errors;
    this.headers = headers;
  }
}

const titles: Readonly<Record<number, string>> = {
  400: 'The request cannot be read',
  401: 'No valid key',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Not possible here',
  408: 'Too slow',
  409: 'Not possible now',
  413: 'Too large',
  415: 'Another form is needed',
  422: 'Something has to change',
  429: 'Too many requests',
  503: 'Try again',
};

/** RFC 9457. */
export function problemReply({ status, code, message, errors, headers }: Problem): WebReply {
  const body = {
    type: `urn:trickle:problem:${code}`,
    title: titles[status] ?? 'A problem',
    status,
    detail: message,
    ...(errors.length > 0 && { errors }),
  };
  return { status, headers, type: 'application/problem+json', body: JSON.stringify(body) };
}

/** Undefined for what nobody foresaw. `otherwise`: the status of a rule that is broken. */
export function asProblem(
  error: unknown,
  {
    otherwise = 409,
    place,
  }: { otherwise?: number; place?: (field: FormField, detail: string) => PartProblem | undefined } = {},
): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error instanceof BodyCut) return new Problem(408, 'slow_body', `${error.message} Send the request again.`);
  if (error instanceof StorageError) {
    const again =
      'Nothing was stored, for the disk is in trouble. Repeat the request with the same Idempotency-Key in a minute.';
    return new Problem(503, 'storage', again, { headers: { 'retry-after': '60' } });
  }
  if (!(error instanceof CampaignError)) return undefined;
  if (error.code === 'still_reading' || error.code === 'busy') return manyLists(error.code);
  const { code, message } = error;
  if (isRefusal(code)) {
    if (code === 'not_yours') return new Problem(403, code, message);
    if (!isUncertain({ code, sentence: message })) return new Problem(403, code, `${ofMaker} ${message}`);
    return new Problem(503, code, `${ofMaker} ${message}`, { headers: { 'retry-after': '60' } });
  }
  const wrong = error instanceof FormError ? [...error.problems] : error.field ? [[error.field, message] as const] : [];
  const errors = wrong.flatMap(([field, detail]) => place?.(field, detail) ?? []);
  const headers: Record<string, string> = code === 'under_way' ? { 'retry-after': '5' } : {};
  return new Problem(statusOf(code, otherwise), code, message, { errors, headers });
}

const ofMaker = 'What a key does is done for the person who made it, of whom Slack says:';

/** Nothing has to change: the same request will do. */
function manyLists(code: 'still_reading' | 'busy'): Problem {
  const why =
    code === 'busy'
      ? 'Many lists are waiting to be read.'
      : 'Two lists of the person who made the key are being read, or wait for it.';
  const detail = `${why} Nothing was stored: repeat the request in ten seconds.`;
  return new Problem(429, code, detail, { headers: { 'retry-after': '10' } });
}

function isRefusal(code: string): code is Refusal['code'] {
  return (refusalCodes as readonly string[]).includes(code);
}

function statusOf(code: string, otherwise: number): number {
  if (code === 'key_revoked') return 401;
  if (code === 'no_campaign') return 404;
  if (code === 'bad_place') return 400;
  if (code === 'under_way' || code === 'many_drafts') return 409;
  return otherwise;
}
