import { expect, test } from 'vitest';
import { CampaignId } from '../../../src/domain/ids.ts';
import { type InTeam, turnBefore } from '../../../src/domain/team/turn.ts';

const now = new Date('2026-11-23T15:00:00.000Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1_000).toISOString();
const [a, b, c] = ['aaaaaaaa', 'bbbbbbbb', 'cccccccc'].map((id) => CampaignId.parse(id)) as [
  CampaignId,
  CampaignId,
  CampaignId,
];
const one = (id: CampaignId, lastBatchAt: string | null, overrides: Partial<InTeam> = {}): InTeam => ({
  id,
  everySeconds: 300,
  lastBatchAt,
  isDue: true,
  ...overrides,
});

test('a campaign alone in its channel gives way to nobody', () => {
  expect(turnBefore(one(a, ago(300)), [], now)).toBeNull();
});

test('of two that waited, the one whose last batch is the older goes first', () => {
  expect(turnBefore(one(a, ago(900)), [one(b, ago(600))], now)).toBeNull();
  expect(turnBefore(one(b, ago(600)), [one(a, ago(900))], now)).toEqual({ of: a, until: null });
});

test('one that has sent nothing yet comes before all, and of two of these one goes', () => {
  expect(turnBefore(one(a, null), [one(b, ago(600))], now)).toBeNull();
  expect(turnBefore(one(a, null), [one(b, null)], now)).toBeNull();
  expect(turnBefore(one(b, null), [one(a, null)], now)).toEqual({ of: a, until: null });
});

test('nobody gives way to one that is not due', () => {
  expect(turnBefore(one(b, ago(600)), [one(a, ago(900), { isDue: false })], now)).toBeNull();
});

test('the next one comes after a share of the shortest interval, so that it sees what the last one brought', () => {
  const justSent = one(a, ago(40), { isDue: false, everySeconds: 180 });
  expect(turnBefore(one(b, ago(600)), [justSent], now)).toEqual({ of: a, until: new Date(now.getTime() + 50_000) });
  expect(turnBefore(one(b, ago(600)), [justSent, one(c, ago(200), { isDue: false })], now)).toEqual({
    of: a,
    until: new Date(now.getTime() + 20_000),
  });
  expect(turnBefore(one(b, ago(600)), [one(a, ago(90), { isDue: false, everySeconds: 180 })], now)).toBeNull();
});
