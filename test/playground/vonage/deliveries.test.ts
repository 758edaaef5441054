import { describe, expect, test } from 'vitest';
import { handClock } from '../../../playground/clock.ts';
import { planStatuses } from '../../../playground/vonage/deliveries.ts';
import type { Delivery } from '../../../playground/vonage/requests/scripted-answers.ts';
import { aLocalVonage, aReceiver, plainBody, post } from './a-local-vonage.ts';

const pace = { submittedAfterMs: 300, finalAfterMs: 2_000 };

describe('the statuses of a message', () => {
  test.each<[string, Delivery, string[]]>([
    ['as usual', {}, ['submitted@300', 'delivered@2000']],
    ['refused by the network', { outcome: { rejected: '1240' } }, ['submitted@300', 'rejected@2000']],
    ['refused by Vonage', { outcome: { rejected: '1240' }, submitted: false }, ['rejected@2000']],
    ['never handed to a network', { outcome: 'undeliverable' }, ['undeliverable@2000']],
    ['without a receipt', { outcome: 'none' }, ['submitted@300']],
    ['silent', { outcome: 'none', submitted: false }, []],
    ['out of order', { outOfOrder: true }, ['delivered@300', 'submitted@2000']],
  ])('come %s', (_, delivery, statuses) => {
    expect(planStatuses(delivery, pace).map(({ status, afterMs }) => `${status}@${afterMs}`)).toEqual(statuses);
  });

  test.each<[string, Delivery, string[]]>([
    ['three of each', { copies: 3 }, ['submitted', 'submitted', 'submitted', 'delivered', 'delivered', 'delivered']],
    ['the final first', { outOfOrder: true }, ['delivered', 'submitted']],
    ['one that never ends', { outcome: 'none' }, ['submitted']],
  ])('are posted: %s', async (_, delivery, statuses) => {
    const receiver = await aReceiver();
    const clock = handClock(Date.UTC(2026, 4, 4, 12));
    const vonage = await aLocalVonage({ statusUrl: receiver.url, clock });
    const allTaken = () => vonage.webhooks.every(({ state }) => state === 'taken');
    vonage.answer({ answer: { kind: 'accept', delivery } });
    await post(vonage.url, plainBody);
    clock.advance(300);
    await vonage.until(allTaken);
    clock.advance(1_700);
    await vonage.until(allTaken);
    expect(receiver.statuses()).toEqual(statuses);
    expect(vonage.phone(plainBody.to).messages).toHaveLength(1);
  });

  test('come late when told so', async () => {
    const clock = handClock(Date.UTC(2026, 4, 4, 12));
    const vonage = await aLocalVonage({ clock });
    vonage.answer({ answer: { kind: 'accept', delivery: { afterMs: 86_400_000 } } });
    await post(vonage.url, plainBody);
    clock.advance(86_399_999);
    expect(vonage.phone(plainBody.to).messages).toEqual([]);
    clock.advance(1);
    expect(vonage.phone(plainBody.to).messages).toHaveLength(1);
  });

  test('carry the code of a rejection and the price that was charged', async () => {
    const receiver = await aReceiver();
    const vonage = await aLocalVonage({ statusUrl: receiver.url, speed: 1_000 });
    vonage.answer({ answer: { kind: 'accept', delivery: { outcome: { rejected: '1240' }, submitted: false } } });
    await post(vonage.url, plainBody);
    await vonage.until(() => receiver.received.length === 1);
    expect(receiver.received[0]?.body).toMatchObject({
      status: 'rejected',
      error: { type: 'https://developer.vonage.com/api-errors/messages#1240', title: '1240' },
      usage: { currency: 'EUR' },
    });
    expect(vonage.phone(plainBody.to).messages).toEqual([]);
  });

  test('begin before the answer when told so', async () => {
    const receiver = await aReceiver();
    const vonage = await aLocalVonage({ statusUrl: receiver.url, finalAfterMs: 60_000 });
    vonage.answer({ answer: { kind: 'accept', delivery: { beforeAnswer: true } } });
    await post(vonage.url, plainBody);
    expect(receiver.statuses()).toEqual(['submitted']);
  });
});
