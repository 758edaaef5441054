import { describe, expect, test } from 'vitest';
import { CampaignId, ConversationId } from '../../../src/domain/ids.ts';
import { placeKey } from '../../../src/domain/place/place-key.ts';
import type { Residence } from '../../../src/domain/place/residence.ts';
import { whereaboutsOf } from '../../../src/domain/place/whereabouts.ts';
import type { ByPlace } from '../../../src/ports/recipients.ts';
import type { Store } from '../../../src/ports/store.ts';
import { aCampaign, aConversation, agent, aNumber, campaignId } from '../../support/builders.ts';
import type { WithStore } from '../contract.ts';
import { aBatch, now, nowAndReopened } from './arrange.ts';

const other = CampaignId.parse('wxyz6789');
const ada = aNumber(1);
const colorado = placeKey(whereaboutsOf(ada, {}, { state: 'US-CO' }).whereabouts);

const onlyIn =
  (open: string): ByPlace =>
  (place) =>
    place === open ? { kind: 'open', caps: [] } : { kind: 'wait' };

async function listIn(store: Store, places: string, overrides: Parameters<typeof aCampaign>[0] = {}) {
  const list = [...places].map((place, no) => ({ number: aNumber(no), values: ['Person'], place }));
  return store.campaigns.create(aCampaign(overrides), list);
}

/** Ada says so in a conversation, or takes it back. */
async function say(store: Store, word: Residence['word'], at = now) {
  const id = ConversationId.parse('cvadacvadaaa');
  const known = await store.conversations.get(id);
  const conversation = known ?? aConversation({ id, campaignId, number: ada, version: 0 });
  const residence = { number: ada, word, by: agent, at: at.toISOString() };
  await store.conversations.save({ ...conversation, name: 'Ada' }, { residence });
}

async function claimed(store: Store, byPlace: ByPlace, id = campaignId) {
  const claims = await store.recipients.claim(id, aBatch(), 10, now, byPlace);
  return claims.map(({ no, place }) => `${no} ${place}`);
}

/** Where people said they live. */
export function residenceContract(withStore: WithStore): void {
  describe('residences', () => {
    test(
      'move the person on every list, those of later as well, and back once they are taken back',
      withStore(async (store, reopen) => {
        await listIn(store, 'aab');
        await say(store, { state: 'US-CO' });
        await listIn(store, 'ba', { id: other, origin: 'other' });
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.residences.get(ada)).toMatchObject({ word: { state: 'US-CO' }, by: agent });
          expect(await one.recipients.queuedByPlace(campaignId)).toEqual([
            { place: 'a', queued: 1 },
            { place: 'b', queued: 1 },
            { place: colorado, queued: 1 },
          ]);
          expect(one.recipients.placeNow(other, 1)).toBe(colorado);
          expect(await one.recipients.get(other, 1)).toMatchObject({ place: colorado });
          expect(await one.residences.get(aNumber(0))).toBeUndefined();
        }
      }),
    );

    test(
      'give the person back to where each list had them once they are taken back',
      withStore(async (store, reopen) => {
        await listIn(store, 'aab');
        await listIn(store, 'bb', { id: other, origin: 'other' });
        await say(store, { state: 'US-CO' });
        await say(store, { country: 'FR' });
        await say(store, null);
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.residences.get(ada)).toBeUndefined();
          expect(await one.recipients.queuedByPlace(campaignId)).toEqual([
            { place: 'a', queued: 2 },
            { place: 'b', queued: 1 },
          ]);
          expect(await one.recipients.queuedByPlace(other)).toEqual([{ place: 'b', queued: 2 }]);
        }
      }),
    );

    test(
      'are asked by the next claim, also when it had passed over the person',
      withStore(async (store) => {
        await listIn(store, 'aab');
        expect(await claimed(store, onlyIn(colorado))).toEqual([]);
        await say(store, { state: 'US-CO' });
        expect(await claimed(store, onlyIn(colorado))).toEqual([`1 ${colorado}`]);
        expect(await claimed(store, onlyIn('a'))).toEqual(['0 a']);
      }),
    );

    test(
      'are seen at once of somebody who is claimed already',
      withStore(async (store, reopen) => {
        await listIn(store, 'aa');
        await claimed(store, onlyIn('a'));
        expect(store.recipients.placeNow(campaignId, 1)).toBe('a');
        await say(store, { state: 'US-CO' });
        for await (const one of nowAndReopened(store, reopen)) {
          expect(one.recipients.placeNow(campaignId, 1)).toBe(colorado);
          expect(await one.recipients.queuedByPlace(campaignId)).toEqual([]);
        }
      }),
    );
  });
}
