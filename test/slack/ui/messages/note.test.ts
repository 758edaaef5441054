import { describe, expect, test } from 'vitest';
import type { Note } from '../../../../src/domain/campaign/announcement.ts';
import type { CampaignStatus } from '../../../../src/domain/campaign/campaign-status.ts';
import type { Recipient } from '../../../../src/domain/recipient/recipient.ts';
import type { CampaignReport } from '../../../../src/services/reports/reports.ts';
import { actions } from '../../../../src/slack/ids.ts';
import { type BatchNote, mergeBatchNotes } from '../../../../src/slack/ui/messages/batch-notes.ts';
import { noteMessage } from '../../../../src/slack/ui/messages/note.ts';
import { readButtonValue } from '../../../../src/slack/ui/parts/button-value.ts';
import { nowSentences } from '../../../../src/slack/ui/words/status-words.ts';
import {
  aCampaign,
  admin,
  agent,
  aProgress,
  aRecipient,
  aReport,
  author,
  campaignId,
} from '../../../support/builders.ts';
import { buttonLabels, buttonNamed, textOf } from '../read-blocks.ts';

const batch = (no: number, overrides: Partial<BatchNote> = {}): BatchNote => ({
  kind: 'batch',
  no,
  accepted: 50,
  refused: 0,
  unconfirmed: 0,
  nextAt: '2026-11-23T15:05:00.000Z',
  ...overrides,
});

const at = '2026-11-23T15:00:00.000Z';
const context = { campaign: aCampaign(), recipients: [], report: aReport() };
const bothOf = '@U0AUTHOR and @U0APPROVER: this is for you.';

function posted(note: Note, recipients: readonly Recipient[] = [], report = aReport()) {
  return noteMessage(note, { campaign: aCampaign(), recipients, report });
}

test.each<[Note, string]>([
  [{ kind: 'approved', by: agent }, 'Approved by @U0AGENT.\n@U0AUTHOR: this is for you.'],
  [batch(3, { refused: 1 }), 'Batch 3: 50 sent, 1 failed.'],
  [batch(3, { nextAt: null }), 'Batch 3: 50 sent. It was the last batch.'],
  [
    { kind: 'hold_began', unanswered: 14, resumeAt: 10 },
    'Held at 16:00 on 23 Nov (Europe/Berlin): 14 replies were unanswered. The hold ends when 10 or fewer are left.',
  ],
  [
    { kind: 'hold_lasts', unanswered: 14, since: '2026-11-23T13:00:00.000Z' },
    'Still held: 14 replies were unanswered, and nothing had been sent since 14:00 on 23 Nov (Europe/Berlin).',
  ],
  [{ kind: 'exported', by: agent }, 'exported the list with whole numbers and conversations.'],
  [{ kind: 'hold_ended', unanswered: 1 }, 'The hold ended: 1 reply was unanswered.'],
  [{ kind: 'resumed', by: agent }, 'Resumed by @U0AGENT.'],
  [
    { kind: 'paused', by: agent, reason: 'person', detail: null, inFlight: 3 },
    'Paused by @U0AGENT.\nWhat is on the way cannot be called back.',
  ],
  [
    { kind: 'cancelled', by: agent, inFlight: 0, skipped: 70 },
    'Cancelled by @U0AGENT. It is final: nobody else gets the message.',
  ],
])('tells the thread of %j', (note, sentence) => {
  expect(textOf(noteMessage(note, { ...context, at }).blocks)).toContain(sentence);
});

test.each([
  ['http_503', 'the SMS provider answered with error 503'],
  ['crash, timeout', 'Trickle was stopped while the message left and the SMS provider did not answer in time'],
  ['reset_by_peer', 'reset by peer'],
  ['1240', 'the person opted out or the network blocks this number'],
])('says %s in words', (cause, sentence) => {
  const { text } = posted({ kind: 'unconfirmed', cause, nos: [], count: 1 });
  expect(text).toContain(`1 person may or may not have got the message: ${sentence}.`);
});

test('counts nobody where nobody is left', () => {
  const started = noteMessage({ kind: 'started' }, { ...context, audience: 0 });
  expect(textOf(started.blocks)).toContain('Sending begins, and nobody on the list gets it as it stands.');
  const cancelled = posted({ kind: 'cancelled', by: agent, inFlight: 0, skipped: 0 });
  expect(textOf(cancelled.blocks)).toMatch(/It is final: nobody else gets the message\.$/m);
  const campaign = aCampaign({ status: 'scheduled' });
  const waiting = nowSentences(aReport({ campaign, audience: 0 }))
    .flat()
    .join('');
  expect(waiting).toBe('Nobody on the list gets it as it stands.');
});

test('says how far a campaign got that was cancelled', () => {
  const note: Note = { kind: 'cancelled', by: agent, inFlight: 0, skipped: 70 };
  expect(posted(note).text).toContain(
    'As of 16:01 on 23 Nov (Europe/Berlin): 120 people: 50 sent (40 delivered), 70 to come. 3 replied (1 unanswered), 2 opted out.',
  );
});

