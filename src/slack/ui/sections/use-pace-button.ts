import type { Button } from '@slack/types';
import { contentHash } from '../../../domain/campaign/approval.ts';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import type { Preview } from '../../../services/campaigns/previewing.ts';
import { actions } from '../../ids.ts';
import { button } from '../parts/button.ts';
import { writeButtonValue } from '../parts/button-value.ts';
import { writeSuggested } from '../parts/suggested-pace.ts';
import { shortName } from '../words/short-name.ts';

/** Takes the pace that an approver proposed, and submits it; null where nobody did. */
export function usePaceButton(campaign: Campaign): Button | null {
  if (campaign.status !== 'draft' || !campaign.sentBack?.throttle) return null;
  return button({
    label: 'Use this pace',
    action: actions.usePace,
    value: writeButtonValue({ on: 'campaign', campaignId: campaign.id, contentHash: contentHash(campaign) }),
    style: 'primary',
    spoken: `Use this pace for ${shortName(campaign)}`,
  });
}

/** Takes the pace that stands beside it, and shows the preview anew; null where the forecast knows none. */
export function useBetterPaceButton(preview: Pick<Preview, 'campaign' | 'foretelling'>): Button | null {
  const { campaign, foretelling } = preview;
  if (campaign.status !== 'draft' || !foretelling?.better) return null;
  const spoken = `Use this pace for ${shortName(campaign)}`;
  return button({ label: 'Use this pace', action: actions.useBetterPace, value: writeSuggested(preview), spoken });
}
