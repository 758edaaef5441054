import { describe, expect, test } from 'vitest';
import { nothingForeseen } from '../../../src/domain/answering/answering.ts';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import type { ConversationId, PhoneNumber, UserId } from '../../../src/domain/ids.ts';
import { isUnanswered } from '../../../src/domain/reply/conversation.ts';
import { claimantOf } from '../../../src/domain/reply/waiting.ts';
import type { NoReply, ReplyInHand } from '../../../src/services/replies/answering.ts';
import { admin, agent, aPerson, approver, author } from '../../support/builders.ts';
import { refusalOf } from '../../support/refusal.ts';
import { aBench, type Bench, type BenchOptions } from '../../support/services.ts';
import { phoneOf } from '../../support/story.ts';

const cleo = agent;
const ben = approver;

/** A campaign that has texted everybody on its list, of whom so many have written, a minute apart. */
async function whereWrote(
  count: number,
  { options = {}, overrides = {} }: { options?: BenchOptions; overrides?: Partial<Campaign> } = {},
): Promise<{ bench: Bench; campaign: Campaign }> {
  const bench = await aBench(options);
  const campaign = await bench.approved({ size: count, ...overrides });
  await bench.run(3);
  for (let no = 1; no <= count; no += 1) {
    await bench.hear(`Text of ${no}`, phoneOf(no) as PhoneNumber);
    await bench.clock.advance(60_000);
  }
  return { bench, campaign };
}

function inHand(found: ReplyInHand | NoReply): ReplyInHand {
  if (found.kind !== 'reply') throw new Error('Nothing waits.');
  return found;
}

const textOf = ({ conversation }: ReplyInHand): string => conversation.messages[0]!.text;

describe('going through the replies of a campaign', () => {
  test('begins with who has waited longest, and says how long and how many there are', async () => {
    const { bench, campaign } = await whereWrote(3);
    const first = inHand(await bench.inbox.next(campaign.id, { by: cleo }));
    expect([textOf(first), first.open, first.waitedMs]).toEqual(['Text of 1', 3, 180_000]);
    expect(first.row.message).toContain('Hi x, will you come');
    expect(claimantOf((await bench.store.conversations.get(first.conversation.id))!, bench.clock.now())).toBe(cleo);
  });

  test('two people at once are never shown the same one', async () => {
    const { bench, campaign } = await whereWrote(50);
    const seen = new Map<UserId, ConversationId[]>([
      [cleo, []],
      [ben, []],
    ]);
    for (let turn = 0; turn < 25; turn += 1) {
      const both = await Promise.all([cleo, ben].map((by) => bench.inbox.next(campaign.id, { by })));
      const [one, other] = both.map((found) => inHand(found).conversation.id);
      expect(one).not.toBe(other);
      for (const [by, id] of [[cleo, one!] as const, [ben, other!] as const]) {
        seen.get(by)!.push(id);
        await bench.inbox.handle(id, by, 1, { ifOpen: true });
      }
    }
    expect(new Set([...seen.values()].flat()).size).toBe(50);
    expect((await bench.inbox.next(campaign.id, { by: cleo })).kind).toBe('none');
  });

  test('leaves out what was skipped and what colleagues have, and tells who has how many when nothing is left', async () => {
    const { bench, campaign } = await whereWrote(3);
    const his = inHand(await bench.inbox.next(campaign.id, { by: ben })).conversation.id;
    const first = inHand(await bench.inbox.next(campaign.id, { by: cleo }));
    expect(first.open).toBe(2);
    const skipped = [first.conversation.id];
    const second = inHand(await bench.inbox.next(campaign.id, { by: cleo, skipped }));
    expect(textOf(second)).toBe('Text of 3');
    skipped.push(second.conversation.id);
    const none = await bench.inbox.next(campaign.id, { by: cleo, skipped });
    expect(none).toMatchObject({ kind: 'none', others: [{ member: ben, count: 1 }], skipped: 2 });
    await bench.inbox.release(his, ben);
    expect(inHand(await bench.inbox.next(campaign.id, { by: cleo, skipped })).conversation.id).toBe(his);
  });
});

