import type { ModalView } from '@slack/types';
import { CampaignError } from '../../domain/campaign-error.ts';
import type { CampaignId, UserId } from '../../domain/ids.ts';
import { previewModal } from '../ui/modals/preview.ts';
import type { ListenerDeps } from './listener.ts';

const codes = new Set(['content_changed', 'stale_edit']);
const changed =
  'Nothing was done: this campaign was changed or sent back after you opened this window. Now it shows what it is.';

/**
 * Does what was pressed in a preview. If the campaign has changed since, does nothing, gives `show` the preview of what
 * it is now, and resolves with undefined.
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
    if (!(error instanceof CampaignError && codes.has(error.code))) throw error;
    const preview = await campaigns.show(campaignId, by);
    // Only drafts have a preview.
    if (preview.campaign.status !== 'draft') throw error;
    await show(previewModal(preview, changed));
    return undefined;
  }
}
