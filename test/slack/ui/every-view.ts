import type { HomeView, ModalView } from '@slack/types';
import { nothingForeseen } from '../../../src/domain/answering/answering.ts';
import { Note } from '../../../src/domain/campaign/announcement.ts';
import { seenOf } from '../../../src/domain/campaign/approval.ts';
import { PauseReason } from '../../../src/domain/campaign/campaign.ts';
import { shelves } from '../../../src/domain/campaign/campaign-shelf.ts';
import { CampaignStatus } from '../../../src/domain/campaign/campaign-status.ts';
import { NudgeStep } from '../../../src/domain/campaign/nudge.ts';
import { nameAfter } from '../../../src/domain/campaign/result.ts';
import { CampaignId } from '../../../src/domain/ids.ts';
import { RecipientState } from '../../../src/domain/recipient/recipient.ts';
import { GroupAnswer } from '../../../src/domain/reply/group.ts';
import { Reading } from '../../../src/domain/reply/words/reading.ts';
import type { CampaignReport } from '../../../src/services/reports/reports.ts';
import { mostLines } from '../../../src/slack/outbox/plan/crowds.ts';
import { homeProblem, homeView } from '../../../src/slack/ui/home/home.ts';
import { aboutCampaign } from '../../../src/slack/ui/messages/about-campaign.ts';
import { mergeBatchNotes } from '../../../src/slack/ui/messages/batch-notes.ts';
import { campaignList } from '../../../src/slack/ui/messages/campaign-list.ts';
import {
  campaignMessage,
  formerCampaignMessage,
  privateStatus,
  statusMessage,
} from '../../../src/slack/ui/messages/campaign-message.ts';
import { cancelledAnswer, cancelQuestion } from '../../../src/slack/ui/messages/cancel-question.ts';
import { directMessage } from '../../../src/slack/ui/messages/direct.ts';
import { helpMessage } from '../../../src/slack/ui/messages/help.ts';
import { noteMessage } from '../../../src/slack/ui/messages/note.ts';
import { digestMessage } from '../../../src/slack/ui/messages/nudging/digest.ts';
import { nudgeMessage } from '../../../src/slack/ui/messages/nudging/nudge.ts';
import { reminderAnswer } from '../../../src/slack/ui/messages/nudging/reminder-answer.ts';
import { optOutAnswer } from '../../../src/slack/ui/messages/opt-out-answer.ts';
import { bugMessage, problemMessage } from '../../../src/slack/ui/messages/problem.ts';
import { countedCard } from '../../../src/slack/ui/messages/replies/counted.ts';
import { crowdCard } from '../../../src/slack/ui/messages/replies/crowd.ts';
import { formerCard } from '../../../src/slack/ui/messages/replies/former-card.ts';
import { formerGroupCard, groupCard } from '../../../src/slack/ui/messages/replies/group.ts';
import { conversationCard } from '../../../src/slack/ui/messages/replies/inbound.ts';
import { strangersDigest } from '../../../src/slack/ui/messages/replies/strangers.ts';
import { decidedCard, formerReviewCard, reviewCard } from '../../../src/slack/ui/messages/review-card.ts';
import { whyAnswer } from '../../../src/slack/ui/messages/why-answer.ts';
import { allMessagesModal } from '../../../src/slack/ui/modals/all-messages.ts';
import { answerGroupModal, checkGroupAnswerModal } from '../../../src/slack/ui/modals/answering/answer-group.ts';
import { answerRepliesModal } from '../../../src/slack/ui/modals/answering/answer-replies.ts';
import { countGroupModal } from '../../../src/slack/ui/modals/answering/count-group.ts';
import { countedModal } from '../../../src/slack/ui/modals/answering/counted.ts';
import { optOutFromCard, outcomeFromCard, passFromCard } from '../../../src/slack/ui/modals/answering/from-card.ts';
import { groupModal } from '../../../src/slack/ui/modals/answering/group.ts';
import { historyModal } from '../../../src/slack/ui/modals/answering/history.ts';
import { nothingWaitsModal } from '../../../src/slack/ui/modals/answering/nothing-waits.ts';
import { passReplyModal } from '../../../src/slack/ui/modals/answering/pass-reply.ts';
import { replyModal } from '../../../src/slack/ui/modals/answering/reply.ts';
import { campaignFormModal } from '../../../src/slack/ui/modals/campaign-form.ts';
import { countingModal, followUpModal } from '../../../src/slack/ui/modals/follow-up.ts';
import { moreSettingsModal } from '../../../src/slack/ui/modals/more-settings.ts';
import { noticeModal } from '../../../src/slack/ui/modals/notice.ts';
import { ownSubmissionModal } from '../../../src/slack/ui/modals/own-submission.ts';
import { previewModal } from '../../../src/slack/ui/modals/preview.ts';
import { readingListModal } from '../../../src/slack/ui/modals/reading-list.ts';
import { reviewModal } from '../../../src/slack/ui/modals/review.ts';
import { sendBackModal } from '../../../src/slack/ui/modals/send-back.ts';
import { statusModal } from '../../../src/slack/ui/modals/status.ts';
import { testCodeModal, testMessageModal } from '../../../src/slack/ui/modals/test-message.ts';
import type { Message } from '../../../src/slack/ui/parts/message.ts';
import {
  aFormInput,
  agent,
  aNumber,
  anInbound,
  aRecipient,
  aSuppression,
  campaignId,
  conversationId,
  sender,
} from '../../support/builders.ts';
import {
  type Data,
  manyAgents,
  manyTexts,
  worstAnswering,
  worstAnswerPreview,
  worstCampaign,
  worstConversation,
  worstCounted,
  worstCrowd,
  worstEarlier,
  worstGroup,
  worstHands,
  worstHome,
  worstLeaveOut,
  worstMembers,
  worstNoReply,
  worstPage,
  worstPreview,
  worstReply,
  worstReport,
  worstResults,
} from './worst-data.ts';

