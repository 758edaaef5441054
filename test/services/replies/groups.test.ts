import { expect, test } from 'vitest';
import { nothingForeseen } from '../../../src/domain/answering/answering.ts';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import type { PhoneNumber } from '../../../src/domain/ids.ts';
import type { Conversation } from '../../../src/domain/reply/conversation.ts';
import type { GroupRef } from '../../../src/services/replies/groups/need-group.ts';
import { createInbox } from '../../../src/services/replies/inbox.ts';
import { createReports } from '../../../src/services/reports/reports.ts';
import { createRateLimits } from '../../../src/services/sending/rate-limits.ts';
import { groupCard } from '../../../src/slack/ui/messages/replies/group.ts';
import { agent, approver, author, channel } from '../../support/builders.ts';
import { refusalOf } from '../../support/refusal.ts';
import { aBench, type Bench } from '../../support/services.ts';
import { phoneOf } from '../../support/story.ts';

const expected = [{ label: 'Comes', words: ['coming'], thankYou: 'Thank you!' }];
const answering = { ...nothingForeseen, expected, canned: [{ label: 'Place', text: 'Hall 3, {{first_name|there}}.' }] };
const typed = { typed: 'See you in hall 3!' };
/** Beyond the sender's own number. */
const firstNumber = 201;
const phone = (no: number) => phoneOf(firstNumber - 1 + no) as PhoneNumber;

type Scene = { bench: Bench; campaign: Campaign; yes: GroupRef; of(no: number): Promise<Conversation> };

/** So many people of a campaign have got its message, and the first `wrote` of them have answered "yes". */
async function theyWrote(wrote: number, { size = wrote + 2, options = {}, card = true } = {}): Promise<Scene> {
  const bench = await aBench(options);
  const throttle = { batchSize: 1_000, everySeconds: 10, holdAbove: null };
  const campaign = await bench.approved({ size, firstNumber, answering, throttle });
  const queued = async () => (await bench.store.recipients.tally(campaign.id)).counts.queued;
  for (let second = 0; second < 60 && (await queued()) > 0; second += 1) await bench.run(1);
  await bench.run(2);
  for (let no = 1; no <= wrote; no += 1) {
    await bench.hear(no % 2 ? 'Yes!' : 'yes please', phone(no));
    // One after the other, so that the first has waited longest.
    await bench.clock.advance(1);
  }
  if (card) await postCards(bench);
  const of = async (no: number) => (await bench.store.conversations.find(campaign.id, phone(no)))!;
  return { bench, campaign, yes: { campaignId: campaign.id, says: 'yes' }, of };
}

/** The outbox has posted every group's card that was owed. */
async function postCards({ store }: Bench): Promise<void> {
  for (const owed of await store.announcements.pending()) {
    if (owed.kind === 'group_card') await store.announcements.done(owed.id, { channel, id: '1764300000.000200' });
  }
}

const owed = async ({ store }: Bench, kind: string) =>
  (await store.announcements.pending()).filter((one) => one.kind === kind);
const groupOf = async ({ bench, campaign }: Scene) => (await bench.store.campaigns.groups(campaign.id))[0]!;
const reportOf = async ({ bench, campaign }: Scene) => (await createReports(bench.deps).groups(campaign.id))[0]!;
const answers = ({ sent }: Bench, text = typed.typed) => sent.filter((one) => one.text === text);
const members = async ({ bench, yes }: Scene) => (await bench.inbox.showGroup(yes, agent)).members;
/** As seen a moment ago. */
const send = ({ bench, yes }: Scene, over: Partial<Parameters<Bench['inbox']['answerGroup']>[1]> = {}) => {
  const until = bench.clock.now().toISOString();
  return bench.inbox.answerGroup(yes, { answer: typed, of: 1_000, until, key: 'first', by: agent, ...over });
};
/** Of the process after it. */
const anotherInbox = ({ deps, clock }: Bench) => createInbox(deps, createRateLimits(deps.settings, clock));

