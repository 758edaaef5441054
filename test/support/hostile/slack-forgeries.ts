import { createHmac } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import type { Forgery } from './vonage-forgeries.ts';

const form = 'application/x-www-form-urlencoded';

export type SlackPosting = { body: string; headers: OutgoingHttpHeaders };

/** A request as Slack signs it. */
export function signedBySlack(secret: string, body: string, { at = Date.now(), type = form } = {}): SlackPosting {
  const timestamp = String(Math.floor(at / 1_000));
  return { body, headers: headersOf(timestamp, signature(secret, timestamp, body), type) };
}

/** One of all ways to forge this request, picked and varied by lot. None of them may be taken. */
export function forgeSlackRequest(random: () => number, secret: string, body: string): Forgery {
  const names = Object.keys(ways);
  const how = names[Math.floor(random() * names.length)]!;
  return { how, posting: ways[how]!({ random, secret, body, now: Math.floor(Date.now() / 1_000) }) };
}

type Given = { random: () => number; secret: string; body: string; now: number };

const ways: Record<string, (given: Given) => SlackPosting> = {
  'one digit of the signature changed': ({ random, ...given }) => {
    const right = rightOf(given);
    const at = 3 + Math.floor(random() * 64);
    const digit = right[at] === 'a' ? 'b' : 'a';
    return sent(given, { signature: `${right.slice(0, at)}${digit}${right.slice(at + 1)}` });
  },
  'a short signature': ({ random, ...given }) =>
    sent(given, { signature: rightOf(given).slice(0, Math.floor(random() * 66)) }),
  'a long signature': (given) => sent(given, { signature: `${rightOf(given)}0` }),
  'a signature in capitals': (given) => sent(given, { signature: rightOf(given).toUpperCase() }),
  'a version that nobody knows': ({ random, ...given }) =>
    sent(given, { signature: `v${1 + Math.floor(random() * 9)}=${rightOf(given).slice(3)}` }),
  'the signature twice': (given) => sent(given, { signature: [rightOf(given), rightOf(given)] }),
  'no signature': (given) => sent(given, { signature: undefined }),
  'an empty signature': ({ random, ...given }) =>
    sent(given, { signature: ['', 'v0', 'v0=', '=', 'v0==', 'null', 'undefined'][Math.floor(random() * 7)] }),
  'another secret': ({ random, ...given }) =>
    sent(given, { signature: signature(`${given.secret}${random()}`, String(given.now), given.body) }),
  'an empty secret': (given) => sent(given, { signature: signature('', String(given.now), given.body) }),
  stale: ({ random, secret, body, now }) => signedBySlack(secret, body, { at: (now - 303 - random() * 1e7) * 1_000 }),
  'of the future': ({ random, secret, body, now }) =>
    signedBySlack(secret, body, { at: (now + 330 + random() * 1e7) * 1_000 }),
  'a time that was not signed': ({ random, ...given }) =>
    sent(given, { timestamp: String(given.now - 1 - Math.floor(random() * 200)) }),
  'no time': (given) => sent(given, { timestamp: undefined }),
  'a time that is none': ({ random, ...given }) => {
    const timestamp = ['', 'now', 'NaN', 'Infinity', '-1', '1e400', '0x10'][Math.floor(random() * 7)]!;
    return sent(given, { timestamp, signature: signature(given.secret, 'NaN', given.body) });
  },
  'the body changed': ({ random, ...given }) => {
    const at = Math.floor(random() * given.body.length);
    const letter = given.body[at] === 'x' ? 'y' : 'x';
    return sent(given, { body: `${given.body.slice(0, at)}${letter}${given.body.slice(at + 1)}` });
  },
  'a field added': (given) => sent(given, { body: `${given.body}&text=optout+add+12015550188` }),
  'another type': ({ random, ...given }) => {
    const type = ['application/json', 'text/plain', `${form}; charset=utf-8`, 'multipart/form-data', ''][
      Math.floor(random() * 5)
    ]!;
    return sent(given, { type, signature: `v0=${'0'.repeat(64)}` });
  },
  'hidden behind a check of the certificate': (given) =>
    sent(given, { body: `ssl_check=1&${given.body}`, signature: undefined }),
};

function sent(
  given: Omit<Given, 'random'>,
  bent: { timestamp?: string | undefined; signature?: string | string[] | undefined; body?: string; type?: string },
): SlackPosting {
  const {
    timestamp,
    signature: signed,
    type,
  } = { timestamp: String(given.now), signature: rightOf(given), type: form, ...bent };
  return { body: bent.body ?? given.body, headers: headersOf(timestamp, signed, type) };
}

function headersOf(
  timestamp: string | undefined,
  signed: string | string[] | undefined,
  type: string,
): OutgoingHttpHeaders {
  return {
    'content-type': type,
    ...(timestamp !== undefined && { 'x-slack-request-timestamp': timestamp }),
    ...(signed !== undefined && { 'x-slack-signature': signed }),
  };
}

function rightOf({ secret, now, body }: Omit<Given, 'random'>): string {
  return signature(secret, String(now), body);
}

function signature(secret: string, timestamp: string, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}
