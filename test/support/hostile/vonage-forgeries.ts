import { createHash, createHmac, generateKeyPairSync } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { Posting } from './post.ts';

export type Account = { apiKey: string; signatureSecret: string };

/** The header of a webhook that the account's secret signs; what is told can be bent. */
export function signedBy(account: Account, body: string | Buffer, claims: Record<string, unknown> = {}): string {
  return `Bearer ${jwt.sign(claimsFor(account, body, claims), account.signatureSecret, { algorithm: 'HS256' })}`;
}

/** A way to forge: from a true webhook, something that only looks like one. */
export type Forgery = { how: string; posting: Posting };

/** One of all ways to forge this webhook, picked and varied by lot. None of them may be taken. */
export function forgeWebhook(random: () => number, account: Account, body: string): Forgery {
  const names = Object.keys(ways);
  const how = names[Math.floor(random() * names.length)]!;
  const made = ways[how]!({ random, account, body, token: signedBy(account, body).slice(7) });
  const { authorization, body: sent = body } =
    typeof made === 'object' && 'authorization' in made ? made : bearer(made);
  return {
    how,
    posting: { body: sent, headers: { 'content-type': 'application/json', Authorization: authorization } },
  };
}

type Given = { random: () => number; account: Account; body: string; token: string };
type Made = string | { authorization: string | string[]; body?: string };

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const day = 86_400;

const ways: Record<string, (given: Given) => Made> = {
  'one letter changed': ({ random, token }) => changeOne(random, token),
  'one letter left out': ({ random, token }) => cutOut(random, token, 1),
  'a piece left out': ({ random, token }) => cutOut(random, token, 2 + Math.floor(random() * 40)),
  'a letter put in': ({ random, token }) => putIn(random, token),
  'the body changed': ({ random, token, body }) => ({ ...bearer(token), body: changeOne(random, body, body.length) }),
  'the body longer': ({ token, body }) => ({ ...bearer(token), body: `${body} ` }),
  'the body empty': ({ token }) => ({ ...bearer(token), body: '' }),
  'no algorithm': ({ token }) => `${part({ alg: 'none', typ: 'JWT' })}.${token.split('.')[1]}.`,
  'no algorithm, but a signature': ({ random, token }) => {
    const alg = ['none', 'None', 'NONE', 'nOnE', '', null][Math.floor(random() * 6)];
    return [part({ alg, typ: 'JWT' }), ...token.split('.').slice(1)].join('.');
  },
  'another algorithm': ({ random, account, body }) => {
    const algorithm = random() < 0.5 ? 'HS512' : 'HS384';
    return jwt.sign(claimsFor(account, body), account.signatureSecret, { algorithm });
  },
  'a key pair': ({ account, body }) => jwt.sign(claimsFor(account, body), privateKey, { algorithm: 'RS256' }),
  'a public key as the secret': ({ account, body }) => hmacToken(claimsFor(account, body), publicPem),
  'another secret': ({ random, account, body }) =>
    hmacToken(claimsFor(account, body), `${account.signatureSecret}${random()}`),
  'an empty secret': ({ account, body }) => hmacToken(claimsFor(account, body), ''),
  'the key as the secret': ({ account, body }) => hmacToken(claimsFor(account, body), account.apiKey),
  'another hash of the body': ({ random, account, body }) =>
    signedBy(account, body, { payload_hash: hashOf(`${body}${random()}`) }).slice(7),
  'no hash of the body': ({ account, body }) => signedBy(account, body, { payload_hash: undefined }).slice(7),
  'too old': ({ random, account, body }) =>
    signedBy(account, body, { iat: seconds() - 25 * 3_600 - 5 - random() * 365 * day }).slice(7),
  'of the future': ({ random, account, body }) =>
    signedBy(account, body, { iat: seconds() + 330 + random() * 365 * day }).slice(7),
  'of no time': ({ random, account, body }) => {
    const iat = ['now', null, '1e999', {}, [1]][Math.floor(random() * 5)];
    return hmacToken({ ...claimsFor(account, body), iat }, account.signatureSecret);
  },
  'for another account': ({ random, account, body }) =>
    signedBy(account, body, { api_key: `${account.apiKey}${random() < 0.5 ? '' : ' '}x` }).slice(7),
  'by another issuer': ({ account, body }) => signedBy(account, body, { iss: 'Vonage Ltd' }).slice(7),
  'with a critical extension': ({ account, body }) =>
    jwt.sign(claimsFor(account, body), account.signatureSecret, { header: { alg: 'HS256', crit: ['b64'] } }),
  'given twice': ({ token }) => ({ authorization: [`Bearer ${token}`, `Bearer ${token}`] }),
  'given twice, one wrong': ({ token }) => ({ authorization: ['Bearer x.y.z', `Bearer ${token}`] }),
  'not as a bearer': ({ random, token }) => ({
    authorization: `${['Basic ', 'Digest ', 'Bearer', 'JWT ', ''][Math.floor(random() * 5)]}${token}`,
  }),
  'of four parts': ({ token }) => `${token}.${token.split('.')[2]}`,
  'of two parts': ({ token }) => token.split('.').slice(0, 2).join('.'),
  'of no content': ({ random }) => '.'.repeat(Math.floor(random() * 5)),
  'of random bytes': ({ random }) =>
    Array.from({ length: 3 }, () =>
      Buffer.from(Array.from({ length: 32 }, () => random() * 256)).toString('base64url'),
    ).join('.'),
  'very long': ({ random, account, body }) =>
    signedBy(account, body, { pad: 'x'.repeat(random() < 0.1 ? 100_000 : 3_000 + Math.floor(random() * 5_000)) }).slice(
      7,
    ),
};

function claimsFor({ apiKey }: Account, body: string | Buffer, bent: Record<string, unknown> = {}): object {
  const all = { iat: seconds(), jti: crypto.randomUUID(), iss: 'Vonage', payload_hash: hashOf(body), api_key: apiKey };
  return Object.fromEntries(Object.entries({ ...all, ...bent }).filter(([, one]) => one !== undefined));
}

/** By hand: libraries refuse to make some of these. */
function hmacToken(claims: object, secret: string): string {
  const content = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
}

function bearer(token: string): { authorization: string; body?: string } {
  return { authorization: `Bearer ${token}` };
}

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function hashOf(body: string | Buffer): string {
  return createHash('sha256').update(body).digest('hex');
}

function seconds(): number {
  return Math.floor(Date.now() / 1_000);
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=';

function changeOne(random: () => number, text: string, length = text.length): string {
  const at = Math.floor(random() * length);
  const wanted = letters[Math.floor(random() * letters.length)]!;
  const letter = wanted === text[at] ? (wanted === 'A' ? 'B' : 'A') : wanted;
  return `${text.slice(0, at)}${letter}${text.slice(at + 1)}`;
}

function cutOut(random: () => number, text: string, length: number): string {
  const at = Math.floor(random() * (text.length - length));
  return text.slice(0, at) + text.slice(at + length);
}

function putIn(random: () => number, text: string): string {
  const at = Math.floor(random() * text.length);
  return `${text.slice(0, at)}${letters[Math.floor(random() * letters.length)]}${text.slice(at)}`;
}
