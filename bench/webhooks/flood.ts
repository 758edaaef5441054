import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/**
 * Sends ready-made requests over so many kept connections, one at a time on each, as cheaply as can be: whoever takes them is
 * measured. Rejects unless each is answered 200.
 */
export async function flood(port: number, requests: readonly Buffer[], connections: number): Promise<{ ms: number }> {
  const sockets = Array.from({ length: connections }, () => connect(port, '127.0.0.1').setNoDelay());
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  let next = 0;
  const startMs = performance.now();
  await Promise.all(
    sockets.map((socket) =>
      sendOn(socket, () => {
        const request = requests[next];
        next += 1;
        return request;
      }),
    ),
  );
  const ms = performance.now() - startMs;
  for (const socket of sockets) socket.destroy();
  return { ms };
}

/** One response begins in each answer; what follows of it needs no look. */
function sendOn(socket: Socket, take: () => Buffer | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const goOn = (): void => {
      const request = take();
      if (request) socket.write(request);
      else resolve();
    };
    socket.setEncoding('latin1').on('data', (text: unknown) => {
      const status = /^HTTP\/1\.1 (\d+)/.exec(String(text))?.[1];
      if (status === undefined) return;
      if (status === '200') goOn();
      else reject(new Error(`A webhook was answered ${status}.`));
    });
    socket.on('error', reject).on('close', () => reject(new Error('A connection was cut.')));
    goOn();
  });
}
