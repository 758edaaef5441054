import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createHttpServer, type Patience } from '../../src/http/http-server.ts';
import { createLog } from '../../src/log.ts';
import { BodyCut, type WebMount } from '../../src/ports/web.ts';

async function aServer(mount: WebMount, { patience, all = 8 }: { patience?: Patience; all?: number } = {}) {
  const server = createHttpServer({
    host: '127.0.0.1',
    port: 0,
    routes: new Map([['/hook', { limit: 1_000, handle: async () => ({ status: 200, body: 'hook' }) }]]),
    listeners: new Map(),
    mounts: new Map([['/below/', mount]]),
    log: createLog('silent'),
    limits: { waitingPerClient: 3, graceMs: 0, all },
    ...(patience && { patience }),
  });
  const { url } = await server.start();
  onTestFinished(server.stop);
  const begin = async (said: string): Promise<Socket> => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1').on('error', () => {});
    onTestFinished(() => void socket.destroy());
    await once(socket, 'connect');
    socket.write(said);
    return socket;
  };
  return { url, begin };
}

const whole: WebMount = async ({ body }) => ({
  status: 200,
  body: Buffer.concat(await Array.fromAsync(body)).toString(),
});
const half = (path: string) => `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc`;

async function heardOn(socket: Socket): Promise<string> {
  let heard = '';
  socket.on('data', (bytes) => {
    heard += bytes.toString();
  });
  await once(socket, 'close');
  return heard;
}

describe('whoever answers below a path', () => {
  test('is told what is asked, and by whom', async () => {
    const { url } = await aServer(async ({ method, path, query, client }) => ({
      status: 200,
      body: JSON.stringify([method, path, query.getAll('x'), client]),
    }));
    expect(await (await fetch(`${url}/below/here?x=1&x=a%20b`)).json()).toEqual([
      'GET',
      '/below/here',
      ['1', 'a b'],
      '127.0.0.1',
    ]);
    expect((await fetch(`${url}/below`)).status).toBe(404);
    expect(await (await fetch(`${url}/hook`)).text()).toBe('hook');
  });

  test('gets a body of any length, piece by piece', async () => {
    let pieces = 0;
    const { url } = await aServer(async ({ body }) => {
      let bytes = 0;
      for await (const piece of body) {
        pieces += 1;
        bytes += piece.length;
      }
      return { status: 200, body: String(bytes) };
    });
    const answer = await fetch(`${url}/below/`, { method: 'POST', body: 'x'.repeat(3_000_000) });
    expect(await answer.text()).toBe('3000000');
    expect(pieces).toBeGreaterThan(3);
  });

  test('may answer without reading on: the connection ends, and the rest is read by nobody', async () => {
    const { begin } = await aServer(async () => ({ status: 401, body: 'no' }));
    expect(await heardOn(await begin(half('/below/')))).toMatch(/^HTTP\/1.1 401 [\s\S]*connection: close/i);
  });

  test('is told that a body stands still, or that its connection is gone', async () => {
    const why: string[] = [];
    const mount: WebMount = async ({ body }) => {
      try {
        return { status: 200, body: String((await Array.fromAsync(body)).length) };
      } catch (error) {
        if (!(error instanceof BodyCut)) throw error;
        why.push(error.why);
        return { status: 408, body: error.why };
      }
    };
    const { begin } = await aServer(mount, { patience: { headersMs: 1_000, requestMs: 1_000, idleMs: 50 } });
    expect(await heardOn(await begin(half('/below/')))).toMatch(/^HTTP\/1.1 408 /);
    const gone = await begin(half('/below/'));
    gone.destroy();
    await expect.poll(() => why.toSorted()).toEqual(['gone', 'slow']);
  });

  test('keeps a body that it waits for, however many others of that address stand there half-open', async () => {
    const { begin } = await aServer(whole, { all: 6 });
    const upload = await begin(half('/below/'));
    const heard = heardOn(upload);
    for (let no = 0; no < 20; no += 1) await begin('');
    expect(upload.destroyed).toBe(false);
    upload.write('defghi');
    upload.end();
    expect(await heard).toMatch(/^HTTP\/1.1 200 [\s\S]*abcdefghi$/);
  });
});

test('everything else keeps its own time for a whole request, however long a mount may take', async () => {
  const patience = { headersMs: 1_000, requestMs: 80, mountedMs: 60_000, idleMs: 60_000 };
  const { url, begin } = await aServer(whole, { patience });
  expect(await heardOn(await begin(half('/hook')))).toMatch(/^HTTP\/1.1 408 |^$/);
  expect(await (await fetch(`${url}/hook`)).text()).toBe('hook');
});
