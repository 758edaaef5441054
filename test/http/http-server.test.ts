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