describe('a claim', () => {
  test('is over after ten minutes, and survives a crash until then', async () => {
    const { bench, campaign } = await whereWrote(1);
    await bench.inbox.next(campaign.id, { by: cleo });
    await bench.close();
    const again = await aBench({ disk: bench.disk, start: bench.clock.now().toISOString() });
    expect((await again.inbox.next(campaign.id, { by: ben })).kind).toBe('none');
    await again.clock.advance(10 * 60_000);
    expect((await again.inbox.next(campaign.id, { by: ben })).kind).toBe('reply');
  });

  test('that is over lets nobody answer what a colleague has taken since', async () => {
    const { bench, campaign } = await whereWrote(1);
    const { id } = inHand(await bench.inbox.next(campaign.id, { by: cleo })).conversation;
    await bench.clock.advance(10 * 60_000);
    expect(inHand(await bench.inbox.next(campaign.id, { by: ben })).conversation.id).toBe(id);
    const sentBefore = bench.sent.length;
    const late = { text: 'Hello', by: cleo, key: 'late', seen: 1, ifOpen: true };
    expect((await refusalOf(bench, () => bench.inbox.answer(id, late)))?.code).toBe('taken');
    expect((await refusalOf(bench, () => bench.inbox.handle(id, cleo, 1, { ifOpen: true })))?.code).toBe('taken');
    expect(bench.sent.length).toBe(sentBefore);
  });

  test('of somebody who has left the team holds nothing', async () => {
    const findAll = async (id: UserId) => aPerson({ id, isDeactivated: id === cleo && hasLeft });
    let hasLeft = false;
    const people = { find: findAll, findNow: findAll, findNowOrLately: findAll };
    const { bench, campaign } = await whereWrote(2, { options: { people } });
    const first = inHand(await bench.inbox.next(campaign.id, { by: cleo })).conversation.id;
    await bench.inbox.pass(first, { to: ben, by: cleo });
    await bench.inbox.pass(first, { to: cleo, by: ben });
    await bench.inbox.next(campaign.id, { by: cleo });
    hasLeft = true;
    expect(inHand(await bench.inbox.next(campaign.id, { by: ben })).conversation.id).toBe(first);
  });

  test('is freed by an admin, with everything else that the member has', async () => {
    const { bench, campaign } = await whereWrote(3);
    const first = inHand(await bench.inbox.next(campaign.id, { by: ben })).conversation.id;
    await bench.inbox.pass(first, { to: cleo, by: ben });
    await bench.inbox.next(campaign.id, { by: cleo, skipped: [first] });
    expect(await bench.inbox.releaseAll(cleo, admin)).toBe(2);
    expect(inHand(await bench.inbox.next(campaign.id, { by: ben })).open).toBe(3);
  });

  test('is offered to be freed to admins alone', async () => {
    const { bench, campaign } = await whereWrote(1);
    await bench.inbox.next(campaign.id, { by: cleo });
    expect(await bench.inbox.next(campaign.id, { by: ben })).toMatchObject({ kind: 'none', mayRelease: false });
    expect(await bench.inbox.next(campaign.id, { by: admin })).toMatchObject({ kind: 'none', mayRelease: true });
  });

  test.each([
    ['answers', (bench: Bench, id: ConversationId) => bench.inbox.answer(id, { text: 'Yes', by: ben, key: 'card' })],
    ['handles', (bench: Bench, id: ConversationId) => bench.inbox.handle(id, ben)],
    ['opts out', (bench: Bench, id: ConversationId) => bench.inbox.optOut(id, ben)],
  ])(
    'does not keep a colleague from the card: whoever %s there ends it, and the window does nothing more',
    async (_, act) => {
      const { bench, campaign } = await whereWrote(1);
      const { id } = inHand(await bench.inbox.next(campaign.id, { by: cleo })).conversation;
      await act(bench, id);
      const sentBefore = bench.sent.length;
      const late = () => bench.inbox.answer(id, { text: 'Hello', by: cleo, key: 'window', seen: 1, ifOpen: true });
      expect(['taken', 'opted_out']).toContain((await refusalOf(bench, late))?.code);
      expect(bench.sent.length).toBe(sentBefore);
      expect(await bench.store.conversations.get(id)).toMatchObject({ claim: null });
    },
  );

  test('costs an edit of the card only when it lasts', async () => {
    const { bench, campaign } = await whereWrote(1);
    const { id } = inHand(await bench.inbox.next(campaign.id, { by: cleo })).conversation;
    const owed = async () =>
      (await bench.store.announcements.pending()).filter((one) => one.kind === 'conversation_changed');
    expect(await owed()).toMatchObject([
      { claim: { dueAt: new Date(bench.clock.now().getTime() + 20_000).toISOString() } },
    ]);
    await bench.inbox.release(id, cleo);
    expect(await owed()).toHaveLength(1);
    await bench.inbox.next(campaign.id, { by: cleo });
    await bench.clock.advance(20_000);
    await bench.inbox.release(id, cleo);
    expect((await owed()).filter(({ claim }) => claim === undefined)).toHaveLength(1);
  });
});

