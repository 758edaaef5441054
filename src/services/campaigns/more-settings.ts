import { type Answering, nothingForeseen } from '../../domain/answering/answering.ts';
import { type AnsweringTexts, readAnswering } from '../../domain/answering/answering-texts.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { CampaignError } from '../../domain/campaign-error.ts';
import type { CampaignId, UserId } from '../../domain/ids.ts';
import type { Store } from '../../ports/store.ts';
import { requireCreator, requireWriter } from '../authority.ts';
import type { Deps } from '../deps.ts';
import { needCampaign } from '../lifecycle/change-campaign.ts';
import { newFormKey } from '../new-id.ts';
import { refuseUnlessEditable } from './editing.ts';

/** How a campaign is answered, as its author enters it while the form is still open. */
export type MoreSettings = {
  /**
   * What was kept with the form, else what the edited campaign has; `isGone`: something was kept, and is forgotten. The
   * key is the form's, or a new one. Throws like the form's own doors.
   */
  answeringOf(
    form: { key: string | null; campaignId: CampaignId | null },
    by: UserId,
  ): Promise<{ key: string; answering: Answering; isGone: boolean }>;
  /** Reads what was typed and keeps it under the key; throws a FormError that names every wrong field. */
  keepAnswering(
    form: { key: string; campaignId: CampaignId | null },
    input: { typed: AnsweringTexts; by: UserId },
  ): Promise<{ answering: Answering; campaign: Campaign | null }>;
};

export function createMoreSettings(deps: Pick<Deps, 'store' | 'people' | 'clock' | 'settings'>): MoreSettings {
  const { store, people, clock } = deps;

  /** The edited campaign, if this person may edit it; null for a new one. */
  const editedBy = async (by: UserId, id: CampaignId | null, find: typeof people.find): Promise<Campaign | null> => {
    const person = await find(by);
    requireCreator(deps, person);
    if (id === null) return null;
    const campaign = await needCampaign(store, id);
    requireWriter(deps, person, campaign);
    refuseUnlessEditable(campaign);
    return campaign;
  };

  return {
    answeringOf: async ({ key, campaignId }, by) => {
      const campaign = await editedBy(by, campaignId, people.find);
      const kept = await keptAnswering(store, key, by);
      const answering = kept ?? campaign?.answering ?? nothingForeseen;
      return { key: key ?? newFormKey(), answering, isGone: key !== null && kept === undefined };
    },

    keepAnswering: async ({ key, campaignId }, { typed, by }) => {
      const campaign = await editedBy(by, campaignId, people.findNowOrLately);
      const answering = readAnswering(typed);
      const kept = await store.forms.get(key);
      if (kept && kept.by !== by)
        throw new CampaignError('not_yours', 'This form is somebody else’s. Open one of your own.');
      await store.forms.keep(key, { answering, by, at: clock.now().toISOString() });
      return { answering, campaign };
    },
  };
}

/** What this person kept with their form; a form that nothing was kept with has no key. Throws when it is forgotten. */
export async function answeringIn(store: Store, key: string | null, by: UserId): Promise<Answering | undefined> {
  if (key === null) return undefined;
  const kept = await keptAnswering(store, key, by);
  if (kept) return kept;
  throw new CampaignError(
    'form_gone',
    'What you entered at More settings was kept for a week and is gone. Enter it there again, or press Preview to go on without it.',
    'expected',
  );
}

async function keptAnswering({ forms }: Store, key: string | null, by: UserId): Promise<Answering | undefined> {
  const kept = key === null ? undefined : await forms.get(key);
  return kept?.by === by ? kept.answering : undefined;
}