test('a cancel says in one figure how many never get the message, whoever was left out before', () => {
  const cancelling = aReport({
    campaign: aCampaign({ status: 'cancelling' }),
    progress: aProgress({ queued: 60, skipped: 1, claimed: 3, delivered: 136 }),
  });
  const note: Note = { kind: 'cancelled', by: agent, inFlight: 3, skipped: 60 };
  const said = textOf(posted(note, [], cancelling).blocks);
  expect(said).toContain('200 people: 136 sent (all delivered), 3 on the way, 61 never get it.');
  expect(said.match(/never get it|will not get/g)).toHaveLength(1);
  const alone = noteMessage(note, { campaign: aCampaign(), recipients: [], report: null });
  expect(textOf(alone.blocks)).toContain('It is final: 60 people will not get a message.');
});

test('several batches that waited become one report, whatever their order', () => {
  const { blocks } = mergeBatchNotes([batch(5, { refused: 2, nextAt: null }), batch(3), batch(4, { unconfirmed: 1 })]);
  expect(textOf(blocks)).toBe('Batches 3 to 5: 150 sent, 2 failed and 1 unconfirmed. It was the last batch.');
});

test('the summary’s counts add up', () => {
  const progress = aProgress({
    delivered: 1_000,
    undeliverable: 20,
    no_receipt: 30,
    rejected: 5,
    unconfirmed: 1,
    closed: 1,
    skipped: 43,
  });
  const text = textOf(
    posted(
      { kind: 'completed' },
      [],
      aReport({ campaign: aCampaign({ status: 'completed' }), progress, replies: 25, unanswered: 0, optedOut: 4 }),
    ).blocks,
  );

  expect(text).toContain(
    '1,100 people: 1,030 sent (1,000 delivered, 30 without a receipt), 25 failed, 2 unconfirmed (1 to decide in thread), 43 left out.',
  );
  expect(text).toContain('25 replied, 4 opted out.');
});

test.each<[string, CampaignReport['neverAnswered'], string]>([
  [
    'in whose hands the unanswered replies are',
    {
      waiting: [
        { member: agent, replies: 2 },
        { member: null, replies: 1 },
      ],
      handled: [],
    },
    '3 replies were never answered: @U0AGENT has 2 and nobody 1.',
  ],
  [
    'who handled replies without an answer',
    { waiting: [], handled: [{ member: agent, replies: 14 }] },
    '14 handled without an answer by @U0AGENT.',
  ],
  [
    'how many each, if it was several',
    {
      waiting: [],
      handled: [
        { member: agent, replies: 10 },
        { member: admin, replies: 4 },
      ],
    },
    '14 handled without an answer by @U0AGENT (10) and @U0ADMIN (4).',
  ],
])('the end of a campaign says %s', (_, neverAnswered, said) => {
  const report = aReport({ replies: 25, unanswered: 3, optedOut: 0, neverAnswered });
  for (const note of [{ kind: 'completed' }, { kind: 'cancelled', by: author, inFlight: 0, skipped: 0 }] as const) {
    expect(textOf(posted(note, [], report).blocks)).toContain(said);
  }
});

test('the summary tells outcomes, waits and who answered, in words and drawn', () => {
  const waits = {
    answered: 5,
    medianMs: 4 * 60_000,
    p90Ms: 20 * 60_000,
    longestMs: 3 * 3_600_000,
    byMember: [{ member: agent, answered: 5 }],
  };
  const outcomes = [{ label: 'Comes', people: 12 }];
  const summary = posted({ kind: 'completed' }, [], aReport({ campaign: aCampaign(), outcomes, waits }));
  const plain = textOf(summary.plainer ?? []);
  expect(plain).toContain('Outcomes: 12 Comes.');
  expect(plain).toContain('half at most 4 minutes, nine of ten at most 20 minutes, the longest 3 hours.');
  expect(plain).toContain('Answered by: ');
  expect(summary.blocks.slice(0, 1)).toEqual(summary.plainer);
  expect(summary.blocks.map(({ type }) => type)).toEqual(['rich_text', 'data_visualization', 'data_table']);
});

