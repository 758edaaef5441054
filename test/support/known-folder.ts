import type { Store } from '../../src/ports/store.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { admin } from './builders.ts';

/** A store of which an admin has said that it is meant to be new: campaigns may start in it. */
export async function vouchedFor<Any extends Pick<Store, 'folder'>>(store: Any): Promise<Any> {
  await store.folder.vouch(admin, '2026-11-20T08:00:00.000Z');
  return store;
}

/** The same for a folder that the program opens later. */
export async function makeKnownFolder(folder: string): Promise<void> {
  const store = await vouchedFor(await openLowdbStore({ folder }));
  await store.close();
}
