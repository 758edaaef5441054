import type { Button, KnownBlock, SectionBlock } from '@slack/types';
import { type Campaign, expectedAudience } from '../../../domain/campaign/campaign.ts';
import { dayInWords } from '../../../domain/moment.ts';
import type { Home, HomeLine } from '../../../services/reports/home.ts';
import type { CampaignReport } from '../../../services/reports/reports.ts';
import { actions } from '../../ids.ts';
import { limits, shown } from '../../limits.ts';
import { button, buttons, words } from '../parts/button.ts';
import { cut, oneLine } from '../parts/inert.ts';
import { plain } from '../parts/message.ts';
import { progressBar } from '../parts/progress-bar.ts';
import { lines, richText } from '../parts/sentence.ts';
import { campaignButtons, copyButton, followUpButton } from '../sections/campaign-buttons.ts';
import { deleteDraftButton } from '../sections/draft-buttons.ts';
import { barFraction } from '../words/figures.ts';
import { count, number, people } from '../words/number-words.ts';
import { shortName } from '../words/short-name.ts';
import { nowSentences, standingWords } from '../words/status-words.ts';
import { waitedWords } from '../words/waited-words.ts';

/** One thing to go on with, and the buttons that do. */
export function lineBlocks(line: HomeLine, home: Home): KnownBlock[] {
  switch (line.kind) {
    case 'approval':
      return [approvalLine(line)];
    case 'own':
    case 'replies':
      return [repliesLine(line, home)];
    case 'draft':
      return draftLine(line.campaign, home);
    case 'under_way':
      return underWayLine(line.report, home);
    case 'recent':
      return recentLine(line.report, home);
  }
}

type LineOf<Kind extends HomeLine['kind']> = Extract<HomeLine, { kind: Kind }>;

function approvalLine({ campaign, waitedMs }: LineOf<'approval'>): SectionBlock {
  const size = people(campaign.submittedFor ?? campaign.list.size);
  return {
    ...plain(`${title(campaign)}: for ${size}, ${waitedWords(waitedMs)} for approval.`),
    accessory: about(campaign, button({ label: 'Review', action: actions.reviewCampaign, value: campaign.id })),
  };
}

function repliesLine(line: LineOf<'own' | 'replies'>, home: Home): SectionBlock {
  const { campaign, replies, waitedMs } = line;
  const how = replies > 1 ? `the longest ${waitedWords(waitedMs)}` : waitedWords(waitedMs);
  const hands = line.kind === 'own' ? ' in your hands' : '';
  const said = `${count(replies, 'reply', 'replies')}${hands || heldWords(line)}, ${how}.`;
  if (!campaign) return plain(`Of no campaign: ${said} Answer on the card.`);
  const answer = button({ label: 'Answer replies', action: actions.answerReplies, value: campaign.id });
  return {
    ...plain(`${title(campaign)}: ${said}`),
    ...(home.mayWrite && { accessory: about(campaign, answer, hands) }),
  };
}

/** Why **Answer replies** shows fewer than wait. */
function heldWords(line: LineOf<'own' | 'replies'>): string {
  if (line.kind === 'own' || line.held === 0) return '';
  const some = line.held < line.replies ? `${number(line.held)} of them ` : line.replies > 1 ? 'all ' : '';
  return `, ${some}in other hands`;
}

function draftLine(campaign: Campaign, { zone, mayWrite }: Home): KnownBlock[] {
  const { sentBack, editedAt, createdAt } = campaign;
  const edited = `for ${people(expectedAudience(campaign))}, last edited on ${dayInWords(editedAt ?? createdAt, zone)}.`;
  const why = sentBack ? ` Sent back: “${cut(oneLine(sentBack.reason), shown.reason)}”` : '';
  const row = buttons([
    about(campaign, button({ label: 'Continue', action: actions.openCampaign, value: campaign.id })),
    ...(mayWrite ? [copyButton(campaign), deleteDraftButton(campaign)] : []).map((one) => about(campaign, one)),
  ]);
  return [plain(`${title(campaign)}: ${edited}${why}`), ...(row ? [row] : [])];
}

function underWayLine(report: CampaignReport, { mayWrite }: Home): KnownBlock[] {
  const { campaign } = report;
  const row = mayWrite ? campaignButtons(campaign) : null;
  return [
    richText(
      lines(
        [{ bold: shortName(campaign) }, ` (${campaign.id}): ${standingWords(report)}`],
        [progressBar(barFraction(report))],
        ...nowSentences(report),
      ),
    ),
    ...(row ? [{ ...row, elements: row.elements.map((one) => about(campaign, one as Button)) }] : []),
  ];
}

function recentLine(report: CampaignReport, { mayWrite }: Home): KnownBlock[] {
  const { campaign, progress } = report;
  const sent = `${number(progress.sent)} of ${number(progress.total)} sent`;
  const open = button({ label: 'Open', action: actions.openCampaign, value: campaign.id });
  const offers = [open, ...(mayWrite ? [copyButton(campaign), followUpButton(campaign)] : [])];
  const row = buttons(offers.map((one) => about(campaign, one)));
  return [plain(`${title(campaign)}: ${standingWords(report)}, ${sent}.`), ...(row ? [row] : [])];
}

function title(campaign: Campaign): string {
  return `${shortName(campaign)} (${campaign.id})`;
}

/** Many stand in one view: each is read out with its campaign, and none stands out. */
function about({ id, name }: Campaign, { style, ...rest }: Button, more = ''): Button {
  const spoken = `${rest.text.text}${more} ${id}, ${name}`;
  return {
    ...rest,
    ...(style === 'danger' && { style }),
    accessibility_label: words(spoken, limits.accessibilityLabel).text,
  };
}
