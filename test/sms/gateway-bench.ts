import { generateKeyPairSync } from 'node:crypto';
import { afterEach } from 'vitest';
import { PhoneNumber, SenderId } from '../../src/domain/ids.ts';
import type { VonageClientOptions } from '../../src/sms/vonage-client.ts';
import { createVonageGateway, type VonageGateway } from '../../src/sms/vonage-gateway.ts';
import { httpAnswer, type RawServer, startRawServer } from '../support/raw-server.ts';

export const uuid = 'aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab';
export const accepted = httpAnswer(202, JSON.stringify({ message_uuid: uuid }));
export const secret = 'canary-secret-9F3kd82Lq';
export const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
/** Its private key signs, its public key checks. */
export const application = { id: '12345678-1234-4234-8234-123456789012', privateKey };

export const message = {
  to: PhoneNumber.parse('+12015550123'),
  from: SenderId.parse('12015550100'),
  text: 'Canary of Ada: your appointment is tomorrow at nine.',
  ref: 'v1.abcd2345.7.1',
};

/** What a test has opened, closed after it, the last first. */
export const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

export async function server(script: Parameters<typeof startRawServer>[0]): Promise<RawServer> {
  const started = await startRawServer(script);
  closers.push(started.close);
  return started;
}

export function gateway(apiHost: string, over: Partial<VonageClientOptions> = {}): VonageGateway {
  const made = createVonageGateway({ apiKey: 'a1b2c3d4', apiSecret: secret, apiHost, timeoutMs: 1_000, ...over });
  closers.push(made.close);
  return made;
}

export function headerOf(request: string | undefined, name: string): string | undefined {
  return new RegExp(`^${name}: (.*)\\r$`, 'im').exec(request ?? '')?.[1];
}

export function bodyOf(request: string | undefined): unknown {
  return JSON.parse(Buffer.from(request?.split('\r\n\r\n')[1] ?? '', 'latin1').toString());
}
