import { type Campaign, submittersOf, writersOf } from '../../../domain/campaign/campaign.ts';
import { durationInWords } from '../../../domain/pace/duration.ts';
import { expectedBatches } from '../../../domain/pace/progress.ts';
import type { Preview } from '../../../services/campaigns/previewing.ts';
import { actions } from '../../ids.ts';
import { shown } from '../../limits.ts';
import { button, buttons } from '../parts/button.ts';
import { cut } from '../parts/inert.ts';
import { header, type Message, message } from '../parts/message.ts';
import { lines, quote, richText, type Sentence } from '../parts/sentence.ts';
import { sizeAndCost } from '../sections/campaign-facts.ts';
import { listWarnings, whoGetsIt } from '../sections/list-facts.ts';
import { count, people } from '../words/number-words.ts';
import { senderName } from '../words/sender-name.ts';
import { shortName } from '../words/short-name.ts';

/** More names than these read like a list of the staff. */
const mostAsked = 10;

/** Asks the channel for an approval; once it is decided, says how, and stays as the record. */
export function reviewCard(campaign: Campaign, preview: Preview, approvers: readonly string[] = []): Message {
  const stands = outcome(campaign, approvers);
  const facts = isDecided(campaign) ? [pace(campaign, preview.audience.people)] : whatIsAsked({ ...preview, campaign });
  return message(
    [[`${shortName(campaign)}: `], ...stands, ...facts],
    [
      header(campaign.name),
      richText(lines(...stands)),
      richText(quote(cut(campaign.template, shown.excerpt)), lines(...facts)),
      nextButton(campaign),
    ],
  );
}

/** Afterwards the campaign's message says who gets it. */
function isDecided({ status, approval }: Campaign): boolean {
  return approval !== null || (status !== 'pending_approval' && status !== 'draft');
}

function whatIsAsked(preview: Preview): Sentence[] {
  const { campaign, audience } = preview;
  return [whoGetsIt(preview), ...listWarnings(campaign.list), ...sizeAndCost(preview), pace(campaign, audience.people)];
}

/** What stays of a card when the campaign was submitted once more: the way to the new one. */
export function formerReviewCard(campaign: Campaign, link?: string): Message {
  const said: Sentence = [
    { bold: shortName(campaign) },
    ' was changed and submitted again: ',
    { words: 'its new review card', link },
    ' stands further down.',
  ];
  return message([said], [richText(lines(said))]);
}

function nextButton(campaign: Campaign) {
  const { id: value, status } = campaign;
  const name = shortName(campaign);
  if (status === 'pending_approval') {
    return buttons([
      button({ label: 'Review', action: actions.reviewCampaign, value, style: 'primary', spoken: `Review ${name}` }),
    ]);
  }
  if (status !== 'draft') return null;
  return buttons([button({ label: 'Edit', action: actions.editCampaign, value, spoken: `Edit ${name}` })]);
}

/** Where the approval stands, and what comes next. */
function outcome(campaign: Campaign, approvers: readonly string[]): Sentence[] {
  const { status, zone, approval, sentBack } = campaign;
  const writer: Sentence = [{ person: campaign.lastEditedBy }];
  if (status === 'pending_approval') {
    return [
      [...writer, ' asks ', ...asked(campaign, approvers), 'for approval.'],
      ['Press Review to see everything. Anybody who may approve can, but not who wrote or edited it.'],
    ];
  }
  if (status === 'draft' && sentBack) {
    return [
      [
        'Sent back by ',
        { person: sentBack.by },
        ` at `,
        { at: sentBack.at, zone },
        `: ${cut(sentBack.reason, shown.reason)}`,
      ],
      [...writer, ' can edit it and submit it again. Nobody gets a message before that.'],
    ];
  }
  if (status === 'draft') return [['It is a draft again. ', ...writer, ' can edit it and submit it again.']];
  if (approval) {
    const approved: Sentence = ['Approved by ', { person: approval.by }, ' at ', { at: approval.at, zone }, '.'];
    return [approved, [laterOn(campaign)]];
  }
  return [['Cancelled before it was approved. Nobody got a message.']];
}

/** Whoever is named as an approver is called by name, but for those who may not approve this one. */
function asked(campaign: Campaign, approvers: readonly string[]): Sentence {
  const own: readonly string[] = [...writersOf(campaign), ...submittersOf(campaign)];
  const able = approvers.filter((id) => !own.includes(id)).slice(0, mostAsked);
  const pieces = able.flatMap((id, index) => [
    index === 0 ? '' : index === able.length - 1 ? ' and ' : ', ',
    id.startsWith('S') ? { group: id } : { person: id },
  ]);
  return able.length === 0 ? [] : [...pieces, ' '];
}

function laterOn({ status }: Campaign): string {
  if (status === 'cancelled' || status === 'cancelling')
    return 'It was cancelled later. The campaign’s message in this channel says how far it got.';
  return 'The campaign’s message in this channel shows how it goes.';
}

/** In how many batches, and no time: nobody knows when it will be approved. */
function pace({ throttle, sender }: Campaign, size: number): Sentence {
  if (size === 0) return [`It is sent from ${senderName(sender)}.`];
  const every = `${people(throttle.batchSize)} every ${durationInWords(throttle.everySeconds)}`;
  const batches = expectedBatches(size, throttle);
  const pace = batches > 1 ? `${every}: ${count(batches, 'batch', 'batches')}` : 'All in one batch';
  return [`${pace}, from ${senderName(sender)}.`];
}
