import { generateKeyPairSync } from 'node:crypto';
import { Vonage } from '@vonage/server-sdk';
import { onTestFinished } from 'vitest';
import type { LocalVonageOptions } from '../../../playground/vonage/settings.ts';
import { startLocalVonage } from '../../../playground/vonage/start-local-vonage.ts';
import { startWebhookReceiver } from './webhook-receiver.ts';

export const signatureSecret = 'test-signature-secret-0123456789abcdef';
export const applicationId = '11111111-2222-4333-8444-555555555555';
export const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

/** A local Vonage that ends with the test; its sender may send 1000 a second unless told otherwise. */
export async function aLocalVonage(options: LocalVonageOptions = {}) {
  const vonage = await startLocalVonage({
    applicationId,
    publicKey: keys.publicKey,
    signatureSecret,
    rates: { '12015550123': 1_000 },
    ...options,
  });
  onTestFinished(() => vonage.close());
  return vonage;
}

/** A receiver for its webhooks that ends with the test. */
export async function aReceiver(answer?: (nth: number) => number) {
  const receiver = await startWebhookReceiver(signatureSecret, answer);
  onTestFinished(() => receiver.close());
  return receiver;
}

/** The vendor's own client, by key and secret or by application. */
export function aClient(url: string, by: 'basic' | 'jwt' = 'basic', timeout = 5_000) {
  const application = by === 'jwt' ? { applicationId, privateKey: keys.privateKey } : {};
  return new Vonage(
    { apiKey: 'abcd1234', apiSecret: 'local-api-secret', ...application },
    { apiHost: url, restHost: url, timeout },
  );
}

export const hello = {
  channel: 'sms',
  messageType: 'text',
  to: '12015550199',
  from: '12015550123',
  text: 'Hello',
  clientRef: 'ref-1',
} as const;

/** POST /v1/messages by hand, with the key and secret. */
export function post(url: string, body: unknown, headers: Record<string, string> = {}) {
  return fetch(`${url}/v1/messages`, {
    method: 'POST',
    headers: { authorization: basic('abcd1234', 'local-api-secret'), 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    redirect: 'manual',
  });
}

export function basic(key: string, secret: string): string {
  return `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`;
}

/** The body the documentation shows for one SMS. */
export const plainBody = {
  channel: 'sms',
  message_type: 'text',
  to: '12015550199',
  from: '12015550123',
  text: 'Hello',
  client_ref: 'ref-1',
};
