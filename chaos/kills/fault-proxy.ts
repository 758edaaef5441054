import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a network may do to a connection, in one direction or both. */
export type Fault =
  | { kind: 'none' }
  /** Nobody listens, and connected clients are thrown out. */
  | { kind: 'refuse' }
  /** The request is lost and the connection aborted. */
  | { kind: 'reset before reading' }
  /** The server gets the request; the client gets no answer but an aborted connection. */
  | { kind: 'reset after reading' }
  /** Nothing comes through; bytes sent meanwhile arrive when the fault is over, even if the client has gone. */
  | { kind: 'black hole' }
  | { kind: 'slow'; byMs: number }
  /** The answer ends after this many bytes. */
  | { kind: 'cut'; afterBytes: number };

export type FaultProxy = {
  readonly port: number;
  readonly url: string;
  /** From now on, also for open connections. */
  suffer(fault: Fault): Promise<void>;
  close(): Promise<void>;
};

/** A TCP proxy on 127.0.0.1 that breaks what it carries as it is told. `target` is asked at each new connection. */
export async function startFaultProxy(target: () => number | undefined): Promise<FaultProxy> {
  const weather = createWeather();
  const clients = new Map<Socket, Socket>();
  const server = createServer({ allowHalfOpen: true }, (client) => {
    const port = target();
    if (port === undefined) return client.resetAndDestroy();
    const upstream = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    clients.set(client, upstream);
    carry(client, upstream, async () => mayAsk(await weather.lets(), client));
    carry(upstream, client, async (chunk) => mayAnswer(await weather.lets(), client, chunk));
    upstream.on('close', () => clients.delete(client));
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;

  return {
    port,
    url: `http://127.0.0.1:${port}`,
    async suffer(next) {
      const wasListening = server.listening;
      weather.turn(next);
      if (next.kind !== 'refuse') return wasListening ? undefined : listen(port);
      if (wasListening) server.close();
      for (const client of clients.keys()) client.resetAndDestroy();
    },
    async close() {
      weather.turn({ kind: 'none' });
      for (const sockets of clients) for (const socket of sockets) socket.destroy();
      if (server.listening) await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** The present fault, and when it lets bytes through. */
function createWeather() {
  let fault: Fault = { kind: 'none' };
  let change = Promise.withResolvers<void>();
  return {
    turn(next: Fault) {
      fault = next;
      change.resolve();
      change = Promise.withResolvers();
    },
    async lets(): Promise<Fault> {
      while (fault.kind === 'black hole') await change.promise;
      if (fault.kind === 'slow') await sleep(fault.byMs);
      return fault;
    },
  };
}

/** False when the request, and the connection, are lost. */
function mayAsk(fault: Fault, client: Socket): boolean {
  if (fault.kind !== 'reset before reading') return true;
  client.resetAndDestroy();
  return false;
}

function mayAnswer(fault: Fault, client: Socket, chunk: Buffer): boolean {
  if (fault.kind === 'reset after reading') client.resetAndDestroy();
  if (fault.kind === 'cut') client.end(chunk.subarray(0, fault.afterBytes));
  return fault.kind !== 'reset after reading' && fault.kind !== 'cut';
}

/** Hands on one chunk after the other, and the end after the last of them. */
function carry(from: Socket, to: Socket, mayPass: (chunk: Buffer) => Promise<boolean>): void {
  let work = Promise.resolve();
  let lost = false;
  from.on('data', (chunk: Buffer) => {
    work = work.then(async () => {
      if (lost) return;
      lost = !(await mayPass(chunk));
      if (lost) to.end();
      else if (!to.destroyed) to.write(chunk);
    });
  });
  const finish = () => {
    work = work.then(() => {
      to.end();
    });
  };
  from.on('end', finish);
  from.on('error', finish);
  from.on('close', finish);
}
