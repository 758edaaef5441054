import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkMessage } from '../../../playground/vonage/requests/check-message.ts';
import { aLocalVonage, plainBody, post } from './a-local-vonage.ts';

const own = ['12015550123'];

describe('a message the API takes', () => {
  test.each([
    ['the shortest number', { to: '4912345' }],
    ['the longest number', { to: '491234567890123' }],
    ['a text of 3200 characters', { text: 'x'.repeat(3_200) }],
    ['a client reference of 100 characters', { client_ref: 'r'.repeat(100) }],
    ['no client reference', { client_ref: undefined }],
    ['the shortest life', { ttl: 20 }],
    ['the longest life', { ttl: 604_800 }],
    ['an alphanumeric sender outside the United States and Canada', { from: 'ACME', to: '447700900000' }],
    [
      'every documented option',
      {
        webhook_url: 'https://x.example/s',
        webhook_version: 'v1',
        sms: { encoding_type: 'unicode' },
        trusted_recipient: true,
      },
    ],
  ])('may have %s', (_, change) => {
    expect(checkMessage({ ...plainBody, ...change }, own)).not.toHaveProperty('status');
  });
});

describe('a message the API refuses', () => {
  test.each([
    ['a leading +', { to: '+12015550199' }, '1430', 'to'],
    ['a leading 00', { to: '0012015550199' }, '1430', 'to'],
    ['six digits', { to: '123456' }, '1430', 'to'],
    ['sixteen digits', { to: '1234567890123456' }, '1430', 'to'],
    ['a number that is no string', { to: 12015550199 }, '1430', 'to'],
    ['two recipients in a list', { to: ['12015550199', '12015550198'] }, '1431', 'to'],
    ['two recipients in a string', { to: '12015550199,12015550198' }, '1431', 'to'],
    ['no recipient', { to: undefined }, '1150', 'to'],
    ['no sender', { from: '' }, '1150', 'from'],
    ['a foreign sender', { from: '12015550000' }, '1120', 'from'],
    ['a sender with +', { from: '+12015550123' }, '1120', 'from'],
    ['an alphanumeric sender in the United States', { from: 'ACME' }, '1120', 'from'],
    ['an alphanumeric sender of 12 characters', { from: 'ACMECOMPANYS', to: '447700900000' }, '1120', 'from'],
    ['an unknown channel', { channel: 'pigeon' }, '1400', 'channel'],
    ['another channel', { channel: 'whatsapp' }, '1400', 'channel'],
    ['another message type', { message_type: 'image' }, '1440', 'message_type'],
    ['an empty text', { text: '' }, '1150', 'text'],
    ['a text of 3201 characters', { text: 'x'.repeat(3_201) }, '1150', 'text'],
    ['a text that is no string', { text: 7 }, '1150', 'text'],
    ['a client reference of 101 characters', { client_ref: 'r'.repeat(101) }, '1450', 'client_ref'],
    ['a life of 19 s', { ttl: 19 }, '1150', 'ttl'],
    ['a life of more than a week', { ttl: 604_801 }, '1150', 'ttl'],
    ['a life in fractions', { ttl: 20.5 }, '1150', 'ttl'],
    ['an unknown encoding', { sms: { encoding_type: 'morse' } }, '1150', 'sms.encoding_type'],
    ['SMS options that are no object', { sms: 'unicode' }, '1150', 'sms'],
    ['a webhook URL that is none', { webhook_url: 'nowhere' }, '1150', 'webhook_url'],
    ['an unknown webhook version', { webhook_version: 'v9' }, '1150', 'webhook_version'],
  ])('has %s', (_, change, code, name) => {
    expect(checkMessage({ ...plainBody, ...change }, own)).toMatchObject({
      status: 422,
      contentType: 'application/json',
      body: { type: `https://developer.vonage.com/api-errors/messages#${code}`, invalid_parameters: [{ name }] },
    });
  });

  test('names everything that is missing', () => {
    const checked = checkMessage({}, own);
    const names = ['to', 'from', 'channel', 'message_type', 'text'].map((name) => ({ name, reason: 'is required' }));
    expect(checked).toMatchObject({ body: { invalid_parameters: names } });
  });

  test('takes or refuses any JSON in any field, and never throws', () => {
    const field = fc.constantFrom(...Object.keys(plainBody), 'ttl', 'sms', 'webhook_url', 'trusted_recipient');
    fc.assert(
      fc.property(field, fc.jsonValue(), (name, value) => {
        const checked = checkMessage({ ...plainBody, [name]: value }, own);
        expect('status' in checked ? checked.status : checked.text).toBeDefined();
      }),
    );
    expect(checkMessage(null, own)).toMatchObject({ status: 422 });
  });
});

describe('refusals on the wire', () => {
  test('sends a problem with a trace id and does not take the message', async () => {
    const vonage = await aLocalVonage();

    const answer = await post(vonage.url, { ...plainBody, to: '+12015550199' });

    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(await answer.json()).toMatchObject({
      title: 'Invalid recipient',
      instance: expect.stringMatching(/^\w{32}$/),
    });
    expect(vonage.accepted).toEqual([]);
  });

  test('calls a body that is no JSON by its name', async () => {
    const vonage = await aLocalVonage();
    const answer = await post(vonage.url, '{"to":');
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ title: 'Invalid JSON' });
  });
});
