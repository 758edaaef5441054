import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SendOutcome } from '../../src/domain/recipient/send-outcome.ts';
import { type Answer, classify } from '../../src/sms/classify.ts';

const now = new Date('2025-02-03T12:00:00Z');
const uuid = 'aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab';

function response(status: number, over: Partial<Extract<Answer, { kind: 'response' }>> = {}): Answer {
  return { kind: 'response', status, contentType: 'application/json', body: '', now, ...over };
}

const problem = JSON.stringify({
  type: 'https://developer.vonage.com/api-errors/messages#1120',
  title: 'Invalid sender',
  detail: 'The `from` parameter is invalid.',
});

describe('an answer that proves acceptance', () => {
  test.each([200, 201, 202])('%i with the id of the message is accepted', (status) => {
    expect(classify(response(status, { body: JSON.stringify({ message_uuid: uuid }) }))).toEqual({
      kind: 'accepted',
      messageId: uuid,
    });
  });

  test.each([
    ['with a character set', 'application/json; charset=utf-8'],
    ['of a JSON dialect', 'application/hal+json'],
  ])('a content type %s is JSON too', (_, contentType) => {
    const body = JSON.stringify({ message_uuid: uuid, workflow_id: 'x' });
    expect(classify(response(202, { body, contentType })).kind).toBe('accepted');
  });

  test.each<[string, Partial<Extract<Answer, { kind: 'response' }>>]>([
    ['an empty body', { body: '' }],
    ['an HTML page', { body: '<html>ok</html>', contentType: 'text/html' }],
    ['JSON that calls itself text', { body: JSON.stringify({ message_uuid: uuid }), contentType: 'text/plain' }],
    ['a cut body', { body: '{"message_uuid":"aaaa' }],
    ['no id', { body: '{}' }],
    ['an id that is a number', { body: '{"message_uuid":12345678}' }],
    ['an empty id', { body: '{"message_uuid":""}' }],
    ['null', { body: 'null' }],
  ])('2xx with %s was taken, but nobody knows as what', (_, over) => {
    expect(classify(response(202, over))).toEqual({ kind: 'unconfirmed', cause: 'no_id' });
  });
});

describe('too many requests', () => {
  test.each<[string | null | undefined, number]>([
    ['15', 15_000],
    ['1.5', 1_500],
    ['0', 1_000],
    ['-1', 1_000],
    ['1000000000', 900_000],
    ['1e9', 900_000],
    ['Mon, 03 Feb 2025 12:00:30 GMT', 30_000],
    ['Mon, 03 Feb 2025 11:00:00 GMT', 1_000],
    ['Mon, 03 Feb 2035 12:00:00 GMT', 900_000],
    ['Mon, the never GMT', 5_000],
    ['soon', 5_000],
    ['garbage 1', 5_000],
    ['', 5_000],
    [null, 5_000],
    [undefined, 5_000],
  ])('with Retry-After %j waits %i ms', (retryAfter, retryAfterMs) => {
    const answer = response(429, retryAfter === undefined ? {} : { retryAfter });
    expect(classify(answer)).toEqual({ kind: 'throttled', retryAfterMs });
  });
});

describe('a refusal', () => {
  test('404 is about the address, not about credentials, and stops everything', () => {
    const body = JSON.stringify({ title: 'Not Found', detail: 'No such path.' });
    expect(classify(response(404, { body }))).toEqual({
      kind: 'halted',
      reason: 'provider_not_found',
      detail: '404: Not Found. No such path.',
    });
  });

  test.each([401, 403])('%i is about our credentials and stops everything', (status) => {
    const body = JSON.stringify({ title: 'Unauthorized', detail: 'You did not provide correct credentials.' });
    expect(classify(response(status, { body }))).toEqual({
      kind: 'halted',
      reason: 'provider_auth',
      detail: `${status}: Unauthorized. You did not provide correct credentials.`,
    });
  });

  test('402 is about the balance and stops everything', () => {
    expect(classify(response(402, { body: '<html>' }))).toEqual({
      kind: 'halted',
      reason: 'provider_balance',
      detail: '402: no explanation given',
    });
  });

  test.each([400, 422, 405, 410, 413])('%i is about this recipient, with the provider’s code', (status) => {
    expect(classify(response(status, { body: problem }))).toEqual({
      kind: 'refused',
      code: '1120',
      reason: 'Invalid sender. The `from` parameter is invalid.',
    });
  });

  test('without a readable document it is known by its status', () => {
    expect(classify(response(422, { body: '<html>no</html>', contentType: 'text/html' }))).toEqual({
      kind: 'refused',
      code: 'http_422',
      reason: 'no explanation given',
    });
  });
});

test.each([100, 301, 302, 304, 307, 308, 408, 409, 425, 500, 502, 503, 504, 599, 600])(
  '%i does not say whether the message was taken',
  (status) => {
    expect(classify(response(status, { body: problem }))).toEqual({ kind: 'unconfirmed', cause: `http_${status}` });
  },
);

describe('no answer', () => {
  test.each([
    ['ECONNREFUSED', 'connection_refused'],
    ['ENOTFOUND', 'name_not_found'],
    ['EAI_AGAIN', 'name_not_found'],
    ['UND_ERR_CONNECT_TIMEOUT', 'connect_timeout'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
    ['CERT_HAS_EXPIRED', 'certificate'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
    ['ECONNRESET', 'connection_lost'],
  ])('%s before the first byte: surely not sent', (code, cause) => {
    expect(classify({ kind: 'error', phase: 'connecting', name: 'Error', code })).toEqual({ kind: 'not_sent', cause });
  });

  test.each([
    ['ECONNRESET', 'connection_lost'],
    ['EPIPE', 'connection_lost'],
    ['UND_ERR_SOCKET', 'connection_lost'],
    ['HPE_INVALID_CONSTANT', 'garbled_answer'],
    ['ECONNREFUSED', 'connection_refused'],
    ['SOMETHING_NEW', 'something_new'],
  ])('%s after the first byte: in doubt', (code, cause) => {
    expect(classify({ kind: 'error', phase: 'sent', name: 'Error', code })).toEqual({ kind: 'unconfirmed', cause });
  });

  test('an error without a code is known by its name', () => {
    expect(classify({ kind: 'error', phase: 'sent', name: 'Timeout' })).toEqual({
      kind: 'unconfirmed',
      cause: 'timeout',
    });
  });
});

test('only what surely was not accepted is ever sent again, whatever comes back', () => {
  const answers = fc.record({
    kind: fc.constant('response' as const),
    status: fc.integer({ min: 100, max: 999 }),
    retryAfter: fc.option(fc.string()),
    contentType: fc.constantFrom('application/json', 'text/html', ''),
    body: fc.oneof(fc.string(), fc.json(), fc.constant(problem)),
    now: fc.constant(now),
  });
  const again = new Set<SendOutcome['kind']>(['throttled', 'not_sent', 'halted']);
  fc.assert(
    fc.property(answers, (answer) => {
      const outcome = classify(answer);
      expect(again.has(outcome.kind)).toBe([401, 402, 403, 404, 429].includes(answer.status));
      if (outcome.kind === 'throttled') {
        expect(outcome.retryAfterMs).toBeGreaterThanOrEqual(1_000);
        expect(outcome.retryAfterMs).toBeLessThanOrEqual(900_000);
      }
    }),
  );
});
