import { expect, test } from 'vitest';
import type { Note } from '../../../../src/domain/campaign/announcement.ts';
import type { Campaign } from '../../../../src/domain/campaign/campaign.ts';
import type { Recipient } from '../../../../src/domain/recipient/recipient.ts';
import type { CampaignReport } from '../../../../src/services/reports/reports.ts';
import { noteMessage } from '../../../../src/slack/ui/messages/note.ts';
import { aCampaign, admin, agent, aProgress, aReport, author } from '../../../support/builders.ts';
import { textOf } from '../read-blocks.ts';

function posted(note: Note, recipients: readonly Recipient[] = [], report = aReport()) {
  return noteMessage(note, { campaign: aCampaign(), recipients, report });
}

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
    '3 replies wait for an answer: @U0AGENT has 2 and nobody 1.',
  ],
  [
    'that they are in nobody’s hands, without their number again',
    { waiting: [{ member: null, replies: 11 }], handled: [] },
    '11 replies wait for an answer: in nobody’s hands.',
  ],
  [
    'in whose hands all of them are',
    { waiting: [{ member: agent, replies: 1 }], handled: [] },
    '1 reply waits for an answer: in the hands of @U0AGENT.',
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
  expect(plain).toContain('Answered or handled by: ');
  expect(summary.blocks.slice(0, 1)).toEqual(summary.plainer);
  expect(summary.blocks.map(({ type }) => type)).toEqual(['rich_text', 'data_visualization', 'data_table']);
});

test('the forecast says that it was for another pace where that was changed on the way', () => {
  const band = { low: 1, middle: 2, high: 3 };
  const ms = Date.parse('2026-11-23T15:00:00.000Z');
  const done = { low: ms, middle: ms, high: ms };
  const rates = { repliesPerHour: 1, handledPerHour: 1, replies: 1 };
  const expected = { done, mostOpen: band, longestWait: band, ...rates, isUsual: false };
  const grade = { expected, happened: { doneMs: ms, mostOpen: 2, longestWait: 60 } };
  const said = (overrides: Partial<Campaign>) => {
    const campaign = aCampaign({ status: 'completed', ...overrides });
    return textOf(posted({ kind: 'completed' }, [], aReport({ campaign, grade })).blocks);
  };
  const sentence = 'The forecast was for the pace before it was changed.';
  expect(said({})).not.toContain(sentence);
  expect(said({ paceChanged: { at: '2026-11-23T14:00:00.000Z', batchSize: 50 } })).toContain(sentence);
});
