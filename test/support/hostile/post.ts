import { Agent, type OutgoingHttpHeaders, request } from 'node:http';

/** What came back: a status, or the error's code where the connection was cut instead. */
export type Answer = { status: number | string; body: string };

export type Posting = { body: Buffer | string; headers?: OutgoingHttpHeaders; method?: string };

/** Sends requests as they are, repeated and malformed headers included, over a few kept connections. */
export function createPosts(sockets = 16) {
  const agent = new Agent({ keepAlive: true, maxSockets: sockets });
  return {
    post: (url: string, { body, headers = {}, method = 'POST' }: Posting): Promise<Answer> =>
      new Promise((resolve) => {
        const fail = (error: NodeJS.ErrnoException) => resolve({ status: error.code ?? error.name, body: '' });
        const all = { 'content-length': Buffer.byteLength(body), ...headers };
        const sent = request(url, { method, agent, headers: all }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', fail);
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
          );
        });
        sent.on('error', fail);
        sent.end(body);
      }),
    close: () => agent.destroy(),
  };
}

export type Posts = ReturnType<typeof createPosts>;

/** Does it for every item, so many at once, and returns what came of each in order. */
export async function forAll<T, R>(items: readonly T[], act: (item: T) => Promise<R>, atOnce = 16): Promise<R[]> {
  const results = new Array<R>(items.length);
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await act(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
