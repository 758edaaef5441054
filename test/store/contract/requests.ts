import { expect, test } from 'vitest';
import type { WithStore } from '../contract.ts';

export function requestContract(withStore: WithStore): void {
  test(
    'remembers until when requests were taken, also after it was opened again, and never an earlier moment',
    withStore(async (store, reopen) => {
      expect(store.requests.takenUntil()).toBeNull();
      await store.requests.take(1_000);
      await store.requests.take(990);
      await store.durable();
      expect((await reopen()).requests.takenUntil()).toBe(1_000);
    }),
  );
}
