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

/** "Of 1,200 people, 1,150 were sent the message, 3 were refused, 1 is unconfirmed and 46 were skipped." */
function everybody({ progress }: CampaignReport): Sentence {
  const { total, sent, unconfirmed, skipped, waiting } = progress;
  const refused = total - sent - unconfirmed - skipped - waiting;
  const parts = [
    `${number(sent)} sent`,
    `${number(refused)} refused`,
    `${number(unconfirmed)} unconfirmed`,
    `${number(skipped)} skipped`,
  ];
  if (waiting > 0) parts.push(`${number(waiting)} waiting`);
  return [`${people(total)}: ${listed(parts)}.`];
}

function sentOnes({ progress }: CampaignReport): Sentence {
  const { total, sent, delivered, failed, unconfirmed, skipped, waiting } = progress;
  const refused = total - sent - unconfirmed - skipped - waiting;
  const undeliverable = failed - refused;
  const silent = sent - delivered - undeliverable;
  const parts = [
    `${number(delivered)} delivered`,
    `${number(undeliverable)} not deliverable`,
    `${number(silent)} without a delivery receipt`,
  ];
  return [`Of the ${number(sent)} sent: ${listed(parts)}.`];
}

function repliesOf({ replies, unanswered, optedOut }: CampaignReport): Sentence {
  const open = unanswered > 0 ? `, ${number(unanswered)} of them still unanswered` : '';
  return [`${count(replies, 'reply', 'replies')}${open}, and ${people(optedOut)} opted out.`];
}

function command({ id }: Campaign): string {
  return `/sms-campaign export ${id}`;
}
