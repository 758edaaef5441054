import type { Store } from '../../src/ports/store.ts';
import { announcementContract } from './contract/announcements.ts';
import { apiKeyContract } from './contract/api-keys.ts';
import { bookContract } from './contract/books.ts';
import { byPlaceContract } from './contract/by-place.ts';
import { campaignContract } from './contract/campaigns.ts';
import { claimContract } from './contract/claims.ts';
import { conversationContract } from './contract/conversations.ts';
import { formContract } from './contract/forms.ts';
import { groupContract } from './contract/groups.ts';
import { importContract } from './contract/imports.ts';
import { leaveOutContract } from './contract/leave-out.ts';
import { leftOutContract } from './contract/left-out.ts';
import { manySuppressionsContract } from './contract/many-suppressions.ts';
import { oneMessageOnceContract } from './contract/one-message-once.ts';
import { outcomeContract } from './contract/outcomes.ts';
import { receiptContract } from './contract/receipts.ts';
import { reminderContract } from './contract/reminders.ts';
import { requestContract } from './contract/requests.ts';
import { residenceContract } from './contract/residences.ts';
import { suppressionContract } from './contract/suppressions.ts';
import { textedContract } from './contract/texted.ts';
import { wordsThatLiftContract } from './contract/words-that-lift.ts';

/** An empty place for a store, which can be opened again and again (one store at a time) and is removed at the end. */
export type StorePlace = { open(): Promise<Store>; remove(): Promise<void> };

/** Runs a test with a store of its own; `reopen` closes it and opens another one on the same data. */
export type WithStore = (test: (store: Store, reopen: () => Promise<Store>) => Promise<void>) => () => Promise<void>;

/** Every promise of the port, for any engine behind it, as tests of the suite that calls. */
export function storeContract(openStore: () => Promise<StorePlace>): void {
  const withStore: WithStore = (test) => async () => {
    const place = await openStore();
    let store = await place.open();
    try {
      await test(store, async () => {
        await store.close();
        store = await place.open();
        return store;
      });
    } finally {
      await store.close();
      await place.remove();
    }
  };

  apiKeyContract(withStore);
  campaignContract(withStore);
  bookContract(withStore);
  claimContract(withStore);
  byPlaceContract(withStore);
  leftOutContract(withStore);
  leaveOutContract(withStore);
  outcomeContract(withStore);
  receiptContract(withStore);
  reminderContract(withStore);
  requestContract(withStore);
  residenceContract(withStore);
  formContract(withStore);
  importContract(withStore);
  groupContract(withStore);
  textedContract(withStore);
  suppressionContract(withStore);
  manySuppressionsContract(withStore);
  conversationContract(withStore);
  oneMessageOnceContract(withStore);
  wordsThatLiftContract(withStore);
  announcementContract(withStore);
}
