import type { RequestStore } from '../../../ports/store.ts';
import type { Changes } from './changes.ts';

export function requestStore(changes: Changes): RequestStore {
  const { memory } = changes;
  return {
    takenUntil: () => memory.takenUntil,
    async take(signedAt) {
      if (memory.takenUntil !== null && signedAt <= memory.takenUntil) return;
      await changes.ready();
      // Nobody waits for the disk: by the journal's order, what the request changes cannot be there without it.
      changes.commit({ kind: 'request_taken', signedAt }).catch(() => {});
    },
  };
}
