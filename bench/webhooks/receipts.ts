import { signature } from '../../playground/vonage/webhooks.ts';
import { clientRef } from '../../src/domain/recipient/recipient.ts';
import { from, phoneOf } from '../sending/request.ts';
import { messageIdOf } from '../store/text-everybody.ts';
import { benchCampaign, signing, statusPath } from './serving.ts';

/** A signed receipt for each of so many people, as bytes of whole requests. */
export function signedReceipts(people: number, now: Date): Buffer[] {
  return Array.from({ length: people }, (_, no) => {
    const body = JSON.stringify({
      message_uuid: messageIdOf(no),
      to: phoneOf(no),
      from,
      timestamp: now.toISOString(),
      status: 'delivered',
      channel: 'sms',
      client_ref: clientRef({ campaignId: benchCampaign, no, attempt: 1 }),
      usage: { currency: 'EUR', price: '0.0333' },
    });
    const { authorization } = signature(body, signing, {}, now.getTime());
    const head = [
      `POST ${statusPath} HTTP/1.1`,
      'host: 127.0.0.1',
      'content-type: application/json',
      `authorization: ${authorization}`,
      `content-length: ${Buffer.byteLength(body)}`,
    ];
    return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
  });
}
