import type { Campaign } from '../../../domain/campaign/campaign.ts';
import type { ListImport } from '../../../domain/campaign/list-import.ts';
import { CampaignError } from '../../../domain/campaign-error.ts';
import type { Store } from '../../../ports/store.ts';
import { needCampaign } from '../../lifecycle/change-campaign.ts';
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
  /** It was stored, and only its end was not noted. */
  const storedBy = async ({ id, edited, isStored }: ListImport): Promise<Campaign | undefined> => {
    if (edited) return isStored && needCampaign(store, edited.id);
    return (await store.campaigns.list()).find(({ origin }) => origin === id);
  };

  return {
    unfinishedReadings: () => store.imports.all(),

    async readAgain(one, open) {
      const { id, by, content, edited, tries } = one;
      try {
        const done = await storedBy(one);
        if (done) {
          await store.imports.end(id);
          return { campaign: done, rejected: null };
        }
        refuseTriedOften(one);
      } catch (error) {
        if (error instanceof CampaignError) await store.imports.end(id);
        throw error;
      }
      await store.imports.note({ ...one, tries: tries + 1 });
      const source = await reopened({ listSource: one.source }, open);
      const again = { content, source, by, origin: id, tries: tries + 1 };
      return edited ? drafting.edit(edited.id, { ...again, seen: edited.seen }) : drafting.draft(again);
    },
  };
}
