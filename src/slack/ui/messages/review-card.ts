import type { KnownBlock } from '@slack/types';
import { keySentWith } from '../../../domain/api-key.ts';
import { type Campaign, firstApproval, submittersOf, writersOf } from '../../../domain/campaign/campaign.ts';
import { notAfterLabel } from '../../../domain/campaign/not-after.ts';
import type { ReviewBox } from '../../../domain/consent/boxes.ts';
import { momentBeside } from '../../../domain/moment.ts';
import { expectedBatches, throttleInWords } from '../../../domain/pace/progress.ts';
import { loadInWords } from '../../../domain/rehearsal/forecast-words.ts';
import type { Preview } from '../../../services/campaigns/previewing.ts';
import { actions } from '../../ids.ts';
import { shown } from '../../limits.ts';
import { button, buttons } from '../parts/button.ts';
import { barChart } from '../parts/chart.ts';
import { cut, ended, oneLine } from '../parts/inert.ts';
import { header, type Message, message } from '../parts/message.ts';
import { fact, lines, quote, richText, type Sentence } from '../parts/sentence.ts';
import { cost } from '../sections/campaign-facts.ts';
import { listWarnings, whoGetsIt } from '../sections/list-facts.ts';
import { looserSentences } from '../sections/rules/place-facts.ts';
import { usePaceButton } from '../sections/use-pace-button.ts';
import { count } from '../words/number-words.ts';
import { senderName } from '../words/sender-name.ts';
import { shortName } from '../words/short-name.ts';

/** More names than these read like a list of the staff. */
const mostAsked = 10;

/** Asks the channel for an approval. */
export function reviewCard(campaign: Campaign, preview: Preview, approvers: readonly string[] = []): Message {
  const { id: value } = campaign;
  const name = shortName(campaign);
  const asks: Sentence[] = [[...whoAsks(campaign), ...asked(campaign, approvers)]];
  const facts = whatIsAsked({ ...preview, campaign });
  const review = button({
    label: 'Review',
    action: actions.reviewCampaign,
    value,
    style: 'primary',
    spoken: `Review ${name}`,
  });
  const said = [[`${name}: `, ...asks[0]!], ...asks.slice(1), ...facts];
  const above = [
    header(campaign.name),
    richText(lines(...asks)),
    richText(quote(cut(campaign.template, shown.excerpt)), lines(...facts)),
  ];
  const plainer = message(said, [...above, buttons([review])]);
  const drawn = openReplies({ ...preview, campaign });
  return drawn ? { ...message(said, [...above, drawn, buttons([review])]), plainer: plainer.blocks } : plainer;
}

/** What stands there while what was submitted cannot be read: whoever approved would approve something else. */
export function damagedListCard(campaign: Campaign): Message {
  const said: Sentence = [
    ...whoAsks(campaign),
    'for an approval, but the stored list is not the one that was submitted any more: nobody can approve it. ',
    'Ask whoever runs Trickle to put the file that the log names back from a backup, and to start it again.',
  ];
  return message([[`${shortName(campaign)}: `, ...said]], [header(campaign.name), richText(lines(said))]);
}

function whoAsks(campaign: Campaign): Sentence {
  const { createdBy, lastEditedBy } = campaign;
  if (keySentWith(campaign) === undefined || lastEditedBy !== createdBy) return [{ person: lastEditedBy }, ' asks '];
  return ['A program with a key of ', { person: createdBy }, ' asks '];
}

/** How many replies will be open from the first batch on; the words say the same. */
function openReplies({ campaign: { zone }, foretelling }: Preview): KnownBlock | null {
  const curve = foretelling?.expected.curve ?? [];
  const [first] = curve;
  if (!first || curve.every(({ open }) => open === 0)) return null;
  const bars = curve.map(({ at, open }) => ({ label: momentBeside({ at, zone }, first.at), value: open }));
  const title = 'Unanswered replies on average, if approved now';
  return barChart({ title, counts: 'Unanswered replies', below: zone }, bars);
}

/** What stays of the card once nobody is asked any more: one line that says how it was decided, and the way on. */
export function decidedCard(campaign: Campaign, link?: string): Message {
  const { id: value, status } = campaign;
  const said: Sentence = [{ bold: shortName(campaign) }, ...decision(campaign, link)];
  const edit = button({ label: 'Edit', action: actions.editCampaign, value, spoken: `Edit ${shortName(campaign)}` });
  return message([said], [richText(lines(said)), status === 'draft' ? buttons([usePaceButton(campaign), edit]) : null]);
}

