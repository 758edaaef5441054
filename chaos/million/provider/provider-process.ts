import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { placeOf } from '../people.ts';
import type { Asked, Told } from './messages.ts';

/*
 * A Vonage that answers at once and that nothing strikes. A byte for each person of the list is all it remembers:
 * how often their number was texted.
 */

const people = Number(process.argv[2]);
const times = new Uint8Array(people);
let [texts, texted, strangers] = [0, 0, 0];

const server = createServer({ keepAliveTimeout: 60_000 }, (req, res) => {
  let body = '';
  req.setEncoding('utf8').on('data', (chunk: string) => {
    body += chunk;
  });
  req.on('end', () => {
    if (req.method !== 'POST' || req.url !== '/v1/messages') {
      return void res.writeHead(200, { 'content-type': 'application/json' }).end('{"value":100000,"autoReload":false}');
    }
    note((JSON.parse(body) as { to: string }).to);
    res.writeHead(202, { 'content-type': 'application/json' }).end(`{"message_uuid":"${randomUUID()}"}`);
  });
});

function note(to: string): void {
  texts += 1;
  const no = placeOf(to, people);
  if (no === undefined) {
    strangers += 1;
    return;
  }
  if (times[no] === 0) texted += 1;
  // A byte is enough to know of a second text, and must not begin again at 0.
  times[no] = Math.min(255, times[no]! + 1);
}

const tell = (message: Told): void => void process.send?.(message);

process.on('message', ({ kind }: Asked) => {
  if (kind === 'count') tell({ kind, texts, people: texted });
  else tell({ kind, times: Buffer.from(times).toString('base64'), strangers });
});
// Whoever started it and died must not leave it behind.
process.on('disconnect', () => process.exit(0));

server.listen(0, '127.0.0.1', () => tell({ kind: 'listens', port: (server.address() as AddressInfo).port }));
