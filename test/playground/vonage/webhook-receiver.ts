import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import jwt from 'jsonwebtoken';

export type ReceivedWebhook = {
  path: string;
  body: Record<string, unknown>;
  /** The claims of a valid signature over exactly this body. */
  claims: jwt.JwtPayload | undefined;
};

/** A server that takes webhooks, checks their signatures and answers as told. */
export async function startWebhookReceiver(secret: string, answer: (nth: number) => number = () => 200) {
  const received: ReceivedWebhook[] = [];
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk);
    const raw = Buffer.concat(chunks);
    const claims = verify(req.headers.authorization, raw, secret);
    received.push({ path: req.url ?? '', body: JSON.parse(raw.toString()), claims });
    res.writeHead(answer(received.length)).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;

  return {
    url: `http://127.0.0.1:${port}`,
    received,
    statuses: () => received.map(({ body }) => body.status),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function verify(authorization: string | undefined, raw: Buffer, secret: string): jwt.JwtPayload | undefined {
  if (!authorization?.startsWith('Bearer ')) return;
  try {
    const claims = jwt.verify(authorization.slice('Bearer '.length), secret, { algorithms: ['HS256'] });
    const hash = createHash('sha256').update(raw).digest('hex');
    return typeof claims === 'object' && claims.payload_hash === hash ? claims : undefined;
  } catch {
    return;
  }
}
