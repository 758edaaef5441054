import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { type AutoReply, type AutoReplyPolicy, createAutoReply } from './auto-reply.ts';
import type { Changes } from './changes.ts';
import { deliver, timestamp } from './deliveries.ts';
import type { AcceptedMessage } from './oracle.ts';
import { createPhones, type InboundText, type Phones } from './phones.ts';
import type { SmsRequest } from './requests/check-message.ts';
import type { Delivery } from './requests/scripted-answers.ts';
import { segments } from './segments.ts';
import type { Settings } from './settings.ts';
import type { Webhooks } from './webhooks.ts';

export type Carrier = {
  readonly phones: Phones;
  /** Sends an accepted message on its way; waits only for a webhook that must precede the answer. */
  take(message: AcceptedMessage, request: SmsRequest, delivery: Delivery, auth: 'jwt' | 'basic'): Promise<void>;
  autoReply(policy: AutoReplyPolicy | null): void;
};

/** What lies between Vonage and the phones: messages out with their receipts, texts in. */
export function createCarrier(settings: Settings, clock: Clock, webhooks: Webhooks, changes: Changes): Carrier {
  let reply: (() => AutoReply | undefined) | undefined;
  const ownNumber = () => settings.numbers[0]?.msisdn ?? '12015550123';
  const phones = createPhones(clock.now, ownNumber, (text) => {
    changes.tell('phone');
    const { inboundUrl, applicationId } = settings;
    if (inboundUrl) void webhooks.send('inbound', inboundUrl, inboundBody(text, clock.now()), { applicationId });
  });

  function arrive(message: AcceptedMessage) {
    const phone = phones.receive(message);
    changes.tell('phone');
    const answer = reply?.();
    if (answer) clock.after(answer.afterMs, () => phone.text(answer.text, { to: message.from }));
  }

  return {
    phones,
    take(message, { webhookUrl, encoding, ttl }, delivery, auth) {
      const parts = segments(message.text, encoding);
      const applicationId = auth === 'jwt' ? settings.applicationId : undefined;
      const post = async (body: Record<string, unknown>) => {
        const url = webhookUrl ?? settings.statusUrl;
        if (url) await webhooks.send('status', url, body, { applicationId });
      };
      const way = { message, segments: parts, price: parts * settings.pricePerSegment, delivery, ttl };
      return deliver(way, clock, settings, { post, arrive });
    },
    autoReply(policy) {
      reply = policy === null ? undefined : createAutoReply(policy);
      changes.tell('settings');
    },
  };
}

function inboundBody({ from, to, text }: InboundText, now: number): Record<string, unknown> {
  return {
    channel: 'sms',
    message_uuid: randomUUID(),
    to,
    from,
    timestamp: timestamp(now),
    message_type: 'text',
    text,
    sms: { num_messages: String(segments(text)), keyword: text.trim().split(/\s+/)[0]?.toUpperCase() ?? '' },
    usage: { currency: 'EUR', price: '0.0000' },
    origin: { network_code: '310260' },
  };
}
