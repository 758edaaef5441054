import type { Button } from '@slack/types';
import { contentHash } from '../../../domain/campaign/approval.ts';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { actions } from '../../ids.ts';
import { button, confirmation } from '../parts/button.ts';
import { writeButtonValue } from '../parts/button-value.ts';
import { shortName } from '../words/short-name.ts';

/** It asks before the draft goes, and ends only what it was shown with. */
export function deleteDraftButton(campaign: Campaign): Button {
  return button({
    label: 'Delete',
    action: actions.deleteDraft,
    value: writeButtonValue({ on: 'campaign', campaignId: campaign.id, contentHash: contentHash(campaign) }),
    style: 'danger',
    confirm: confirmation({
      title: 'Delete this draft?',
      text: `${shortName(campaign)} and its list go for good.`,
      confirm: 'Delete the draft',
      deny: 'Keep it',
      danger: true,
    }),
  });
}
