import { describe, expect, test } from 'vitest';
import { nothingForeseen } from '../../../src/domain/answering/answering.ts';
import type { NudgePost } from '../../../src/domain/campaign/announcement.ts';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import type { Nudge } from '../../../src/domain/campaign/nudge.ts';
import { ConversationId, type UserId } from '../../../src/domain/ids.ts';
import { alikeInWords } from '../../../src/domain/nudge/alike.ts';
import { neverAnswered } from '../../../src/domain/nudge/never-answered.ts';
import { lastHandlers, nudged, planNudges } from '../../../src/domain/nudge/nudges.ts';
import { heirOf, planHandovers } from '../../../src/domain/nudge/owners.ts';
import { waitsOf } from '../../../src/domain/nudge/waits.ts';
import type { Conversation } from '../../../src/domain/reply/conversation.ts';
import {
  aCampaign,
  aConversation,
  admin,
  agent,
  anAnswer,
  anInbound,
  approver,
  author,
  channel,
} from '../../support/builders.ts';

const now = new Date('2026-11-24T15:00:00.000Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();
const campaign = aCampaign({ hours: null });
const nobody: ReadonlySet<UserId> = new Set();
const heirs = { admins: [admin], gone: nobody };

let made = 0;
function waiting(minutes: number, overrides: Partial<Conversation> = {}): Conversation {
  made += 1;
  const id = ConversationId.parse(`abcdefghij${'abcdefghijk'[Math.floor(made / 11) % 11]}${'abcdefghijk'[made % 11]}`);
  return aConversation({ id, messages: [anInbound({ at: ago(minutes) })], ...overrides });
}
const passedTo = (member: UserId, minutes: number, from: UserId | null = agent) => ({
  owner: { member, at: ago(minutes), from },
});
const claimedBy = (by: UserId) => ({
  claim: { by, at: ago(5), until: new Date(now.getTime() + 60_000).toISOString() },
});

describe('how far a wait has come', () => {
  const stepOf = (conversation: Conversation, of: Parameters<typeof waitsOf>[0], at: Date) =>
    waitsOf(of, [conversation], at)[0]?.step ?? 0;

  test.each([
    [59, 0],
    [60, 1],
    [119, 1],
    [120, 2],
    [180, 3],
    [1_000, 3],
  ])('after %i minutes: step %i of three, an hour each', (minutes, step) => {
    expect(stepOf(waiting(minutes), campaign, now)).toBe(step);
  });

  test('goes by the campaign’s own Answer within, and by its sending hours', () => {
    const answering = { ...nothingForeseen, answerWithinSeconds: 600 };
    expect(stepOf(waiting(25), { ...campaign, answering }, now)).toBe(2);
    // 15:00 is 16:00 in Berlin, and the day began at 9.
    const hours = { zone: 'Europe/Berlin', days: [2], from: '15:00', to: '20:00' };
    expect(stepOf(waiting(900), { ...campaign, hours }, now)).toBe(1);
  });

  test('begins again when a colleague re-opens it', () => {
    const reopened = waiting(500, { decisions: [{ kind: 'reopened', by: agent, at: ago(30), after: 1 }] });
    expect(stepOf(reopened, campaign, now)).toBe(0);
  });

  test('is nothing for what was answered', () => {
    expect(stepOf(waiting(500, { messages: [anInbound({ at: ago(500) }), anAnswer()] }), campaign, now)).toBe(0);
  });
});

describe('a reply of the third step', () => {
  test.each([
    ['its approver', nobody, approver],
    ['else its author', new Set([approver]), author],
    ['else the first admin who is a person', new Set([approver, author]), admin],
    ['else nobody', new Set([approver, author, admin]), null],
  ])('is given to %s', (_, gone, heir) => {
    const admins = ['S0LEADS', admin];
    expect(heirOf(campaign, { admins, gone })).toBe(heir);
    const late = waiting(200);
    const wanted = heir ? [{ id: late.id, to: heir }] : [];
    expect(planHandovers(campaign, [late, waiting(170)], { admins, gone }, now)).toEqual(wanted);
  });

  test('stays with whoever has it, and changes hands once they have left', () => {
    const theirs = [waiting(200, passedTo(agent, 190)), waiting(90, passedTo(agent, 80))];
    expect(planHandovers(campaign, [...theirs, waiting(200, claimedBy(author))], heirs, now)).toEqual([]);
    const gone = new Set([agent]);
    expect(planHandovers(campaign, theirs, { admins: [], gone }, now)).toEqual([
      { id: theirs[0]!.id, to: approver },
      { id: theirs[1]!.id, to: null },
    ]);
  });
});

describe('a nudge', () => {
  const none = { posts: [], pending: new Set<string>() };
  const withNudges = (nudges: Nudge[], told: NonNullable<Campaign['nudging']>['told'] = []) => ({
    ...campaign,
    nudging: { nudges, told },
  });
  const nudge = (step: 1 | 2 | 3, minutes: number, endedAt: string | null = null): Nudge => ({
    id: `nudge-${step}`,
    step,
    at: ago(minutes),
    named: [],
    endedAt,
  });
  const standing = (step: 1 | 2 | 3, minutes: number): NudgePost => ({
    id: `nudge-${step}`,
    step,
    at: ago(minutes),
    post: { channel, id: '1.1' },
  });

  test('is owed at each step for what is in nobody’s hands', () => {
    expect(planNudges(campaign, [waiting(59)], none, now).post).toBeNull();
    expect(planNudges(campaign, [waiting(61)], none, now).post).toBe(1);
    expect(planNudges(campaign, [waiting(61), waiting(121)], none, now).post).toBe(2);
    expect(planNudges(campaign, [waiting(181, passedTo(approver, 0, null))], none, now).post).toBe(3);
    expect(
      planNudges(campaign, [waiting(121, passedTo(agent, 10)), waiting(70, claimedBy(agent))], none, now).post,
    ).toBeNull();
  });

  test('stands once while it is true, and the next step follows an hour after it stood', () => {
    const one = { posts: [standing(1, 50)], pending: new Set<string>() };
    const asked = withNudges([nudge(1, 100)]);
    expect(planNudges(asked, [waiting(150), waiting(65)], one, now)).toMatchObject({ post: null, end: [] });
    expect(planNudges(asked, [waiting(150), waiting(65)], { ...one, posts: [standing(1, 60)] }, now).post).toBe(2);
    expect(planNudges(asked, [waiting(65)], { ...one, posts: [standing(1, 60)] }, now).post).toBeNull();
  });

  test('is not followed by another before it was posted, and is owed again when it was dropped', () => {
    const asked = withNudges([nudge(1, 100)]);
    expect(planNudges(asked, [waiting(150)], { posts: [], pending: new Set(['nudge-1']) }, now).post).toBeNull();
    expect(planNudges(asked, [waiting(100)], none, now).post).toBe(1);
    expect(planNudges(withNudges([nudge(1, 59)]), [waiting(100)], none, now).post).toBeNull();
  });

  test('ends when nobody waits any more, and not while an agent only looks', () => {
    const one = { posts: [standing(1, 50)], pending: new Set<string>() };
    const asked = withNudges([nudge(1, 50)]);
    expect(planNudges(asked, [], one, now).end).toEqual([1]);
    expect(planNudges(asked, [waiting(70, passedTo(agent, 5))], one, now).end).toEqual([1]);
    expect(planNudges(asked, [waiting(70, claimedBy(agent))], one, now).end).toEqual([]);
  });

  test('of a lower step is not owed for what a higher one says, but for what came since', () => {
    const facts = { posts: [standing(2, 61)], pending: new Set<string>() };
    const asked = withNudges([nudge(1, 130, ago(100)), nudge(2, 61)]);
    expect(planNudges(asked, [waiting(150)], facts, now).post).toBeNull();
    expect(planNudges(asked, [waiting(150), waiting(70)], facts, now).post).toBe(1);
  });

  test('calls nobody a week after the end of the campaign', () => {
    const over = (days: number) => ({ ...campaign, status: 'completed' as const, endedAt: ago(days * 1_440) });
    expect(planNudges(over(6), [waiting(8 * 1_440)], none, now).post).toBe(3);
    expect(planNudges(over(8), [waiting(9 * 1_440)], none, now).post).toBeNull();
    // Who writes so late is a person like any other.
    expect(planNudges(over(8), [waiting(90)], none, now).post).toBe(1);
  });

  test('says how many replies, since when, and in whose hands', () => {
    const replies = [waiting(70), waiting(190, passedTo(approver, 5, null)), waiting(200)];
    expect(nudged(1, campaign, replies, now)).toMatchObject({ replies: 2, since: ago(200), orphans: 0 });
    expect(nudged(3, campaign, replies, now)).toEqual({
      replies: 2,
      since: ago(200),
      owners: [{ member: approver, replies: 1 }],
      orphans: 1,
      alike: { replies: 0, groups: 0 },
    });
  });

  test('says how many of them are in a group that says the same, also to their owner', () => {
    const says = (text: string, minutes: number, owner = {}) =>
      waiting(minutes, { messages: [anInbound({ text, at: ago(minutes) })], ...owner });
    const yes = (owner = {}) => ['Yes', 'yes!', ' YES '].map((text) => says(text, 190, owner));
    expect(nudged(1, campaign, yes(), now).alike).toEqual({ replies: 3, groups: 1 });
    const more = [...yes(), says('When?', 190), says('No', 190), says('no', 190)];
    expect(nudged(1, campaign, more, now)).toMatchObject({ replies: 6, alike: { replies: 3, groups: 1 } });
    const { tell } = planNudges(campaign, yes(passedTo(approver, 0, null)), none, now);
    expect(tell).toMatchObject([{ replies: 3, alike: { replies: 3, groups: 1 } }]);
  });

  test.each([
    [3, { replies: 0, groups: 0 }, ''],
    [12, { replies: 12, groups: 1 }, ' (one group)'],
    [12, { replies: 12, groups: 2 }, ' (2 groups)'],
    [12, { replies: 9, groups: 1 }, ' (9 in one group)'],
    [12, { replies: 9, groups: 2 }, ' (9 in 2 groups)'],
  ])('puts it into few words: of %i, %j: “%s”', (of, alike, words) => {
    expect(alikeInWords(of, alike)).toBe(words);
  });

  test('tells an owner at once of what they were given, and then once a step', () => {
    const given = waiting(181, passedTo(approver, 0, null));
    const plan = planNudges(campaign, [given], none, now);
    expect(plan.tell).toEqual([
      { member: approver, isGiven: true, replies: 1, since: ago(181), alike: { replies: 0, groups: 0 } },
    ]);
    expect(plan.told).toEqual([{ member: approver, at: now.toISOString(), step: 0 }]);
    const told = [{ member: approver, at: ago(65), step: 0 }];
    const left = waiting(250, passedTo(approver, 66, null));
    expect(planNudges(withNudges([], told), [left], none, now).tell).toMatchObject([{ isGiven: false }]);
    const again = [{ member: approver, at: ago(61), step: 1 }];
    expect(planNudges(withNudges([], again), [left], none, now).tell).toEqual([]);
  });

  test('tells an owner at most once an hour', () => {
    const told = [{ member: approver, at: ago(30), step: 0 }];
    const plan = planNudges(withNudges([], told), [waiting(181, passedTo(approver, 0, null))], none, now);
    expect(plan).toMatchObject({ tell: [], told });
  });

  test('leaves alone who was passed something a moment ago', () => {
    expect(
      planNudges(campaign, [waiting(170, passedTo(agent, 30)), waiting(190, claimedBy(author))], none, now).tell,
    ).toEqual([]);
  });

  test('names those who last handled replies, the last one first, at most three', () => {
    const handled = (by: UserId, minutes: number) =>
      aConversation({ decisions: [{ kind: 'handled', by, at: ago(minutes), after: 1 }] });
    const answered = aConversation({ messages: [anInbound(), anAnswer({ by: agent, at: ago(10) })] });
    const all = [handled(author, 20), handled(admin, 40), answered, handled(approver, 30), handled(agent, 90)];
    expect(lastHandlers(all)).toEqual([agent, author, approver]);
    expect(lastHandlers(all, new Set([author]))).toEqual([agent, approver, admin]);
  });
});

test('at the end it is known what was never answered, and who has it or decided so', () => {
  const handled = (by: UserId | null) => aConversation({ status: 'handled', handledBy: by });
  const answered = aConversation({ status: 'handled', handledBy: agent, messages: [anInbound(), anAnswer()] });
  const all = [
    waiting(5),
    waiting(9, passedTo(agent, 5)),
    waiting(9, passedTo(agent, 5)),
    handled(author),
    handled(null),
  ];
  expect(neverAnswered([...all, answered], now)).toEqual({
    waiting: [
      { member: agent, replies: 2 },
      { member: null, replies: 1 },
    ],
    handled: [{ member: author, replies: 1 }],
  });
});
