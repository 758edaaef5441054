import { generateKeyPairSync } from 'node:crypto';
import { Vonage } from '@vonage/server-sdk';
import type { Contender } from './contender.ts';
import { createNumbers } from './numbers.ts';
import { account, from, phoneOf, text } from './request.ts';

const batchSize = 50;

/**
 * The loop of the tutorials: a batch of recipients, a call of the SDK for each, all awaited, the next batch; here without the
 * pause between batches. What was sent is known to memory only.
 */
export const contender: Contender = async ({ providerUrl }) => {
  const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const application = { applicationId: '12345678-1234-4234-8234-123456789012', privateKey: pem };
  const vonage = new Vonage({ ...account, ...application }, { apiHost: providerUrl });
  const take = createNumbers();
  return {
    prepare: async (count) => {
      const first = take(count);
      const recipients = Array.from({ length: count }, (_, at) => phoneOf(first + at));
      return async () => {
        for (let at = 0; at < count; at += batchSize) {
          const batch = recipients.slice(at, at + batchSize);
          await Promise.all(
            batch.map((to) => vonage.messages.send({ channel: 'sms', messageType: 'text', to, from, text })),
          );
        }
      };
    },
    close: async () => {},
  };
};
