import type { Campaign } from '../../../domain/campaign/campaign.ts';
import type { CampaignReport } from '../../../services/reports/reports.ts';
import { type Message, message } from '../parts/message.ts';
import { bullets, lines, richText, type Sentence } from '../parts/sentence.ts';
import { neverAnsweredSentences } from '../words/hands-words.ts';
import { shortName } from '../words/short-name.ts';
import { figureSentences, figuresOfThen } from './campaign-message.ts';
import { forWhom } from './for-whom.ts';

/** The end of a campaign in numbers that add up. */
export function summaryNote(report: CampaignReport | null, campaign: Campaign): Message {
  const head: Sentence = [{ bold: `✅ ${shortName(campaign)} is completed.` }];
  const rest: Sentence = [
    'Nobody else gets a message. Replies still appear here, and ',
    { code: command(campaign) },
    ' lists everyone.',
  ];
  const whom = forWhom({ kind: 'completed' }, campaign);
  if (!report) return message([head, rest, ...whom], [richText(lines(head, rest, ...whom))]);
  const then = figuresOfThen(report);
  const facts = [...figureSentences(report), ...neverAnsweredSentences(report)];
  return message(
    [head, then, ...facts, rest, ...whom],
    [richText(lines(head, then), bullets(facts), lines(rest, ...whom))],
  );
}

function command({ id }: Campaign): string {
  return `/sms-campaign export ${id}`;
}
