import { z } from 'zod';
import { CampaignId } from '../../../domain/ids.ts';

/** What somebody had before their eyes when they pressed the button: it holds for exactly this content. */
export const SeenContent = z.object({
  campaignId: CampaignId,
  contentHash: z.string().min(1),
  /** Windows of before do not tell. */
  version: z.int().optional(),
});
export type SeenContent = z.infer<typeof SeenContent>;

export function writeSeenContent({ campaignId, contentHash, version }: SeenContent): string {
  return JSON.stringify({ campaignId, contentHash, version });
}

export function readSeenContent(view: { private_metadata: string }): SeenContent {
  return SeenContent.parse(JSON.parse(view.private_metadata));
}
