import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CampaignStatus, isOver } from '../../../../src/domain/campaign/campaign-status.ts';
import { noCounts, RecipientState, type StateCounts } from '../../../../src/domain/recipient/recipient.ts';
import type { CampaignReport } from '../../../../src/services/reports/reports.ts';
import { campaignMessage } from '../../../../src/slack/ui/messages/campaign-message.ts';
import { summaryNote } from '../../../../src/slack/ui/messages/summary.ts';
import { barFraction, goesOnAt, whereEverybodyIs, whoWrote } from '../../../../src/slack/ui/words/figures.ts';
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
    because: fc.array(
      fc.constantFrom(
        'opted_out',
        'duplicate',
        'missing_day',
        'missing_and, 7 more',
        'of_before',
        'no_rule',
        'place_blocked',
        'no_hour',
        'not_after',
        'texted_abcd2345_2026-05-03',
        'in_abcd2345',
      ),
      {
        maxLength: 20,
      },
    ),
  })
  .map(({ status, counts, optedOut, because }) => {
    const states = { ...noCounts(), ...counts };
    const skipped: Record<string, number> = {};
    for (const reason of because.slice(0, states.skipped)) skipped[reason] = (skipped[reason] ?? 0) + 1;
    return { ...reportOf(status, states), leftOut: { queued: Math.min(optedOut, states.queued), skipped } };
  });

/** "1,104 people: 600 sent (540 delivered, 60 without a receipt), 501 left out." as its figures; every one of them has a word. */
function figuresIn(sentence: string): { total: number; parts: number[]; within: Map<string, number[]> } {
  const [, total = '', rest = ''] = /^([\d,]+) (?:person|people): (.+)\.$/.exec(sentence) ?? [];
  const figures = [...rest.matchAll(/(?:^|, )([\d,]*\d) ([a-z][a-z ]*[a-z])(?: \(([^()]+)\))?(?=, \d|$)/g)];
  expect(figures.map(([figure]) => figure).join('')).toBe(rest);
  const numbersIn = (brackets = '') => (brackets.match(/[\d,]*\d/g) ?? []).map(toNumber);
  const within = new Map(figures.map(([, , word = '', brackets]) => [word, numbersIn(brackets)]));
  return { total: toNumber(total), parts: figures.map(([, value = '']) => toNumber(value)), within };
}

function toNumber(text: string): number {
  return Number(text.replaceAll(',', ''));
}

const sum = (parts: readonly number[]) => parts.reduce((all, part) => all + part, 0);

describe('the figures of a campaign', () => {
  test('add up to its list, whatever became of whom, and none is without its word', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const { total, parts } = figuresIn(whereEverybodyIs(report).join(''));
        expect(total).toBe(report.progress.total);
        expect(sum(parts)).toBe(total);
        expect(total === 0 || parts.every((part) => part > 0)).toBe(true);
      }),
    );
  });

  test('say of those sent, unconfirmed and left out what they are made of, and that adds up too', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const { within } = figuresIn(whereEverybodyIs(report).join(''));
        const { sent, delivered, unconfirmed, closed, skipped } = report.progress;
        const both = (parts: number[]) => (parts.every((part) => part > 0) ? parts : []);
        // Until it is over, those of whom no receipt came may still be told of.
        const ofSent = both([delivered, sent - delivered]);
        expect(within.get('sent') ?? []).toEqual(isOver(report.campaign.status) ? ofSent : ofSent.slice(0, 1));
        expect(within.get('unconfirmed') ?? []).toEqual(both([unconfirmed - closed, closed]).slice(0, 1));
        const leftOut = within.get('left out') ?? [];
        if (leftOut.length > 0) expect(sum(leftOut)).toBe(skipped + report.leftOut.queued);
      }),
    );
  });

  test('say what to do for as long as anybody needs a decision', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const open = report.progress.unconfirmed - report.progress.closed;
        expect(whereEverybodyIs(report).join('').includes('decide in thread)')).toBe(open > 0);
      }),
    );
  });

  test('are the same in the channel and in the summary', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const everybody = whereEverybodyIs(report).join('');
        expect(campaignMessage(report).text).toContain(everybody);
        expect(textOf(campaignMessage(report).blocks).replaceAll(' · ', ', ')).toContain(everybody.slice(0, -1));
        expect(textOf(summaryNote(report, report.campaign).blocks)).toContain(everybody);
      }),
    );
  });
});

test('a campaign that was cancelled after 4 of 60 does not look finished', () => {
  const text = textOf(campaignMessage(reportOf('cancelled', { delivered: 4, skipped: 56 })).blocks);
  expect(text).toContain('█░░░░░░░░░ 7 %');
  expect(text).toContain('60 people: 4 sent (all delivered) · 56 never get it\n');
});