const skipped = Array.from({ length: 300 }, () => conversationId);
const card = { conversationId, seen: 1e6 };
const labels = Array.from({ length: 120 }, (_, no) => `${no} ${'x'.repeat(25)}`);
const behind = { done: 1e6, skipped };
const some = skipped.slice(0, mostLines);
const worstPlace = { campaignId, conversationId, seen: 1e6, done: 1e6, skipped: skipped.slice(0, 150) };

/** All modals that exist, filled with the data wherever a person's words can stand. */
export function everyModal({ name, short, text }: Data): [string, ModalView][] {
  const campaign = worstCampaign({ name, short, text });
  const preview = { ...worstPreview({ name, short, text }), campaign };
  const input = aFormInput({ name, message: text, hours: short, every: short, batchSize: short, hold: short });
  const below = { input: aFormInput(), pasted: '', campaignId, seen: seenOf(campaign), formKey: 'k'.repeat(20) };
  const senders = [sender, ...Array.from({ length: 150 }, (_, index) => `1201555${1000 + index}` as typeof sender)];
  return [
    ['campaign form', campaignFormModal({ input: {}, senders })],
    [
      'campaign form, with a file of a message',
      campaignFormModal({ input: {}, senders, listFrom: { fileId: 'F1', fileName: text.slice(0, 255) } }),
    ],
    [
      'campaign form, copied',
      campaignFormModal({
        input: { ...input, name: nameAfter(name, ': follow-up') },
        senders,
        listFrom: { campaignId, result: { kind: 'outcome', label: short.slice(0, 30) }, size: 1e6 },
      }),
    ],
    [
      'campaign form, filled in',
      campaignFormModal({
        input,
        senders,
        pasted: text,
        campaignId,
        earlier: worstEarlier({ name, text }),
        offered: worstEarlier({ name, text })[0]!,
        messageNo: 9,
        currentListSize: 1e6,
        hadFile: true,
        problem: { sentence: text, field: 'message' },
      }),
    ],
    [
      'campaign form, with more settings',
      campaignFormModal({
        input: {},
        senders,
        answering: worstAnswering({ name, short, text }),
        leaveOut: worstLeaveOut(name),
        formKey: 'k',
      }),
    ],
    [
      'more settings',
      moreSettingsModal({ settings: { answering: nothingForeseen, leaveOut: [] }, isGone: false, form: below }),
    ],
    [
      'more settings, filled in',
      moreSettingsModal({
        settings: { answering: worstAnswering({ name, short, text }), leaveOut: worstLeaveOut(name) },
        isGone: true,
        form: { ...below, input, pasted: text },
      }),
    ],
    ['reading list', readingListModal(short)],
    ['preview', previewModal(preview)],
    ['test message', testMessageModal({ campaignId, contentHash: 'c' })],
    ['test message to a known phone', testMessageModal({ campaignId, contentHash: 'c' }, aNumber())],
    ['code of a test message', testCodeModal({ campaignId, contentHash: 'c', phone: conversationId }, aNumber())],
    ['review', reviewModal(preview)],
    ['own submission', ownSubmissionModal(preview)],
    ['send back', sendBackModal(campaign)],
    ['all messages', allMessagesModal(worstPage({ name, short, text }))],
    ['reply', replyModal(worstReply({ name, short, text }))],
    [
      'reply, in doubt and with a note',
      replyModal(worstReply({ name, short, text }, 'maybe_opt_out'), { note: [text], typed: text }),
    ],
    ['opt out from a card', optOutFromCard(worstConversation({ name, short, text }), card)],
    ['pass from a card', passFromCard(worstConversation({ name, short, text }), card)],
    ['outcome from a card', outcomeFromCard(worstConversation({ name, short, text }), labels, card)],
    ['expected answers', countedModal(worstCounted({ name, short, text }, 500), 3)],
    [
      'expected answers, one corrected',
      countedModal(worstCounted({ name, short, text }, 500), 3, worstConversation({ name, short, text })),
    ],
    ['no expected answer left', countedModal(worstCounted({ name, short, text }, 0), 3)],
    ['answer replies', answerRepliesModal(worstReply({ name, short, text }), behind)],
    [
      'answer replies, in doubt and with a note',
      answerRepliesModal(worstReply({ name, short, text }, 'maybe_opt_out'), behind, { note: [text], typed: text }),
    ],
    [
      'answer replies, of some',
      answerRepliesModal(worstReply({ name, short, text }), { done: 1e6, skipped: some, among: some }),
    ],
    ['nothing waits', nothingWaitsModal(worstNoReply({ name, short, text }), [text])],
    ['none of these waits', nothingWaitsModal({ ...worstNoReply({ name, short, text }), elsewhere: 1e6 }, [text])],
    ['counting for a follow-up', countingModal()],
    ['follow up', followUpModal(campaign, worstResults({ name, short, text }))],
    ['follow up, nobody left', followUpModal(campaign, [])],
    ['pass a reply', passReplyModal(worstConversation({ name, short, text }), worstPlace, { hash: short })],
    ['history', historyModal(manyTexts(worstConversation({ name, short, text })), 'Europe/Berlin')],
    ['group', groupModal(worstMembers({ name, short, text }, 500), 3)],
    ['group that nobody is in', groupModal(worstMembers({ name, short, text }, 0), 3)],
    ['answer all', answerGroupModal(worstMembers({ name, short, text }, 500))],
    [
      'answer all, nothing canned',
      answerGroupModal({ ...worstMembers({ name, short, text }, 1), campaign: worstCampaign({ name, short, text }) }),
    ],
    ['check the answer', checkGroupAnswerModal(worstAnswerPreview({ name, short, text }), { typed: 'ﷺ'.repeat(480) })],
    [
      'check the answer, for nobody',
      checkGroupAnswerModal(
        worstAnswerPreview({ name, short, text }, { of: 3e6, needsColleague: false, cost: null, samples: [] }),
        { canned: 9 },
      ),
    ],
    [
      'check a canned answer',
      checkGroupAnswerModal(worstAnswerPreview({ name, short, text }, { needsColleague: false }), { canned: 9 }),
    ],
    ['count these', countGroupModal(worstMembers({ name, short, text }, 500))],
    [
      'count these, no outcomes',
      countGroupModal({ ...worstMembers({ name, short, text }, 1), campaign: worstCampaign({ name, short, text }) }),
    ],
    ['notice', noticeModal(short, text)],
    ['status', statusModal(worstReport({ name, short, text }))],
  ];
}