test('the third who says the same makes the group’s card, and gets none of their own', async () => {
  const scene = await theyWrote(2, { card: false });
  expect(await owed(scene.bench, 'group_card')).toEqual([]);
  await scene.bench.hear('YES', phone(3));
  await scene.bench.hear('yes.', phone(4));
  expect(await owed(scene.bench, 'inbound')).toHaveLength(2);
  expect(await owed(scene.bench, 'group_card')).toMatchObject([{ says: 'yes', example: 'YES' }]);
  await postCards(scene.bench);
  expect(await reportOf(scene)).toMatchObject({ people: 4, group: { example: 'YES' } });
});

test('three who write at the same moment make one card', async () => {
  const scene = await theyWrote(0, { size: 5 });
  await Promise.all([1, 2, 3, 4].map((no) => scene.bench.hear('yes', phone(no))));
  expect(await owed(scene.bench, 'group_card')).toHaveLength(1);
});

test('whoever says something else later leaves the group for a card of their own', async () => {
  const scene = await theyWrote(5);
  await scene.bench.hear('with my dog?', phone(5));
  expect((await members(scene)).map(({ number }) => number)).not.toContain(phone(5));
  const { id } = await scene.of(5);
  expect(await owed(scene.bench, 'inbound')).toContainEqual(expect.objectContaining({ conversationId: id }));
});

test('after everybody is answered, the next one who says it gets a card of their own', async () => {
  const scene = await theyWrote(3);
  await scene.bench.inbox.handleGroup(scene.yes, agent);
  await scene.bench.hear('yes', phone(4));
  const { id } = await scene.of(4);
  expect(await owed(scene.bench, 'inbound')).toContainEqual(expect.objectContaining({ conversationId: id }));
});

test('a conversation without a card costs no post when it changes', async () => {
  const scene = await theyWrote(4);
  const before = (await scene.bench.store.announcements.pending()).length;
  await scene.bench.inbox.handle((await scene.of(4)).id, agent);
  expect(await scene.bench.store.announcements.pending()).toHaveLength(before);
});

test('all handled leaves out who is in an agent’s hands', async () => {
  const scene = await theyWrote(4);
  const taken = await scene.of(2);
  const at = scene.bench.clock.now();
  const until = new Date(at.getTime() + 60_000).toISOString();
  await scene.bench.store.conversations.save({ ...taken, claim: { by: approver, at: at.toISOString(), until } });
  expect(await scene.bench.inbox.handleGroup(scene.yes, agent)).toBe(3);
  expect(await scene.of(1)).toMatchObject({ status: 'handled', handledBy: agent });
  expect((await scene.of(2)).status).toBe('open');
});

test('a preview tells how many get it, three texts as they read, and what it costs', async () => {
  const { bench, yes } = await theyWrote(5, { options: { prices: { US: 0.01 } } });
  await bench.inbox.optOut((await members({ bench, yes } as Scene))[4]!.id, agent);
  await bench.hear('yes', phone(6));
  const preview = await bench.inbox.previewAnswer(yes, { answer: { canned: 0 }, by: agent });
  expect(preview).toMatchObject({ of: 5, segments: 5, cost: { amount: 0.05 }, needsColleague: false });
  expect(preview.samples.map(({ text }) => text)).toEqual(Array(3).fill('Hall 3, x.'));
});

test('an answer to all is one text to each, and nobody of them waits any more', async () => {
  const scene = await theyWrote(12);
  expect(await send(scene)).toBe('sending');
  await scene.bench.run(5);
  expect(new Set(answers(scene.bench).map(({ to }) => to)).size).toBe(12);
  expect(answers(scene.bench)).toHaveLength(12);
  expect(await scene.bench.store.conversations.unanswered(scene.campaign.id)).toBe(0);
  expect(await reportOf(scene)).toMatchObject({
    people: 0,
    answer: { state: 'done', reached: 12, of: 12, others: [] },
  });
});

