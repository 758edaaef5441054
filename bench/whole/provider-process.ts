import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Pool } from 'undici';
import { type Signing, signature } from '../../playground/vonage/webhooks.ts';
import type { FromProvider, ToProvider } from './provider-messages.ts';

/*
 * A Vonage in a process of its own that answers at once: it takes every message, notes when it came, and posts a signed
 * receipt if it is told to. Strictness is the playground’s business; this one must not be what is measured.
 */

const arrivals = new Map<string, number[]>();
const refs = new Map<string, number>();
let receipts: { pool: Pool; path: string; signing: Signing } | undefined;
let receiptsTaken = 0;
let receiptsRefused = 0;

const server = createServer({ keepAliveTimeout: 60_000 }, (req, res) => {
  if (req.method === 'POST' && req.url === '/v1/messages') return takeMessage(req, res);
  req.resume();
  res.writeHead(200, { 'content-type': 'application/json' }).end('{"value":100,"autoReload":false}');
});

function takeMessage(req: IncomingMessage, res: ServerResponse): void {
  const chunks: Buffer[] = [];
  const at = performance.timeOrigin + performance.now();
  req.on('data', (chunk: Buffer) => chunks.push(chunk));
  req.on('end', () => {
    const message = JSON.parse(Buffer.concat(chunks).toString()) as { from: string; to: string; client_ref?: string };
    const id = randomUUID();
    note(message, at);
    res.writeHead(202, { 'content-type': 'application/json' }).end(`{"message_uuid":"${id}"}`);
    if (receipts) void sendReceipt(message, id);
  });
}

function note({ from, client_ref: ref = '' }: { from: string; client_ref?: string }, at: number): void {
  const those = arrivals.get(from) ?? [];
  those.push(at);
  arrivals.set(from, those);
  if (ref !== '') refs.set(ref, (refs.get(ref) ?? 0) + 1);
}

async function sendReceipt({ from, to, client_ref }: { from: string; to: string; client_ref?: string }, id: string) {
  if (!receipts) return;
  const body = JSON.stringify({
    message_uuid: id,
    to,
    from,
    timestamp: new Date().toISOString(),
    status: 'delivered',
    channel: 'sms',
    client_ref,
  });
  const { pool, path, signing } = receipts;
  const headers = { 'content-type': 'application/json', ...signature(body, signing, {}, Date.now()) };
  const answer = await pool.request({ method: 'POST', path, body, headers });
  await answer.body.dump();
  if (answer.statusCode === 200) receiptsTaken += 1;
  else receiptsRefused += 1;
}

const tell = (message: FromProvider): void => void process.send?.(message);

process.on('message', (message: ToProvider) => {
  if (message.kind === 'receipts') {
    const { origin, pathname } = new URL(message.to);
    const { secret, apiKey } = message.signing;
    const signing = { apiKey, signatureSecret: secret, reuseSignature: false };
    receipts = { pool: new Pool(origin, { connections: 50 }), path: pathname, signing };
  }
  if (message.kind === 'forget') {
    arrivals.clear();
    refs.clear();
    receiptsTaken = 0;
  }
  if (message.kind === 'count') tell({ kind: 'count', messages: refs.size, receiptsTaken, receiptsRefused });
  if (message.kind === 'arrivals') {
    const twice = [...refs.values()].filter((times) => times > 1).length;
    tell({ kind: 'arrivals', arrivals: Object.fromEntries(arrivals), different: refs.size, twice });
  }
});
// Whoever started it and died must not leave it behind.
process.on('disconnect', () => process.exit(0));

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  tell({ kind: 'listens', port: typeof address === 'object' && address ? address.port : 0 });
});
