import type { ModalView } from '@slack/types';
import { nothingForeseen } from '../../../../src/domain/answering/answering.ts';
import { seenOf } from '../../../../src/domain/campaign/approval.ts';
import { nameAfter } from '../../../../src/domain/campaign/result.ts';
import { mostLines } from '../../../../src/slack/outbox/plan/crowds.ts';
import { allMessagesModal } from '../../../../src/slack/ui/modals/all-messages.ts';
import { answerGroupModal, checkGroupAnswerModal } from '../../../../src/slack/ui/modals/answering/answer-group.ts';
import { answerRepliesModal } from '../../../../src/slack/ui/modals/answering/answer-replies.ts';
import { countGroupModal } from '../../../../src/slack/ui/modals/answering/count-group.ts';
import { countedModal } from '../../../../src/slack/ui/modals/answering/counted.ts';
import { optOutFromCard, outcomeFromCard, passFromCard } from '../../../../src/slack/ui/modals/answering/from-card.ts';
import { groupModal } from '../../../../src/slack/ui/modals/answering/group.ts';
import { historyModal } from '../../../../src/slack/ui/modals/answering/history.ts';
import { livesElsewhere } from '../../../../src/slack/ui/modals/answering/lives-elsewhere.ts';
import { nothingWaitsModal } from '../../../../src/slack/ui/modals/answering/nothing-waits.ts';
import { passReplyModal } from '../../../../src/slack/ui/modals/answering/pass-reply.ts';
import { replyModal } from '../../../../src/slack/ui/modals/answering/reply.ts';
import { campaignFormModal } from '../../../../src/slack/ui/modals/campaign-form.ts';
import { changePaceModal, reviewPaceModal } from '../../../../src/slack/ui/modals/change-pace.ts';
import { countingModal, followUpModal } from '../../../../src/slack/ui/modals/follow-up.ts';
import { howTheyAgreedModal } from '../../../../src/slack/ui/modals/how-they-agreed.ts';
import { importOptOutsModal } from '../../../../src/slack/ui/modals/import-opt-outs.ts';
import { moreSettingsModal } from '../../../../src/slack/ui/modals/more-settings.ts';
import { noticeModal } from '../../../../src/slack/ui/modals/notice.ts';
import { ownSubmissionModal } from '../../../../src/slack/ui/modals/own-submission.ts';
import { previewModal } from '../../../../src/slack/ui/modals/preview.ts';
import { proposePaceModal } from '../../../../src/slack/ui/modals/propose-pace.ts';
import { readingListModal } from '../../../../src/slack/ui/modals/reading-list.ts';
import { reviewModal } from '../../../../src/slack/ui/modals/review.ts';
import { sendAnywayModal } from '../../../../src/slack/ui/modals/send-anyway.ts';
import { sendBackModal } from '../../../../src/slack/ui/modals/send-back.ts';
import { statusModal } from '../../../../src/slack/ui/modals/status.ts';
import { testCodeModal, testMessageModal } from '../../../../src/slack/ui/modals/test-message.ts';
import { aFormInput, agent, aNumber, campaignId, conversationId, sender } from '../../../support/builders.ts';
import {
  worstAnswering,
  worstCampaign,
  worstChanges,
  worstConsent,
  worstConsentFacts,
  worstEarlier,
  worstLeaveOut,
  worstPaced,
  worstPaces,
  worstPage,
  worstPreview,
  worstReport,
  worstResults,
  worstSentBack,
} from '../worst/campaigns.ts';
import type { Data } from '../worst/data.ts';
import { worstAnswerPreview, worstMembers } from '../worst/groups.ts';
import { manyTexts, worstConversation, worstCounted, worstNoReply, worstReply } from '../worst/replies.ts';
import { worstTakenToBe } from '../worst/rules.ts';

export const skipped = Array.from({ length: 300 }, () => conversationId);
export const card = { conversationId, seen: 1e6 };
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
        settings: {
          answering: worstAnswering({ name, short, text }),
          leaveOut: worstLeaveOut(name),
          canary: { first: 100_000, goOn: 'alone' },
        },
        isGone: true,
        form: { ...below, input, pasted: text },
      }),
    ],
    ['reading list', readingListModal(short)],
    [
      'reading list that can be cancelled',
      readingListModal(short, { id: 'V0.hash', progress: { lines: 412_345, about: 1_012_345 } }),
    ],
    ['preview', previewModal(preview)],
    ['how they agreed', howTheyAgreedModal({}, { campaignId, contentHash: 'c' })],
    [
      'how they agreed, filled in',
      howTheyAgreedModal({ consent: worstConsent({ name, short, text }) }, { campaignId, contentHash: 'c' }),
    ],
    [
      'preview, bought long ago',
      previewModal({
        ...preview,
        ...worstConsentFacts,
        campaign: { ...campaign, consent: worstConsent({ name, short, text }) },
      }),
    ],
    [
      'review, bought long ago',
      reviewModal({
        ...preview,
        ...worstConsentFacts,
        campaign: { ...campaign, consent: worstConsent({ name, short, text }) },
      }),
    ],
    [
      'preview, better pace',
      previewModal({ ...preview, campaign: worstCampaign({ name, short, text }, { status: 'draft', sentBack: null }) }),
    ],
    ['preview, proposed pace', previewModal({ ...preview, campaign: worstSentBack({ name, short, text }) })],
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
    ['lives elsewhere', livesElsewhere(worstTakenToBe({ name, short, text }), card)],
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
    ['import opt-outs', importOptOutsModal()],
    ['change pace', changePaceModal(worstPaced({ name, short, text }))],
    ['propose another pace', proposePaceModal(campaign, { seen: 'f'.repeat(64) })],
    ['review, changed', reviewModal({ ...preview, changes: worstChanges({ name, short, text }) })],
    ['review of a pace', reviewPaceModal({ campaign, by: agent, ...worstPaces, seen: 'f'.repeat(64) })],
    ['send anyway', sendAnywayModal({ campaign, batch: 1e6 })],
    ['status', statusModal(worstReport({ name, short, text }))],
  ];
}
