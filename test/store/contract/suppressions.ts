import { describe, expect, test } from 'vitest';
import { CampaignId } from '../../../src/domain/ids.ts';
import { aMexican, aNumber, aSuppression, campaignId } from '../../support/builders.ts';
import type { WithStore } from '../contract.ts';
import { nowAndReopened } from './arrange.ts';

const at = '2026-11-23T15:00:00.000Z';

export function suppressionContract(withStore: WithStore): void {
  describe('suppressions', () => {
    test(
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

    test(
      'the first opt-out of a number stays, with the moment of the last one',
      withStore(async (store, reopen) => {
        await store.suppressions.add(aSuppression());
        await store.suppressions.add(aSuppression({ at, source: 'U0AGENT' }));
        await store.suppressions.add(aSuppression({ source: 'carrier', campaignId }));
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.suppressions.get(aNumber())).toEqual(aSuppression({ again: { at, source: 'U0AGENT' } }));
          expect(await one.suppressions.reportedIn(campaignId)).toEqual([]);
        }
      }),
    );

    test(
      'an opt-out replaces a hold, never the other way round',
      withStore(async (store) => {
        await store.suppressions.add(aSuppression({ kind: 'held' }));
        expect(store.suppressions.blocks(aNumber())).toBe(true);
        await store.suppressions.add(aSuppression({ kind: 'opted_out', at }));
        await store.suppressions.add(aSuppression({ kind: 'held' }));
        expect(await store.suppressions.get(aNumber())).toEqual(aSuppression({ at }));
      }),
    );

    test(
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

    test(
      'who was reported by the carrier in a campaign is known until that is lifted',
      withStore(async (store, reopen) => {
        const reported = { source: 'carrier', campaignId };
        await store.suppressions.add(aSuppression({ number: aNumber(1), kind: 'held' }));
        await store.suppressions.add(aSuppression({ number: aNumber(1), ...reported }));
        await store.suppressions.add(aSuppression({ number: aNumber(2), ...reported }));
        await store.suppressions.add(aSuppression({ number: aNumber(3) }));
        await store.suppressions.add(aSuppression({ number: aNumber(3), ...reported }));
        await store.suppressions.remove(aNumber(2), 'U0AGENT', at);
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.suppressions.reportedIn(campaignId)).toEqual([aNumber(1)]);
          expect(await one.suppressions.reportedIn(CampaignId.parse('zzzz2345'))).toEqual([]);
        }
      }),
    );

    test(
      'those opted out are told from those held',
      withStore(async (store) => {
        await store.suppressions.add(aSuppression({ number: aNumber(1) }));
        await store.suppressions.add(aSuppression({ number: aNumber(2), kind: 'held' }));
        const optedOut = await store.suppressions.among([aNumber(0), aNumber(1), aNumber(2)]);
        expect([...optedOut]).toEqual([aNumber(1)]);
      }),
    );

    test(
      'is of a person: the first opt-out stays, and holds however the number is written',
      withStore(async (store, reopen) => {
        const { listed, fromNetwork } = aMexican();
        const optOut = aSuppression({ number: fromNetwork });
        await store.suppressions.add(optOut);
        await store.suppressions.add(aSuppression({ number: listed, at, source: 'U0AGENT' }));
        for await (const one of nowAndReopened(store, reopen)) {
          for (const number of [listed, fromNetwork]) {
            expect(await one.suppressions.get(number)).toEqual(optOut);
            expect(one.suppressions.blocks(number)).toBe(true);
          }
          expect(one.suppressions.blocks(aMexican(1).listed)).toBe(false);
          expect(await one.suppressions.count()).toBe(1);
          const asked = [listed, aMexican(1).listed, fromNetwork];
          expect([...(await one.suppressions.among(asked))]).toEqual([listed, fromNetwork]);
        }
      }),
    );

    test(
      'a hold under one spelling gives way to an opt-out under another, and never comes back in its place',
      withStore(async (store, reopen) => {
        const { listed, fromNetwork } = aMexican();
        await store.suppressions.add(aSuppression({ number: listed, kind: 'held' }));
        const optOut = aSuppression({ number: fromNetwork, at });
        await store.suppressions.add(optOut);
        await store.suppressions.add(aSuppression({ number: listed, kind: 'held' }));
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.suppressions.get(listed)).toEqual(optOut);
          expect(await one.suppressions.count()).toBe(1);
        }
      }),
    );

    test.each(['listed', 'fromNetwork'] as const)(
      'a person is taken off under any spelling, and all spellings of them with it (%s)',
      (spelling) =>
        withStore(async (store, reopen) => {
          const person = aMexican();
          await store.suppressions.add(aSuppression({ number: person.listed, kind: 'held' }));
          await store.suppressions.add(aSuppression({ number: person.fromNetwork }));
          await store.suppressions.add(aSuppression({ number: aMexican(1).fromNetwork }));
          expect(await store.suppressions.remove(person[spelling], 'U0AGENT', at)).toBe(true);
          expect(await store.suppressions.remove(person[spelling], 'U0AGENT', at)).toBe(false);
          for await (const one of nowAndReopened(store, reopen)) {
            expect(await one.suppressions.get(person.listed)).toBeUndefined();
            expect(await one.suppressions.get(person.fromNetwork)).toBeUndefined();
            expect(one.suppressions.blocks(aMexican(1).listed)).toBe(true);
          }
        })(),
    );
  });
}
