import type { ModalView } from '@slack/types';
import type { UserId } from '../../../domain/ids.ts';
import { type CampaignFormState, campaignFormModal } from '../../ui/modals/campaign-form.ts';
import type { ListenerDeps } from '../listener.ts';

/** The campaign form with all that it offers this person. */
export async function formFor(
  { campaigns, senders }: Pick<ListenerDeps, 'campaigns' | 'senders'>,
  by: UserId,
  state: Omit<CampaignFormState, 'senders' | 'earlier'>,
): Promise<ModalView> {
  const earlier = await campaigns.earlierMessages(by, state.campaignId ?? null);
  return campaignFormModal({ ...state, senders, earlier });
}
