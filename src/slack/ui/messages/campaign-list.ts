import type { KnownBlock, SectionBlock } from '@slack/types';
import type { CampaignPage, Shelf } from '../../../domain/campaign/campaign-shelf.ts';
import { mayEdit } from '../../../domain/campaign/campaign-status.ts';
import type { CampaignReport } from '../../../services/reports/reports.ts';
import { actions, commands } from '../../ids.ts';
import { shown } from '../../limits.ts';
import { button } from '../parts/button.ts';
import { cut, oneLine } from '../parts/inert.ts';
import { header, type Message, message, plain } from '../parts/message.ts';
import { lines, richText, type Sentence } from '../parts/sentence.ts';
import { count, number, people } from '../words/number-words.ts';
import { shortName } from '../words/short-name.ts';
import { standingWords } from '../words/status-words.ts';

const most = 20;
const mostDraftsNamed = 3;

const titles: Record<Shelf, string> = {
  current: '',
  running: 'approved and not over',
  waiting: 'waiting for approval',
  drafts: 'drafts of yours',
  mine: 'written or edited by you',
  all: 'with all drafts',
};

/** One page of the list: a line for each campaign, with a button that opens it, and how to see the others. */
export function campaignList(reports: readonly CampaignReport[], page: Omit<CampaignPage, 'campaigns'>): Message {
  const entries = reports.slice(0, most);
  const foot = [...draftsSentence(page), ...moreSentence(page)];
  if (entries.length === 0) return nothing(page, foot);
  const title: Sentence = [titleOf(page)];
  const blocks: KnownBlock[] = [
    header('SMS campaigns'),
    richText(lines(title)),
    ...entries.map(entryBlock),
    ...(foot.length > 0 ? [richText(lines(...foot))] : []),
  ];
  return message([title, ...entries.map((report): Sentence => [entryText(report)]), ...foot], blocks);
}

/** "34 campaigns, drafts of yours, newest first, page 2 of 2:" */
function titleOf({ which, total, page, pages }: Omit<CampaignPage, 'campaigns'>): string {
  const what = titles[which] ? `, ${titles[which]}` : '';
  const where = pages > 1 ? `, page ${number(page)} of ${number(pages)}` : '';
  return `${count(total, 'campaign')}${what}, the newest first${where}:`;
}

function entryBlock(report: CampaignReport): SectionBlock {
  const { campaign } = report;
  const spoken = `Open ${campaign.id}, ${shortName(campaign)}`;
  const open = button({ label: 'Open', action: actions.openCampaign, value: campaign.id, spoken });
  return { ...plain(entryText(report)), accessory: open };
}

/** "Reunion (abcd2345): Running, 20 of 200 sent, 3 replies unanswered." */
function entryText(report: CampaignReport): string {
  const { campaign, progress, unanswered } = report;
  const name = cut(oneLine(campaign.name), shown.name);
  const isSent = !mayEdit(campaign.status);
  const who = isSent ? `${number(progress.sent)} of ${number(progress.total)} sent` : `for ${people(progress.total)}`;
  const open = unanswered > 0 ? `, ${count(unanswered, 'reply', 'replies')} unanswered` : '';
  return `${name} (${campaign.id}): ${standingWords(report)}, ${who}${open}.`;
}

function draftsSentence({ drafts }: Pick<CampaignPage, 'drafts'>): Sentence[] {
  if (drafts.length === 0) return [];
  const named = drafts.slice(0, mostDraftsNamed).map(shortName).join(', ');
  const more = drafts.length > mostDraftsNamed ? ` and ${number(drafts.length - mostDraftsNamed)} more` : '';
  return [
    [
      `Not submitted: ${count(drafts.length, 'draft')} of yours, ${named}${more}. `,
      { code: `${commands.smsCampaign} list drafts` },
      ' shows them.',
    ],
  ];
}

function moreSentence({ which, page, pages }: Omit<CampaignPage, 'campaigns'>): Sentence[] {
  if (page >= pages) return [];
  const words = ['list', ...(which === 'current' ? [] : [which]), String(page + 1)].join(' ');
  return [[{ code: `${commands.smsCampaign} ${words}` }, ' shows the next ones.']];
}

function nothing({ which }: Pick<CampaignPage, 'which'>, foot: readonly Sentence[]): Message {
  const none: Sentence =
    which === 'current' || which === 'all'
      ? ['There is no campaign yet. Type ', { code: commands.smsCampaign }, ' to write the first one.']
      : [`There is no campaign ${nothingOf[which]}. `, { code: `${commands.smsCampaign} list all` }, ' shows all.'];
  const said = foot.length > 0 ? foot : [none];
  return message(said, [richText(lines(...said))]);
}

const nothingOf: Record<Exclude<Shelf, 'current' | 'all'>, string> = {
  running: 'under way now',
  waiting: 'that waits for approval',
  drafts: 'of yours that is a draft',
  mine: 'that you wrote or edited',
};
