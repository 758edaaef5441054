import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { type Fault, type FaultProxy, startFaultProxy } from '../../chaos/kills/fault-proxy.ts';

/** A server that counts what it reads, behind the proxy. */
async function aServerBehindAProxy() {
  let read = 0;
  const server = createServer((req, res) => {
    req.on('end', () => {
      read += 1;
      res.end('all of the answer');
    });
    req.resume();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const proxy = await startFaultProxy(() => (server.address() as AddressInfo).port);
  onTestFinished(async () => {
    await proxy.close();
    server.closeAllConnections();
    server.close();
  });
  return { proxy, ask: () => ask(proxy), timesRead: () => read };
}

/** The answer's text, or the error's code. */
function ask({ port }: FaultProxy): Promise<string> {
  return new Promise((resolve) => {
    const fail = (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message);
    const asked = request({ port, host: '127.0.0.1', method: 'POST', agent: false }, (answer) => {
      let text = '';
      answer.on('data', (chunk) => {
        text += chunk;
      });
      answer.on('end', () => resolve(text));
      answer.on('error', fail);
    });
    asked.on('error', fail);
    asked.end('a request');
  });
}

const faults: [Fault, string, number][] = [
  [{ kind: 'none' }, 'all of the answer', 2],
  [{ kind: 'refuse' }, 'ECONNREFUSED', 1],
  [{ kind: 'reset before reading' }, 'ECONNRESET', 1],
  [{ kind: 'reset after reading' }, 'ECONNRESET', 2],
  [{ kind: 'slow', byMs: 20 }, 'all of the answer', 2],
  [{ kind: 'cut', afterBytes: 30 }, 'ECONNRESET', 2],
];

test.each(faults)('with %o the client sees %s, and %i requests were read', async (fault, seen, read) => {
  const { proxy, ask, timesRead } = await aServerBehindAProxy();
  expect(await ask()).toBe('all of the answer');
  await proxy.suffer(fault);
  expect(await ask()).toBe(seen);
  expect(timesRead()).toBe(read);

  await proxy.suffer({ kind: 'none' });
  expect(await ask()).toBe('all of the answer');
});

test('what was sent into a black hole arrives when it ends', async () => {
  const { proxy, ask, timesRead } = await aServerBehindAProxy();
  await proxy.suffer({ kind: 'black hole' });
  const answer = ask();
  expect(timesRead()).toBe(0);
  await proxy.suffer({ kind: 'none' });
  expect(await answer).toBe('all of the answer');
  expect(timesRead()).toBe(1);
});
