import { describe, expect, it } from 'vitest';
import { aNumber, aSuppression } from '../../support/builders.ts';
import type { WithStore } from '../contract.ts';
import { nowAndReopened } from './arrange.ts';

const at = '2026-11-23T15:00:00.000Z';

export function suppressionContract(withStore: WithStore): void {
  describe('suppressions', () => {
    it(
      'an opt-out is remembered, also after a restart',
      withStore(async (store, reopen) => {
        await store.suppressions.add(aSuppression());
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.suppressions.get(aNumber())).toEqual(aSuppression());
          expect(one.suppressions.blocks(aNumber())).toBe(true);
          expect(one.suppressions.blocks(aNumber(1))).toBe(false);
          expect(await one.suppressions.count()).toBe(1);
        }
      }),
    );

    it(
      'the first opt-out of a number stays',
      withStore(async (store) => {
        await store.suppressions.add(aSuppression());
        await store.suppressions.add(aSuppression({ at, source: 'U0AGENT' }));
        expect(await store.suppressions.get(aNumber())).toEqual(aSuppression());
      }),
    );

    it(
      'an opt-out replaces a hold, never the other way round',
      withStore(async (store) => {
        await store.suppressions.add(aSuppression({ kind: 'held' }));
        expect(store.suppressions.blocks(aNumber())).toBe(true);
        await store.suppressions.add(aSuppression({ kind: 'opted_out', at }));
        await store.suppressions.add(aSuppression({ kind: 'held' }));
        expect(await store.suppressions.get(aNumber())).toEqual(aSuppression({ at }));
      }),
    );

    it(
      'a number is suppressed until it is removed, once',
      withStore(async (store, reopen) => {
        await store.suppressions.add(aSuppression());
        expect(await store.suppressions.remove(aNumber(), 'U0AGENT', at)).toBe(true);
        expect(await store.suppressions.remove(aNumber(), 'U0AGENT', at)).toBe(false);
        const restarted = await reopen();
        expect(await restarted.suppressions.get(aNumber())).toBeUndefined();
        expect(await restarted.suppressions.count()).toBe(0);
      }),
    );

    it(
      'those opted out are told from those held',
      withStore(async (store) => {
        await store.suppressions.add(aSuppression({ number: aNumber(1) }));
        await store.suppressions.add(aSuppression({ number: aNumber(2), kind: 'held' }));
        const optedOut = await store.suppressions.among([aNumber(0), aNumber(1), aNumber(2)]);
        expect([...optedOut]).toEqual([aNumber(1)]);
      }),
    );
  });
}
