import { onTestFinished } from 'vitest';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import { createFolderGuard, type FolderGuard, type OutsideMarks } from '../../src/services/folder/folder-guard.ts';
import type { Bench } from './services.ts';

/** As after a start: what the guard of a bench does with what is known outside; left out, nobody knows anything. */
export async function guard(bench: Bench, outside: Partial<OutsideMarks>): Promise<FolderGuard> {
  const watching = createFolderGuard(bench.deps, { beside: null, ask: async () => [], ...outside });
  await watching.start();
  onTestFinished(() => watching.stop());
  return watching;
}

/** The direct messages that are owed, each with its person. */
export async function directs({ store }: Bench): Promise<string[]> {
  const pending = await store.announcements.pending();
  return pending.flatMap((owed) => (owed.kind === 'direct' ? [`${owed.to}: ${owed.text}`] : []));
}

export async function statusOf({ store }: Bench, { id }: Campaign): Promise<Campaign> {
  return (await store.campaigns.get(id))!;
}
