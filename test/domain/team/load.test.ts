import { describe, expect, test } from 'vitest';
import { nothingForeseen } from '../../../src/domain/answering/answering.ts';
import { CampaignId } from '../../../src/domain/ids.ts';
import type { Conversation } from '../../../src/domain/reply/conversation.ts';
import { openSinceMs, type TeamCampaign, teamLoad } from '../../../src/domain/team/load.ts';
import { aCampaign, aConversation, agent, anInbound, approver } from '../../support/builders.ts';

const now = new Date('2026-11-23T15:00:00.000Z');
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();
const aReply = (overrides: Partial<Conversation> = {}, minutes = 5) =>
  aConversation({ messages: [anInbound({ at: minutesAgo(minutes) })], ...overrides });
const replies = (count: number, overrides: Partial<Conversation> = {}) =>
  Array.from({ length: count }, () => aReply(overrides));

const spring = aCampaign({ id: CampaignId.parse('springaa'), name: 'Spring', hours: null });
const autumn = aCampaign({ id: CampaignId.parse('autumnaa'), name: 'Autumn', hours: null });
const loadOf = (team: readonly TeamCampaign[], campaign = spring) => teamLoad(campaign, team, now);

describe('the open replies that hold a team’s next batch', () => {
  test('are those of all its campaigns, with the campaigns named, the most first', () => {
    const load = loadOf([
      { campaign: spring, waiting: replies(5) },
      { campaign: autumn, waiting: replies(9) },
    ]);
    expect(load).toEqual({
      replies: 14,
      inHands: 0,
      isLate: false,
      of: [
        { id: autumn.id, name: 'Autumn', replies: 9 },
        { id: spring.id, name: 'Spring', replies: 5 },
      ],
    });
  });

  test('are not those that a colleague was passed, or has before them now', () => {
    const owner = { member: agent, at: minutesAgo(3), from: approver };
    const claimed = { by: agent, at: minutesAgo(3), until: minutesAgo(-7) };
    const claimedOnce = { by: agent, at: minutesAgo(30), until: minutesAgo(20) };
    const waiting = [aReply({ owner }), aReply({ claim: claimed }), aReply({ claim: claimedOnce }), aReply()];
    expect(loadOf([{ campaign: spring, waiting }])).toMatchObject({ replies: 2, inHands: 2 });
  });

  test('are those too that the last nudge gave somebody: they have waited the longest', () => {
    const owner = { member: agent, at: minutesAgo(3), from: null };
    expect(loadOf([{ campaign: spring, waiting: [aReply({ owner }, 600)] }])).toMatchObject({ replies: 1, inHands: 0 });
  });

  test.each([
    ['a week ago', 7 * 24 * 60, 3],
    ['longer ago', 7 * 24 * 60 + 1, 0],
  ])('of a campaign that ended %s count %s minutes after: %i', (_, minutes, left) => {
    const past = { ...autumn, status: 'completed' as const, endedAt: minutesAgo(minutes) };
    expect(loadOf([{ campaign: past, waiting: replies(3) }]).replies).toBe(left);
  });
});

describe('a reply that has waited too long', () => {
  const within = (answerWithinSeconds: number | null) => ({
    ...spring,
    answering: { ...nothingForeseen, answerWithinSeconds },
  });
  const team = (minutes: number, overrides: Partial<Conversation> = {}) => [
    { campaign: autumn, waiting: [aReply(overrides, minutes)] },
  ];

  test('holds the campaigns whose author said within which time, whichever of the team’s it answers', () => {
    expect(loadOf(team(60), within(3_600)).isLate).toBe(true);
    expect(loadOf(team(59), within(3_600)).isLate).toBe(false);
  });

  test('holds nothing where the author left that empty', () => {
    expect(loadOf(team(600), within(null)).isLate).toBe(false);
    expect(loadOf(team(600), spring).isLate).toBe(false);
  });

  test('holds nothing in somebody’s hands', () => {
    const owner = { member: agent, at: minutesAgo(3), from: approver };
    expect(loadOf(team(600, { owner }), within(3_600)).isLate).toBe(false);
  });

  test('has waited in sending hours only', () => {
    const hours = { zone: 'Europe/Berlin', days: [1, 2, 3, 4, 5, 6, 7], from: '15:30', to: '18:00' };
    expect(loadOf(team(120), { ...within(3_600), hours }).isLate).toBe(false);
    expect(loadOf(team(120), { ...within(1_800), hours }).isLate).toBe(true);
  });
});

test('they have been open since the longest waiting of those that hold', () => {
  const owner = { member: agent, at: minutesAgo(90), from: approver };
  const over = aCampaign({ ...autumn, status: 'completed', endedAt: minutesAgo(8 * 1_440) });
  const team = [
    { campaign: spring, waiting: [aReply({ owner }, 95), aReply({}, 3), aReply({}, 7)] },
    { campaign: over, waiting: [aReply({}, 9 * 1_440)] },
  ];
  expect(openSinceMs(team, now)).toBe(Date.parse(minutesAgo(7)));
  expect(openSinceMs([], now)).toBeNull();
});
