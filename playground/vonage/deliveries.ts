import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { AcceptedMessage } from './oracle.ts';
import type { Delivery } from './requests/scripted-answers.ts';

/** A message on its way to a phone. */
export type MessageUnderWay = {
  message: AcceptedMessage;
  segments: number;
  price: number;
  delivery: Delivery;
  /** In seconds; undefined: longer than any delivery takes. */
  ttl?: number | undefined;
};

export type Pace = {
  submittedAfterMs: number;
  finalAfterMs: number;
};

export type DeliveryEffects = {
  /** Posts one status webhook; resolves when the first attempt is over. */
  post(body: Record<string, unknown>): Promise<void>;
  /** The message has reached the phone. */
  arrive(message: AcceptedMessage): void;
};

/** Carries a message through submitted to its final status; resolves at once unless a webhook has to precede the answer. */
export async function deliver(
  sent: MessageUnderWay,
  clock: Clock,
  pace: Pace,
  effects: DeliveryEffects,
): Promise<void> {
  const way = { ...sent, delivery: inTime(sent, pace) };
  const { delivery, message } = way;
  const outcome = delivery.outcome ?? 'delivered';
  const finalAfterMs = delivery.afterMs ?? pace.finalAfterMs;

  const posts = planStatuses(delivery, { ...pace, finalAfterMs });
  const postStatus = (status: string) => {
    const body = statusBody(way, status, clock.now());
    return Promise.all(Array.from({ length: delivery.copies ?? 1 }, () => effects.post(body)));
  };

  const first = delivery.beforeAnswer ? posts.shift() : undefined;
  for (const { status, afterMs } of posts) clock.after(afterMs, () => void postStatus(status));
  // A network that sends no receipt has mostly delivered the message all the same.
  if (outcome === 'delivered' || outcome === 'none') clock.after(finalAfterMs, () => effects.arrive(message));
  if (first) await postStatus(first.status);
}

/** What takes longer than its sender allows is dropped when that time is over. */
function inTime({ delivery, ttl }: MessageUnderWay, pace: Pace): Delivery {
  const afterMs = delivery.afterMs ?? pace.finalAfterMs;
  if (ttl === undefined || afterMs <= ttl * 1_000) return delivery;
  return { ...delivery, outcome: { rejected: '1360' }, afterMs: ttl * 1_000 };
}

/** Which statuses come, in the order their webhooks leave, and when. */
export function planStatuses(delivery: Delivery, pace: Pace): { status: string; afterMs: number }[] {
  const outcome = delivery.outcome ?? 'delivered';
  const final = typeof outcome === 'string' ? outcome : 'rejected';
  const submitted = delivery.submitted ?? final !== 'undeliverable';
  const statuses = [...(submitted ? ['submitted'] : []), ...(final === 'none' ? [] : [final])];
  const times = statuses.map((status) => (status === 'submitted' ? pace.submittedAfterMs : pace.finalAfterMs));
  if (delivery.outOfOrder) statuses.reverse();
  return statuses.map((status, index) => ({ status, afterMs: times[index] ?? pace.finalAfterMs }));
}

/** The body of a status webhook, as documented: price at submitted and rejected, the error with its code as title. */
function statusBody(way: MessageUnderWay, status: string, now: number): Record<string, unknown> {
  const { message, segments, price, delivery } = way;
  const code = typeof delivery.outcome === 'object' ? delivery.outcome.rejected : '1260';
  return {
    message_uuid: message.messageUuid,
    to: message.to,
    from: message.from,
    timestamp: timestamp(now),
    status,
    channel: 'sms',
    ...(status === 'rejected' || status === 'undeliverable' ? { error: statusError(code) } : {}),
    ...(message.clientRef === undefined ? {} : { client_ref: message.clientRef }),
    ...(status === 'submitted' || status === 'rejected' ? { usage: { currency: 'EUR', price: price.toFixed(4) } } : {}),
    destination: { network_code: '310260' },
    sms: { count_total: String(segments) },
  };
}

/** Whole seconds in UTC, as Vonage writes them. */
export function timestamp(now: number): string {
  return `${new Date(now).toISOString().slice(0, 19)}Z`;
}

const reasons: Record<string, string> = {
  '1000': 'Throttled - You have exceeded the submission capacity allowed on this account. Please wait and retry',
  '1030': 'Internal error - There was an error processing your request in the Platform.',
  '1170': 'Invalid or Missing Msisdn Param - The supplied number is not valid.',
  '1190': 'Absent Subscriber Permanent - The subscriber is permanently absent.',
  '1210': 'Anti-Spam Rejection - The message was blocked as spam.',
  '1240': 'Illegal Number - The recipient has opted out of messages from this sender.',
  '1241': 'Too Many Messages - The sender exceeded its rate.',
  '1250': 'Unroutable - The number cannot be reached.',
  '1260': 'Destination Unreachable - The message could not be delivered to the network.',
  '1330': 'Unknown - An unknown error was received from the carrier.',
  '1360': 'TTL Expired - The message was not delivered in time.',
  '1460': 'Daily message limit exceeded - Check compliance with regulations such as 10DLC.',
  '1490': 'Segment timeout - Not all segments were confirmed.',
};

function statusError(code: string): Record<string, string> {
  return {
    type: `https://developer.vonage.com/api-errors/messages#${code}`,
    title: code,
    detail: reasons[code] ?? 'The message was not delivered.',
    instance: randomUUID().replaceAll('-', ''),
  };
}
