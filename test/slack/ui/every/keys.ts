import { type ApiKey, sha256Of, writeApiKey } from '../../../../src/domain/api-key.ts';
import { keyAdded, keyList, keyRevoked } from '../../../../src/slack/ui/messages/api-keys.ts';
import type { Message } from '../../../../src/slack/ui/parts/message.ts';
import { agent, channel } from '../../../support/builders.ts';
import type { Data } from '../worst/data.ts';

export function everyKeyMessage({ name }: Data): [string, Message][] {
  const zone = 'America/New_York';
  const at = '2026-11-28T08:00:00.000Z';
  const key: ApiKey = {
    id: 'crmcrmcr',
    name: name.slice(0, 40),
    sha256: sha256Of('x'),
    madeBy: agent,
    madeAt: at,
    channel,
    seesNumbers: true,
    lastUsedAt: at,
  };
  const { seesNumbers: _, lastUsedAt: _never, ...plain } = key;
  const revoked = { ...key, revoked: { by: agent, at } };
  return [
    ['key added', keyAdded({ key, secret: writeApiKey(key.id, new Uint8Array(32)) })],
    ['masked key added', keyAdded({ key: plain, secret: writeApiKey(key.id, new Uint8Array(32)) })],
    ['key revoked', keyRevoked(revoked)],
    ['no keys', keyList({ keys: [], zone })],
    ['only revoked keys', keyList({ keys: [revoked], zone })],
    ['one key', keyList({ keys: [plain, revoked, revoked], zone })],
    [
      'all keys',
      keyList({
        keys: [...Array.from({ length: 50 }, (_, no) => ({ ...key, name: `${key.name.slice(0, 30)} ${no}` })), revoked],
        zone,
      }),
    ],
  ];
}
