import type { KnownBlock } from '@slack/types';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { gradeInWords } from '../../../domain/rehearsal/forecast-words.ts';
import type { CampaignReport } from '../../../services/reports/reports.ts';
import { barChart, dataTable } from '../parts/chart.ts';
import { oneLine } from '../parts/inert.ts';
import { type Message, message } from '../parts/message.ts';
import { bullets, lines, richText, type Sentence } from '../parts/sentence.ts';
import { outcomeSentence, waitSentences } from '../words/answer-wait-words.ts';
import { neverAnsweredSentences } from '../words/hands-words.ts';
import { shortName } from '../words/short-name.ts';
import { figureSentences, figuresOfThen } from './campaign-message.ts';
import { forWhom } from './for-whom.ts';

/** The end of a campaign in numbers that add up, drawn as well where Slack can; the words say the same. */
export function summaryNote(report: CampaignReport | null, campaign: Campaign): Message {
  const head: Sentence = [{ bold: `✅ ${shortName(campaign)} is completed.` }];
  const rest: Sentence = [
    'Nobody else gets a message. Replies still appear here, and ',
    { code: command(campaign) },
    ' lists everyone, for an admin.',
  ];
  const whom = forWhom({ kind: 'completed' }, campaign);
  if (!report) return message([head, rest, ...whom], [richText(lines(head, rest, ...whom))]);
  const then = figuresOfThen(report);
  const facts = [
    ...figureSentences(report),
    ...outcomeSentence(report),
    ...waitSentences(report),
    ...gradeSentences(report),
    ...neverAnsweredSentences(report),
  ];
  const plainer = [richText(lines(head, then), bullets(facts), lines(rest, ...whom))];
  return { ...message([head, then, ...facts, rest, ...whom], [...plainer, ...drawings(report)]), plainer };
}

/** The forecast that was approved, beside what happened. */
function gradeSentences({ grade, campaign }: CampaignReport): Sentence[] {
  if (!grade) return [];
  const beside = new Date(campaign.settlingSince ?? grade.happened.doneMs);
  const words = gradeInWords(grade.expected, grade.happened, { zone: campaign.zone, beside });
  const otherPace = campaign.paceChanged ? ['The forecast was for the pace before it was changed.'] : [];
  return [...words, ...otherPace].map((text): Sentence => [text]);
}

function drawings({ progress, outcomes, waits }: CampaignReport): KnownBlock[] {
  const { delivered, sent, failed, unconfirmed, skipped } = progress;
  const bars = [
    { label: 'Delivered', value: delivered },
    { label: 'Without a receipt', value: sent - delivered },
    { label: 'Failed', value: failed },
    { label: 'Unconfirmed', value: unconfirmed },
    { label: 'Left out', value: skipped },
  ].filter(({ value }) => value > 0);
  const rows = [
    ...outcomes.map(({ label, people }) => [[`Outcome: ${oneLine(label)}`], people] as const),
    ...(waits?.byMember ?? []).map(
      ({ member, answered }) => [['Answered or handled by ', { person: member }], answered] as const,
    ),
  ];
  return [
    ...(bars.length > 0 ? [barChart({ title: 'What became of the messages', counts: 'Messages' }, bars)] : []),
    ...(rows.length > 0 ? [dataTable('Conversations', ['What', 'How many'], rows)] : []),
  ];
}

function command({ id }: Campaign): string {
  return `/sms-campaign export ${id}`;
}
