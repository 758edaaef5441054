import { describe, expect, test } from 'vitest';
import { type ApiKey, mostKeys, sha256Of } from '../../../src/domain/api-key.ts';
import { author, channel } from '../../support/builders.ts';
import type { WithStore } from '../contract.ts';
import { nowAndReopened } from './arrange.ts';

const at = '2026-11-28T08:00:00.000Z';
const crm: ApiKey = {
  id: 'crmcrmcr',
  name: 'CRM',
  sha256: sha256Of('a key'),
  madeBy: author,
  madeAt: at,
  channel,
};
const told = (id: string) => [
  { id, at, kind: 'channel_notice' as const, campaignId: null, channel: crm.channel, text: 'A key was made' },
];

export function apiKeyContract(withStore: WithStore): void {
  describe('keys of other programs', () => {
    test(
      'are there from the moment they are made, together with what the team is told',
      withStore(async (store, reopen) => {
        expect(store.apiKeys.isAny()).toBe(false);
        expect(await store.apiKeys.add(crm, told('made'))).toBe('added');
        for await (const one of nowAndReopened(store, reopen)) {
          expect(one.apiKeys.get(crm.id)).toEqual(crm);
          expect(await one.apiKeys.all()).toEqual([crm]);
          expect(one.apiKeys.isAny()).toBe(true);
          expect(await one.announcements.pending()).toMatchObject([{ id: 'made' }]);
        }
      }),
    );

    test(
      'share no name while they live, in any letter case, also when both are made at once',
      withStore(async (store) => {
        const second = { ...crm, id: 'secondaa', name: 'crm' };
        const made = await Promise.all([store.apiKeys.add(crm), store.apiKeys.add(second, told('no'))]);
        expect(made).toEqual(['added', 'taken']);
        await store.apiKeys.revoke(crm.id, { by: author, at });
        expect(await store.apiKeys.add(second)).toBe('added');
        expect(await store.announcements.pending()).toEqual([]);
      }),
    );

    test(
      'are few',
      withStore(async (store) => {
        for (let made = 0; made < mostKeys; made += 1) {
          const id = `keykey${'abcdefghij'[made % 10]}${'abcdefghij'[Math.floor(made / 10)]}`;
          expect(await store.apiKeys.add({ ...crm, id, name: `Key ${made}` })).toBe('added');
        }
        expect(await store.apiKeys.add(crm)).toBe('full');
      }),
    );

    test(
      'are revoked once and for good',
      withStore(async (store, reopen) => {
        await store.apiKeys.add(crm);
        expect(await store.apiKeys.revoke(crm.id, { by: author, at }, told('revoked'))).toBe(true);
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.apiKeys.revoke(crm.id, { by: author, at: '2026-11-29T08:00:00.000Z' })).toBe(false);
          expect(one.apiKeys.get(crm.id)?.revoked).toEqual({ by: author, at });
          expect(one.apiKeys.isAny()).toBe(false);
          expect(await one.announcements.pending()).toMatchObject([{ id: 'revoked' }]);
        }
        expect(await store.apiKeys.revoke('nosuchke', { by: author, at }).catch(() => 'closed')).toBe('closed');
      }),
    );

    test(
      'tell when they were last used, to the hour',
      withStore(async (store, reopen) => {
        await store.apiKeys.add(crm);
        await store.apiKeys.used(crm.id, new Date('2026-11-28T09:00:00.000Z'));
        await store.apiKeys.used(crm.id, new Date('2026-11-28T09:59:00.000Z'));
        await store.apiKeys.used('nosuchke', new Date('2026-11-28T09:59:00.000Z'));
        for await (const one of nowAndReopened(store, reopen)) {
          expect(one.apiKeys.get(crm.id)?.lastUsedAt).toBe('2026-11-28T09:00:00.000Z');
        }
      }),
    );
  });
}
