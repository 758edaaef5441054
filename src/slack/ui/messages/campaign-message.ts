import type { KnownBlock } from '@slack/types';
import { type Campaign, firstApproval } from '../../../domain/campaign/campaign.ts';
import { mayChangePace } from '../../../domain/campaign/campaign-status.ts';
import { isSamePace } from '../../../domain/campaign/change-of-pace.ts';
import { approvedLimits, limitsOf, paceOf } from '../../../domain/campaign/pace-of.ts';
import { everyInWords } from '../../../domain/pace/progress.ts';
import type { CampaignReport } from '../../../services/reports/reports.ts';
import { shown } from '../../limits.ts';
import { cut, oneLine } from '../parts/inert.ts';
import { header, type Message, message } from '../parts/message.ts';
import { progressBar } from '../parts/progress-bar.ts';
import { asText, lines, richText, type Sentence } from '../parts/sentence.ts';
import { campaignButtons } from '../sections/campaign-buttons.ts';
import {
  barFraction,
  figureLine,
  figuresOf,
  outcomeFigures,
  whereEverybodyIs,
  whoWrote,
  writersOf,
} from '../words/figures.ts';
import { count, number, people } from '../words/number-words.ts';
import { senderName } from '../words/sender-name.ts';
import { shortName } from '../words/short-name.ts';
import { nowSentences, standingWords } from '../words/status-words.ts';

/** The campaign's message in the channel: edited in place, and the head of the campaign's thread. */
export function campaignMessage(report: CampaignReport): Message {
  const { text, blocks } = statusMessage(report);
  const row = campaignButtons(report.campaign, report);
  return { text, blocks: row ? [...blocks, row] : blocks };
}

/** What stays of a message that a former version moved out of the channel, once the channel has one. */
export function formerCampaignMessage(campaign: Campaign, link?: string): Message {
  const name = { bold: shortName(campaign) };
  const said: Sentence = [
    name,
    ' goes on in ',
    { channel: campaign.channel },
    ': ',
    { words: 'see how it goes', link },
    '.',
  ];
  return message([said], [richText(lines(said))]);
}

/** For one person who asked: nothing edits what only they see, so it says when it was true, and where it is kept true. */
export function privateStatus(report: CampaignReport): Message {
  const { text, blocks } = statusMessage(report);
  const row = campaignButtons(report.campaign, report, { isPrivate: true });
  const when = asOf(report);
  return { text: `${text} ${asText([when])}`, blocks: [...blocks, richText(lines(when)), ...(row ? [row] : [])] };
}

export function asOf({ campaign, at }: CampaignReport): Sentence {
  const moment = { at, zone: campaign.zone, toTheSecond: true };
  return ['As of ', moment, '. Its post in ', { channel: campaign.channel }, ' is kept up to date.'];
}

/** The facts alone: the status, the bar, the figures, what happens next, and what it is. */
export function statusMessage(report: CampaignReport): Message {
  const { campaign, progress } = report;
  const stands = [standingWords(report), ...batchDone(report)];
  const next = nowSentences(report);
  const writers = writersOf(report);
  const blocks: KnownBlock[] = [
    header(campaign.name),
    richText(
      lines(
        [{ bold: standingWords(report) }, ...batchDone(report).map((done) => ` · ${done}`)],
        [progressBar(barFraction(report))],
        figureLine(`${people(progress.total)}: `, figuresOf(report)),
        ...(writers.length > 0 ? [figureLine('', writers)] : []),
        ...(report.outcomes.length > 0 ? [figureLine('', outcomeFigures(report.outcomes))] : []),
      ),
    ),
    richText(lines(...next, ...whatIsProposed(report))),
    richText(lines(whatItIs(report), ...whatIsCounted(report))),
  ];
  return message([[`${shortName(campaign)}: ${stands.join(', ')}.`], ...next, ...figureSentences(report)], blocks);
}

/** Before figures that nothing edits later: a receipt or a reply may still come. */
export function figuresOfThen({ campaign, at }: CampaignReport): Sentence {
  return ['As of ', { at, zone: campaign.zone }, ':'];
}

/** Where everybody is and who wrote, a sentence each. */
export function figureSentences(report: CampaignReport): Sentence[] {
  return [whereEverybodyIs(report), whoWrote(report)].filter((said) => said !== undefined);
}

/** Only of a campaign that has more to send: of any other the status says enough. */
function batchDone({ campaign, batch }: CampaignReport): string[] {
  const goesOn = campaign.status === 'running' || campaign.status === 'paused';
  if (!goesOn || !batch || campaign.reportedBatch < batch.no) return [];
  if (paceOf(campaign).throttle.pace === 'team') return [`${count(batch.no, 'batch', 'batches')} done`];
  return [`${number(batch.no)} of ${count(Math.max(batch.of, batch.no), 'batch', 'batches')} done`];
}

/** The pace, the sender, the people, and the short id that commands take. */
function whatItIs({ campaign }: CampaignReport): Sentence {
  const { sender, approval, id } = campaign;
  const { throttle } = paceOf(campaign);
  const approved: Sentence = approval ? [', approved by ', { person: firstApproval(approval).by }] : [];
  const most = throttle.pace === 'team' ? 'Follows the team, up to ' : '';
  const pace = `${most}${number(throttle.batchSize)} ${everyInWords(throttle.everySeconds)}`;
  return [
    pace,
    ...slowedBy(campaign),
    ...(campaign.notAfter ? [', not after ', { at: campaign.notAfter, zone: campaign.zone }] : []),
    ` · ${senderName(sender)} · `,
    { person: campaign.createdBy },
    ...approved,
    ' · ',
    { code: id },
  ];
}

/** Whose pace it is, while it is not the approved one. */
function slowedBy(campaign: Campaign): Sentence {
  const { slowed } = campaign;
  const isApproved = !slowed || isSamePace(limitsOf(campaign), approvedLimits(campaign));
  return isApproved ? [] : [', slowed by ', { person: slowed.by }];
}

/** "@Ben proposes another pace, 80 every 5 minutes: somebody else has to press Review." What stays as it is, it does not name. */
function whatIsProposed({ campaign }: CampaignReport): Sentence[] {
  const { status, paceProposal } = campaign;
  if (!paceProposal || !mayChangePace(status)) return [];
  const { batchSize, everySeconds } = paceProposal.pace.throttle;
  const now = paceOf(campaign).throttle;
  const isAsNow = batchSize === now.batchSize && everySeconds === now.everySeconds;
  const pace = isAsNow ? '' : `, ${number(batchSize)} ${everyInWords(everySeconds)}`;
  return [[{ person: paceProposal.by }, ` proposes another pace${pace}: somebody else has to press Review.`]];
}

/** At most this many are named; the cards of the others tell it. */
const mostCounted = 5;

/** Decided after the approval: a note beside what was approved. */
function whatIsCounted({ countings }: CampaignReport): Sentence[] {
  return countings
    .slice(-mostCounted)
    .map(({ example, counts: { label, by } }) => [
      `“${cut(oneLine(example), shown.name)}” is counted as “${label}”, by `,
      { person: by },
    ]);
}
