import { ApiKey, isLive, isUseNews, keyNamed, mostKeys } from '../../../domain/api-key.ts';
import type { ApiKeyStore } from '../../../ports/store.ts';
import type { Changes } from './changes.ts';

export function apiKeyStore(changes: Changes): ApiKeyStore {
  const { memory } = changes;
  const all = () => [...memory.apiKeys.values()];
  return {
    all: async () => all(),
    isAny: () => all().some(isLive),
    get: (id) => memory.apiKeys.get(id),
    async add(given, announcements = []) {
      const key = ApiKey.parse(given);
      await changes.ready();
      if (memory.apiKeys.has(key.id) || keyNamed(all(), key.name)) return 'taken';
      if (all().filter(isLive).length >= mostKeys) return 'full';
      await changes.commit({ kind: 'api_key_saved', key, announcements: [...announcements] });
      return 'added';
    },
    async revoke(id, revoked, announcements = []) {
      await changes.ready();
      const key = memory.apiKeys.get(id);
      if (!key || !isLive(key)) {
        await changes.durable();
        return false;
      }
      await changes.commit({ kind: 'api_key_saved', key: { ...key, revoked }, announcements: [...announcements] });
      return true;
    },
    async used(id, at) {
      const key = memory.apiKeys.get(id);
      if (!key || !isUseNews(key, at)) return;
      await changes.ready();
      const now = memory.apiKeys.get(id);
      if (!now || !isUseNews(now, at)) return;
      await changes.commit({
        kind: 'api_key_saved',
        key: { ...now, lastUsedAt: at.toISOString() },
        announcements: [],
      });
    },
  };
}