/** What stays of a card when the campaign was submitted once more: the way to the new one. */
export function formerReviewCard(campaign: Campaign, link?: string): Message {
  const said: Sentence = [
    { bold: shortName(campaign) },
    ' was submitted again: ',
    { words: 'see its newest card', link },
    '.',
  ];
  return message([said], [richText(lines(said))]);
}

/** The warnings, and what it comes to in a field each; the rest stands behind Review. */
function whatIsAsked(preview: Preview): Sentence[] {
  const { campaign } = preview;
  const { list, sender } = campaign;
  const costing = list.size > 0 ? [cost(preview)] : [];
  const from = fact('From', senderName(sender));
  return [
    ...listWarnings(list),
    ...looserSentences(preview.outlook),
    ...whoGetsIt(preview).slice(0, 1),
    ...costing,
    ...pace(preview),
    ...forecast(preview),
    ...(campaign.notAfter ? [fact(notAfterLabel, { at: campaign.notAfter, zone: campaign.zone })] : []),
    from,
  ];
}

function decision(campaign: Campaign, link: string | undefined): Sentence {
  const { status, zone, approval, sentBack } = campaign;
  const writer: Sentence = [{ person: campaign.lastEditedBy }];
  if (status === 'draft' && sentBack) {
    const reason = cut(oneLine(sentBack.reason), shown.reason);
    const [by, at] = [{ person: sentBack.by }, { at: sentBack.at, zone }];
    return [
      ' was sent back by ',
      by,
      ' at ',
      at,
      ended(`: “${reason}”`),
      ' ',
      ...writer,
      ` can ${sentBack.throttle ? 'take it or ' : ''}edit it.`,
    ];
  }
  if (status === 'draft') return [' is a draft again: ', ...writer, ' can edit it.'];
  if (!approval) return [' was cancelled before anybody approved it. Nobody got a message.'];
  const isCancelled = status === 'cancelled' || status === 'cancelling';
  const first = firstApproval(approval);
  const pace: Sentence = approval.first
    ? ['. ', { person: approval.by }, ' approved another pace at ', { at: approval.at, zone }]
    : [];
  return [
    ' was approved by ',
    { person: first.by },
    ' at ',
    { at: first.at, zone },
    knowing(approval),
    ...pace,
    isCancelled ? '. It was cancelled later: ' : ': ',
    { words: 'see how it goes', link },
    '.',
  ];
}

/** What they ticked besides stands there for whoever asks later. */
function knowing({ ticked = [] }: NonNullable<Campaign['approval']>): string {
  return ticked.length > 0 ? `, who ticked that ${ticked.map((tick) => known[tick]).join(' and that ')}` : '';
}

const known: Record<ReviewBox, string> = {
  nobody_said: 'nobody said how these people agreed',
  no_offer: 'no offer or advertising is in it',
};

/** Whoever is named as an approver is called by name, but for those who may not approve this one. */
function asked(campaign: Campaign, approvers: readonly string[]): Sentence {
  const own: readonly string[] = [...writersOf(campaign), ...submittersOf(campaign)];
  const able = approvers.filter((id) => !own.includes(id)).slice(0, mostAsked);
  const pieces = able.flatMap((id, index) => [
    index === 0 ? '' : index === able.length - 1 ? ' and ' : ', ',
    id.startsWith('S') ? { group: id } : { person: id },
  ]);
  return able.length === 0
    ? ['for approval by anybody who did not write, edit or submit it.']
    : [...pieces, ' to approve it.'];
}

function forecast({ foretelling }: Preview): Sentence[] {
  return foretelling ? [fact('Forecast', loadInWords(foretelling.expected).join(' '))] : [];
}

/** When it begins, and in how many batches; no end, as nobody knows when it will be approved. */
function pace({ campaign: { throttle, startAt, zone }, audience: { people: size } }: Preview): Sentence[] {
  if (size === 0) return [];
  const batches = expectedBatches(size, throttle);
  const every = throttleInWords(throttle);
  const inBatches = batches > 1 ? `${every}, ${count(batches, 'batch', 'batches')}` : 'all in one batch';
  return [
    fact('Start', startAt ? { at: startAt, zone } : 'once approved'),
    fact('Pace', throttle.pace === 'team' ? `follows the team, up to ${every}` : inBatches),
  ];
}
