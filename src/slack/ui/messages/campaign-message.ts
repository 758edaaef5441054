import type { KnownBlock } from '@slack/types';
import { durationInWords } from '../../../domain/pace/duration.ts';
import type { CampaignReport } from '../../../services/reports/reports.ts';
import { header, type Message, message } from '../parts/message.ts';
import { progressBar } from '../parts/progress-bar.ts';
import { asText, lines, richText, type Sentence } from '../parts/sentence.ts';
import { campaignButtons } from '../sections/campaign-buttons.ts';
import { barFraction, whatIsInDoubt, whatWasDelivered, whereEverybodyIs, whoWrote } from '../words/figures.ts';
import { number, people } from '../words/number-words.ts';
import { senderName } from '../words/sender-name.ts';
import { shortName } from '../words/short-name.ts';
import { nowSentences, statusWords } from '../words/status-words.ts';

/** The campaign's message in the channel: edited in place, and the head of the campaign's thread. */
export function campaignMessage(report: CampaignReport): Message {
  const { text, blocks } = statusMessage(report);
  const row = campaignButtons(report.campaign);
  return { text, blocks: row ? [...blocks, row] : blocks };
}

/** For one person who asked: nothing edits what only they see, so it says when it was true, and where it is kept true. */
export function privateStatus(report: CampaignReport): Message {
  const { text, blocks } = statusMessage(report);
  const row = campaignButtons(report.campaign);
  const when = asOf(report);
  return { text: `${text} ${asText([when])}`, blocks: [...blocks, richText(lines(when)), ...(row ? [row] : [])] };
}

export function asOf({ campaign, at }: CampaignReport): Sentence {
  const moment = { at, zone: campaign.zone, toTheSecond: true };
  return ['So it stood at ', moment, '. Its post in ', { channel: campaign.channel }, ' is kept up to date.'];
}

/** The facts alone. */
export function statusMessage(report: CampaignReport): Message {
  const { campaign } = report;
  const happening = nowSentences(report);
  const figures = countSentences(report);
  const blocks: KnownBlock[] = [
    header(campaign.name),
    richText(lines([{ bold: `${statusWords[campaign.status]}.` }], ...happening)),
    richText(lines([progressBar(barFraction(report))], ...figures)),
    richText(lines(aboutSentence(report))),
  ];
  const said = [[`${shortName(campaign)}: ${statusWords[campaign.status]}.`], ...happening, ...figures];
  return message(said, blocks);
}

/** Where everybody is, what was delivered and who wrote, a sentence each. */
export function figureSentences(report: CampaignReport): Sentence[] {
  return [whereEverybodyIs(report), whatWasDelivered(report), whoWrote(report)].filter((said) => said !== undefined);
}

function countSentences(report: CampaignReport): Sentence[] {
  const { campaign, batch } = report;
  const sentences = figureSentences(report);
  if (batch && campaign.reportedBatch >= batch.no) {
    sentences.push([`Batch ${number(batch.no)} of ${number(Math.max(batch.of, batch.no))} has left.`]);
  }
  const inDoubt = whatIsInDoubt(report);
  if (inDoubt) sentences.push(inDoubt);
  return sentences;
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
