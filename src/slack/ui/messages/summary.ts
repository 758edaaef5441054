import type { Campaign } from '../../../domain/campaign.ts';
import type { CampaignReport } from '../../../services/reports.ts';
import { type Message, message } from '../message.ts';
import { bullets, lines, richText, type Sentence } from '../sentence.ts';
import { shortName } from '../short-name.ts';
import { figureSentences } from './campaign-message.ts';

/** The end of a campaign in numbers that add up. */
export function summaryNote(report: CampaignReport | null, campaign: Campaign): Message {
  const head: Sentence = [{ bold: `✅ ${shortName(campaign)} is completed.` }];
  const rest: Sentence = [
    'Nobody else gets a message. Replies still appear here, and ',
    { code: command(campaign) },
    ' lists everyone.',
  ];
  if (!report) return message([head, rest], [richText(lines(head, rest))]);
  const facts = figureSentences(report);
  return message([head, ...facts, rest], [richText(lines(head), bullets(facts), lines(rest))]);
}

function command({ id }: Campaign): string {
  return `/sms-campaign export ${id}`;
}
