import { once } from 'node:events';
import net from 'node:net';

export type RawServer = {
  url: string;
  /** The requests that came in whole, as they were on the wire. */
  requests: readonly string[];
  /** All bytes that came in, also of requests that were never answered. */
  received(): string;
  connections(): number;
  close(): Promise<void>;
};

/** A TCP server that answers each whole HTTP request with what the script does to the socket: any bytes, a cut, nothing. */
export async function startRawServer(script: (socket: net.Socket, request: string) => void): Promise<RawServer> {
  const requests: string[] = [];
  const sockets = new Set<net.Socket>();
  let received = '';
  let connections = 0;
  const server = net.createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    let pending = '';
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      pending += chunk.toString('latin1');
      for (let end = endOfRequest(pending); end !== undefined; end = endOfRequest(pending)) {
        const request = pending.slice(0, end);
        pending = pending.slice(end);
        requests.push(request);
        script(socket, request);
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    received: () => received,
    connections: () => connections,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A whole HTTP answer, with its length unless other headers say how it ends. */
export function httpAnswer(status: number, body: string, headers: Record<string, string> = {}): string {
  const all = { 'content-type': 'application/json', 'content-length': `${Buffer.byteLength(body)}`, ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} Scripted\r\n${lines.join('')}\r\n${body}`;
}

function endOfRequest(bytes: string): number | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(bytes.slice(0, headEnd))?.[1] ?? 0);
  const end = headEnd + 4 + length;
  return bytes.length >= end ? end : undefined;
}
