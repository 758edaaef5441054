import type { ViewOutput } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { nothingForeseen } from '../../../../domain/answering/answering.ts';
import { CampaignError } from '../../../../domain/campaign-error.ts';
import { CampaignId, Instant } from '../../../../domain/ids.ts';
import { longestGroupAnswer, mostTyped } from '../../../../domain/reply/group.ts';
import type { AnswerPreview } from '../../../../services/replies/groups/answer-preview.ts';
import type { AnswerChoice } from '../../../../services/replies/groups/group-answers.ts';
import type { GroupRef, KnownGroup } from '../../../../services/replies/groups/need-group.ts';
import type { NotReached } from '../../../../services/reports/groups.ts';
import { views } from '../../../ids.ts';
import { limits, shown } from '../../../limits.ts';
import { whoWroteIt } from '../../messages/replies/group.ts';
import { words } from '../../parts/button.ts';
import { fieldText, fieldValue, formField, textInput } from '../../parts/form-field.ts';
import { cut } from '../../parts/inert.ts';
import { lines, quote, richText, type Sentence } from '../../parts/sentence.ts';
import { costs } from '../../sections/campaign-facts.ts';
import { count, number, people } from '../../words/number-words.ts';
import { personName } from '../../words/person-name.ts';

/** One answer for everybody who wrote the same: typed, or one that was approved with the campaign. */
export function answerGroupModal({ campaign, group, members }: KnownGroup): ModalView {
  const { canned } = campaign.answering ?? nothingForeseen;
  const options = canned.map(({ label, text }, at) => ({
    text: words(`${label}: ${text}`, limits.buttonText),
    value: String(at),
  }));
  const typed = formField(
    {
      field: 'reply',
      label: 'Your answer',
      hint: `${canned.length > 0 ? 'Write an answer or choose one. ' : ''}Each of them gets a text of their own. {{first_name|there}} puts in what the list has, or “there”.`,
      optional: canned.length > 0,
    },
    { ...textInput({ multiline: true, max: longestGroupAnswer }), focus_on_load: true },
  );
  const chosen = formField(
    { field: 'cannedAnswer', label: 'Canned answer', optional: true },
    { type: 'static_select', options, placeholder: words('Choose one', limits.buttonText) },
  );
  const who: Sentence = [{ bold: whoWroteIt({ group, people: members.length }) }];
  return {
    type: 'modal',
    callback_id: views.answerGroup,
    private_metadata: JSON.stringify({ campaignId: campaign.id, says: group.says }),
    title: { type: 'plain_text', text: 'Answer all', emoji: false },
    submit: { type: 'plain_text', text: 'Preview', emoji: false },
    close: { type: 'plain_text', text: 'Close', emoji: false },
    blocks: [richText(lines(who)), typed, ...(options.length > 0 ? [chosen] : [])],
  };
}

export function readAnswerChoice(view: Pick<ViewOutput, 'state'>): AnswerChoice {
  const typed = fieldText(view, 'reply').trim();
  const canned = fieldValue(view, 'cannedAnswer')?.selected_option?.value;
  if (canned === undefined) return { typed };
  if (typed === '') return { canned: Number(canned) };
  throw new CampaignError('two_answers', 'Write an answer or choose a canned one, not both.', 'cannedAnswer');
}

const Checked = z.object({
  campaignId: CampaignId,
  says: z.string(),
  answer: z.union([
    z.object({ typed: z.string() }),
    z.object({ canned: z.int().min(0) }),
    z.object({ label: z.string() }),
  ]),
  of: z.int().min(0),
  until: Instant,
});

/** What the answer comes to, before it goes to anybody. */
export function checkGroupAnswerModal(preview: AnswerPreview, answer: AnswerChoice): ModalView {
  const { campaign, group, of, until, leftOut, samples } = preview;
  const without = [...leftOut.values()].reduce((sum, some) => sum + some, 0);
  const getIt = of - without;
  const label = preview.needsColleague ? 'Ask a colleague' : `Send to ${number(getIt)}`;
  return {
    type: 'modal',
    callback_id: views.checkGroupAnswer,
    private_metadata: JSON.stringify({ campaignId: campaign.id, says: group.says, answer, of, until }),
    title: { type: 'plain_text', text: 'Check the answer', emoji: false },
    ...(getIt > 0 && { submit: words(label, limits.title) }),
    close: { type: 'plain_text', text: 'Back', emoji: false },
    blocks: [
      richText(lines(...whatItComesTo(preview, getIt))),
      ...samples.map(
        ({ person, text }): KnownBlock =>
          richText(lines([`${personName(person)} reads:`]), quote(cut(text, shown.message))),
      ),
    ],
  };
}

export function readCheckedAnswer({ private_metadata: metadata }: Pick<ViewOutput, 'private_metadata'>): {
  ref: GroupRef;
  answer: AnswerChoice;
  of: number;
  until: Instant;
} {
  const { campaignId, says, answer, of, until } = Checked.parse(JSON.parse(metadata));
  return { ref: { campaignId, says }, answer, of, until };
}

function whatItComesTo(preview: AnswerPreview, getIt: number): Sentence[] {
  const { segments, cost, leftOut, needsColleague } = preview;
  const price = cost ? `, ${costs(cost, '')}` : '';
  return [
    [{ bold: `${people(getIt)} ${getIt === 1 ? 'gets' : 'get'} this answer.` }],
    [`${count(segments, 'segment')}${price}.`],
    ...[...leftOut].map(([why, some]): Sentence => [`${people(some)} left out: ${whyLeftOut[why]}.`]),
    ...(needsColleague
      ? [[`As it is typed and goes to more than ${mostTyped}, a colleague has to press Send on the card.`]]
      : []),
  ];
}

const whyLeftOut: Record<Exclude<NotReached['why'], 'unconfirmed' | 'rejected' | 'waits'>, string> = {
  opted_out: 'opted out',
  no_value: 'the list lacks a value for the text',
  too_long: 'filled in, the text is too long for them',
  cannot_be_texted: 'the number cannot be texted',
  wrote_again: 'wrote again',
  taken: 'in a colleague’s hands',
  not_sent: 'not sent',
};
