import { describe, expect, test } from 'vitest';
import { handClock } from '../../../playground/clock.ts';
import { retryAfterMs } from '../../../playground/vonage/retry-schedule.ts';
import {
  aClient,
  aLocalVonage,
  applicationId,
  aReceiver,
  hello,
  plainBody,
  post,
  signatureSecret,
} from './a-local-vonage.ts';

const start = Date.UTC(2026, 4, 4, 12);
const orphan = { message_uuid: 'orphan', status: 'delivered' };

describe('a status webhook', () => {
  test('says submitted, then delivered, each signed over its exact body', async () => {
    const receiver = await aReceiver();
    const vonage = await aLocalVonage({ statusUrl: `${receiver.url}/status`, speed: 100, pricePerSegment: 0.01 });

    const { messageUUID } = await aClient(vonage.url, 'jwt').messages.send({
      ...hello,
      text: `Olá 😀 ${'x'.repeat(70)}`,
    });
    await vonage.until(() => vonage.webhooks.filter(({ state }) => state === 'taken').length === 2);

    const common = { message_uuid: messageUUID, to: hello.to, from: hello.from, channel: 'sms', client_ref: 'ref-1' };
    const [submitted, delivered] = ['submitted', 'delivered'].map((status) =>
      receiver.received.find(({ body }) => body.status === status),
    );
    expect(submitted?.body).toMatchObject({
      ...common,
      status: 'submitted',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      usage: { currency: 'EUR', price: '0.0200' },
      sms: { count_total: '2' },
    });
    expect(delivered?.body).toMatchObject({ ...common, status: 'delivered' });
    expect(delivered?.body).not.toHaveProperty('usage');
    for (const { claims, path } of receiver.received) {
      expect(path).toBe('/status');
      expect(claims).toMatchObject({ iss: 'Vonage', api_key: 'abcd1234', application_id: applicationId });
    }
    expect(submitted?.claims?.jti).not.toBe(delivered?.claims?.jti);
  });

  test('names no application when the message came by key and secret', async () => {
    const receiver = await aReceiver();
    const vonage = await aLocalVonage({ statusUrl: receiver.url, speed: 1_000 });
    await aClient(vonage.url).messages.send(hello);
    await vonage.until(() => receiver.received.length === 2);
    expect(receiver.received[0]?.claims).not.toHaveProperty('application_id');
  });

  test('goes to the URL of the message rather than that of the account', async () => {
    const receiver = await aReceiver();
    const vonage = await aLocalVonage({ statusUrl: `${receiver.url}/account`, speed: 1_000 });
    await post(vonage.url, { ...plainBody, webhook_url: `${receiver.url}/message` });
    await vonage.until(() => receiver.received.length === 2);
    expect(receiver.received.map(({ path }) => path)).toEqual(['/message', '/message']);
  });

  test('may be set up later', async () => {
    const receiver = await aReceiver();
    const vonage = await aLocalVonage();
    expect(() => vonage.sendWebhook('status', orphan)).toThrow('configure({ statusUrl })');
    vonage.configure({ statusUrl: receiver.url });
    await vonage.sendWebhook('status', orphan);
    expect(receiver.received).toMatchObject([{ body: orphan }]);
  });

  test.each([
    ['without a signature', null],
    ['signed with another secret', 'some-other-secret-0123456789'],
  ])('can be sent %s, to try the receiver', async (_, signWith) => {
    const receiver = await aReceiver();
    const vonage = await aLocalVonage({ statusUrl: receiver.url });
    await vonage.sendWebhook('status', orphan, { signWith });
    await vonage.sendWebhook('status', orphan, { signWith: signatureSecret });
    expect(receiver.received.map(({ claims }) => claims !== undefined)).toEqual([false, true]);
  });
});

describe('retries', () => {
  test('come after 5 s, then at doubled gaps to 15 min, then every 15 min, and end after a day', () => {
    const gapsMs: number[] = [];
    let elapsedMs = 0;
    for (let waitMs = retryAfterMs(1, 0); waitMs !== undefined; waitMs = retryAfterMs(gapsMs.length + 1, elapsedMs)) {
      gapsMs.push(waitMs);
      elapsedMs += waitMs;
    }
    expect(gapsMs.slice(0, 10).map((gap) => gap / 1_000)).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 900, 900]);
    expect(elapsedMs).toBeLessThanOrEqual(86_400_000);
    expect(elapsedMs).toBeGreaterThan(86_400_000 - 900_000);
  });

  test.each([429, 500, 503])('follow a %i, until it is taken', async (status) => {
    const receiver = await aReceiver((nth) => (nth < 3 ? status : 200));
    const clock = handClock(start);
    const vonage = await aLocalVonage({ statusUrl: receiver.url, clock });
    const attempts = () => vonage.webhooks[0]?.attempts ?? [];

    await vonage.sendWebhook('status', orphan);
    clock.advance(4_999);
    expect(attempts()).toEqual([{ at: start, answer: status }]);
    clock.advance(1);
    await vonage.until(() => attempts().length === 2);
    clock.advance(10_000);
    await vonage.until(() => vonage.webhooks[0]?.state === 'taken');

    expect(attempts().map(({ at }) => at - start)).toEqual([0, 5_000, 15_000]);
    expect(receiver.received.map(({ body }) => body)).toEqual([orphan, orphan, orphan]);
  });

  test.each([
    ['a fresh token', false, 2],
    ["the first attempt's token", true, 1],
  ])('carry %s', async (_, reuseSignature, tokens) => {
    const receiver = await aReceiver((nth) => (nth === 1 ? 503 : 200));
    const clock = handClock(start);
    const vonage = await aLocalVonage({ statusUrl: receiver.url, clock, reuseSignature });
    await vonage.sendWebhook('status', orphan);
    clock.advance(5_000);
    await vonage.until(() => vonage.webhooks[0]?.state === 'taken');
    expect(new Set(receiver.received.map(({ claims }) => claims?.jti)).size).toBe(tokens);
  });

  test.each([400, 401, 404, 302])('do not follow a %i: what it carried is lost', async (status) => {
    const receiver = await aReceiver(() => status);
    const clock = handClock(start);
    const vonage = await aLocalVonage({ statusUrl: receiver.url, clock });
    await vonage.sendWebhook('status', orphan);
    clock.advance(86_400_000);
    expect(vonage.webhooks).toMatchObject([{ state: 'refused', attempts: [{ answer: status }] }]);
  });

  test('follow a connection that fails, and are given up after a day', async () => {
    const receiver = await aReceiver();
    await receiver.close();
    const clock = handClock(start);
    const vonage = await aLocalVonage({ statusUrl: receiver.url, clock });
    await vonage.sendWebhook('status', orphan);
    const webhook = vonage.webhooks[0];
    expect(webhook).toMatchObject({ state: 'trying', attempts: [{ answer: 'ECONNREFUSED' }] });

    while (webhook?.state === 'trying') {
      const tried = webhook.attempts.length;
      clock.advance(900_000);
      await vonage.until(() => webhook.attempts.length > tried || webhook.state !== 'trying');
    }

    expect(webhook?.state).toBe('dropped');
    expect(webhook?.attempts.length).toBeGreaterThan(90);
  });
});
