import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import jwt from 'jsonwebtoken';
import { describe, expect, test } from 'vitest';
import { createSignatureCheck } from '../../../src/sms/webhooks/webhook-signature.ts';
import { signatureSecret, signedFor } from '../../support/signed-webhook.ts';

const now = new Date('2025-02-03T12:00:00Z');
const nowSeconds = now.getTime() / 1_000;
const body = Buffer.from('{"text":"Zażółć \\/ 1.0"}');
const ours = {
  secrets: [signatureSecret, 'second-signature-secret-while-rotating'],
  apiKey: 'a1b2c3d4',
  applicationId: '12345678-1234-4234-8234-123456789012',
};
const check = createSignatureCheck(ours);

function kindOf(authorization: string | undefined, bytes = body) {
  return check({ headers: authorization === undefined ? {} : { authorization }, body: bytes }, now).kind;
}

function whyOf(authorization: string): string | undefined {
  const result = check({ headers: { authorization }, body }, now);
  return result.kind === 'invalid' ? result.why : result.kind;
}

describe('a webhook signed by Vonage for us', () => {
  test.each([
    ['just now', {}],
    ['with a secret that is being replaced', { secret: 'second-signature-secret-while-rotating' }],
    ['23 hours ago, and repeated since', { claims: { iat: nowSeconds - 23 * 3_600 } }],
    ['by a clock four minutes ahead', { claims: { iat: nowSeconds + 240 } }],
    ['without a name of the issuer', { claims: { iss: undefined } }],
    ['without an application', { claims: { application_id: undefined } }],
    ['with claims of the future', { claims: { region: 'eu-1', __proto__: { x: 1 } } }],
  ])('%s is valid', (_, how) => {
    expect(kindOf(signedFor(body, now, how))).toBe('valid');
  });

  test('tells its claims', () => {
    expect(check({ headers: { authorization: signedFor(body, now) }, body }, now)).toMatchObject({
      kind: 'valid',
      claims: { api_key: 'a1b2c3d4', iss: 'Vonage', iat: nowSeconds },
    });
  });

  test('may be for any application when we have none', () => {
    const account = createSignatureCheck({ secrets: [signatureSecret], apiKey: 'a1b2c3d4' });
    expect(account({ headers: { authorization: signedFor(body, now) }, body }, now).kind).toBe('valid');
  });
});

test.each([undefined, ''])('without a signature (%j) it is missing, not forged', (authorization) => {
  expect(kindOf(authorization)).toBe('missing');
});

describe('a webhook that is signed for us, and not of now', () => {
  test.each([
    ['a second older than Vonage repeats one', -25 * 3_600 - 1],
    ['a year old', -365 * 86_400],
    ['five minutes and a second ahead of our clock', 301],
    ['a year ahead of it', 365 * 86_400],
  ])('%s, is misdated by so much', (_, seconds) => {
    const authorization = signedFor(body, now, { claims: { iat: nowSeconds + seconds } });
    expect(check({ headers: { authorization }, body }, now)).toEqual({ kind: 'misdated', ageMs: -seconds * 1_000 });
  });

  test.each([
    ['wrong signature', { secret: 'not-the-secret' }],
    ['meant for another account', { claims: { api_key: 'other' } }],
    ['issued by somebody else', { claims: { iss: 'vonage' } }],
    ['the body was changed', { claims: { payload_hash: '00'.repeat(32) } }],
  ])('is a forgery all the same: %s', (why, { claims, ...how }: { claims?: object; secret?: string }) => {
    for (const seconds of [-30 * 3_600, 420]) {
      expect(whyOf(signedFor(body, now, { ...how, claims: { iat: nowSeconds + seconds, ...claims } }))).toBe(why);
    }
  });
});

