import type { ViewOutput } from '@slack/bolt';
import type { ModalView, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { Result } from '../../../domain/campaign/result.ts';
import { CampaignId } from '../../../domain/ids.ts';
import type { ResultCount } from '../../../services/campaigns/copying.ts';
import { views } from '../../ids.ts';
import { limits } from '../../limits.ts';
import { words } from '../parts/button.ts';
import { fieldValue, formField } from '../parts/form-field.ts';
import { people } from '../words/number-words.ts';
import { shortName } from '../words/short-name.ts';
import { noticeModal } from './notice.ts';

const Metadata = z.object({ campaignId: CampaignId });

/** Asks who gets the new campaign, of those who were on the list of this one. */
export function followUpModal(campaign: Campaign, results: readonly ResultCount[]): ModalView {
  const options = results.slice(0, limits.optionsPerSelect).map(optionOf);
  if (options.length === 0) {
    return noticeModal('Follow up', `Nobody is left of ${shortName(campaign)} who could get another message.`);
  }
  return {
    type: 'modal',
    callback_id: views.followUp,
    private_metadata: JSON.stringify({ campaignId: campaign.id } satisfies z.input<typeof Metadata>),
    title: words('Follow up', limits.title),
    submit: words('Continue', limits.title),
    close: words('Close', limits.title),
    blocks: [
      formField(
        {
          field: 'result',
          label: 'Who gets it',
          hint: `Of ${shortName(campaign)}, without those who opted out. A new form opens with these people as its list.`,
        },
        options.length > limits.radios ? { type: 'static_select', options } : { type: 'radio_buttons', options },
      ),
    ],
  };
}

/** Stands while the people are counted. */
export function countingModal(): ModalView {
  return noticeModal('Follow up', 'Counting who could get another message …');
}

export function readFollowUpView(view: Pick<ViewOutput, 'state' | 'private_metadata'>): {
  campaignId: CampaignId;
  result: Result;
} {
  const { campaignId } = Metadata.parse(JSON.parse(view.private_metadata));
  const chosen = fieldValue(view, 'result')?.selected_option?.value ?? '';
  const label = chosen.startsWith(outcome) ? chosen.slice(outcome.length) : undefined;
  return { campaignId, result: Result.parse(label === undefined ? { kind: chosen } : { kind: 'outcome', label }) };
}

const outcome = 'outcome:';

const resultWords = { all: 'Everybody', delivered: 'Delivered', failed: 'Failed', no_answer: 'No answer' };

function optionOf({ result, people: size }: ResultCount): PlainTextOption {
  const isOutcome = result.kind === 'outcome';
  const name = isOutcome ? result.label : resultWords[result.kind];
  return {
    text: words(`${name} (${people(size)})`, limits.buttonText),
    value: isOutcome ? `${outcome}${result.label}` : result.kind,
  };
}
