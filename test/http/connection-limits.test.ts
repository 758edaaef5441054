import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type ConnectionLimits, usualLimits } from '../../src/http/connection-limits.ts';
import { createHttpServer, type Patience, type Route } from '../../src/http/http-server.ts';
import { createLog } from '../../src/log.ts';

const small: ConnectionLimits = { waitingPerClient: 5, graceMs: 0, all: 8 };

async function aServer({ limits = small, patience, handle }: Partial<Settings> = {}) {
  const logged: string[] = [];
  const server = createHttpServer({
    host: '127.0.0.1',
    port: 0,
    routes: new Map([['/hook', { limit: 1_000, handle: handle ?? (async () => ({ status: 200 })) }]]),
    listeners: new Map(),
    log: createLog('info', { write: (line) => logged.push(line) }),
    limits,
    ...(patience && { patience }),
  });
  const { url } = await server.start();
  const sockets: Socket[] = [];
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await server.stop();
  });

  /** A connection that says so much and then nothing more. */
  const halfOpen = async (said: string): Promise<Socket> => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    sockets.push(socket.on('error', () => {}));
    await once(socket, 'connect');
    socket.write(said);
    return socket;
  };
  const stop = () => fetch(`${url}/hook`, { method: 'POST', body: 'STOP', headers: { connection: 'close' } });
  return { url, server, halfOpen, stop, logged };
}
type Settings = { limits: ConnectionLimits; patience: Patience; handle: Route['handle'] };

const kinds = [
  ['nothing at all', ''],
  ['half a head', 'POST /hook HTTP/1.1\r\nHost: x\r\n'],
  ['half a body', 'POST /hook HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc'],
  ['half a body in chunks', 'POST /hook HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n'],
] as const;

describe('connections that bring no whole request', () => {
  test.each(kinds)('are cut, the oldest first, when one address has too many that say %s', async (_, said) => {
    const { halfOpen, server } = await aServer();
    const oldest = await halfOpen(said);
    const others: Socket[] = [];
    const cut = once(oldest, 'close');
    for (let no = 0; no < small.waitingPerClient; no += 1) others.push(await halfOpen(said));
    await cut;
    expect(server.cuts()).toBe(1);
    expect(others.every(({ destroyed }) => !destroyed)).toBe(true);
  });

  test.each(kinds)('leave room for every STOP, when 1,050 of one address say %s', async (_, said) => {
    const { halfOpen, stop, server } = await aServer({ limits: usualLimits });
    await Promise.all(Array.from({ length: 1_050 }, () => halfOpen(said)));
    const answers = await Promise.all(Array.from({ length: 15 }, async () => (await stop()).status));
    expect(answers).toEqual(Array(15).fill(200));
    expect(server.cuts()).toBeGreaterThanOrEqual(50);
  });

  test('are told in the log once, not each', async () => {
    const { halfOpen, server, logged } = await aServer();
    await Promise.all(Array.from({ length: 12 }, () => halfOpen('')));
    await until(() => server.cuts() >= 7);
    expect(logged.filter((line) => line.includes('to make room'))).toHaveLength(1);
  });

  test('of a burst that is found at once are not cut before they had their second', async () => {
    const { halfOpen, server } = await aServer({ limits: { waitingPerClient: 5, graceMs: 60_000, all: 100 } });
    const sockets = await Promise.all(Array.from({ length: 20 }, () => halfOpen(kinds[1][1])));
    for (const socket of sockets) socket.write('Content-Length: 0\r\nConnection: close\r\n\r\n');
    const answers = await Promise.all(sockets.map(async (socket) => String(await once(socket, 'data'))));
    expect(answers.every((answer) => answer.startsWith('HTTP/1.1 200'))).toBe(true);
    expect(server.cuts()).toBe(0);
  });

  test.each(kinds)('are cut by time when they say %s', async (_, said) => {
    const { halfOpen, server } = await aServer({ patience: { headersMs: 50, requestMs: 100 } });
    const socket = await halfOpen(said);
    socket.resume();
    await once(socket, 'close');
    expect(server.cuts()).toBe(0);
  });
});

test('whoever is being answered is not cut, however many wait', async () => {
  const asked = Promise.withResolvers<void>();
  const go = Promise.withResolvers<void>();
  const { stop, halfOpen, server } = await aServer({
    handle: async () => {
      asked.resolve();
      await go.promise;
      return { status: 200 };
    },
  });
  const answer = stop();
  await asked.promise;
  await Promise.all(Array.from({ length: 20 }, () => halfOpen('')));
  await until(() => server.cuts() >= 13);
  go.resolve();
  expect((await answer).status).toBe(200);
});

test('a kept connection answers one request after the other', async () => {
  const { halfOpen } = await aServer();
  const socket = await halfOpen('');
  for (let times = 0; times < 3; times += 1) {
    socket.write('POST /hook HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nSTOP');
    expect(String(await once(socket, 'data'))).toContain('200 OK');
  }
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(setImmediate);
}
