import type { Campaign } from '../../../domain/campaign.ts';
import type { CampaignReport } from '../../../services/reports.ts';
import { type Message, message } from '../message.ts';
import { count, listed, number, people } from '../number-words.ts';
import { bullets, lines, richText, type Sentence } from '../sentence.ts';
import { shortName } from '../short-name.ts';

/** The end of a campaign in numbers that add up. */
export function summaryNote(report: CampaignReport | null, campaign: Campaign): Message {
  const head: Sentence = [{ bold: `✅ ${shortName(campaign)} is completed.` }];
  const rest: Sentence = [
    'Nobody else gets a message. Replies still appear here, and ',
    { code: command(campaign) },
    ' lists everyone.',
  ];
  if (!report) return message([head, rest], [richText(lines(head, rest))]);
  const facts = [everybody(report), sentOnes(report), repliesOf(report)];
  return message([head, ...facts, rest], [richText(lines(head), bullets(facts), lines(rest))]);
}

/** "1,200 people: 1,150 sent, 3 failed, 1 unconfirmed and 46 skipped." */
function everybody({ progress }: CampaignReport): Sentence {
  const { total, sent, failed, unconfirmed, skipped, waiting } = progress;
  const parts = [
    `${number(sent)} sent`,
    `${number(failed)} failed`,
    `${number(unconfirmed)} unconfirmed`,
    `${number(skipped)} skipped`,
  ];
  if (waiting > 0) parts.push(`${number(waiting)} waiting`);
  return [`${people(total)}: ${listed(parts)}.`];
}

function sentOnes({ progress: { sent, delivered } }: CampaignReport): Sentence {
  return [
    `Of the ${number(sent)} sent: ${number(delivered)} delivered and ${number(sent - delivered)} without a delivery receipt.`,
  ];
}

function repliesOf({ replies, unanswered, optedOut }: CampaignReport): Sentence {
  const open = unanswered > 0 ? `, ${number(unanswered)} of them still unanswered` : '';
  return [`${count(replies, 'reply', 'replies')}${open}, and ${people(optedOut)} opted out.`];
}

function command({ id }: Campaign): string {
  return `/sms-campaign export ${id}`;
}
