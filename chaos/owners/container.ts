import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { WriteStream } from 'node:fs';
import { readFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import type { LogLine } from '../kills/log-figures.ts';
import { eachLine, parsed } from '../kills/program-life.ts';

/** The program as the first process of its own pid and network namespaces, on a folder that others have too. */
export type Container = {
  /** Resolves when it runs; rejects with its last words when it ends before. */
  readonly running: Promise<void>;
  readonly ended: Promise<string>;
  /** Leads to its own port. */
  readonly port: number;
  strike(signal: NodeJS.Signals): void;
  close(): Promise<void>;
};

let made = 0;

export async function startContainer(options: {
  environment: Readonly<Record<string, string>>;
  /** Its sockets lead out of the namespace and in. */
  folder: string;
  /** Ports of the world that it reaches. */
  ports: readonly number[];
  log: WriteStream;
  onLine: (line: LogLine, pid: number) => void;
}): Promise<Container> {
  const { environment, folder, ports, log, onLine } = options;
  made += 1;
  const no = made;
  const entry = join(folder, `in-${no}`);
  const inside = new URL('inside.ts', import.meta.url).pathname;
  const ways = ports.map((port) => ({ port, path: join(folder, `out-${no}-${port}`) }));
  const servers: Server[] = [];
  const sockets = new Set<Socket>();
  for (const { port, path } of ways) servers.push(await relay({ path }, { port, host: '127.0.0.1' }, sockets));
  servers.push(await relay({ port: 0, host: '127.0.0.1' }, { path: entry }, sockets));

  const command = [process.execPath, inside, entry, ...ways.map(({ port, path }) => `${port}=${path}`)];
  const child = spawn('unshare', ['-rpfn', '--kill-child', '--mount-proc', ...command], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const running = Promise.withResolvers<void>();
  running.promise.catch(() => {});
  const words: string[] = [];
  eachLine(child, (text) => {
    log.write(`container ${no} ${text}\n`);
    words.push(text);
    if (words.length > 30) words.shift();
    const line = parsed(text);
    if (line) onLine(line, no);
    if (line?.msg === 'Trickle is running') running.resolve();
  });
  const ended = once(child, 'close').then(() => {
    running.reject(new Error(words.join('\n')));
    return words.join('\n');
  });
  return {
    running: running.promise,
    ended,
    port: (servers.at(-1)!.address() as AddressInfo).port,
    strike(signal) {
      for (const pid of childrenOf(child.pid!)) process.kill(pid, signal);
    },
    async close() {
      child.kill('SIGKILL');
      await ended;
      for (const socket of sockets) socket.destroy();
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}

/** Can this machine make them without root? */
export function canMakeContainers(): Promise<boolean> {
  const child = spawn('unshare', ['-rpfn', '--mount-proc', 'ip', 'link', 'set', 'lo', 'up'], { stdio: 'ignore' });
  return new Promise((resolve) => {
    child.on('error', () => resolve(false)).on('close', (code) => resolve(code === 0));
  });
}

function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

async function relay(from: object, to: { path: string } | { port: number; host: string }, sockets: Set<Socket>) {
  const server = createServer((client) => {
    const upstream = connect(to as { path: string });
    client.pipe(upstream).pipe(client);
    for (const [one, other] of [[client, upstream] as const, [upstream, client] as const]) {
      sockets.add(one);
      one
        .on('error', () => other.destroy())
        .on('close', () => {
          other.destroy();
          sockets.delete(one);
        });
    }
  });
  await new Promise<void>((resolve) => server.listen(from, resolve));
  return server;
}
