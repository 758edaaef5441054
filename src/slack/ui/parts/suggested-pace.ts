import type { CampaignId } from '../../../domain/ids.ts';
import type { SuggestedPace } from '../../../domain/rehearsal/better-pace.ts';

type Suggesting = { campaign: { id: CampaignId }; foretelling: { better: SuggestedPace | null } | null };

/** A button's value: the campaign, with the better pace that is read beside the button, if there is one. */
export function writeSuggested({ campaign: { id }, foretelling }: Suggesting): string {
  const better = foretelling?.better;
  return better ? `${id} ${better.batchSize} ${better.everySeconds}` : id;
}

export function readSuggested(value: string | undefined): { campaignId: CampaignId; suggested?: SuggestedPace } {
  const [id = '', batchSize, everySeconds] = (value ?? '').split(' ');
  const campaignId = id as CampaignId;
  if (!batchSize || !everySeconds) return { campaignId };
  return { campaignId, suggested: { batchSize: Number(batchSize), everySeconds: Number(everySeconds) } };
}
