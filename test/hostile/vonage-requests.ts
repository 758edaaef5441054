import { expect, test } from 'vitest';
import { clientRef } from '../../src/domain/recipient/recipient.ts';
import { aNumber, campaignId } from '../support/builders.ts';
import { forAll } from '../support/hostile/post.ts';
import { throwBodies, throwForgedWebhooks, throwNonsense } from '../support/hostile/rounds.ts';
import { sentPeople, type Target } from '../support/hostile/target.ts';
import { anInboundText, aStatus } from '../support/hostile/vonage-bodies.ts';
import { signedBy } from '../support/hostile/vonage-forgeries.ts';

/** Whatever comes to the two addresses that Vonage calls. */
export function vonageRequests(target: Target): void {
  const send = (kind: 'status' | 'inbound', document: object) => {
    const body = JSON.stringify(document);
    const authorization = signedBy(target.vonage.settings, body);
    return target.posts.post(`${target.url}/vonage/${kind}`, { body, headers: { authorization } });
  };
  const receipt = (no: number, status: string, more: object = {}) =>
    send('status', { ...aStatus, status, client_ref: clientRef({ campaignId, no, attempt: 1 }), ...more });
  const people = (state: string) => target.metric(`trickle_recipients{state="${state}"}`);

  test('nonsense that Vonage signed is acknowledged or, when it may be a text, asked for again; it leaves no trace', async () => {
    await target.rests();
    const before = await target.stored();
    const unreadable = await target.metric('trickle_webhooks_total{end="unreadable"}');
    const { answers, wrong } = await throwNonsense(target, { seed: 1, runs: 800 });
    expect(wrong).toEqual([]);
    expect(answers).toEqual({ 200: expect.any(Number), 503: expect.any(Number) });
    expect(await target.metric('trickle_webhooks_total{end="unreadable"}')).toBe(unreadable + (answers[503] ?? 0));
    expect(await target.stored()).toBe(before);
  });

  test('no forgery of a webhook is taken, and none leaves a trace', async () => {
    const before = await target.stored();
    expect((await throwForgedWebhooks(target, { seed: 2, runs: 1_000 })).wrong).toEqual([]);
    expect(await target.stored()).toBe(before);
  });

  test('an unsigned webhook is asked for again, and leaves no trace', async () => {
    const before = await target.stored();
    const body = JSON.stringify({ ...anInboundText, text: 'STOP' });
    expect((await target.posts.post(`${target.url}/vonage/inbound`, { body })).status).toBe(503);
    expect(await target.stored()).toBe(before);
  });

  test('a receipt that comes 50 times at once, and again later, counts once', async () => {
    const before = await people('delivered');
    const answers = await forAll([...Array(50).keys()], () => receipt(0, 'delivered'), 50);
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(await people('delivered')).toBe(before + 1);
    const stored = await target.stored();
    expect((await receipt(0, 'delivered')).status).toBe(200);
    expect(await target.stored()).toBe(stored);
  });

  test('a text that comes 50 times at once, and again later, is one text', async () => {
    const document = { ...anInboundText, from: aNumber(1).slice(1), message_uuid: 'fifty-times-the-same-text' };
    const unanswered = await target.metric('trickle_unanswered_conversations');
    const answers = await forAll([...Array(50).keys()], () => send('inbound', document), 50);
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(await target.metric('trickle_unanswered_conversations')).toBe(unanswered + 1);
    await target.slack.until(() => postsWith('When do you open?').length > 0, { what: 'the text in the channel' });
    await send('inbound', document);
    expect(await target.metric('trickle_announcements_pending')).toBe(0);
    expect(postsWith('When do you open?')).toHaveLength(1);
  });

  test('receipts end in the same state in every order, each of them repeated', async () => {
    const before = await people('delivered');
    const orders = permutations(['submitted', 'delivered', 'submitted', 'delivered']);
    expect(orders).toHaveLength(24);
    await forAll([...orders.entries()], async ([index, order]) => {
      for (const status of order) expect((await receipt(10 + index, status)).status).toBe(200);
    });
    expect(await people('delivered')).toBe(before + orders.length);
  });

  test.each([
    ['delivered', 'rejected'],
    ['rejected', 'delivered'],
    ['undeliverable', 'delivered'],
  ])('of two different ends the first stands: %s before %s', async (first, second) => {
    const no = 40 + ['delivered', 'rejected', 'undeliverable'].indexOf(first);
    const before = await people(first);
    for (const status of [first, second, 'submitted', first]) await receipt(no, status);
    expect(await people(first)).toBe(before + 1);
  });

  test.each([
    ['before the plain receipt', [{ error: { title: 1240 } }, {}]],
    ['after it', [{}, { error: { title: '1240' } }]],
  ])('the carrier’s word that a person opted out counts %s', async (_, [first, second]) => {
    const before = await target.metric('trickle_suppressed_numbers');
    const no = 50 + before;
    await receipt(no, 'rejected', first);
    await receipt(no, 'rejected', second);
    expect(await target.metric('trickle_suppressed_numbers')).toBe(before + 1);
    expect(no).toBeLessThan(sentPeople);
  });

  const picture = {
    message_type: 'image',
    text: undefined,
    image: { url: 'https://example.com/a.jpg', caption: 'STOP' },
  };
  const old = { message: { content: { type: 'text', text: 'STOP' } }, text: undefined };
  test.each([
    ['under a picture', '12015550801', picture],
    [
      'in a part',
      '12015550802',
      {
        text: undefined,
        content: [
          { type: 'image', url: 'x' },
          { type: 'text', text: 'STOP' },
        ],
      },
    ],
    ['on a button', '12015550803', { text: undefined, button: { payload: 'b', text: 'STOP' } }],
    ['in a reply', '12015550804', { text: undefined, reply: { id: 'r', title: 'STOP' } }],
    ['of version 0.1', { type: 'sms', number: '12015550805' }, old],
    [
      'of the SMS API',
      undefined,
      { msisdn: '12015550806', messageId: '0A00000000000806', text: 'STOP', keyword: 'STOP' },
    ],
    ['of a number without its country', '2015550807', { text: 'STOP' }],
    ['of a number with spaces and a plus', '+1 (201) 555-0808', { text: 'STOP' }],
  ])('a STOP %s opts the person out', async (_, from, more) => {
    const before = await target.metric('trickle_suppressed_numbers');
    const document = {
      ...anInboundText,
      message_uuid: `stop-${JSON.stringify(from ?? more).replace(/\W/g, '')}`,
      from,
    };
    for (let times = 0; times < 3; times += 1)
      expect((await send('inbound', { ...document, ...more })).status).toBe(200);
    expect(await target.metric('trickle_suppressed_numbers')).toBe(before + 1);
  });

  test('a STOP with the id of another person’s text opts out all the same', async () => {
    const before = await target.metric('trickle_suppressed_numbers');
    await send('inbound', { ...anInboundText, message_uuid: 'one-id-for-two', from: '12015550811' });
    for (let times = 0; times < 3; times += 1) {
      const stop = { ...anInboundText, message_uuid: 'one-id-for-two', from: '12015550812', text: 'STOP' };
      expect((await send('inbound', stop)).status).toBe(200);
    }
    expect(await target.metric('trickle_suppressed_numbers')).toBe(before + 1);
  });

  test('whatever else Vonage signs is answered 200 or asked for again; the program lives, and logs no failure', async () => {
    const failures = target.errors().length;
    const { answers, wrong } = await throwBodies(target, { seed: 3, runs: 1_000 });
    expect(wrong).toEqual([]);
    expect(Object.keys(answers)).toEqual(['200', '503']);
    expect(answers[200]).toBeGreaterThan(500);
    expect(target.errors().slice(failures)).toEqual([]);
    expect((await target.posts.post(`${target.url}/readyz`, { method: 'GET', body: '' })).status).toBe(200);
  });

  function postsWith(text: string) {
    const messages = target.slack.channel('sms').messages();
    return messages.flatMap((message) => [message, ...message.thread]).filter((message) => message.text.includes(text));
  }
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}
