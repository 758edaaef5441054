import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Taken } from './taken.ts';

/* Answers as Vonage's Messages API does when it takes a message, and does nothing else: it is the same for everybody. */

let atMs: number[] = [];
let people = new Set<string>();
let no = 0;
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  const arrivedMs = performance.now();
  let body = '';
  request.setEncoding('latin1').on('data', (chunk: string) => {
    body += chunk;
  });
  request.on('end', () => {
    if (request.method !== 'POST') return void response.end();
    atMs.push(arrivedMs);
    const to = /"to":"(\d+)"/.exec(body)?.[1];
    if (to !== undefined) people.add(to);
    no += 1;
    const answer = `{"message_uuid":"aaaaaaaa-bbbb-4ccc-8ddd-${String(no).padStart(12, '0')}"}`;
    response.writeHead(202, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer);
  });
});

server.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as AddressInfo).port }));
process.on('message', () => {
  const taken: Taken = { messages: atMs.length, people: people.size, atMs, lateMs: delay.max / 1e6 };
  process.send!(taken);
  atMs = [];
  people = new Set();
  delay.reset();
});
process.once('disconnect', () => process.exit());
