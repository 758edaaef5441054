import { apiKeysDocument } from './document-names.ts';
import type { EventOf } from './events.ts';
import { type Memory, touch } from './memory.ts';

export function saveApiKey(memory: Memory, { key }: EventOf<'api_key_saved'>): void {
  if (touch(memory, apiKeysDocument)) memory.apiKeys.set(key.id, key);
}