test('it goes to nobody who came after the preview', async () => {
  const scene = await theyWrote(3);
  const { of, until } = await scene.bench.inbox.previewAnswer(scene.yes, { answer: typed, by: agent });
  await scene.bench.inbox.handle((await scene.of(1)).id, agent);
  await scene.bench.run(1);
  await scene.bench.hear('yes', phone(4));
  await send(scene, { of, until });
  await scene.bench.run(3);
  expect(
    answers(scene.bench)
      .map(({ to }) => to)
      .sort(),
  ).toEqual([phone(2), phone(3)]);
  expect(await reportOf(scene)).toMatchObject({ people: 1, answer: { state: 'done', of: 2, reached: 2 } });
});

test('two presses at once send it once, and so does the same press again afterwards', async () => {
  const scene = await theyWrote(4);
  const both = await Promise.allSettled([send(scene), send(scene), send(scene, { key: 'second', by: approver })]);
  expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
  await scene.bench.run(3);
  await send(scene);
  await scene.bench.run(3);
  expect(answers(scene.bench)).toHaveLength(4);
});

test('it keeps to the sender’s rate', async () => {
  const scene = await theyWrote(6, { options: { settings: { accountRate: 2 } }, size: 6 });
  await scene.bench.run(20);
  await send(scene);
  await scene.bench.run(8);
  const times = answers(scene.bench).map(({ at }) => at.getTime());
  expect(times).toHaveLength(6);
  for (const [no, time] of times.entries()) if (no >= 2) expect(time - times[no - 2]!).toBeGreaterThanOrEqual(1_000);
});

test('a text that comes while it is sent takes its person out, and a STOP gets nothing', async () => {
  const scene = await theyWrote(6, { options: { settings: { accountRate: 1 } } });
  await scene.bench.run(20);
  await send(scene);
  await scene.bench.hear('is it far?', phone(5));
  await scene.bench.hear('STOP', phone(6));
  await scene.bench.run(12);
  const reached = answers(scene.bench).map(({ to }) => to);
  expect(reached).toHaveLength(4);
  expect(reached).not.toContain(phone(5));
  expect(reached).not.toContain(phone(6));
  const { answer } = await reportOf(scene);
  expect(answer).toMatchObject({ state: 'done', reached: 4 });
  expect(answer!.others.map(({ why, people }) => [why, people]).sort()).toEqual([
    ['opted_out', 1],
    ['wrote_again', 1],
  ]);
});

test('whoever lacks a value that the text needs stays in the group and is named', async () => {
  const scene = await theyWrote(3);
  const { store } = scene.bench;
  const stranger = { ...(await scene.of(3)), number: phone(900) };
  await store.conversations.save({ ...stranger, id: 'strangerabcd' as Conversation['id'], version: 0 } as Conversation);
  await send(scene, { answer: { typed: 'Dear {{first_name}}, see you.' } });
  await scene.bench.run(5);
  const { people, answer } = await reportOf(scene);
  expect([people, answer?.reached, answer?.others.map(({ why }) => why)]).toEqual([1, 3, ['no_value']]);
});

test('to more than twenty people a typed answer needs a second person’s press', async () => {
  const scene = await theyWrote(57);
  const { bench, yes } = scene;
  expect((await bench.inbox.previewAnswer(yes, { answer: typed, by: agent })).needsColleague).toBe(true);
  expect((await bench.inbox.previewAnswer(yes, { answer: { canned: 0 }, by: agent })).needsColleague).toBe(false);
  expect(await send(scene)).toBe('proposed');
  await bench.run(3);
  expect(answers(bench)).toEqual([]);
  expect(await refusalOf(bench, () => bench.inbox.releaseAnswer(yes, 'first', agent))).toMatchObject({
    code: 'own_proposal',
  });
  expect(await refusalOf(bench, () => send(scene, { key: 'other' }))).toMatchObject({ code: 'answer_proposed' });
  await bench.inbox.releaseAnswer(yes, 'first', approver);
  await bench.inbox.releaseAnswer(yes, 'first', approver);
  await bench.run(5);
  expect(answers(bench)).toHaveLength(57);
  expect((await groupOf(scene)).answer).toMatchObject({ by: agent, releasedBy: approver, state: 'done' });
});

