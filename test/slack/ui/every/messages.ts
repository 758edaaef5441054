import { PauseReason } from '../../../../src/domain/campaign/campaign.ts';
import { shelves } from '../../../../src/domain/campaign/campaign-shelf.ts';
import { CampaignStatus } from '../../../../src/domain/campaign/campaign-status.ts';
import { CampaignId } from '../../../../src/domain/ids.ts';
import { GroupAnswer } from '../../../../src/domain/reply/group.ts';
import { importedFrom } from '../../../../src/domain/reply/suppression.ts';
import { Reading } from '../../../../src/domain/reply/words/reading.ts';
import type { CampaignReport } from '../../../../src/services/reports/reports.ts';
import { aboutCampaign } from '../../../../src/slack/ui/messages/about-campaign.ts';
import { mergeBatchNotes } from '../../../../src/slack/ui/messages/batch-notes.ts';
import { campaignList } from '../../../../src/slack/ui/messages/campaign-list.ts';
import {
  campaignMessage,
  formerCampaignMessage,
  privateStatus,
  statusMessage,
} from '../../../../src/slack/ui/messages/campaign-message.ts';
import { cancelledAnswer, cancelQuestion } from '../../../../src/slack/ui/messages/cancel-question.ts';
import { directMessage } from '../../../../src/slack/ui/messages/direct.ts';
import { helpMessage } from '../../../../src/slack/ui/messages/help.ts';
import { optOutAnswer } from '../../../../src/slack/ui/messages/opt-out-answer.ts';
import { importInWords } from '../../../../src/slack/ui/messages/opt-outs-imported.ts';
import { bugMessage, problemMessage } from '../../../../src/slack/ui/messages/problem.ts';
import { countedCard } from '../../../../src/slack/ui/messages/replies/counted.ts';
import { crowdCard } from '../../../../src/slack/ui/messages/replies/crowd.ts';
import { formerGroupCard, groupCard } from '../../../../src/slack/ui/messages/replies/group.ts';
import { strangersDigest } from '../../../../src/slack/ui/messages/replies/strangers.ts';
import { decidedCard, formerReviewCard, reviewCard } from '../../../../src/slack/ui/messages/review-card.ts';
import { rulesAnswer } from '../../../../src/slack/ui/messages/rules-answer.ts';
import { whyAnswer } from '../../../../src/slack/ui/messages/why-answer.ts';
import type { Message } from '../../../../src/slack/ui/parts/message.ts';
import { agent, aNumber, anInbound, aSuppression } from '../../../support/builders.ts';
import { worstCampaign, worstPaced, worstPreview, worstReport, worstSentBack } from '../worst/campaigns.ts';
import type { Data } from '../worst/data.ts';
import { worstGroup } from '../worst/groups.ts';
import { worstCounted, worstCrowd } from '../worst/replies.ts';
import { worstBook, worstPlaceRules, worstThere } from '../worst/rules.ts';
import { everyInbound } from './inbound.ts';
import { everyKeyMessage } from './keys.ts';
import { batchNote, everyNote, everyNudge } from './notes.ts';

const heldBy = ['open replies', 'late replies', 'turn', 'canary'] as const;

