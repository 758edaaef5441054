import type { Button } from '@slack/types';
import { contentHash } from '../../../domain/campaign/approval.ts';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { actions } from '../../ids.ts';
import { button } from '../parts/button.ts';
import { writeButtonValue } from '../parts/button-value.ts';
import { shortName } from '../words/short-name.ts';

/** Takes the pace that an approver proposed, and submits it; null where nobody did. */
export function usePaceButton(campaign: Campaign): Button | null {
  if (campaign.status !== 'draft' || !campaign.sentBack?.throttle) return null;
  return button({
    label: 'Use this pace',
    action: actions.usePace,
    value: writeButtonValue({ on: 'campaign', campaignId: campaign.id, contentHash: contentHash(campaign) }),
    style: 'primary',
    spoken: `Use the proposed pace for ${shortName(campaign)}`,
  });
}
