import { timingSafeEqual } from 'node:crypto';
import jwt from 'jsonwebtoken';

/** The account's credentials: key and secret for Basic, and the application for a JWT. */
export type Credentials = {
  apiKey: string;
  apiSecret: string;
  applicationId?: string | undefined;
  /** PEM of the application's public key; without it no JWT is accepted. */
  publicKey?: string | undefined;
};

/** How a request proved who it is, or undefined when it did not. */
export function checkCredentials(authorization: string | undefined, known: Credentials): 'jwt' | 'basic' | undefined {
  const [scheme, value, ...rest] = (authorization ?? '').split(' ');
  if (value === undefined || rest.length > 0) return;
  if (scheme === 'Basic') return isBasic(value, known) ? 'basic' : undefined;
  if (scheme === 'Bearer') return isJwt(value, known) ? 'jwt' : undefined;
}

const clockToleranceSeconds = 30;
// Vonage refuses tokens that live longer.
const longestLifeSeconds = 24 * 60 * 60;
const defaultLifeSeconds = 15 * 60;

function isBasic(value: string, { apiKey, apiSecret }: Credentials): boolean {
  const given = Buffer.from(value, 'base64');
  const wanted = Buffer.from(`${apiKey}:${apiSecret}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function isJwt(token: string, { publicKey, applicationId }: Credentials): boolean {
  if (publicKey === undefined || applicationId === undefined) return false;
  const claims = verified(token, publicKey);
  if (!claims || claims.application_id !== applicationId || typeof claims.jti !== 'string') return false;
  const { iat } = claims;
  if (typeof iat !== 'number') return false;
  const exp = claims.exp ?? iat + defaultLifeSeconds;
  const now = Date.now() / 1_000;
  return iat <= now + clockToleranceSeconds && exp >= now - clockToleranceSeconds && exp - iat <= longestLifeSeconds;
}

function verified(token: string, publicKey: string): jwt.JwtPayload | undefined {
  try {
    const claims = jwt.verify(token, publicKey, { algorithms: ['RS256'], clockTolerance: clockToleranceSeconds });
    return typeof claims === 'string' ? undefined : claims;
  } catch {
    return;
  }
}
