import { describe, expect, test } from 'vitest';
import { handClock } from '../../../playground/clock.ts';
import { createAutoReply } from '../../../playground/vonage/auto-reply.ts';
import { aLocalVonage, applicationId, aReceiver, plainBody, post } from './a-local-vonage.ts';

const start = Date.UTC(2026, 4, 4, 12);

describe('a phone', () => {
  test('shows a message once it is delivered', async () => {
    const clock = handClock(start);
    const vonage = await aLocalVonage({ clock });
    const phone = vonage.phone('+1 201-555-0199');
    await post(vonage.url, plainBody);
    expect(phone.messages).toEqual([]);

    clock.advance(2_000);

    expect(phone.messages).toEqual([{ direction: 'received', with: '12015550123', text: 'Hello', at: start + 2_000 }]);
    expect(vonage.phones).toEqual([phone]);
  });

  test('sends a text to who wrote last, as a signed webhook', async () => {
    const receiver = await aReceiver();
    const vonage = await aLocalVonage({ inboundUrl: `${receiver.url}/inbound`, speed: 1_000 });
    const phone = vonage.phone('+12015550199');
    await post(vonage.url, plainBody);
    await vonage.until(() => phone.messages.length === 1);

    phone.text('stop texting me');
    await vonage.until(() => receiver.received.length === 1);

    const [webhook] = receiver.received;
    expect(webhook?.claims).toMatchObject({ iss: 'Vonage', api_key: 'abcd1234', application_id: applicationId });
    expect(webhook?.body).toEqual({
      channel: 'sms',
      message_uuid: expect.stringMatching(/^[0-9a-f-]{36}$/),
      to: '12015550123',
      from: '12015550199',
      timestamp: expect.stringMatching(/Z$/),
      message_type: 'text',
      text: 'stop texting me',
      sms: { num_messages: '1', keyword: 'STOP' },
      usage: { currency: 'EUR', price: '0.0000' },
      origin: { network_code: '310260' },
    });
    expect(phone.messages.map(({ direction }) => direction)).toEqual(['received', 'sent']);
  });

  test('may write first, to any number of the account', async () => {
    const receiver = await aReceiver();
    const vonage = await aLocalVonage({ inboundUrl: receiver.url });
    vonage.phone('447700900001').text('Hi 😀'.repeat(20), { to: '+447700900000' });
    vonage.phone('447700900001').text('Hello');
    await vonage.until(() => vonage.webhooks.every(({ state }) => state === 'taken'));
    expect(receiver.received.map(({ body }) => body.to).sort()).toEqual(['12015550123', '447700900000']);
    expect(receiver.received.map(({ body }) => body.sms)).toContainEqual({ num_messages: '2', keyword: 'HI' });
  });
});

describe('people who answer by themselves', () => {
  const policy = {
    fraction: 1,
    weights: { answer: 0, question: 0, stop: 1 },
    delayMs: [1_000, 1_000],
    seed: 1,
  } as const;

  test('write back after a while, until it is switched off', async () => {
    const clock = handClock(start);
    const vonage = await aLocalVonage({ clock });
    vonage.autoReply({ ...policy, stops: ['STOP'] });
    await post(vonage.url, plainBody);
    clock.advance(2_999);
    const phone = vonage.phone(plainBody.to);
    expect(phone.messages).toHaveLength(1);
    clock.advance(1);
    expect(phone.messages[1]).toEqual({ direction: 'sent', with: '12015550123', text: 'STOP', at: start + 3_000 });

    vonage.autoReply(null);
    await post(vonage.url, plainBody);
    clock.advance(60_000);
    expect(phone.messages).toHaveLength(3);
  });

  test('are the same people again for the same seed, in about the share asked for', () => {
    const draw = (seed: number) => {
      const next = createAutoReply({
        fraction: 0.25,
        weights: { answer: 6, question: 3, stop: 1 },
        delayMs: [1_000, 5_000],
        seed,
      });
      return Array.from({ length: 1_000 }, next);
    };
    const replies = draw(7).filter((reply) => reply !== undefined);

    expect(draw(7)).toEqual(draw(7));
    expect(draw(8)).not.toEqual(draw(7));
    expect(replies.length / 1_000).toBeCloseTo(0.25, 1);
    expect(replies.every(({ afterMs }) => afterMs >= 1_000 && afterMs < 5_000)).toBe(true);
    expect(replies.filter(({ text }) => /stop|unsub/i.test(text)).length / replies.length).toBeCloseTo(0.1, 1);
  });
});

describe('the feed of changes', () => {
  test('tells of a request, its message, its answer, its delivery, until it is left', async () => {
    const clock = handClock(start);
    const vonage = await aLocalVonage({ clock });
    const seen: string[] = [];
    const leave = vonage.onChange(({ kind }) => seen.push(kind));
    await post(vonage.url, plainBody);
    await vonage.until(() => seen.includes('answered'));
    clock.advance(5_000);
    leave();
    vonage.configure({ balance: 5 });
    expect(seen).toEqual(['request', 'accepted', 'answered', 'phone']);
  });
});
