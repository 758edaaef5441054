import { connect } from 'node:net';

export type RawEnd = { received: string; ms: number };

/**
 * One connection that writes whatever `pieces` yields, each when the last one was taken, and `everyMs` apart when given.
 * Resolves when the other side ends it; `endAfter` ends our half after the last piece.
 * What was answered before that is `received`.
 */
export function rawRequest(
  url: string,
  pieces: Iterable<string | Buffer>,
  { everyMs = 0, endAfter = false }: { everyMs?: number; endAfter?: boolean } = {},
): Promise<RawEnd> {
  const { hostname, port } = new URL(url);
  const startedMs = performance.now();
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    const iterator = pieces[Symbol.iterator]();
    let received = '';
    const writeOn = () => {
      for (;;) {
        const { value, done } = iterator.next();
        if (socket.destroyed) return;
        if (done) return endAfter ? void socket.end() : undefined;
        const isTaken = socket.write(value);
        if (everyMs > 0) return void setTimeout(writeOn, everyMs).unref();
        if (!isTaken) return void socket.once('drain', writeOn);
      }
    };
    socket.on('connect', writeOn);
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
    });
    // The other side may cut a connection that still writes.
    socket.on('error', () => {});
    socket.on('end', () => socket.destroy());
    socket.on('close', () => resolve({ received, ms: performance.now() - startedMs }));
  });
}

export function headOf(path: string, headers: Record<string, string>): string {
  const all = { host: 'localhost', ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n`;
}

/** A body in chunks that never ends. */
export function* endlessChunks(head: string, bytes = 16_384): Generator<string> {
  yield head;
  for (;;) yield `${bytes.toString(16)}\r\n${'x'.repeat(bytes)}\r\n`;
}

/** One letter at a time, for ever. */
export function* drip(head: string): Generator<string> {
  yield* head;
  for (;;) yield 'x';
}