test('a canned answer goes to many on one person’s word, and a withdrawn one to nobody', async () => {
  const scene = await theyWrote(25);
  const { bench, yes } = scene;
  await send(scene);
  await bench.inbox.withdrawAnswer(yes, 'first', author);
  expect(await refusalOf(bench, () => bench.inbox.releaseAnswer(yes, 'first', approver))).toMatchObject({
    code: 'answer_withdrawn',
  });
  expect(await send(scene, { answer: { canned: 0 }, key: 'second' })).toBe('sending');
  await bench.run(5);
  expect(answers(bench, 'Hall 3, x.')).toHaveLength(25);
  expect(answers(bench)).toEqual([]);
});

test.each([
  ['nothing', { typed: ' ' }, 'empty_reply'],
  ['too much', { typed: 'x'.repeat(481) }, 'long_reply'],
  ['a column that the list lacks', { typed: 'Hi {{nickname}}' }, 'unknown_placeholder'],
])('an answer that says %s goes to nobody', async (_, answer, code) => {
  const scene = await theyWrote(3);
  expect(await refusalOf(scene.bench, () => send(scene, { answer }))).toMatchObject({ code });
});

test('a second answer waits until the first one is through, and then nobody is left', async () => {
  const scene = await theyWrote(3);
  await send(scene);
  const again = () => send(scene, { key: 'second' });
  expect(await refusalOf(scene.bench, again)).toMatchObject({ code: 'answer_under_way' });
  await scene.bench.run(3);
  expect(await refusalOf(scene.bench, again)).toMatchObject({ code: 'nobody_waits' });
});

test('a second answer leaves the first one told, shortly', async () => {
  const scene = await theyWrote(3, { size: 8 });
  const { bench } = scene;
  await send(scene);
  await bench.run(3);
  for (const no of [4, 5, 6]) await bench.hear('yes', phone(no));
  await send(scene, { key: 'second', answer: { typed: 'And bring a chair.' } });
  await bench.run(3);
  const report = await reportOf(scene);
  expect([report.answer?.text, report.answer?.reached]).toEqual(['And bring a chair.', 3]);
  expect(report.earlier).toMatchObject([{ text: typed.typed, of: 3, reached: 3, by: agent }]);
  expect(groupCard(report).text).toContain(`answered 3 of 3 people earlier: “${typed.typed}”`);
});

test('a stop in the middle ends between two people; the next start names who waits, and nobody is texted twice', async () => {
  const scene = await theyWrote(6, { options: { settings: { accountRate: 1 } } });
  const { bench, yes } = scene;
  await bench.run(20);
  await send(scene);
  await bench.run(3);
  await Promise.all([bench.inbox.stop(), bench.clock.advance(5_000)]);
  const reached = answers(bench).length;
  expect(reached).toBeGreaterThan(0);
  expect(reached).toBeLessThan(6);
  const { people, answer } = await reportOf(scene);
  expect([people, answer?.state, answer?.reached]).toEqual([6 - reached, 'interrupted', reached]);
  expect(answer?.others).toMatchObject([{ why: 'waits', people: 6 - reached }]);
  const { until } = answer!;
  await anotherInbox(bench).answerGroup(yes, { answer: typed, of: 6, until, key: 'second', by: agent });
  await bench.run(12);
  expect(answers(bench)).toHaveLength(6);
  expect(new Set(answers(bench).map(({ to }) => to)).size).toBe(6);
});

test.each([
  ['knows nothing of what it took', { kind: 'unconfirmed', cause: 'timeout' }, 'unconfirmed'],
  ['refuses each of them', { kind: 'refused', code: '1120', reason: 'illegal sender' }, 'rejected'],
  ['takes nothing', { kind: 'halted', reason: 'provider_balance', detail: '' }, 'not_sent'],
] as const)('a provider that %s gets five of them, and the others go on waiting', async (_, outcome, why) => {
  const scene = await theyWrote(12);
  scene.bench.answerWith(() => outcome);
  await send(scene);
  await scene.bench.run(5);
  expect(answers(scene.bench)).toHaveLength(5);
  const { answer } = await reportOf(scene);
  expect(answer).toMatchObject({ state: 'interrupted', reached: 0 });
  expect(answer!.others.map((other) => [other.why, other.people])).toEqual([
    [why, 5],
    ['waits', 7],
  ]);
});

