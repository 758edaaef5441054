import { createHmac, createSecretKey, hash, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { parsed } from '../problem.ts';

type VonageClaims = z.infer<typeof Claims>;

/**
 * `missing`: unsigned, which the provider repairs when asked again. `misdated`: rightly signed for us, only the age is
 * impossible (below zero: the sender's clock is ahead, or ours is behind). `invalid`: signed, but not for us.
 */
type SignatureCheck =
  | { kind: 'valid'; claims: VonageClaims }
  | { kind: 'missing' }
  | { kind: 'misdated'; ageMs: number }
  | { kind: 'invalid'; why: string };

type SignedRequest = {
  headers: IncomingHttpHeaders;
  rawHeaders?: readonly string[];
  /** Only the hexadecimal hash of a body too large to be kept; undefined when even that is unknown. */
  body: Buffer | { sha256: string | undefined };
};

type SignatureOptions = {
  /** All secrets that are good now: two while one replaces the other. */
  secrets: readonly string[];
  apiKey: string;
  applicationId?: string | undefined;
};

/**
 * Checks that Vonage signed exactly these bytes for our account, at most as long ago as it repeats a webhook. The
 * token's `jti` may recur: the provider repeats for a day, and taking the content twice must be harmless.
 */
export function createSignatureCheck(options: SignatureOptions): (request: SignedRequest, now: Date) => SignatureCheck {
  const keys = options.secrets.filter((secret) => secret !== '').map((secret) => createSecretKey(secret, 'utf8'));
  return ({ headers, rawHeaders, body }, now) => {
    const given = headers.authorization;
    if (!given) return { kind: 'missing' };
    if (given.length > longestHeader) return invalid('the header is too long');
    if (rawHeaders && countOf('authorization', rawHeaders) > 1) return invalid('the header is given twice');

    const token = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]{43})$/i.exec(given);
    if (!token) return invalid('not a signed bearer token');
    const [, header = '', payload = '', signature = ''] = token;
    if (!isHs256(header)) return invalid('not signed with HS256');
    if (!isSignedBy(keys, `${header}.${payload}`, signature)) return invalid('wrong signature');

    const claims = Claims.safeParse(decoded(payload));
    if (!claims.success) return invalid('claims are missing or malformed');
    const why = objection(claims.data, options, body);
    if (why !== undefined) return invalid(why);
    const ageMs = now.getTime() - claims.data.iat * 1_000;
    return isOfNow(ageMs) ? { kind: 'valid', claims: claims.data } : { kind: 'misdated', ageMs };
  };
}

const longestHeader = 4_096;
// Webhooks are repeated for 24 hours, perhaps with the first token.
const oldestMs = 25 * 3_600_000;
const clockToleranceMs = 300_000;

const Claims = z.object({
  iat: z.number(),
  api_key: z.string(),
  payload_hash: z.string(),
  iss: z.string().optional(),
  application_id: z.string().optional(),
  jti: z.string().optional(),
});

function objection(claims: VonageClaims, ours: SignatureOptions, body: SignedRequest['body']): string | undefined {
  if (claims.iss !== undefined && claims.iss !== 'Vonage') return 'issued by somebody else';
  if (claims.api_key !== ours.apiKey) return 'meant for another account';
  if (ours.applicationId !== undefined && (claims.application_id ?? ours.applicationId) !== ours.applicationId) {
    return 'meant for another application';
  }
  const sha256 = Buffer.isBuffer(body) ? hash('sha256', body) : body.sha256;
  if (sha256 !== undefined && !isSame(sha256, claims.payload_hash.toLowerCase())) return 'the body was changed';
}

function isOfNow(ageMs: number): boolean {
  return ageMs <= oldestMs && ageMs >= -clockToleranceMs;
}

/** The provider's headers are all alike: the last one that was right is not read again. */
let lastRight = '';

function isHs256(header: string): boolean {
  if (header === lastRight) return true;
  const isRight = Header.safeParse(decoded(header)).success;
  if (isRight) lastRight = header;
  return isRight;
}

// `crit` names extensions that must be understood, and none are.
const Header = z.object({ alg: z.literal('HS256'), crit: z.undefined().optional() });

function isSignedBy(keys: readonly KeyObject[], content: string, signature: string): boolean {
  let found = false;
  for (const key of keys) {
    // Compared as text: several base64url strings stand for the same bytes, and only one of them is right.
    if (isSame(createHmac('sha256', key).update(content).digest('base64url'), signature)) found = true;
  }
  return found;
}

function isSame(wanted: string, given: string): boolean {
  const [one, other] = [Buffer.from(wanted), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function decoded(segment: string): unknown {
  return parsed(Buffer.from(segment, 'base64url').toString());
}

/** Node keeps only the first Authorization header; something between us and the sender may have read another. */
function countOf(name: string, rawHeaders: readonly string[]): number {
  return rawHeaders.filter((entry, index) => index % 2 === 0 && entry.toLowerCase() === name).length;
}

function invalid(why: string): SignatureCheck {
  return { kind: 'invalid', why };
}