test('a campaign does not promise its message to those who opted out before, sent or not', () => {
  const report = { ...reportOf('scheduled', { queued: 200 }), leftOut: { queued: 1, skipped: {} } };
  expect(textOf(campaignMessage(report).blocks)).toContain('200 people: 1 left out (opted out) · 199 to come\n');
  const later = { ...reportOf('running', { queued: 100, delivered: 99, skipped: 1 }) };
  expect(whereEverybodyIs({ ...later, leftOut: { queued: 2, skipped: { opted_out: 1 } } })).toEqual([
    '200 people: 99 sent (all delivered), 3 left out (opted out), 98 to come.',
  ]);
});

test('who was left out is said with why, as far as that is known', () => {
  const skipped = { opted_out: 2, duplicate: 1, missing_day: 3, missing_name: 1, of_before: 1 };
  const report = { ...reportOf('completed', { delivered: 10, skipped: 8 }), leftOut: { queued: 0, skipped } };
  expect(whereEverybodyIs(report)).toEqual([
    '18 people: 10 sent (all delivered), 8 left out (2 opted out, 1 on the list twice, 4 with a value missing, 1 for another reason).',
  ]);
});

test('who is left out by the campaign’s own rules is counted by rule', () => {
  const skipped = { 'texted_abcd2345_2026-05-03': 2, 'texted_wxyz6789_2026-05-04': 1, in_abcd2345: 4 };
  const report = { ...reportOf('completed', { delivered: 10, skipped: 7 }), leftOut: { queued: 0, skipped } };
  expect(whereEverybodyIs(report)).toEqual([
    '17 people: 10 sent (all delivered), 7 left out (3 texted lately, 4 in another campaign).',
  ]);
});

test('a campaign whose list is done is done, though some were skipped', () => {
  expect(barFraction(reportOf('completed', { delivered: 195, skipped: 5 }))).toBe(1);
  expect(barFraction(reportOf('cancelled', {}))).toBe(0);
});

test('the bar is full when everybody who gets it has got it: who opted out before their turn is no part of it', () => {
  const report = reportOf('running', { delivered: 20, queued: 180 });
  expect(barFraction({ ...report, leftOut: { ...report.leftOut, queued: 76 } })).toBeCloseTo(20 / 124);
  expect(
    barFraction({ ...reportOf('running', { delivered: 20, queued: 10 }), leftOut: { queued: 10, skipped: {} } }),
  ).toBe(1);
});

test.each<[Partial<StateCounts>, string | undefined]>([
  [{ delivered: 4 }, undefined],
  [{ unconfirmed: 1 }, '1 person: 1 unconfirmed (decide in thread)'],
  [{ unconfirmed: 3, closed: 1 }, '4 people: 4 unconfirmed (3 to decide in thread)'],
  [{ closed: 1_200 }, undefined],
])('of those unconfirmed, %j, the campaign’s message says who needs a decision', (counts, sentence) => {
  const text = textOf(campaignMessage(reportOf('running', counts)).blocks);
  if (sentence) expect(text.split('\n')).toContain(sentence);
  else expect(text).not.toContain('decide');
});

test.each<[Partial<StateCounts>, string]>([
  [{ unconfirmed: 1 }, '1 person: 1 unconfirmed (decide in thread).'],
  [{ unconfirmed: 3, closed: 1 }, '4 people: 4 unconfirmed (3 to decide in thread).'],
  [{ closed: 1_200 }, '1,200 people: 1,200 unconfirmed.'],
  [{ submitted: 2 }, '2 people: 2 sent (no receipt yet).'],
  [{ delivered: 1 }, '1 person: 1 sent (delivered).'],
  [{}, '0 people: 0 sent.'],
])('a campaign of %j is told as “%s”', (counts, sentence) => {
  expect(whereEverybodyIs(reportOf('running', counts))).toEqual([sentence]);
});

test('a batch that is still leaving is not said to be done', () => {
  const sending = aReport({
    batch: { no: 1, of: 2 },
    plan: { kind: 'send', count: 50, batch: { no: 1, startedAt: '2026-11-23T15:05:00.000Z' } },
    campaign: aCampaign({ reportedBatch: 0 }),
  });
  expect(textOf(campaignMessage(sending).blocks)).not.toMatch(/ done$/m);
  const left = aReport({ batch: { no: 1, of: 2 }, campaign: aCampaign({ reportedBatch: 1 }) });
  expect(textOf(campaignMessage(left).blocks)).toContain('Running · 1 of 2 batches done\n');
});

test('people who wrote are counted as people', () => {
  expect(whoWrote(aReport({ replies: 1, unanswered: 1, optedOut: 0 }))).toEqual(['1 replied (1 unanswered).']);
  expect(whoWrote(aReport({ replies: 0, unanswered: 0, optedOut: 1 }))).toEqual(['1 opted out.']);
  expect(whoWrote(aReport({ replies: 0, unanswered: 0, optedOut: 0 }))).toBeUndefined();
});

test.each([
  [3, 'goes on when 3 or fewer are left'],
  [0, 'goes on when none is left'],
])('a hold that ends at %i %s', (limit, words) => {
  expect(goesOnAt(limit)).toBe(words);
});
