import { describe, expect, test } from 'vitest';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import { CampaignId } from '../../../src/domain/ids.ts';
import type { KeptBook, Store } from '../../../src/ports/store.ts';
import { aCampaign, aNumber, approver } from '../../support/builders.ts';
import type { WithStore } from '../contract.ts';
import { aBatch, aList, now, nowAndReopened } from './arrange.ts';

const strict: KeptBook = { hash: 'aaaa', text: '{"rules":["__proto__"]}' };
const loose: KeptBook = { hash: 'bbbb', text: '{"rules":[]}' };

export function bookContract(withStore: WithStore): void {
  describe('books of rules', () => {
    test(
      'are kept with the approval that names them, and only with it',
      withStore(async (store, reopen) => {
        const campaign = await approvedUnder(store, strict, 1);
        expect(await store.campaigns.save({ ...campaign, version: 1 }, { book: loose })).toBe('stale');
        for await (const one of nowAndReopened(store, reopen)) {
          expect(one.campaigns.book(strict.hash)).toBe(strict.text);
          expect(one.campaigns.book(loose.hash)).toBeUndefined();
          expect(one.campaigns.book('__proto__')).toBeUndefined();
          expect((await one.campaigns.get(campaign.id))?.approval?.rules).toBe(strict.hash);
        }
      }),
    );

    test(
      'are kept once: what is under the hash stays',
      withStore(async (store, reopen) => {
        await approvedUnder(store, strict, 1);
        await approvedUnder(store, { ...strict, text: 'another' }, 2);
        for await (const one of nowAndReopened(store, reopen))
          expect(one.campaigns.book(strict.hash)).toBe(strict.text);
      }),
    );

    test(
      'stay while a campaign that is not over names them, and go with the next one that is kept',
      withStore(async (store, reopen) => {
        const first = await approvedUnder(store, strict, 1);
        await approvedUnder(store, loose, 2);
        for await (const one of nowAndReopened(store, reopen))
          expect(one.campaigns.book(strict.hash)).toBe(strict.text);
        const reopened = await reopen();
        await reopened.campaigns.save({ ...first, status: 'failed' });
        await approvedUnder(reopened, { hash: 'cccc', text: '{}' }, 3);
        for await (const one of nowAndReopened(reopened, reopen)) {
          expect(one.campaigns.book(strict.hash)).toBeUndefined();
          expect(one.campaigns.book(loose.hash)).toBe(loose.text);
          expect(one.campaigns.book('cccc')).toBe('{}');
        }
      }),
    );

    test(
      'stay for a completed campaign as long as somebody in doubt may be sent it again',
      withStore(async (store, reopen) => {
        const first = await approvedUnder(store, strict, 1);
        const running = await saved(store, { ...first, status: 'running' });
        const [claim] = await store.recipients.claim(running.id, aBatch(1), 1, now);
        await store.recipients.record(claim!, { to: 'unconfirmed', reason: 'timeout' }, now);
        await saved(store, { ...running, status: 'completed' });
        await approvedUnder(store, loose, 2);
        for await (const one of nowAndReopened(store, reopen))
          expect(one.campaigns.book(strict.hash)).toBe(strict.text);
        const reopened = await reopen();
        await reopened.recipients.resolve(running.id, 0, 'close', approver, now);
        await approvedUnder(reopened, { hash: 'cccc', text: '{}' }, 3);
        for await (const one of nowAndReopened(reopened, reopen))
          expect(one.campaigns.book(strict.hash)).toBeUndefined();
      }),
    );
  });
}

/** A campaign of one person whose approval names the book. */
async function approvedUnder(store: Store, book: KeptBook, no: number): Promise<Campaign> {
  const origin = `V${no}`;
  const id = CampaignId.parse(`aaaabbb${no + 1}`);
  const { approval, ...campaign } = aCampaign({ id, origin, list: { ...aCampaign().list, size: 1 } });
  const created = await store.campaigns.create(
    { ...campaign, status: 'pending_approval', approval: null },
    aList(1).map((one) => ({ ...one, number: aNumber(no) })),
  );
  return saved(store, { ...created, status: 'scheduled', approval: { ...approval!, rules: book.hash } }, book);
}

async function saved(store: Store, campaign: Campaign, book?: KeptBook): Promise<Campaign> {
  const known = await store.campaigns.save(campaign, book && { book });
  if (known === 'stale') throw new Error('stale');
  return known;
}