describe('recipients of whom nobody knows', () => {
  const note: Note = { kind: 'unconfirmed', cause: 'crash', nos: [4, 12], count: 2 };
  const both = [aRecipient({ no: 4, state: 'unconfirmed' }), aRecipient({ no: 12, state: 'unconfirmed' })];

  test('are named by their place in the list, their name and the end of their number', () => {
    const text = textOf(posted(note, both).blocks);
    expect(text).toContain('2 people may or may not have got the message: Trickle was stopped while the message left.');
    expect(text).toContain('List no. 5 (Ada, •••• 0104): it may or may not have arrived.');
    expect(text).not.toContain('+1201');
  });

  test('are sent to again only after a warning', () => {
    const button = buttonNamed(posted(note, both).blocks, 'Send again');
    expect(button.action_id).toBe(actions.sendAgain);
    expect(readButtonValue(String(button.value))).toEqual({ on: 'recipient', campaignId, no: 4, attempt: 1 });
    expect(textOf(button.confirm)).toContain('no. 5 (Ada, •••• 0104) gets the same message twice');
  });

  test('have no buttons any more once they are decided', () => {
    const [first, second] = both as [Recipient, Recipient];
    const { blocks } = posted(note, [first, { ...second, state: 'closed' }]);
    expect(buttonLabels(blocks)).toEqual(['Send again', 'Do not send again']);
    expect(textOf(blocks)).toContain('List no. 13 (Ada, •••• 0112): no message is sent again.');
  });

  test('are listed without buttons when there are many', () => {
    const many = Array.from({ length: 20 }, (_, no) => aRecipient({ no, state: 'unconfirmed' }));
    const { blocks } = posted({ ...note, nos: many.map(({ no }) => no), count: 300 }, many);
    expect(buttonLabels(blocks)).toEqual([]);
    expect(textOf(blocks)).toContain(
      'no. 20 (Ada, •••• 0119) and 280 more. See all of them with /sms-campaign export abcd2345.',
    );
  });

  test('are closed with one press where there are several', () => {
    const { blocks } = noteMessage(note, { ...context, recipients: both, at });
    expect(buttonLabels(blocks).at(-1)).toBe('Do not send again to any');
    const { value } = buttonNamed(blocks, 'Do not send again to any');
    expect(readButtonValue(String(value))).toEqual({ on: 'doubt', campaignId, until: at });
    const one = noteMessage(note, { ...context, recipients: [both[0]!], at });
    expect(buttonLabels(one.blocks)).toEqual(['Send again', 'Do not send again']);
  });

  test('say who decided', () => {
    const decided = both.map((recipient) => ({ ...recipient, state: 'closed' as const, decidedBy: agent }));
    expect(textOf(posted(note, decided).blocks)).toContain('Decided by @U0AGENT: no message is sent again.');
  });
});

describe('a card about people in doubt', () => {
  const note: Note = { kind: 'unconfirmed', cause: 'crash', nos: [4], count: 1 };
  const one = (state: Recipient['state'], decidedBy?: typeof agent) =>
    aRecipient({ no: 4, state, ...(decidedBy && { decidedBy }) });
  const card = (recipient: Recipient, status: CampaignStatus = 'running') =>
    noteMessage(note, {
      campaign: aCampaign({ status }),
      report: null,
      recipients: [recipient],
      admins: [admin, 'S0OPS'],
    }).blocks;

  test('is for those who may decide, and says that nobody else may, also before they confirm', () => {
    const said = textOf(card(one('unconfirmed')));
    expect(said).toContain('Then an admin presses Send again or Do not send again.');
    expect(said.split('\n')).toContain('@U0ADMIN and @S0OPS: this is for you.');
    expect(textOf(buttonNamed(card(one('unconfirmed')), 'Send again').confirm)).toContain('Only an admin can do this.');
  });

  test('is for the author and the approver while nobody may decide, and says how somebody may', () => {
    const said = textOf(posted(note, [one('unconfirmed')]).blocks);
    expect(said).toContain('Nobody is named as an admin yet');
    expect(said.split('\n')).toContain(bothOf);
  });

  test.each(['cancelling', 'cancelled', 'failed'] as const)('offers nothing to send again once it is %s', (status) => {
    const blocks = card(one('unconfirmed'), status);
    expect(buttonLabels(blocks)).toEqual(['Do not send again']);
    expect(textOf(blocks)).toContain(
      'The campaign is over, so nothing is sent again. An admin presses Do not send again.',
    );
    expect(textOf(blocks)).not.toContain('presses Send again');
    expect(textOf(card(one('queued', agent), status))).toContain('Decided by @U0AGENT: no message is sent again.');
  });

  test('calls nobody any more once nothing is left to decide, and speaks of one person as of one', () => {
    const said = textOf(card(one('closed', agent)));
    expect(said).toContain('Nothing is left to decide.');
    expect(said).not.toMatch(/this is for you|None of them|counted as unconfirmed|presses/);
    const both = [one('closed'), aRecipient({ no: 5, state: 'delivered' })];
    const two = noteMessage({ ...note, nos: [4, 5], count: 2 }, { ...context, recipients: both, admins: [admin] });
    expect(textOf(two.blocks)).toContain('Nothing is left to decide.');
    expect(textOf(two.blocks)).not.toContain('this is for you');
  });

  test.each(['running', 'paused'] as const)('promises no moment to whom is sent again while it is %s', (status) => {
    expect(textOf(card(one('queued', agent), status))).toContain(
      'Decided by @U0AGENT: the message is sent again as soon as the campaign may send.',
    );
    expect(textOf(card(one('claimed', agent), status))).toContain('the message is leaving again now.');
  });
});
