import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CampaignStatus } from '../../../../src/domain/campaign/campaign-status.ts';
import { noCounts, RecipientState, type StateCounts } from '../../../../src/domain/recipient/recipient.ts';
import type { CampaignReport } from '../../../../src/services/reports/reports.ts';
import { campaignMessage } from '../../../../src/slack/ui/messages/campaign-message.ts';
import { summaryNote } from '../../../../src/slack/ui/messages/summary.ts';
import {
  barFraction,
  goesOnAt,
  whatIsInDoubt,
  whatWasDelivered,
  whereEverybodyIs,
  whoWrote,
} from '../../../../src/slack/ui/words/figures.ts';
import { aCampaign, aProgress, aReport } from '../../../support/builders.ts';
import { textOf } from '../read-blocks.ts';

const reportOf = (status: CampaignStatus, counts: Partial<StateCounts>): CampaignReport =>
  aReport({ campaign: aCampaign({ status }), progress: aProgress(counts), plan: null });

const anyReport = fc
  .record({
    status: fc.constantFrom(...CampaignStatus.options),
    counts: fc.record(
      Object.fromEntries(RecipientState.options.map((state) => [state, fc.integer({ min: 0, max: 3_000 })])),
    ),
    optedOut: fc.integer({ min: 0, max: 3_000 }),
    because: fc.array(fc.constantFrom('opted_out', 'duplicate', 'missing_day', 'missing_and, 7 more', 'of_before'), {
      maxLength: 20,
    }),
  })
  .map(({ status, counts, optedOut, because }) => {
    const states = { ...noCounts(), ...counts };
    const skipped: Record<string, number> = {};
    for (const reason of because.slice(0, states.skipped)) skipped[reason] = (skipped[reason] ?? 0) + 1;
    return { ...reportOf(status, states), leftOut: { queued: Math.min(optedOut, states.queued), skipped } };
  });

/** "1,104 people: 600 sent, 3 failed and 501 skipped." as its figures; every one of them has a word. */
function figuresIn(sentence: string): { total: number; parts: number[] } {
  const [, total = '', rest = ''] = /^([\d,]+) (?:person|people): (.+)\.$/.exec(sentence) ?? [];
  const parts = rest
    .split(/, (?=\d)| and /)
    .map((part) => /^([\d,]+) [a-z][a-z ]+(\([a-z ]+\))?$/.exec(part)?.[1] ?? `? ${part}`);
  return { total: toNumber(total), parts: parts.map(toNumber) };
}

function toNumber(text: string): number {
  return Number(text.replaceAll(',', ''));
}

describe('the figures of a campaign', () => {
  test('add up to its list, whatever became of whom, and none is without its word', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const { total, parts } = figuresIn(whereEverybodyIs(report).join(''));
        expect(total).toBe(report.progress.total);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
      }),
    );
  });

  test('say of those sent what was delivered, and that adds up too', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const said = whatWasDelivered(report)?.join('');
        const [sent = 0, ...parts] = (said ?? '0').match(/[\d,]*\d/g)?.map(toNumber) ?? [];
        expect(sent).toBe(report.progress.sent);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(sent);
      }),
    );
  });

  test('say of those unconfirmed who still needs a decision, and that adds up too', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const { unconfirmed, closed } = report.progress;
        const said = whatIsInDoubt(report)?.join('') ?? '';
        const [open = 0, decided = 0] = [
          /([\d,]+) (?:people|person|need)/,
          /([\d,]+) (?:unconfirmed )?(?:is|are) closed/,
        ].map((figure) => toNumber(figure.exec(said)?.[1] ?? '0'));
        expect([open, decided]).toEqual([unconfirmed - closed, closed]);
        expect(said.includes('says what to do')).toBe(open > 0);
      }),
    );
  });

  test('are the same in the channel and in the summary', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const everybody = whereEverybodyIs(report).join('');
        expect(textOf(campaignMessage(report).blocks)).toContain(everybody);
        expect(textOf(summaryNote(report, report.campaign).blocks)).toContain(everybody);
      }),
    );
  });
});