test('an answer with an outcome that the provider refuses leaves the reply open', async () => {
  const scene = await theyWrote(3);
  scene.bench.answerWith(() => ({ kind: 'refused', code: '1120', reason: 'illegal sender' }));
  const { id } = await scene.of(1);
  const after = await scene.bench.inbox.answer(id, { text: 'Hi', by: agent, key: 'refused', outcome: 'Comes' });
  expect(after.status).toBe('open');
  expect(await scene.bench.store.conversations.unanswered(scene.campaign.id)).toBe(3);
});

test('same words are counted from now on and now, by author or approver, without a thank-you', async () => {
  const scene = await theyWrote(4);
  const { bench, yes, campaign } = scene;
  const before = bench.sent.length;
  expect(await refusalOf(bench, () => bench.inbox.countGroup(yes, { label: 'Yes', by: agent }))).toMatchObject({
    code: 'not_yours',
  });
  expect(await bench.inbox.countGroup(yes, { label: 'Comes', by: author })).toBe(4);
  await bench.hear('yes', phone(5));
  await bench.run(3);
  expect(await bench.store.conversations.unanswered(campaign.id)).toBe(0);
  expect(await scene.of(5)).toMatchObject({ status: 'handled', outcome: { label: 'Comes', by: null } });
  expect(bench.sent).toHaveLength(before);
  expect(await owed(bench, 'counted_card')).toHaveLength(1);
  const report = await createReports(bench.deps).report(campaign.id);
  expect(report.countings).toMatchObject([{ counts: { label: 'Comes', by: author } }]);
  expect((await bench.store.campaigns.get(campaign.id))?.approval).toEqual(campaign.approval);
});

test('one press takes the counting back, but not what somebody has decided since', async () => {
  const scene = await theyWrote(4);
  const { bench, yes, campaign } = scene;
  await bench.inbox.countGroup(yes, { label: 'Yes', by: approver });
  await bench.hear('yes', phone(5));
  await bench.inbox.answer((await scene.of(1)).id, { text: 'Thanks!', by: agent, key: 'k' });
  const cards = (await owed(bench, 'inbound')).length;
  expect(await bench.inbox.stopCounting(yes, agent)).toBe(4);
  expect(await bench.store.conversations.unanswered(campaign.id)).toBe(4);
  expect(await owed(bench, 'inbound')).toHaveLength(cards);
  expect(await scene.of(1)).toMatchObject({ status: 'handled', outcome: { label: 'Yes' } });
  await bench.hear('yes', phone(6));
  expect((await scene.of(6)).status).toBe('open');
  expect((await groupOf(scene)).counts).toBeNull();
});

test.each([
  ['no outcome', ' ', 'no_label'],
  ['an essay as its outcome', 'x'.repeat(31), 'long_label'],
])('%s is refused', async (_, label, code) => {
  const { bench, yes } = await theyWrote(3);
  expect(await refusalOf(bench, () => bench.inbox.countGroup(yes, { label, by: author }))).toMatchObject({ code });
});

test('taking the counting back leaves what people had said before it, and was counted by itself', async () => {
  const scene = await theyWrote(4);
  const { bench, yes } = scene;
  await bench.hear('coming', phone(5));
  await bench.inbox.countGroup(yes, { label: 'Comes', by: approver });
  await bench.hear('yes', phone(5));
  await bench.inbox.stopCounting(yes, agent);
  expect(await scene.of(5)).toMatchObject({ status: 'open', outcome: { label: 'Comes', by: null } });
});

test('what is counted as one thing is not counted as another, and an unknown group is named so', async () => {
  const { bench, yes } = await theyWrote(3);
  await bench.inbox.countGroup(yes, { label: 'Yes', by: author });
  expect(await refusalOf(bench, () => bench.inbox.countGroup(yes, { label: 'No', by: author }))).toMatchObject({
    code: 'counted_already',
  });
  expect(await refusalOf(bench, () => bench.inbox.showGroup({ ...yes, says: 'no' }, agent))).toMatchObject({
    code: 'no_group',
  });
});
