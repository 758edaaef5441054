import type { ViewOutput } from '@slack/bolt';
import type { ActionsBlock, InputBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { nothingForeseen, outcomesOf } from '../../../../domain/answering/answering.ts';
import type { Campaign } from '../../../../domain/campaign/campaign.ts';
import { CampaignId, ConversationId, Instant } from '../../../../domain/ids.ts';
import { type Conversation, isInDoubt, textsIn } from '../../../../domain/reply/conversation.ts';
import type { ReplyInHand } from '../../../../services/replies/answering.ts';
import { actions, views } from '../../../ids.ts';
import { limits, shown } from '../../../limits.ts';
import { button, buttons, words } from '../../parts/button.ts';
import { fieldValue, formField } from '../../parts/form-field.ts';
import { cut, inert, oneLine } from '../../parts/inert.ts';
import { fact, lines, quote, richText, type Sentence } from '../../parts/sentence.ts';
import { answerFields } from '../../sections/answer-fields.ts';
import { cannedAnswers } from '../../sections/canned-answers.ts';
import { asksOptOut, doubtLabels, doubtSentence } from '../../sections/inbound-buttons.ts';
import { newestTexts, saidText } from '../../sections/said-texts.ts';
import { number } from '../../words/number-words.ts';
import { personName } from '../../words/person-name.ts';
import { senderName } from '../../words/sender-name.ts';
import { shortName } from '../../words/short-name.ts';
import { waitedWords } from '../../words/waited-words.ts';

/** Of the conversation; the rest stands in the history. */
const newest = { texts: 3, characters: 6_000 };
/** What a window can remember is limited: whoever skips more sees the first of them again. */
const mostSkipped = 150;

/** Where the agent is: the campaign, what they have before them and have seen of it, and what lies behind them. */
const Place = z.object({
  campaignId: CampaignId,
  conversationId: ConversationId,
  /** How many of the person's texts the window shows. */
  seen: z.int().min(0),
  /** How many the agent has dealt with in this window. */
  done: z.int().min(0),
  skipped: z.array(ConversationId),
  /** Only of these. */
  among: z.array(ConversationId).optional(),
  /** The others whom the box offers to take along. */
  others: z.object({ says: z.string(), of: z.int().min(1), until: Instant }).optional(),
});
export type Place = z.infer<typeof Place>;

export type Behind = Pick<Place, 'done' | 'skipped' | 'among'>;

/** One reply, and fields for the answer. `note`: what became of the last press; `typed`: what is not sent yet. */
export function answerRepliesModal(
  { campaign, conversation, row, others, open, waitedMs }: ReplyInHand,
  { done, skipped, among }: Behind,
  { note, typed }: { note?: Sentence | undefined; typed?: string | undefined } = {},
): ModalView {
  const { id: conversationId, messages } = conversation;
  const texts = newestTexts(messages, newest);
  const place: Place = {
    campaignId: campaign.id,
    conversationId,
    seen: textsIn(conversation),
    done,
    skipped: skipped.slice(-mostSkipped),
    ...(among && { among }),
    ...(others && { others }),
  };
  const shows = `${conversationId}:${done}`;
  const behind = done + skipped.length;
  const where: Sentence = [
    { bold: `${number(behind + 1)} of ${number(behind + open)}` },
    `, ${waitedWords(waitedMs)} · ${shortName(campaign)}`,
  ];
  const facts = row.columns.map(({ name, value }) => fact(oneLine(name), cut(oneLine(value), shown.name)));
  const got = row.message === null ? null : quote(cut(inert(row.message), shown.excerpt));
  const pressed = isInDoubt(conversation)
    ? []
    : cannedAnswers(
        { campaign, conversation, row },
        { action: actions.sendCanned, does: 'sends, handles and goes on' },
      );
  return {
    type: 'modal',
    callback_id: views.answerReplies,
    notify_on_close: true,
    private_metadata: JSON.stringify(place),
    title: words('Answer replies', limits.title),
    submit: words('Send and next', limits.title),
    close: words('Close', limits.title),
    blocks: [
      ...(note ? [richText(lines(note))] : []),
      richText(lines(where, [{ bold: personName(conversation) }], ...facts)),
      ...(got ? [richText(lines(['They got:']), got)] : []),
      ...texts.map((message) => saidText(message, conversation, campaign.zone)),
      ...(isInDoubt(conversation) ? [richText(lines(doubtSentence(conversation)))] : []),
      ...(hasLeft(conversation) ? [richText(lines(goesNowhere))] : []),
      ...(others && !isInDoubt(conversation) ? [othersBox(others.of, { campaign, shows })] : []),
      ...pressed,
      ...answerFields({
        campaign,
        row,
        hint: `It goes to ${personName(conversation)} by SMS from ${senderName(conversation.sender)}.`,
        typed,
        submit: 'Send and next',
        hasButtons: pressed.length > 1,
        shows,
      }),
      rowOfButtons(conversation, messages.length > texts.length),
    ],
  };
}

const goesNowhere: Sentence = [
  'They have opted out since, so no answer goes to them. Press ',
  { bold: 'Handled, next' },
  '.',
];

/** Their last word was a STOP: what they asked before waits for somebody to see it. */
function hasLeft({ messages }: Conversation): boolean {
  const words = messages.filter((message) => message.direction === 'in' && message.reading !== 'quotation');
  const last = words.at(-1);
  return last?.direction === 'in' && last.reading === 'opt_out';
}

/** One press then does for all who wrote the same what it does for this one. */
function othersBox(of: number, { campaign, shows }: { campaign: Campaign; shows: string }): InputBlock {
  const hasOutcomes = outcomesOf(campaign.answering ?? nothingForeseen).length > 0;
  return formField(
    {
      field: 'others',
      label: `${of === 1 ? '1 other' : `${number(of)} others`} wrote the same`,
      ...(hasOutcomes && { hint: 'An outcome is set for this person only.' }),
      optional: true,
      shows,
    },
    { type: 'checkboxes', options: [{ text: words('Do the same for them', limits.buttonText), value: 'others' }] },
  );
}

function rowOfButtons(conversation: Conversation, hasMore: boolean): ActionsBlock {
  const value = conversation.id;
  const labels = doubtLabels(conversation);
  const pressed = (label: string, action: string) => button({ label, action, value });
  return buttons([
    pressed('Handled, next', actions.handleReply),
    pressed('Skip', actions.skipReply),
    pressed('Pass to…', actions.passReply),
    button({ label: labels.optOut, action: actions.optOutWriter, value, confirm: asksOptOut }),
    isInDoubt(conversation) ? pressed(labels.keep, actions.keepWriter) : null,
    pressed('Show number', actions.showNumber),
    hasMore ? pressed('History', actions.showHistory) : null,
  ])!;
}

export function readPlace(view: Pick<ViewOutput, 'private_metadata'>): Place {
  return Place.parse(JSON.parse(view.private_metadata));
}

/** The place without the others, unless the box is ticked. */
export function readPlaceAndBox(view: Pick<ViewOutput, 'private_metadata' | 'state'>): Place {
  const { others, ...place } = readPlace(view);
  const isTicked = (fieldValue(view, 'others')?.selected_options ?? []).length > 0;
  return { ...place, ...(isTicked && others && { others }) };
}