describe('a reply passed to a colleague', () => {
  test('is theirs until it is answered: they are told, it comes first to them and to nobody else', async () => {
    const { bench, campaign } = await whereWrote(2);
    const second = inHand(await bench.inbox.next(campaign.id, { by: ben, skipped: [] }));
    const { id } = inHand(
      await bench.inbox.next(campaign.id, { by: ben, skipped: [second.conversation.id] }),
    ).conversation;
    await bench.inbox.release(second.conversation.id, ben);
    await bench.inbox.pass(id, { to: cleo, by: ben, seen: 1 });
    await bench.inbox.pass(id, { to: cleo, by: ben, seen: 1 });
    const told = (await bench.store.announcements.pending()).filter((one) => one.kind === 'direct');
    expect(told).toMatchObject([{ to: cleo, campaignId: campaign.id }]);
    expect(await bench.inbox.next(campaign.id, { by: author, skipped: [second.conversation.id] })).toMatchObject({
      kind: 'none',
      others: [{ member: cleo, count: 1 }],
    });
    expect(inHand(await bench.inbox.next(campaign.id, { by: cleo })).conversation.id).toBe(id);
    await bench.inbox.answer(id, { text: 'Yes', by: cleo, key: 'k', ifOpen: true });
    const after = (await bench.store.conversations.get(id))!;
    expect(after).toMatchObject({ owner: null, claim: null });
    expect(after.decisions).toMatchObject([{ kind: 'passed', by: ben, to: cleo }]);
  });

  test.each([
    ['to a guest', 'cannot_answer', 'U0GUEST' as UserId],
    ['to oneself', 'cannot_answer', cleo],
  ])('goes nowhere %s', async (_, code, to) => {
    const find = async (id: UserId) => aPerson({ id, isGuest: id === 'U0GUEST' });
    const people = { find, findNow: find, findNowOrLately: find };
    const { bench, campaign } = await whereWrote(1, { options: { people } });
    const { id } = inHand(await bench.inbox.next(campaign.id, { by: cleo })).conversation;
    expect((await refusalOf(bench, () => bench.inbox.pass(id, { to, by: cleo })))?.code).toBe(code);
  });
});

describe('an outcome', () => {
  const answering = {
    ...nothingForeseen,
    outcomes: ['Coming'],
    canned: [{ label: 'Where', text: 'In the hall, {{first_name}}.' }],
    showColumns: ['first_name'],
  };

  test('chosen with a canned answer: one press answers, sets it and handles', async () => {
    const { bench, campaign } = await whereWrote(1, { overrides: { answering } });
    const { conversation, row } = inHand(await bench.inbox.next(campaign.id, { by: cleo }));
    expect(row).toMatchObject({ columns: [{ name: 'first_name', value: 'x' }], canned: [{ text: 'In the hall, x.' }] });
    const form = { text: '', canned: 'Where', outcome: 'Coming', by: cleo, key: 'V1', seen: 1, ifOpen: true };
    await Promise.all([1, 2].map(() => bench.inbox.answer(conversation.id, form)));
    const after = (await bench.store.conversations.get(conversation.id))!;
    expect(after).toMatchObject({ status: 'handled', handledBy: cleo, outcome: { label: 'Coming', by: cleo } });
    expect(bench.sent.filter(({ text }) => text === 'In the hall, x.')).toHaveLength(1);
    expect(after.decisions?.map(({ kind }) => kind)).toEqual(['outcome', 'handled']);
  });

  test('does not hide that nothing was sent: the person still waits', async () => {
    const { bench, campaign } = await whereWrote(1, { overrides: { answering } });
    const { conversation } = inHand(await bench.inbox.next(campaign.id, { by: cleo }));
    bench.answerWith(() => ({ kind: 'not_sent', cause: 'stopping' }));
    const after = await bench.inbox.answer(conversation.id, { text: 'Yes', outcome: 'Coming', by: cleo, key: 'V1' });
    expect(isUnanswered(after)).toBe(true);
  });

  test('without words handles; one that the campaign does not have is refused, and so are two answers', async () => {
    const { bench, campaign } = await whereWrote(1, { overrides: { answering } });
    const { id } = inHand(await bench.inbox.next(campaign.id, { by: cleo })).conversation;
    const refused = async (attempt: () => Promise<unknown>) => (await refusalOf(bench, attempt))?.code;
    expect(await refused(() => bench.inbox.handle(id, cleo, 1, { outcome: 'Perhaps' }))).toBe('unknown_outcome');
    const both = { text: 'Yes', canned: 'Where', by: cleo, key: 'V1' };
    expect(await refused(() => bench.inbox.answer(id, both))).toBe('two_answers');
    expect(await refused(() => bench.inbox.answer(id, { ...both, text: '', canned: 'Gone' }))).toBe('unknown_answer');
    const after = await bench.inbox.handle(id, cleo, 1, { outcome: 'Coming' });
    expect(after).toMatchObject({ status: 'handled', outcome: { label: 'Coming' } });
  });
});

test('without a campaign named, the one with the longest waiting reply is opened', async () => {
  const { bench, campaign } = await whereWrote(1);
  await bench.approved({ size: 1, firstNumber: 20 });
  expect((await bench.inbox.whereSomebodyWaits(cleo))?.id).toBe(campaign.id);
  await bench.inbox.next(campaign.id, { by: ben });
  expect(await bench.inbox.whereSomebodyWaits(cleo)).toBeUndefined();
});