/** All messages that exist, in every status, with the data wherever a person's words can stand. */
export function everyMessage(data: Data): [string, Message][] {
  const { short, text } = data;
  const campaign = worstCampaign(data);
  const outcome = { label: short, by: agent, at: campaign.createdAt };
  return [
    ...CampaignStatus.options.flatMap((status) => inStatus(status, data)),
    ...PauseReason.options.map((reason): [string, Message] => {
      const paused = worstCampaign(data, {
        status: 'paused',
        pause: { reason, by: agent, at: campaign.createdAt, detail: short },
      });
      return [`campaign paused: ${reason}`, campaignMessage(worstReport(data, { campaign: paused }))];
    }),
    ...heldBy.flatMap((because): [string, Message][] => [
      [
        `campaign waits: ${because}`,
        campaignMessage(worstReport(data, { plan: { kind: 'wait', until: null, because } })),
      ],
    ]),
    ['campaign with a pace proposed', campaignMessage(worstReport(data, { campaign: worstPaced(data) }))],
    ...everyNote(data),
    ['merged batches', mergeBatchNotes(Array.from({ length: 500 }, (_, no) => batchNote(no + 1)))],
    ...Reading.options.flatMap((reading) => everyInbound(reading, data)),
    ...everyKeyMessage(data),
    ['help', helpMessage({ unknownWord: text })],
    ['help about a flag', helpMessage({ problem: text })],
    ...shelves.flatMap((which): [string, Message][] => {
      const page = { which, page: 1, pages: 25, total: 500, drafts: Array.from({ length: 20 }, () => campaign) };
      return [
        [`list ${which}`, campaignList(numbered(500, data), page)],
        [`empty list ${which}`, campaignList([], { ...page, pages: 1, total: 0, drafts: [] })],
      ];
    }),
    ['cancel?', cancelQuestion(worstReport(data))],
    [
      'opt-out held',
      optOutAnswer({ verb: 'check', number: aNumber(), suppression: aSuppression({ kind: 'held', source: short }) }),
    ],
    [
      'opt-out from a file, heard by somebody, of a number that is another’s',
      optOutAnswer({
        verb: 'check',
        number: aNumber(),
        suppression: aSuppression({
          source: importedFrom(text),
          undated: true,
          because: 'reassigned',
          words: { said: text, by: agent, at: '2026-11-20T09:00:00.000Z' },
        }),
      }),
    ],
    [
      'opt-outs imported',
      directMessage(
        importInWords({
          added: 1e6,
          known: 1e6,
          refused: Array.from({ length: 9 }, (_, line) => ({ line, value: text, reason: text, file: text })),
          files: Array.from({ length: 10 }, (_, no) => ({
            name: `${no} ${text}`,
            numbersFrom: text,
            unread: [text, text, text],
            oddDates: 1e6,
          })),
          problems: Array.from({ length: 10 }, (_, no) => ({ name: `${no} ${text}`, sentence: short })),
        }),
        null,
      ),
    ],
    [
      'opt-out by hand',
      optOutAnswer({ verb: 'check', number: aNumber(), suppression: aSuppression({ source: short }) }),
    ],
    [
      'why',
      whyAnswer({
        hasOptedOut: true,
        number: aNumber(),
        campaigns: Array.from({ length: 5 }, (_, no) => ({
          campaign: worstCampaign(data),
          became: {
            fate: { kind: 'texted', reported: 'undeliverable', code: text },
            at: '2026-11-23T15:05:00.000Z',
            mayHaveGotEarlier: true,
            optedOutSince: `2026-11-23T15:0${no}:00.000Z`,
          },
          there: worstThere(short),
        })),
      }),
    ],
    ['rules of a place', rulesAnswer(worstPlaceRules(text, short))],
    ['rules of all', rulesAnswer(worstBook(text))],
    ['about a campaign', aboutCampaign(directMessage(text, null), worstCampaign(data))],
    ['expected answers', countedCard(worstCounted(data, 500))],
    ['no expected answer left', countedCard(worstCounted(data, 0))],
    ...[undefined, ...GroupAnswer.shape.state.options].flatMap((answer): [string, Message][] => [
      [`group, ${answer ?? 'not answered'}`, groupCard(worstGroup(data, { ...(answer && { answer }) }))],
      [
        `group of nobody, counted, ${answer ?? 'not answered'}`,
        groupCard(worstGroup(data, { ...(answer && { answer }), people: 0, isCounted: true })),
      ],
    ]),
    ['former card of a group', formerGroupCard(worstGroup(data).group)],
    ...everyNudge(data),
    ['crowd, open', crowdCard(worstCrowd(data, { messages: [anInbound({ text })] }))],
    ['crowd, in doubt', crowdCard(worstCrowd(data, { messages: [anInbound({ text, reading: 'maybe_opt_out' })] }))],
    ['crowd, answered', crowdCard(worstCrowd(data))],
    ['crowd, counted', crowdCard(worstCrowd(data, { status: 'handled', messages: [anInbound({ text })], outcome }))],
    ['many of no campaign', strangersDigest({ asking: 1e6, others: 1e6 })],
    ['problem', problemMessage(text)],
    ['bug', bugMessage(short)],
    ['direct', directMessage(text, worstCampaign(data, { status: 'draft' }))],
  ];
}

/** The same campaign over and over, which only its id tells apart. */
function numbered(size: number, data: Data): CampaignReport[] {
  const report = worstReport(data);
  return Array.from({ length: size }, (_, no) => {
    const id = CampaignId.parse(`abcdef${String.fromCharCode(97 + Math.floor(no / 26), 97 + (no % 26))}`);
    return { ...report, campaign: { ...report.campaign, id } };
  });
}

function inStatus(status: CampaignStatus, data: Data): [string, Message][] {
  const campaign = worstCampaign(data, { status });
  const report = worstReport(data, { campaign });
  const undecided = worstCampaign(data, { status, approval: null, sentBack: null });
  return [
    [`campaign ${status}`, campaignMessage(report)],
    [`status of a campaign ${status}`, statusMessage(report)],
    [`private status of a campaign ${status}`, privateStatus(report)],
    [`message moved, ${status}`, formerCampaignMessage(campaign)],
    [`answer to a cancel, ${status}`, cancelledAnswer(campaign)],
    [`former review card, ${status}`, formerReviewCard(campaign)],
    [`review card, ${status}`, reviewCard(campaign, worstPreview(data))],
    [`decided review card, ${status}`, decidedCard(campaign)],
    [`decided review card, ${status}, not approved`, decidedCard(undecided)],
    [`decided review card, ${status}, with another pace`, decidedCard({ ...worstSentBack(data), status })],
  ];
}
