import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { paceOf } from '../../../domain/campaign/pace-of.ts';
import { CampaignId } from '../../../domain/ids.ts';
import { views } from '../../ids.ts';
import { limits } from '../../limits.ts';
import { words } from '../parts/button.ts';
import { fieldText, formField, textInput } from '../parts/form-field.ts';
import { lines, richText } from '../parts/sentence.ts';
import { people } from '../words/number-words.ts';
import { shortName } from '../words/short-name.ts';

const Shown = z.object({ campaignId: CampaignId, batch: z.int().min(1) });
type About = { campaign: Campaign; batch: number };

/** Asks why the next batch cannot wait for the team's answers. */
export function sendAnywayModal({ campaign, batch }: About): ModalView {
  const size = people(paceOf(campaign).throttle.batchSize);
  return {
    type: 'modal',
    callback_id: views.sendAnyway,
    private_metadata: JSON.stringify({ campaignId: campaign.id, batch }),
    title: words('Send the next batch', limits.title),
    submit: words('Send it', limits.title),
    close: words('Keep waiting', limits.title),
    blocks: [
      richText(
        lines([`Up to ${size} more of ${shortName(campaign)} get it now. Later batches wait for answers again.`]),
      ),
      formField(
        { field: 'reason', label: 'Why can it not wait?', hint: 'The thread keeps it.' },
        textInput({ max: 300 }),
      ),
    ],
  };
}

export function readSendAnyway(view: Pick<ViewOutput, 'state' | 'private_metadata'>): z.infer<typeof Shown> & {
  reason: string;
} {
  return { ...Shown.parse(JSON.parse(view.private_metadata)), reason: fieldText(view, 'reason').trim() };
}