test('a campaign that was cancelled after 4 of 60 does not look finished', () => {
  const text = textOf(campaignMessage(reportOf('cancelled', { delivered: 4, skipped: 56 })).blocks);
  expect(text).toContain('█░░░░░░░░░░░░░░░░░░░ 7 %');
  expect(text).toContain('60 people: 4 sent and 56 never get it.');
});

test('a campaign does not promise its message to those who opted out before, sent or not', () => {
  const report = { ...reportOf('scheduled', { queued: 200 }), leftOut: { queued: 1, skipped: {} } };
  expect(textOf(campaignMessage(report).blocks)).toContain(
    '200 people: 0 sent, 1 left out (opted out) and 199 still to come.',
  );
  const later = { ...reportOf('running', { queued: 100, delivered: 99, skipped: 1 }) };
  expect(whereEverybodyIs({ ...later, leftOut: { queued: 2, skipped: { opted_out: 1 } } })).toEqual([
    '200 people: 99 sent, 3 left out (opted out) and 98 still to come.',
  ]);
});

test('who was skipped is said with why, as far as that is known', () => {
  const skipped = { opted_out: 2, duplicate: 1, missing_day: 3, missing_name: 1, of_before: 1 };
  const report = { ...reportOf('completed', { delivered: 10, skipped: 8 }), leftOut: { queued: 0, skipped } };
  expect(whereEverybodyIs(report)).toEqual([
    '18 people: 10 sent, 2 left out (opted out), 1 skipped (on the list twice), 4 skipped (a value was missing) and 1 skipped.',
  ]);
});

test('a campaign whose list is done is done, though some were skipped', () => {
  expect(barFraction(reportOf('completed', { delivered: 195, skipped: 5 }))).toBe(1);
  expect(barFraction(reportOf('cancelled', {}))).toBe(0);
});

test.each<[Partial<StateCounts>, string | undefined]>([
  [{ delivered: 4 }, undefined],
  [
    { unconfirmed: 1 },
    'For 1 person it is unknown whether the message went out: the thread names them and says what to do.',
  ],
  [
    { unconfirmed: 3, closed: 1 },
    'Of the 4 unconfirmed, 3 need a decision: the thread names them and says what to do. 1 is closed, and gets no message again.',
  ],
  [{ closed: 1 }, 'The 1 unconfirmed is closed, and gets no message again.'],
  [{ closed: 1_200 }, 'The 1,200 unconfirmed are closed, and get no message again.'],
])('of those in doubt, %j, the campaign’s message says who needs a decision', (counts, sentence) => {
  const text = textOf(campaignMessage(reportOf('running', counts)).blocks);
  if (sentence) expect(text.split('\n')).toContain(sentence);
  else expect(text).not.toContain('unknown');
});

test('a batch that is still leaving is not said to have left', () => {
  const sending = aReport({
    batch: { no: 1, of: 2 },
    plan: { kind: 'send', count: 50, batch: { no: 1, startedAt: '2026-11-23T15:05:00.000Z' } },
    campaign: aCampaign({ reportedBatch: 0 }),
  });
  expect(textOf(campaignMessage(sending).blocks)).not.toContain('has left');
  const left = aReport({ batch: { no: 1, of: 2 }, campaign: aCampaign({ reportedBatch: 1 }) });
  expect(textOf(campaignMessage(left).blocks)).toContain('Batch 1 of 2 has left.');
});

test('people who wrote are counted as people', () => {
  expect(whoWrote(aReport({ replies: 1, unanswered: 1, optedOut: 0 }))).toEqual(['1 person replied (1 unanswered).']);
  expect(whoWrote(aReport({ replies: 0, unanswered: 0, optedOut: 1 }))).toEqual(['1 person opted out.']);
  expect(whoWrote(aReport({ replies: 0, unanswered: 0, optedOut: 0 }))).toBeUndefined();
});

test.each([
  [3, 'goes on when 3 or fewer are left'],
  [0, 'goes on when none is left'],
])('a hold that ends at %i %s', (limit, words) => {
  expect(goesOnAt(limit)).toBe(words);
});
