import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { answeringLabels } from '../../../domain/answering/lines.ts';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { type PaceInput, writePace } from '../../../domain/campaign/change-of-pace.ts';
import { approvedLimits, limitsOf } from '../../../domain/campaign/pace-of.ts';
import { CampaignId } from '../../../domain/ids.ts';
import { type ProposedPace, paceSeen } from '../../../services/campaigns/change-pace.ts';
import { views } from '../../ids.ts';
import { limits } from '../../limits.ts';
import { words } from '../parts/button.ts';
import { fieldText, formField, textInput } from '../parts/form-field.ts';
import { bullets, lines, richText, type Sentence } from '../parts/sentence.ts';
import { paceSentences } from '../sections/differences.ts';
import { batchSizeField, everyField, holdField, hoursField } from '../sections/pace-fields.ts';
import { shortName } from '../words/short-name.ts';

const Shown = z.object({ campaignId: CampaignId, seen: z.string() });

/** The pace of a running or paused campaign, to be changed. */
export function changePaceModal(campaign: Campaign): ModalView {
  const input = writePace(limitsOf(campaign));
  return {
    type: 'modal',
    callback_id: views.changePace,
    private_metadata: JSON.stringify({ campaignId: campaign.id, seen: paceSeen(campaign) }),
    title: words('Change pace', limits.title),
    submit: words('Change pace', limits.title),
    close: words('Leave it', limits.title),
    blocks: [
      richText(
        lines(
          [{ bold: shortName(campaign) }],
          [
            'A slower or stricter pace takes effect at once. A faster or looser one waits until somebody else approves it.',
          ],
          ...sinceSlowed(campaign),
        ),
      ),
      batchSizeField(input),
      everyField(input),
      holdField(input),
      formField(
        {
          field: 'answerWithin',
          label: answeringLabels.answerWithin,
          hint: 'While a reply has waited longer than this, such as 30m or 2h, the next batch waits, too.',
          optional: true,
        },
        textInput({ initial: input.answerWithin, placeholder: '1h', max: 60 }),
      ),
      hoursField(input),
    ],
  };
}

/** How far it may go at once, where it is slower now than it was approved. */
function sinceSlowed(campaign: Campaign): Sentence[] {
  const slower = paceSentences(limitsOf(campaign), approvedLimits(campaign));
  return slower.length > 0 ? [['What was approved takes effect at once, too:'], ...slower] : [];
}

export function readChangePace(view: Pick<ViewOutput, 'state' | 'private_metadata'>): z.infer<typeof Shown> & {
  typed: PaceInput;
} {
  const typed = {
    batchSize: fieldText(view, 'batchSize'),
    every: fieldText(view, 'every'),
    hold: fieldText(view, 'hold'),
    answerWithin: fieldText(view, 'answerWithin'),
    hours: fieldText(view, 'hours'),
  };
  return { ...Shown.parse(JSON.parse(view.private_metadata)), typed };
}

/** Only the difference: everything else was approved before. */
export function reviewPaceModal({ campaign, by, from, to, seen }: ProposedPace): ModalView {
  return {
    type: 'modal',
    callback_id: views.reviewPace,
    private_metadata: JSON.stringify({ campaignId: campaign.id, seen }),
    title: words('Review the pace', limits.title),
    submit: words('Approve', limits.title),
    close: words('Not now', limits.title),
    blocks: [
      richText(
        lines([{ person: by }, ` proposes another pace for ${shortName(campaign)}:`]),
        bullets(paceSentences(from, to)),
        lines(['Everything else stays as it was approved.']),
      ),
    ],
  };
}

export function readReviewPace(view: Pick<ViewOutput, 'private_metadata'>): z.infer<typeof Shown> {
  return Shown.parse(JSON.parse(view.private_metadata));
}
