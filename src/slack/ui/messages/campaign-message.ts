import type { KnownBlock } from '@slack/types';
import { durationInWords } from '../../../domain/duration.ts';
import type { Progress } from '../../../domain/progress.ts';
import type { CampaignReport } from '../../../services/reports.ts';
import { campaignButtons } from '../campaign-buttons.ts';
import { header, type Message, message } from '../message.ts';
import { count, number, people } from '../number-words.ts';
import { progressBar } from '../progress-bar.ts';
import { senderName } from '../sender-name.ts';
import { lines, richText, type Sentence } from '../sentence.ts';
import { shortName } from '../short-name.ts';
import { nowSentences, statusWords } from '../status-words.ts';

/** The campaign's message in the channel: edited in place, and the head of the campaign's thread. */
export function campaignMessage(report: CampaignReport): Message {
  const { text, blocks } = statusMessage(report);
  const row = campaignButtons(report.campaign);
  return { text, blocks: row ? [...blocks, row] : blocks };
}

/** The same facts for one person who asked. */
export function statusMessage(report: CampaignReport): Message {
  const { campaign, progress } = report;
  const happening = nowSentences(report);
  const doneSoFar = doneSentence(progress);
  const blocks: KnownBlock[] = [
    header(campaign.name),
    richText(lines([{ bold: `${statusWords[campaign.status]}.` }], ...happening)),
    richText(lines([progressBar(progress.doneFraction)], doneSoFar, ...countSentences(report))),
    richText(lines(aboutSentence(report))),
  ];
  const said = [
    [`${shortName(campaign)}: ${statusWords[campaign.status]}.`],
    ...happening,
    doneSoFar,
    ...countSentences(report),
  ];
  return message(said, blocks);
}

/** "600 sent (540 delivered, 60 without a receipt yet), 3 failed, 1 unconfirmed, 2 skipped, 25 replies (3 unanswered), 2 opted out." */
export function countsInWords(report: CampaignReport): string {
  const { progress, replies, unanswered, optedOut } = report;
  const open = unanswered > 0 ? ` (${number(unanswered)} unanswered)` : '';
  return [
    `${number(progress.sent)} sent (${number(progress.delivered)} delivered, ${number(progress.sent - progress.delivered)} without a receipt yet)`,
    `${number(progress.failed)} failed`,
    `${number(progress.unconfirmed)} unconfirmed`,
    ...(progress.skipped > 0 ? [`${number(progress.skipped)} skipped`] : []),
    `${count(replies, 'reply', 'replies')}${open}`,
    `${number(optedOut)} opted out.`,
  ].join(', ');
}

function countSentences(report: CampaignReport): Sentence[] {
  const { batch, progress } = report;
  const sentences: Sentence[] = [[countsInWords(report)]];
  if (batch && batch.no > 0) {
    sentences.push([`Batch ${number(batch.no)} of ${number(Math.max(batch.of, batch.no))} has left.`]);
  }
  if (progress.unconfirmed > 0) {
    const who = people(progress.unconfirmed);
    sentences.push([
      `For ${who} it is unknown whether the message went out: the thread names them and says what to do.`,
    ]);
  }
  return sentences;
}

function doneSentence({ total, waiting }: Progress): Sentence {
  return [`${number(total - waiting)} of ${people(total)} done, ${number(waiting)} still to come.`];
}

function aboutSentence({ campaign }: CampaignReport): Sentence {
  const { throttle, sender, approval, id } = campaign;
  const approved: Sentence = approval ? [', approved by ', { person: approval.by }] : [];
  const pace = `${people(throttle.batchSize)} every ${durationInWords(throttle.everySeconds)} from ${senderName(sender)}`;
  return [
    pace,
    ', written by ',
    { person: campaign.createdBy },
    ...approved,
    '. Its short id for commands is ',
    { code: id },
    '.',
  ];
}
