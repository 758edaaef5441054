import type { ListImport } from '../../../domain/campaign/list-import.ts';
import type { Store } from '../../../ports/store.ts';
import type { Drafting } from '../drafting.ts';
import type { Drafted } from '../editing.ts';
import { refuseTriedOften } from './readings.ts';
import { type OpenFile, reopened } from './sources.ts';

/** Lists whose reading a former process did not end. Nobody asks for it: their authors did. */
export type Resuming = {
  unfinishedReadings(): Promise<readonly ListImport[]>;
  /** Reads it again. Rejects with a CampaignError that its author has to be told; then it is over, too. */
  readAgain(one: ListImport, open: OpenFile): Promise<Drafted>;
};

export function createResuming({ store }: { store: Store }, drafting: Drafting): Resuming {
  return {
    unfinishedReadings: () => store.imports.all(),

    async readAgain(one, open) {
      const { id, by, content, edited, tries } = one;
      // It was stored, and only its end was not noted.
      const done = (await store.campaigns.list()).find(({ origin }) => origin === id);
      if (done) {
        await store.imports.end(id);
        return { campaign: done, rejected: null };
      }
      try {
        refuseTriedOften(one);
      } catch (error) {
        await store.imports.end(id);
        throw error;
      }
      await store.imports.note({ ...one, tries: tries + 1 });
      const source = await reopened({ listSource: one.source }, open);
      const again = { content, source, by, origin: id, tries: tries + 1 };
      return edited ? drafting.edit(edited.id, { ...again, seen: edited.seen }) : drafting.draft(again);
    },
  };
}