describe('a forgery', () => {
  test.each([
    ['claims are missing or malformed', { claims: { iat: undefined } }],
    ['claims are missing or malformed', { claims: { payload_hash: undefined } }],
    ['claims are missing or malformed', { claims: { api_key: undefined } }],
    ['meant for another account', { claims: { api_key: 'other' } }],
    ['meant for another application', { claims: { application_id: 'other' } }],
    ['issued by somebody else', { claims: { iss: 'vonage' } }],
    ['the body was changed', { claims: { payload_hash: '00'.repeat(32) } }],
    ['the body was changed', { claims: { payload_hash: '' } }],
    ['wrong signature', { secret: 'not-the-secret' }],
  ])('is refused: %s', (why, how) => {
    expect(whyOf(signedFor(body, now, how))).toBe(why);
  });

  test('is one changed byte of the body', () => {
    expect(kindOf(signedFor(body, now), Buffer.from('{"text":"Zażółć / 1.0"}'))).toBe('invalid');
  });

  const claims = jwt.decode(signedFor(body, now).slice(7)) as jwt.JwtPayload;
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const publicPem = rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const [, payload, signature] = signedFor(body, now).slice(7).split('.');
  test.each([
    ['no algorithm', `${part({ alg: 'none', typ: 'JWT' })}.${payload}.`],
    ['no algorithm, with a signature', `${part({ alg: 'none' })}.${payload}.${signature}`],
    ['HS512', jwt.sign(claims, signatureSecret, { algorithm: 'HS512' })],
    ['HS384', jwt.sign(claims, signatureSecret, { algorithm: 'HS384' })],
    ['RS256', jwt.sign(claims, rsa.privateKey, { algorithm: 'RS256' })],
    [
      'an extension that must be understood',
      jwt.sign(claims, signatureSecret, { header: { alg: 'HS256', crit: ['b64'] } }),
    ],
    ['an empty secret', signedFor(body, now, { secret: ' ' }).slice(7)],
    ['a header that is not JSON', `${Buffer.from('{').toString('base64url')}.${payload}.${signature}`],
    ['two parts', `${payload}.${signature}`],
    ['four parts', `${payload}.${payload}.${payload}.${signature}`],
  ])('is refused, whatever its header says: %s', (_, token) => {
    expect(kindOf(`Bearer ${token}`)).toBe('invalid');
    expect(kindOf(`Basic ${token}`)).toBe('invalid');
  });

  test('is a public key used as a secret', () => {
    const token = jwt.sign(claims, Buffer.from(publicPem), { algorithm: 'HS256' });
    expect(kindOf(`Bearer ${token}`)).toBe('invalid');
  });

  test('is a header that is given twice, even when the first is right', () => {
    const authorization = signedFor(body, now);
    const twice = {
      headers: { authorization },
      rawHeaders: ['Authorization', authorization, 'AUTHORIZATION', 'x'],
      body,
    };
    expect(check(twice, now)).toEqual({ kind: 'invalid', why: 'the header is given twice' });
    const once = {
      headers: { authorization },
      rawHeaders: ['Host', 'authorization', 'Authorization', authorization],
      body,
    };
    expect(check(once, now).kind).toBe('valid');
  });

  test('is a token of 100 kB', () => {
    expect(whyOf(signedFor(body, now, { claims: { pad: 'x'.repeat(100_000) } }))).toBe('the header is too long');
  });

  test('is any single changed character of the token', () => {
    const token = signedFor(body, now);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.= ';
    const place = fc.nat({ max: token.length - 8 }).map((index) => index + 7);
    fc.assert(
      fc.property(place, fc.constantFrom(...alphabet), (index, letter) => {
        if (token[index] === letter) return;
        expect(kindOf(`${token.slice(0, index)}${letter}${token.slice(index + 1)}`)).toBe('invalid');
      }),
      { numRuns: 5_000 },
    );
  });
});

test('without a secret nothing is valid, not even what is signed with an empty one', () => {
  const open = createSignatureCheck({ ...ours, secrets: [''] });
  expect(open({ headers: { authorization: signedFor(body, now) }, body }, now).kind).toBe('invalid');
});
