import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { answeringLimits, nothingForeseen, outcomesOf } from '../../../../domain/answering/answering.ts';
import { CampaignError } from '../../../../domain/campaign-error.ts';
import type { KnownGroup } from '../../../../services/replies/groups/need-group.ts';
import { views } from '../../../ids.ts';
import { limits } from '../../../limits.ts';
import { whoWroteIt } from '../../messages/replies/group.ts';
import { words } from '../../parts/button.ts';
import { fieldText, fieldValue, formField, textInput } from '../../parts/form-field.ts';
import { lines, richText } from '../../parts/sentence.ts';

/** As what the same words are counted for the rest of the campaign. */
export function countGroupModal({ campaign, group, members }: KnownGroup): ModalView {
  const labels = outcomesOf(campaign.answering ?? nothingForeseen);
  const options = labels.map((label) => ({ text: words(label, limits.buttonText), value: label }));
  const known = formField(
    { field: 'outcome', label: 'Outcome', hint: 'Choose one, or type a new one below.', optional: true },
    { type: 'static_select', options, placeholder: words('Choose one', limits.buttonText) },
  );
  const typed = formField(
    { field: 'newOutcome', label: 'New outcome', optional: labels.length > 0 },
    textInput({ max: answeringLimits.label }),
  );
  return {
    type: 'modal',
    callback_id: views.countGroup,
    private_metadata: JSON.stringify({ campaignId: campaign.id, says: group.says }),
    title: { type: 'plain_text', text: 'Count these', emoji: false },
    submit: { type: 'plain_text', text: 'Count these', emoji: false },
    close: { type: 'plain_text', text: 'Close', emoji: false },
    blocks: [
      richText(
        lines(
          [{ bold: whoWroteIt({ group, people: members.length }) }],
          ['They, and whoever else writes this to the campaign, are counted and need nobody. Nobody is thanked.'],
        ),
      ),
      ...(options.length > 0 ? [known] : []),
      typed,
    ],
  };
}

export function readCountLabel(view: Pick<ViewOutput, 'state'>): string {
  const chosen = fieldValue(view, 'outcome')?.selected_option?.value;
  const typed = fieldText(view, 'newOutcome').trim();
  if (chosen !== undefined && typed !== '') {
    throw new CampaignError('two_labels', 'Choose an outcome or type a new one, not both.', 'newOutcome');
  }
  return chosen ?? typed;
}