const homeKinds = ['approval', 'own', 'replies', 'draft', 'under_way', 'recent'] as const;

/** The Home tab, full of entries of each kind, and empty. */
export function everyHome(data: Data): [string, HomeView][] {
  return [
    ...homeKinds.flatMap((kind): [string, HomeView][] => [
      [`home, ${kind}`, homeView(worstHome(data, kind))],
      [`home, ${kind}, last page`, homeView(worstHome(data, kind, { page: 39 }))],
    ]),
    ['home, nothing yet', homeView(worstHome(data, 'draft', { lines: [], pages: 1 }))],
    ['home, a problem', homeProblem(data.text)],
  ];
}

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
    ...everyNote(data),
    ['merged batches', mergeBatchNotes(Array.from({ length: 500 }, (_, no) => batchNote(no + 1)))],
    ...Reading.options.flatMap((reading) => everyInbound(reading, data)),
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
      'opt-out by hand',
      optOutAnswer({ verb: 'check', number: aNumber(), suppression: aSuppression({ source: short }) }),
    ],
    [
      'why',
      whyAnswer({
        number: aNumber(),
        campaigns: Array.from({ length: 5 }, (_, no) => ({
          campaign: worstCampaign(data),
          became: {
            fate: { kind: 'texted', reported: 'undeliverable', code: text },
            at: '2026-11-23T15:05:00.000Z',
            mayHaveGotEarlier: true,
            optedOutSince: `2026-11-23T15:0${no}:00.000Z`,
          },
        })),
      }),
    ],
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
  ];
}

