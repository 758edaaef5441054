import type { KnownBlock } from '@slack/types';
import type { CampaignReport } from '../../../services/reports.ts';
import { commands } from '../../ids.ts';
import { shown } from '../../limits.ts';
import { cut, oneLine } from '../inert.ts';
import { header, type Message, message } from '../message.ts';
import { count, number, people } from '../number-words.ts';
import { bullets, lines, richText, type Sentence } from '../sentence.ts';
import { statusWords } from '../status-words.ts';

const most = 20;

/** The newest campaigns, one a line; `total` is how many there are, where not all of them are given. */
export function campaignList(reports: readonly CampaignReport[], total = reports.length): Message {
  if (reports.length === 0)
    return said(['There is no campaign yet. Type ', { code: commands.smsCampaign }, ' to write the first one.']);
  const entries = reports.slice(0, most).map(entry);
  const title: Sentence = [
    total > entries.length
      ? `The newest ${entries.length} of ${count(total, 'campaign')}:`
      : `${count(total, 'campaign')}, the newest first:`,
  ];
  const next: Sentence = [
    'Type ',
    { code: `${commands.smsCampaign} status` },
    ' and a name or code to see more of one.',
  ];
  const blocks: KnownBlock[] = [header('SMS campaigns'), richText(lines(title), bullets(entries), lines(next))];
  return message([title, ...entries, next], blocks);
}

function entry({ campaign, progress, unanswered }: CampaignReport): Sentence {
  const done = `${number(progress.sent)} of ${people(progress.total)} sent`;
  const open = unanswered > 0 ? `, ${count(unanswered, 'reply', 'replies')} unanswered` : '';
  const name = cut(oneLine(campaign.name), shown.name);
  return [{ bold: name }, ' (', { code: campaign.id }, `): ${statusWords[campaign.status]}, ${done}${open}.`];
}

function said(sentence: Sentence): Message {
  return message([sentence], [richText(lines(sentence))]);
}
