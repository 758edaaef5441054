import type { ModalView } from '@slack/types';
import { CampaignError } from '../../domain/campaign-error.ts';
import type { CampaignId, UserId } from '../../domain/ids.ts';
import { previewModal } from '../ui/modals/preview.ts';
import type { ListenerDeps } from './listener.ts';

const changes = new Set(['content_changed', 'stale_edit']);
/** The preview says what is wrong with the text, and has the press that adds what is missing. */
const wordings = new Set(['no_way_out', 'no_sender_name', 'not_answerable', 'no_names_there', 'wrong_name']);
const changed =
  'Nothing was done: this campaign was changed or sent back after you opened this window. Now it shows what it is.';

/**
 * Does what was pressed in a preview. If the campaign has changed since, or its text is refused, does nothing, gives `show`
 * the preview of what it is now, and resolves with undefined.
 */
export async function orShowChanged<T>(
  act: () => Promise<T>,
  about: Pick<ListenerDeps, 'campaigns'> & {
    campaignId: CampaignId;
    by: UserId;
    show: (view: ModalView) => Promise<unknown>;
  },
): Promise<T | undefined> {
  const { campaigns, campaignId, by, show } = about;
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof CampaignError && (changes.has(error.code) || wordings.has(error.code)))) throw error;
    const preview = await campaigns.show(campaignId, by);
    // Only drafts have a preview.
    if (preview.campaign.status !== 'draft') throw error;
    await show(previewModal(preview, changes.has(error.code) ? changed : error.message));
    return undefined;
  }
}
