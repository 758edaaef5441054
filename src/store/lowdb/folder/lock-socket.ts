import { connect, createServer, type Server } from 'node:net';

/** The socket of a folder, by any path. */
export function takeFolderSocket(identity: string, folder: string): Promise<Server | undefined> {
  const wayOut = 'Stop that one first, or give this one a folder of its own in STORE_URL.';
  return takeSocket(identity, (pid) => `${folder} is in use by another process (pid ${pid}). ${wayOut}`);
}

/** The socket of a store: a copy of its folder would text the same people. */
export function takeStoreSocket(storeId: string, folder: string): Promise<Server | undefined> {
  return takeSocket(
    `store-${storeId}`,
    (pid) =>
      `Another process (pid ${pid}) runs on a copy of ${folder}, so people would be texted twice. Stop that one first; a test system needs a folder that begins empty.`,
  );
}

/**
 * An abstract socket with a name of its own: exactly one process of this network namespace gets it, and it is free the
 * moment that process dies. Only Linux has them; elsewhere the heartbeat is the lock.
 */
async function takeSocket(identity: string, inUse: (pid: string) => string): Promise<Server | undefined> {
  if (process.platform !== 'linux') return undefined;
  const path = `\0trickle-${identity}`;
  const server = createServer((client) => client.on('error', () => {}).end(String(process.pid)));
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen({ path }, () => resolve());
    });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    throw new Error(inUse(await askPid(path)));
  }
  return server.unref();
}

export function closeServer(server: Server | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (server) server.close(() => resolve());
    else resolve();
  });
}

/** The holder answers with its pid, unless it is frozen. */
function askPid(path: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const client = connect({ path });
    client.setTimeout(500, () => client.destroy());
    client.on('data', (bytes) => {
      answer += bytes.toString();
    });
    client.on('error', () => {});
    client.on('close', () => resolve(answer === '' ? 'unknown, it does not answer' : answer));
  });
}
