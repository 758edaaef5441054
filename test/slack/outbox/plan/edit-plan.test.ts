import { describe, expect, test } from 'vitest';
import type { CampaignStatus } from '../../../../src/domain/campaign/campaign-status.ts';
import { CampaignId } from '../../../../src/domain/ids.ts';
import { createEditBudget, planEdits } from '../../../../src/slack/outbox/plan/edit-plan.ts';

const [a, b, c] = ['aaaa2222', 'bbbb2222', 'cccc2222'].map((id) => CampaignId.parse(id)) as [
  CampaignId,
  CampaignId,
  CampaignId,
];

function plan(
  campaigns: readonly [CampaignId, CampaignStatus][],
  shown: readonly [CampaignId, CampaignStatus, number][],
  marked: readonly CampaignId[] = [],
  most = 5,
) {
  const facts = {
    campaigns: campaigns.map(([id, status]) => ({ id, status })),
    shown: new Map(shown.map(([id, status, atMs]) => [id, { status, atMs }])),
    marked: new Set(marked),
  };
  return planEdits(facts, most, 10_000);
}

describe('which campaign message is edited next', () => {
  test('one whose status changed comes before one whose numbers changed, and that before one that only runs', () => {
    const running: [CampaignId, CampaignStatus][] = [
      [a, 'running'],
      [b, 'running'],
      [c, 'paused'],
    ];
    const shown: [CampaignId, CampaignStatus, number][] = [
      [a, 'running', 1_000],
      [b, 'running', 5_000],
      [c, 'running', 6_000],
    ];
    expect(plan(running, shown, [b, c])).toEqual([c, b, a]);
  });

  test('of two that run, the one that waited longer comes first', () => {
    const shown: [CampaignId, CampaignStatus, number][] = [
      [a, 'running', 5_000],
      [b, 'running', 2_000],
    ];
    expect(
      plan(
        [
          [a, 'running'],
          [b, 'running'],
        ],
        shown,
        [],
        1,
      ),
    ).toEqual([b]);
  });

  test('a message that was edited less than 3 seconds ago waits, even when it is old', () => {
    expect(plan([[a, 'paused']], [[a, 'running', 7_001]], [a])).toEqual([]);
    expect(plan([[a, 'paused']], [[a, 'running', 7_000]], [a])).toEqual([a]);
  });

  test('a campaign that is over is left alone unless its message shows an old state', () => {
    expect(plan([[a, 'completed']], [])).toEqual([]);
    expect(plan([[a, 'completed']], [], [a])).toEqual([a]);
  });

  test('nothing is edited when the budget is spent', () => {
    expect(plan([[a, 'running']], [], [a], 0)).toEqual([]);
  });
});

describe('the budget of edits', () => {
  test('allows a burst of five, then one every 3 seconds', () => {
    const budget = createEditBudget(0);
    for (let edit = 0; edit < 5; edit += 1) budget.spend();
    expect(budget.left(2_999)).toBe(0);
    expect(budget.left(3_000)).toBe(1);
    budget.spend();
    expect(budget.left(5_999)).toBe(0);
    expect(budget.left(60_000)).toBe(5);
  });
});
