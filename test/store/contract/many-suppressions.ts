import { describe, expect, test } from 'vitest';
import type { Suppression } from '../../../src/domain/reply/suppression.ts';
import type { Store } from '../../../src/ports/store.ts';
import { aDraft, agent, aMexican, aNumber, aSuppression, campaignId } from '../../support/builders.ts';
import type { WithStore } from '../contract.ts';
import { nowAndReopened } from './arrange.ts';

const early = '2026-10-01T09:00:00.000Z';
const late = '2026-11-24T15:00:00.000Z';
const source = 'import: stops.csv';
const of = (no: number, more: Partial<Suppression> = {}) => aSuppression({ number: aNumber(no), source, ...more });

async function everybody(store: Store): Promise<string[]> {
  const numbers: string[] = [];
  for await (const page of store.suppressions.pages()) numbers.push(...page.map(({ number }) => number));
  return numbers.sort();
}

export function manySuppressionsContract(withStore: WithStore): void {
  describe('many suppressions at once', () => {
    test(
      'opt everybody out in one step, and the same again changes nothing',
      withStore(async (store, reopen) => {
        const all = [of(1), of(2), of(2), of(3, { undated: true })];
        expect(await store.suppressions.addMany(all)).toEqual({ added: 3, known: 0 });
        for await (const one of nowAndReopened(store, reopen)) {
          const before = await one.suppressions.get(aNumber(3));
          const again = [...all.slice(0, 3), of(3, { undated: true, at: late })];
          expect(await one.suppressions.addMany(again)).toEqual({ added: 0, known: 3 });
          expect(await one.suppressions.get(aNumber(3))).toEqual(before);
          expect(await one.suppressions.count()).toBe(3);
          expect(await everybody(one)).toEqual([aNumber(1), aNumber(2), aNumber(3)]);
        }
      }),
    );

    test(
      'the older word stays, with the moment of the newest and the campaign that it cost',
      withStore(async (store, reopen) => {
        await store.suppressions.add(aSuppression({ campaignId }));
        await store.suppressions.add(aSuppression({ number: aNumber(1) }));
        await store.suppressions.addMany([of(0, { at: early }), of(1, { at: late })]);
        const { at } = aSuppression();
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.suppressions.get(aNumber(0))).toEqual(
            of(0, { at: early, campaignId, again: { at, source: 'sms' } }),
          );
          expect(await one.suppressions.get(aNumber(1))).toEqual(
            aSuppression({ number: aNumber(1), again: { at: late, source } }),
          );
          expect(await one.suppressions.reportedIn(campaignId)).toEqual([aNumber(0)]);
        }
      }),
    );

    test(
      'outlive the drafts and lists that have the numbers, whatever deletes those',
      withStore(async (store, reopen) => {
        const draft = await store.campaigns.create(aDraft(), [{ number: aNumber(1), values: ['Ada'] }]);
        await store.suppressions.addMany([of(1)]);
        await store.suppressions.add(aSuppression({ number: aNumber(2), source: 'carrier', campaignId: draft.id }));
        expect(await store.campaigns.discard(draft.id)).toBe(true);
        for await (const one of nowAndReopened(store, reopen)) {
          expect([1, 2].map((no) => one.suppressions.blocks(aNumber(no)))).toEqual([true, true]);
          expect(await one.suppressions.count()).toBe(2);
        }
      }),
    );

    test(
      'count a person once, however the number is written, and end a hold',
      withStore(async (store, reopen) => {
        const { listed, fromNetwork } = aMexican();
        await store.suppressions.add(aSuppression({ number: listed, kind: 'held', because: 'reassigned' }));
        await store.suppressions.add(aSuppression({ number: aNumber(7), kind: 'held' }));
        expect((await store.suppressions.held()).map(({ number }) => number)).toEqual([listed, aNumber(7)]);
        expect(await store.suppressions.addMany([aSuppression({ number: fromNetwork }), of(7)])).toEqual({
          added: 2,
          known: 0,
        });
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.suppressions.held()).toEqual([]);
          expect(await one.suppressions.count()).toBe(2);
          expect((await one.suppressions.get(listed))?.kind).toBe('opted_out');
        }
      }),
    );

    test(
      'a hold keeps its reason when it becomes an opt-out, and words heard elsewhere are kept with a former opt-out',
      withStore(async (store, reopen) => {
        await store.suppressions.add(aSuppression({ kind: 'held', because: 'reassigned' }));
        await store.suppressions.add(aSuppression({ at: late, source: 'U0AGENT' }));
        const words = { said: 'rang us', by: agent, at: late };
        await store.suppressions.add(aSuppression({ number: aNumber(1) }));
        await store.suppressions.add(aSuppression({ number: aNumber(1), at: late, source: 'U0AGENT', words }));
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.suppressions.get(aNumber())).toMatchObject({ kind: 'opted_out', because: 'reassigned' });
          expect(await one.suppressions.get(aNumber(1))).toMatchObject({ at: aSuppression().at, words });
        }
      }),
    );
  });
}
