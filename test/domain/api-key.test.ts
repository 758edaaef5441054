import { expect, test } from 'vitest';
import {
  type ApiKey,
  idInApiKey,
  isUseNews,
  opensWith,
  readKeyName,
  sha256Of,
  writeApiKey,
} from '../../src/domain/api-key.ts';
import { admin, channel } from '../support/builders.ts';

const secret = writeApiKey('abcd2345', Buffer.alloc(32, 255));
const key: ApiKey = {
  id: 'abcd2345',
  name: 'CRM',
  sha256: sha256Of(secret),
  madeBy: admin,
  madeAt: '2026-11-28T08:00:00.000Z',
  channel,
};

test('a key names its own id, and nothing else does', () => {
  expect(secret).toBe(`trickle_abcd2345_${'_'.repeat(42)}8`);
  expect(idInApiKey(secret)).toBe('abcd2345');
  for (const other of [
    '',
    'trickle_',
    secret.slice(1),
    `${secret}_`,
    `${secret}\n`,
    secret.replace('abcd', 'ABCD'),
    ` ${secret}`,
  ]) {
    expect(idInApiKey(other)).toBeUndefined();
  }
});

test('only the whole key opens, and a revoked one does not', () => {
  expect(opensWith(key, secret)).toBe(true);
  expect(opensWith(key, `${secret.slice(0, -1)}A`)).toBe(false);
  expect(opensWith(undefined, secret)).toBe(false);
  expect(opensWith(undefined, '')).toBe(false);
  expect(opensWith({ ...key, revoked: { by: admin, at: key.madeAt } }, secret)).toBe(false);
});

test('a name is one line of visible characters', () => {
  expect(readKeyName('  The\nshop ')).toBe('The shop');
  for (const name of ['', ' ', '\u200b', 'x'.repeat(41)])
    expect(() => readKeyName(name)).toThrow('Give the key a name');
});

test('a use is worth keeping once an hour', () => {
  const used = (lastUsedAt: string, now: string) => isUseNews({ ...key, lastUsedAt }, new Date(now));
  expect(isUseNews(key, new Date('2026-11-28T08:00:00Z'))).toBe(true);
  expect(used('2026-11-28T08:00:00.000Z', '2026-11-28T08:59:59.999Z')).toBe(false);
  expect(used('2026-11-28T08:00:00.000Z', '2026-11-28T09:00:00.000Z')).toBe(true);
});
