import { describe, expect, test } from 'vitest';
import type { UserId } from '../../../src/domain/ids.ts';
import { atRest, claimedBy, toldClaimant, withoutHandsOf } from '../../../src/domain/reply/claim.ts';
import { aConversation, agent, approver } from '../../support/builders.ts';

const at = '2026-11-23T15:00:00.000Z';
const later = (seconds: number) => new Date(Date.parse(at) + seconds * 1_000);
const open = aConversation();
const claimed = claimedBy(open, agent, later(0));

describe('a claim on a conversation', () => {
  test('lasts ten minutes from when the agent last opened it, and began when they first did', () => {
    expect(claimed.claim).toEqual({ by: agent, at, until: '2026-11-23T15:10:00.000Z' });
    expect(claimedBy(claimed, agent, later(60)).claim).toEqual({ by: agent, at, until: '2026-11-23T15:11:00.000Z' });
    expect(claimedBy(claimed, agent, later(601)).claim?.at).toBe(later(601).toISOString());
    expect(claimedBy(claimed, approver, later(60)).claim).toMatchObject({ by: approver, at: later(60).toISOString() });
  });

  test.each([
    [19, null],
    [20, agent],
    [599, agent],
    [600, null],
  ])('is told of %i seconds after it began: %s', (seconds, told) => {
    expect(toldClaimant(claimed, later(seconds))).toBe(told);
  });

  test('of whoever has left holds nothing, and neither does what was passed to them', () => {
    const passed = { ...claimed, owner: { member: approver, at, from: agent } };
    const gone = (...members: UserId[]) => withoutHandsOf(passed, new Set(members));
    expect(gone()).toBe(passed);
    expect(gone(agent)).toEqual({ ...passed, claim: null });
    expect(gone(agent, approver)).toEqual({ ...passed, claim: null, owner: null });
  });

  test('ends with the answer, and so does what was passed', () => {
    expect(atRest(open)).toBe(open);
    expect(atRest({ ...claimed, owner: { member: approver, at, from: agent } })).toMatchObject({
      claim: null,
      owner: null,
    });
  });
});
