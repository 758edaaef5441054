import jwt from 'jsonwebtoken';
import { describe, expect, test } from 'vitest';
import { checkCredentials } from '../../../playground/vonage/requests/check-credentials.ts';
import { aLocalVonage, applicationId, basic, keys, post } from './a-local-vonage.ts';

const known = { apiKey: 'key', apiSecret: 'secret', applicationId, publicKey: keys.publicKey };
const now = Math.floor(Date.now() / 1_000);

describe('credentials', () => {
  test('takes the key and secret', () => {
    expect(checkCredentials(basic('key', 'secret'), known)).toBe('basic');
  });

  test.each([
    ['with a life of 15 minutes', { exp: now + 900 }],
    ['without an end, which means 15 minutes', {}],
  ])("takes the application's token %s", (_, change) => {
    expect(checkCredentials(`Bearer ${token(change)}`, known)).toBe('jwt');
  });

  test.each([
    ['a request without any', undefined],
    ['a wrong secret', basic('key', 'Secret')],
    ['another scheme', `Digest ${Buffer.from('key:secret').toString('base64')}`],
    ['both at once', `${basic('key', 'secret')} ${basic('key', 'secret')}`],
    ['a token of another application', `Bearer ${token({ application_id: 'other' })}`],
    [
      'a token without a start',
      `Bearer ${jwt.sign({ application_id: applicationId, jti: 'j' }, keys.privateKey, { algorithm: 'RS256', noTimestamp: true })}`,
    ],
    ['a token from the future', `Bearer ${token({ iat: now + 300 })}`],
    ['an expired token', `Bearer ${token({ iat: now - 2_000, exp: now - 1_000 })}`],
    ['a token without an end, made half an hour ago', `Bearer ${token({ iat: now - 1_800 })}`],
    ['a token that lives for two days', `Bearer ${token({ exp: now + 2 * 86_400 })}`],
    ['a token without an id', `Bearer ${token({ jti: undefined })}`],
    ['a token signed with HMAC', `Bearer ${jwt.sign({ application_id: applicationId, jti: 'j' }, 'shared-secret')}`],
    ['what is no token', 'Bearer x.y.z'],
  ])('refuses %s', (_, authorization) => {
    expect(checkCredentials(authorization, known)).toBeUndefined();
  });

  test('answers wrong ones with 401 and a problem, before it looks at the body', async () => {
    const vonage = await aLocalVonage();

    const answer = await post(vonage.url, 'no json', { authorization: basic('abcd1234', 'wrong') });

    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({
      type: 'https://developer.vonage.com/api-errors#unauthorized',
      title: 'Unauthorized',
      detail: 'You did not provide correct credentials.',
    });
    expect(vonage.requests).toMatchObject([{ answered: 401 }]);
  });
});

function token(change: Record<string, unknown>): string {
  const claims = { application_id: applicationId, jti: 'j', iat: now, ...change };
  return jwt.sign(JSON.parse(JSON.stringify(claims)), keys.privateKey, { algorithm: 'RS256' });
}
