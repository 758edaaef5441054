import { createHash } from 'node:crypto';
import jwt from 'jsonwebtoken';

export const signatureSecret = 'first-signature-secret-of-the-account';

/** The header with which Vonage signs these bytes; claims and signing can be bent. */
export function signedFor(
  body: Buffer | string,
  now: Date,
  { claims = {}, secret = signatureSecret }: { claims?: Record<string, unknown>; secret?: string } = {},
): string {
  const all: Record<string, unknown> = {
    iat: Math.floor(now.getTime() / 1_000),
    jti: '5a5b5c5d-0000-4000-8000-000000000000',
    iss: 'Vonage',
    payload_hash: createHash('sha256').update(body).digest('hex'),
    api_key: 'a1b2c3d4',
    application_id: '12345678-1234-4234-8234-123456789012',
    ...claims,
  };
  const given = Object.entries(all).filter(([, value]) => value !== undefined);
  return `Bearer ${jwt.sign(Object.fromEntries(given), secret, { algorithm: 'HS256', noTimestamp: all.iat === undefined })}`;
}