function everyNudge(data: Data): [string, Message][] {
  const campaign = worstCampaign(data);
  const nudge = {
    campaign,
    replies: 1e6,
    since: campaign.createdAt,
    owners: worstHands,
    alike: { replies: 9_999, groups: 99 },
    orphans: 7,
    named: manyAgents,
  };
  const of = Array.from({ length: 30 }, (_, no) => ({ campaign, replies: 1e6 + no, link: undefined }));
  const reminder = { member: agent, time: '09:00', zone: 'Australia/Lord_Howe', doneOn: '2026-11-28' };
  return [
    ...NudgeStep.options.flatMap(({ value: step }): [string, Message][] => [
      [`nudge ${step}`, nudgeMessage({ ...nudge, step })],
      [`nudge ${step}, over`, nudgeMessage({ ...nudge, step, named: null })],
      [`nudge ${step}, nobody left`, nudgeMessage({ ...nudge, step, owners: [] })],
    ]),
    ['digest', digestMessage({ approvals: of, replies: of })],
    ['reminder', reminderAnswer(reminder)],
    ['no reminder', reminderAnswer(undefined)],
  ];
}

export function everyNote(data: Data): [string, Message][] {
  const report = worstReport(data);
  const { campaign } = report;
  const context = (count: number, state: RecipientState = 'unconfirmed') => ({
    campaign,
    report,
    at: campaign.createdAt,
    admins: Array.from({ length: 30 }, (_, no) => `U0ADMIN${no}`),
    recipients: Array.from({ length: Math.min(20, count) }, (_, no) => aRecipient({ no, state, reason: data.short })),
  });
  const nos = Array.from({ length: 20 }, (_, no) => no);
  const notes: Note[] = [
    { kind: 'approved', by: agent },
    { kind: 'started' },
    batchNote(7),
    { kind: 'hold_began', unanswered: 1e6, resumeAt: 7_500 },
    { kind: 'hold_lasts', unanswered: 1e6, since: campaign.createdAt },
    { kind: 'provider_waits', because: 'unreachable', since: campaign.createdAt },
    { kind: 'provider_takes' },
    { kind: 'hold_ended', unanswered: 7_500 },
    { kind: 'exported', by: agent },
    ...PauseReason.options.map(
      (reason): Note => ({ kind: 'paused', by: agent, reason, detail: data.short, inFlight: 500 }),
    ),
    { kind: 'resumed', by: agent },
    { kind: 'cancelled', by: agent, inFlight: 500, skipped: 1e6 },
    { kind: 'sent_all' },
    { kind: 'completed' },
    { kind: 'failed', detail: data.short },
  ];
  return [
    ...notes.map((note): [string, Message] => [`note ${note.kind}`, noteMessage(Note.parse(note), context(0))]),
    ['note unconfirmed, many', noteMessage({ kind: 'unconfirmed', cause: data.short, nos, count: 1e6 }, context(20))],
    ['note unconfirmed, unknown', noteMessage({ kind: 'unconfirmed', cause: 'crash', nos: [], count: 3 }, context(0))],
    ...RecipientState.options.map((state): [string, Message] => [
      `note unconfirmed, now ${state}`,
      noteMessage({ kind: 'unconfirmed', cause: data.short, nos: nos.slice(0, 5), count: 5 }, context(5, state)),
    ]),
  ];
}

function everyInbound(reading: Reading, data: Data): [string, Message][] {
  return (['open', 'claimed', 'handled'] as const).flatMap((status): [string, Message][] => {
    const conversation = worstConversation(data, { status, handledBy: status === 'handled' ? agent : null }, reading);
    return [
      [`former card, ${reading}, ${status}`, formerCard(conversation, 0, 1)],
      [`inbound ${reading}, ${status}`, conversationCard(conversation, 0, { campaign: worstCampaign(data) })],
      [`inbound ${reading}, ${status}, many texts`, conversationCard(manyTexts(conversation), 0, { campaign: null })],
      [`inbound ${reading}, ${status}, of no campaign`, conversationCard(conversation, 0, { campaign: null })],
    ];
  });
}

function batchNote(no: number): Extract<Note, { kind: 'batch' }> {
  return {
    kind: 'batch',
    no,
    accepted: 100_000,
    refused: 100_000,
    unconfirmed: 100_000,
    nextAt: '2026-11-23T15:05:00.000Z',
  };
}
