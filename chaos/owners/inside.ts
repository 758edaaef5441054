import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';

/** Where the program listens, alone in its network. */
const port = 3_000;
// Taken off the command line: the program itself is started without a word.
const [entry = '', ...ways] = process.argv.splice(2);

// The first process of its own pid and network namespaces shares only files with the world.
if (spawnSync('ip', ['link', 'set', 'lo', 'up']).status !== 0)
  throw new Error('No network of its own can be made here.');
for (const way of ways) {
  const [outside = '', path = ''] = way.split('=');
  createServer((client) => carry(client, connect({ path }))).listen(Number(outside), '127.0.0.1');
}
rmSync(entry, { force: true });
createServer((client) => carry(client, connect({ port, host: '127.0.0.1' }))).listen(entry);
process.env.PORT = String(port);
await import('../../src/main.ts');

function carry(client: Socket, upstream: Socket): void {
  client.pipe(upstream).pipe(client);
  for (const [one, other] of [[client, upstream] as const, [upstream, client] as const]) {
    one.on('error', () => other.destroy()).on('close', () => other.destroy());
  }
}
