/**
 * How many messages a second one process can hand to a provider that answers at once, and what each costs, for our
 * gateway and for the SDK as shipped. Run: node bench/gateway.ts [messages]
 */
import { fork } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Vonage } from '@vonage/server-sdk';
import { PhoneNumber, SenderId } from '../src/domain/ids.ts';
import { createVonageGateway } from '../src/sms/vonage-gateway.ts';

const inFlight = 50;

if (process.argv[2] === 'serve') serve();
else await compare(Number(process.argv[2] ?? 20_000));

/** The provider runs in a process of its own, so that its work is not counted as ours. */
function serve(): void {
  const answer = JSON.stringify({ message_uuid: 'aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab' });
  const server = http.createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(202, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer);
    });
  });
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
  process.once('disconnect', () => process.exit());
}

async function compare(messages: number): Promise<void> {
  const provider = fork(import.meta.filename, ['serve']);
  const [port] = await once(provider, 'message');
  const apiHost = `http://127.0.0.1:${port}`;
  const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const application = {
    id: '12345678-1234-4234-8234-123456789012',
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
  const account = { apiKey: 'a1b2c3d4', apiSecret: 'secret' };
  const to = PhoneNumber.parse('+12015550123');
  const from = SenderId.parse('12015550100');
  const text = 'Your appointment is tomorrow at nine. Reply STOP to opt out.';

  const gateway = createVonageGateway({ ...account, application, apiHost, connections: inFlight });
  const ours = async (no: number) => {
    const outcome = await gateway.send({ to, from, text, ref: `v1.abcd2345.${no}.1` });
    if (outcome.kind !== 'accepted') throw new Error(`message ${no} was ${outcome.kind}`);
  };
  const sdk = new Vonage(
    { ...account, applicationId: application.id, privateKey: application.privateKey },
    { apiHost },
  );
  const shipped = async (no: number) => {
    const clientRef = `v1.abcd2345.${no}.1`;
    await sdk.messages.send({ channel: 'sms', messageType: 'text', to: to.slice(1), from, text, clientRef });
  };

  await measure('warm-up', 2_000, ours);
  const fast = await measure('gateway', messages, ours);
  const slow = await measure('SDK as shipped', Math.ceil(messages / 10), shipped);
  console.log(`ratio ${(fast / slow).toFixed(1)}`);
  await gateway.close();
  provider.disconnect();
}

async function measure(name: string, messages: number, send: (no: number) => Promise<void>): Promise<number> {
  let next = 0;
  const worker = async () => {
    while (next < messages) await send(next++);
  };
  const cpu = process.cpuUsage();
  const startMs = performance.now();
  await Promise.all(Array.from({ length: inFlight }, worker));
  const seconds = (performance.now() - startMs) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  const perSecond = messages / seconds;
  const each = (user + system) / messages;
  console.log(
    `${name.padEnd(16)}${Math.round(perSecond).toString().padStart(8)}/s ${Math.round(each).toString().padStart(6)} µs CPU each`,
  );
  return perSecond;
}
