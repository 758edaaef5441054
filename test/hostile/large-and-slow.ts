import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { forAll } from '../support/hostile/post.ts';
import { endlessChunks, headOf, type RawEnd, rawRequest } from '../support/hostile/raw-request.ts';
import { signedBySlack } from '../support/hostile/slack-forgeries.ts';
import type { Target } from '../support/hostile/target.ts';
import { anInboundText } from '../support/hostile/vonage-bodies.ts';
import { signedBy } from '../support/hostile/vonage-forgeries.ts';

const mostBytes = 96 * 1024 * 1024;
const most = { 'content-type': 'application/json' };

/** Requests that are too large, too long or too slow. The slow ones begin at once: cutting them takes seconds. */
export function largeAndSlowRequests(target: Target, slow: Promise<RawEnd[]>): void {
  const isAlive = async () =>
    (await target.posts.post(`${target.url}/healthz`, { method: 'GET', body: '' })).status === 200;

  test.each(['/vonage/inbound', '/vonage/status', '/slack/events'])(
    '10 MB to %s are refused by their length, and memory stays flat',
    async (path) => {
      const before = await target.memoryBytes();
      const body = Buffer.alloc(10_000_000, 'x');
      const answers = await forAll([...Array(30).keys()], () => target.posts.post(target.url + path, { body }), 10);
      for (const { status } of answers) expect([413, 'ECONNRESET', 'EPIPE']).toContain(status);
      expect(answers.some(({ status }) => status === 413)).toBe(true);
      expect((await target.memoryBytes()) - before).toBeLessThan(mostBytes);
      expect(await isAlive()).toBe(true);
    },
  );

  test('what Vonage signed is asked for again, however large, and a forgery is refused', async () => {
    const before = await target.memoryBytes();
    for (const path of ['/vonage/inbound', '/vonage/status']) {
      for (const bytes of [65_537, 100_000, 1_000_000]) {
        const body = Buffer.from(JSON.stringify({ text: 'STOP'.padEnd(bytes, 'x') }));
        const post = (signed: Buffer) =>
          target.posts.post(target.url + path, {
            body,
            headers: { ...most, authorization: signedBy(target.vonage.settings, signed) },
          });
        expect((await post(body)).status).toBe(503);
        expect([401, 413]).toContain((await post(Buffer.from('another'))).status);
      }
    }
    expect((await target.memoryBytes()) - before).toBeLessThan(mostBytes);
    expect(await isAlive()).toBe(true);
  });

  test('bodies that never end are refused or cut at once, and memory stays flat', async () => {
    const before = await target.memoryBytes();
    const heads = ['/vonage/inbound', '/vonage/status', '/slack/events', '/healthz'].map((path) =>
      headOf(path, { ...most, 'transfer-encoding': 'chunked' }),
    );
    const ends = await Promise.all(
      [...heads, ...heads, ...heads].map((head) => rawRequest(target.url, endlessChunks(head))),
    );
    for (const { received, ms } of ends) {
      expect(received).toMatch(/^HTTP\/1.1 4|^$/);
      expect(ms).toBeLessThan(5_000);
    }
    expect((await target.memoryBytes()) - before).toBeLessThan(mostBytes);
    expect(await isAlive()).toBe(true);
  });

  test('a packed body is not unpacked, signed or not', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000));
    expect(bomb.length).toBeLessThan(65_536);
    const before = await target.memoryBytes();
    const headers = { ...most, 'content-encoding': 'gzip' };
    // Nobody can read it, and at the address of texts it may be one.
    for (const [path, answer] of [
      ['/vonage/inbound', 503],
      ['/vonage/status', 200],
    ] as const) {
      const signed = { ...headers, authorization: signedBy(target.vonage.settings, bomb) };
      expect((await target.posts.post(target.url + path, { body: bomb, headers })).status).toBe(503);
      expect((await target.posts.post(target.url + path, { body: bomb, headers: signed })).status).toBe(answer);
    }
    const { headers: bySlack } = signedBySlack(target.slack.signingSecret, bomb.toString('latin1'));
    const answer = await target.posts.post(`${target.url}/slack/events`, {
      body: bomb,
      headers: { ...bySlack, ...headers },
    });
    expect([400, 401]).toContain(answer.status);
    expect((await target.memoryBytes()) - before).toBeLessThan(mostBytes);
  });

  test('a body that ends early is not taken', async () => {
    const body = JSON.stringify({ ...anInboundText, text: 'STOP' });
    const authorization = signedBy(target.vonage.settings, body);
    const head = headOf('/vonage/inbound', { ...most, authorization, 'content-length': String(body.length + 1) });
    // Half-closed: the rest of the body never comes.
    const { received } = await rawRequest(target.url, [head, body], { endAfter: true });
    expect(received).not.toMatch(/^HTTP\/1.1 2/);
  });

  test('requests that come one letter at a time are cut within seconds', async () => {
    for (const { received, ms } of await slow) {
      expect(received).toMatch(/^HTTP\/1.1 (4\d\d|503)|^$/);
      expect(ms).toBeLessThan(20_000);
    }
    expect(await isAlive()).toBe(true);
  });
}
