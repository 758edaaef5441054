import type { IncomingMessage, ServerResponse } from 'node:http';
import { BodyCut } from '../ports/web.ts';

/** Told to the connection limits: this body is awaited from somebody who is known. */
export const awaited = Symbol('awaited');

/**
 * A body piece by piece, as fast as it is taken. Throws a BodyCut when nothing comes for that long while it is waited
 * for, or it ends early. Whoever stops reading leaves the rest unread.
 */
export async function* bodyOf(request: IncomingMessage, idleMs: number): AsyncGenerator<Uint8Array> {
  request.emit(awaited);
  const pieces = request.iterator({ destroyOnReturn: false });
  for (;;) {
    const piece = await orSlow(pieces.next(), idleMs);
    if (piece.done) return;
    yield piece.value as Buffer;
  }
}

async function orSlow<Piece>(piece: Promise<Piece>, idleMs: number): Promise<Piece> {
  let timer: NodeJS.Timeout | undefined;
  const slow = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new BodyCut('slow')), idleMs);
  });
  try {
    return await Promise.race([
      piece.catch(() => {
        throw new BodyCut('gone');
      }),
      slow,
    ]);
  } finally {
    clearTimeout(timer);
  }
}

/** Ends a request whose body has not come within that time, and its connection. */
export function endIfSlow(request: IncomingMessage, response: ServerResponse, withinMs: number): void {
  if (request.complete) return;
  const timer = setTimeout(() => {
    if (request.complete) return;
    if (!response.headersSent) response.writeHead(408, { connection: 'close' }).end();
    setImmediate(() => request.socket.destroySoon());
  }, withinMs);
  request.once('close', () => clearTimeout(timer));
  request.once('end', () => clearTimeout(timer));
}
