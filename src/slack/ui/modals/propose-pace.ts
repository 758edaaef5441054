import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { type PaceInput, writePace } from '../../../domain/campaign/change-of-pace.ts';
import { approvedLimits } from '../../../domain/campaign/pace-of.ts';
import type { CampaignId } from '../../../domain/ids.ts';
import type { SuggestedPace } from '../../../domain/rehearsal/better-pace.ts';
import { views } from '../../ids.ts';
import { limits } from '../../limits.ts';
import { words } from '../parts/button.ts';
import { fieldText } from '../parts/form-field.ts';
import { lines, richText } from '../parts/sentence.ts';
import { batchSizeField, everyField, holdField } from '../sections/pace-fields.ts';
import { readSeenContent, writeSeenContent } from './seen-content.ts';

/** Asks the approver for the pace that they would approve instead. */
export function proposePaceModal(
  campaign: Campaign,
  { seen, suggested }: { seen: string; suggested?: SuggestedPace },
): ModalView {
  const { throttle, ...rest } = approvedLimits(campaign);
  const input = writePace({ ...rest, throttle: { ...throttle, ...suggested } });
  return {
    type: 'modal',
    callback_id: views.proposePace,
    private_metadata: writeSeenContent({ campaignId: campaign.id, contentHash: seen }),
    title: words('Propose another pace', limits.title),
    submit: words('Send back', limits.title),
    close: words('Back to review', limits.title),
    blocks: [
      richText(
        lines([
          { bold: campaign.name },
          ' becomes a draft again. ',
          { person: campaign.lastEditedBy },
          ' can take this pace with one press, and you can approve it then.',
        ]),
      ),
      batchSizeField(input),
      everyField(input),
      holdField(input),
    ],
  };
}

export function readProposePace(view: Pick<ViewOutput, 'state' | 'private_metadata'>): {
  campaignId: CampaignId;
  contentHash: string;
  typed: Pick<PaceInput, 'batchSize' | 'every' | 'hold'>;
} {
  const { campaignId, contentHash } = readSeenContent(view);
  const typed = {
    batchSize: fieldText(view, 'batchSize'),
    every: fieldText(view, 'every'),
    hold: fieldText(view, 'hold'),
  };
  return { campaignId, contentHash, typed };
}
