import { Note } from '../../../../src/domain/campaign/announcement.ts';
import { PauseReason } from '../../../../src/domain/campaign/campaign.ts';
import { NudgeStep } from '../../../../src/domain/campaign/nudge.ts';
import { RecipientState } from '../../../../src/domain/recipient/recipient.ts';
import { noteMessage } from '../../../../src/slack/ui/messages/note.ts';
import { digestMessage } from '../../../../src/slack/ui/messages/nudging/digest.ts';
import { nudgeMessage } from '../../../../src/slack/ui/messages/nudging/nudge.ts';
import { reminderAnswer } from '../../../../src/slack/ui/messages/nudging/reminder-answer.ts';
import type { Message } from '../../../../src/slack/ui/parts/message.ts';
import { agent, aRecipient } from '../../../support/builders.ts';
import { worstCampaign, worstPaces, worstReport } from '../worst/campaigns.ts';
import { type Data, manyAgents, worstHands } from '../worst/data.ts';

export function everyNudge(data: Data): [string, Message][] {
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
    {
      kind: 'hold_began',
      unanswered: 1e6,
      resumeAt: 7_500,
      others: Array.from({ length: 40 }, () => ({ name: data.name, replies: 1e6 })),
    },
    { kind: 'hold_undecided', who: data.name },
    { kind: 'sent_anyway', by: agent, unanswered: 1e6, reason: data.short },
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
    { kind: 'pace_changed', by: agent, from: worstPaces.from, to: worstPaces.to },
    { kind: 'pace_proposed', by: agent, from: worstPaces.from, to: worstPaces.to },
    { kind: 'pace_approved', by: agent, proposedBy: agent, from: worstPaces.from, to: worstPaces.to },
    { kind: 'pace_kept', by: agent },
    { kind: 'canary', because: 'opt_outs', ...triedOnMany },
    { kind: 'canary_went_on', by: agent, ...triedOnMany },
  ];
  return [
    [
      'note hold_began, late',
      noteMessage({ kind: 'hold_began', unanswered: 1, resumeAt: 7, isLate: true }, context(0)),
    ],
    ...notes.map((note): [string, Message] => [`note ${note.kind}`, noteMessage(Note.parse(note), context(0))]),
    ['note unconfirmed, many', noteMessage({ kind: 'unconfirmed', cause: data.short, nos, count: 1e6 }, context(20))],
    ['note unconfirmed, unknown', noteMessage({ kind: 'unconfirmed', cause: 'crash', nos: [], count: 3 }, context(0))],
    ...RecipientState.options.map((state): [string, Message] => [
      `note unconfirmed, now ${state}`,
      noteMessage({ kind: 'unconfirmed', cause: data.short, nos: nos.slice(0, 5), count: 5 }, context(5, state)),
    ]),
  ];
}

const triedOnMany = { sent: 1e5, delivered: 1e5, failed: 1e5, replies: 1e5, optedOut: 1e5 };

export function batchNote(no: number): Extract<Note, { kind: 'batch' }> {
  return {
    kind: 'batch',
    no,
    accepted: 100_000,
    refused: 100_000,
    unconfirmed: 100_000,
    nextAt: '2026-11-23T15:05:00.000Z',
  };
}
