import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { listLimits } from '../../src/domain/list/read-list.ts';
import { type ApiBench, anApi, codeOf, tutorial } from '../support/api.ts';
import { aBench } from '../support/services.ts';

const patience = { headersMs: 2_000, requestMs: 2_000, idleMs: 100 };
const { recipients: _, ...settings } = tutorial;
const asked = `/api/campaigns?${new URLSearchParams(settings as unknown as Record<string, string>)}`;

/** Writes these lines and pieces, and resolves with all that came back until the connection ended. */
function raw({ url }: ApiBench, pieces: (string | Buffer)[], { cut = false } = {}): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => {
      for (const piece of pieces) socket.write(piece);
      if (cut) setImmediate(() => socket.destroy());
    });
    socket.on('data', (bytes) => {
      heard += bytes.toString();
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(heard));
  });
}

function head(secret: string, ...lines: string[]): string {
  return [
    `POST ${asked} HTTP/1.1`,
    'Host: x',
    `Authorization: Bearer ${secret}`,
    'Content-Type: text/csv',
    ...lines,
    '',
    '',
  ].join('\r\n');
}

describe('a request that is meant to do harm, or broken,', () => {
  test('leaves nothing when its connection ends in the middle of the list', async () => {
    const bench = await aBench();
    const api = await anApi(bench, { patience });
    for (let no = 0; no < 10; no += 1) {
      await raw(api, [head(api.secret, 'Content-Length: 100000'), 'phone\n+12015550101\n'], { cut: true });
      await raw(api, [head(api.secret, 'Transfer-Encoding: chunked'), '5\r\nphone\r\n'], { cut: true });
    }
    await expect.poll(api.waiting).toEqual([]);
    expect(await bench.campaigns.list()).toEqual([]);
    expect((await api.post('/api/campaigns', tutorial)).status).toBe(201);
  });

  test('is told when its body stands still, and cut off', async () => {
    const bench = await aBench();
    const api = await anApi(bench, { patience });
    const heard = await raw(api, [head(api.secret, 'Content-Length: 100000'), 'phone\n+12015550101\n']);
    expect(heard).toMatch(/^HTTP\/1.1 408 /);
    expect(heard).toContain('urn:trickle:problem:slow_body');
    expect(heard).toMatch(/connection: close/i);
    await expect.poll(api.waiting).toEqual([]);
    expect(await bench.campaigns.list()).toEqual([]);
  });

  test('is refused by its announced length, before any of it is read', async () => {
    const api = await anApi(await aBench(), { patience });
    const heard = await raw(api, [head(api.secret, `Content-Length: ${listLimits.allBytes + 1}`)]);
    expect(heard).toMatch(/^HTTP\/1.1 413 /);
    expect(await api.waiting()).toEqual([]);
  });

  test('is refused once it is too long, though its length was not announced, and keeps nothing', async () => {
    const bench = await aBench();
    const api = await anApi(bench, { patience });
    const piece = `10000\r\n${'x'.repeat(65_536)}\r\n`;
    const pieces = Array.from({ length: Math.ceil(listLimits.allBytes / 65_536) + 1 }, () => piece);
    const heard = await raw(api, [head(api.secret, 'Transfer-Encoding: chunked'), ...pieces]);
    // Whoever still writes may lose the answer with the connection.
    expect(heard).toMatch(/^HTTP\/1.1 413 |^$/);
    await expect.poll(api.waiting).toEqual([]);
    expect(await bench.campaigns.list()).toEqual([]);
  });

  test('is answered without its body being read when its key is wrong', async () => {
    const api = await anApi(await aBench(), { patience });
    const heard = await raw(api, [head('trickle_wrong', 'Content-Length: 100000'), 'phone\n']);
    expect(heard).toMatch(/^HTTP\/1.1 401 /);
    expect(heard).toMatch(/connection: close/i);
  });

  test('cannot take all places: of one key only a few lists come in at once', async () => {
    const api = await anApi(await aBench(), { patience: { ...patience, idleMs: 1_000 } });
    const slow = Array.from({ length: 4 }, () => raw(api, [head(api.secret, 'Content-Length: 100000'), 'phone\n']));
    await expect.poll(async () => (await api.waiting()).length).toBe(4);
    const { status, headers } = await api.post('/api/campaigns', tutorial);
    expect([status, headers.get('retry-after')]).toEqual([429, '10']);
    await Promise.all(slow);
    expect((await api.post('/api/campaigns', tutorial)).status).toBe(201);
  });

  test('is refused at its end when its key was revoked while it came in', async () => {
    const bench = await aBench();
    const api = await anApi(bench, { patience });
    let end: () => void = () => {};
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(Buffer.from('phone\n+12015550101\n'));
        end = () => controller.close();
      },
    });
    const headers = { authorization: `Bearer ${api.secret}`, 'content-type': 'text/csv' };
    const answered = api.ask(asked, { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
    await expect.poll(async () => (await api.waiting()).length).toBe(1);
    await api.keys.revokeKey('CRM', api.key.madeBy);
    end();
    const answer = await answered;
    expect([answer.status, codeOf(answer)]).toEqual([401, 'key_revoked']);
    expect([await bench.campaigns.list(), await api.waiting()]).toEqual([[], []]);
  });

  test('stays a draft, and its author is told, when its key is revoked while the list is read', async () => {
    const bench = await aBench();
    const api = await anApi(bench);
    const { read } = bench.deps.lists;
    Object.assign(bench.deps.lists, {
      read: async (...asked: Parameters<typeof read>) => {
        await api.keys.revokeKey('CRM', api.key.madeBy);
        return read(...asked);
      },
    });
    const { status, body } = await api.post('/api/campaigns', tutorial);
    expect([status, body.status, body.to_decide]).toEqual([
      201,
      'draft',
      ['Its key was revoked while the list was read.'],
    ]);
    const told = (await bench.store.announcements.pending()).flatMap((one) => ('text' in one ? [one.text] : []));
    expect(told.join('\n')).toContain('Its key was revoked while the list was read.');
  });

  test('cannot name a file of ours, nor a property of an object', async () => {
    const bench = await aBench();
    const api = await anApi(bench);
    for (const path of [
      '/api/campaigns/..%2f..%2fetc',
      '/api/campaigns/__proto__',
      '/api/campaigns/constructor/recipients',
    ]) {
      expect((await fetch(`${api.url}${path}`, { headers: { authorization: `Bearer ${api.secret}` } })).status).toBe(
        404,
      );
    }
    const body = `{"__proto__": {"sender": "1"}, "constructor": "x", ${JSON.stringify(tutorial).slice(1)}`;
    const { status, body: problem } = await api.post('/api/campaigns', body, { 'content-type': 'application/json' });
    expect([status, problem.errors]).toMatchObject([422, [{ pointer: '/__proto__' }, { pointer: '/constructor' }]]);
    const people = '{"phone":"12015550101","__proto__":"x"}\n{"phone":"12015550102","toString":"y"}\n';
    const lines = await api.post(asked, people, { 'content-type': 'application/x-ndjson' });
    expect(lines.status).toBe(422);
  });

  test('is no formula, link or mention of ours: what it says is what stands in the texts', async () => {
    const bench = await aBench();
    const api = await anApi(bench);
    const recipients = [{ phone: '12015550101', name: '=HYPERLINK("x")' }];
    const sent = { ...tutorial, recipients, message_string: '{{name}}! Reply STOP to opt out.' };
    const { body } = await api.post('/api/campaigns', sent);
    const [person] = await bench.store.recipients.page(body.id, { from: 0, limit: 1 });
    expect(person?.values).toEqual(['=HYPERLINK("x")']);
  });
});
