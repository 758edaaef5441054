import { hash } from 'node:crypto';
import { connect } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createHttpServer, type Route } from '../../src/http/http-server.ts';
import { createLog } from '../../src/log.ts';

async function aServer(route: Partial<Route> = {}) {
  const logged: string[] = [];
  const server = createHttpServer({
    host: '127.0.0.1',
    port: 0,
    routes: new Map([
      ['/hook', { limit: 10, handle: async ({ body }) => ({ status: 200, body: body.toString() }), ...route }],
    ]),
    listeners: new Map([['/own', (_request, response) => void response.end('its own')]]),
    log: createLog('info', { write: (line) => logged.push(line) }),
  });
  const { url } = await server.start();
  onTestFinished(server.stop);
  return { url, logged, server };
}

describe('the HTTP server', () => {
  test('gives a route the whole body', async () => {
    const { url } = await aServer();
    const answer = await fetch(`${url}/hook?some=query`, { method: 'POST', body: 'ten  bytes' });
    expect([answer.status, await answer.text()]).toEqual([200, 'ten  bytes']);
  });

  test('answers 413 to a body beyond the limit and goes on serving', async () => {
    const { url } = await aServer();
    expect((await fetch(`${url}/hook`, { method: 'POST', body: 'eleven bytes' })).status).toBe(413);
    expect((await fetch(`${url}/hook`, { method: 'POST', body: 'ten' })).status).toBe(200);
  });

  test('lets a route that must lose nothing answer what is too large, and keeps none of it', async () => {
    const heard: unknown[] = [];
    const large: Route['large'] = {
      concerns: ({ headers }) => headers.authorization === 'ours',
      handle: async ({ sha256 }) => {
        heard.push(sha256);
        return { status: 503 };
      },
    };
    const { url } = await aServer({ large });
    const post = async (body: string, authorization: string) =>
      (await fetch(`${url}/hook`, { method: 'POST', body, headers: { authorization } })).status;
    expect(await post('eleven bytes', 'ours')).toBe(503);
    expect(await post('x'.repeat(1_048_576), 'ours')).toBe(503);
    expect(await post('eleven bytes', 'theirs')).toBe(413);
    expect(await post('ten', 'ours')).toBe(200);
    expect(heard).toEqual([hash('sha256', 'eleven bytes'), hash('sha256', 'x'.repeat(1_048_576))]);
  });

  test('reads no more than a bound of what is too large, though its length was not announced', async () => {
    const sums: unknown[] = [];
    const handle = async ({ sha256 }: { sha256: string | undefined }) => {
      sums.push(sha256);
      return { status: 503 };
    };
    const { url } = await aServer({ large: { concerns: () => true, handle } });
    const { port } = new URL(url);
    const received = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write('POST /hook HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n');
        const piece = 'x'.repeat(65_536);
        for (let no = 0; no < 17; no += 1) socket.write(`10000\r\n${piece}\r\n`);
      });
      socket.on('data', (bytes) => {
        text += bytes.toString();
      });
      socket.on('error', () => {});
      socket.on('close', () => resolve(text));
    });
    // Whoever still writes may lose the answer with the connection.
    expect(received).toMatch(/^HTTP\/1.1 503|^$/);
    expect(sums).toEqual([undefined]);
  });

  test('answers 404 where nothing is, and leaves other paths to their own listener', async () => {
    const { url } = await aServer();
    expect((await fetch(`${url}/elsewhere`)).status).toBe(404);
    expect(await (await fetch(`${url}/own`)).text()).toBe('its own');
  });

  test('asks for another delivery when a route fails, and logs why', async () => {
    const { url, logged } = await aServer({ handle: () => Promise.reject(new Error('the disk is full')) });
    expect((await fetch(`${url}/hook`, { method: 'POST' })).status).toBe(503);
    expect(logged.join()).toContain('the disk is full');
  });

  test('survives a body that ends early', async () => {
    const { url } = await aServer();
    const { port } = new URL(url);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write('POST /hook HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc');
        socket.destroy();
      });
      socket.on('close', () => resolve());
    });
    expect((await fetch(`${url}/hook`, { method: 'POST', body: 'ok' })).status).toBe(200);
  });

  test('says what to do when the port is taken', async () => {
    const { url } = await aServer();
    const second = createHttpServer({
      host: '127.0.0.1',
      port: Number(new URL(url).port),
      routes: new Map(),
      listeners: new Map(),
      log: createLog('silent'),
    });
    await expect(second.start()).rejects.toThrow(/PORT: another program listens/);
  });
});
