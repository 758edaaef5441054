import { expect, test } from 'vitest';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import { type PhoneNumber, UserId } from '../../../src/domain/ids.ts';
import { simulatedDisk } from '../../store/lowdb/simulated-disk.ts';
import { aDraft, agent, aNumber, author, campaignId, sender } from '../../support/builders.ts';
import { aBench, type Bench, type BenchOptions } from '../../support/services.ts';

const own = aNumber(50);
const list = [{ number: aNumber(1), values: ['Grace'] }];

let forms = 0;

/** A draft, and people who ask for tests of it with one form after the other. */
async function drafting(options: BenchOptions = {}) {
  const bench = await aBench(options);
  const draft = aDraft({ hours: null, submittedBy: author, list: { ...aDraft().list, size: 1 } });
  const campaign = (await bench.store.campaigns.get(campaignId)) ?? (await bench.store.campaigns.create(draft, list));
  const ask = async (form: { to?: PhoneNumber; by?: UserId; key?: string; code?: string } = {}) => {
    forms += 1;
    const asked = bench.campaigns.sendTest(campaignId, { to: own, by: author, key: `form-${forms}`, ...form });
    const [done] = await Promise.allSettled([asked, bench.clock.advance(3_000)]);
    return done.status === 'fulfilled' ? done.value.kind : String(done.reason.message);
  };
  const prove = async (who: { to?: PhoneNumber; by?: UserId } = {}) => {
    await ask(who);
    return ask({ ...who, code: codeIn(bench) });
  };
  return { bench, campaign, ask, prove };
}

function codeIn({ sent }: Bench): string {
  return /^(\d{6}) is your code/.exec(sent.at(-1)?.text ?? '')?.[1] ?? 'no code';
}

/** What people are told, beside posts that are brought up to date. */
async function owedIn({ store }: Bench) {
  return (await store.announcements.pending()).filter(({ kind }) => kind !== 'conversation_changed');
}

test('a phone gets nothing but a code until somebody types it', async () => {
  const { bench, ask } = await drafting();
  expect(await ask()).toBe('code_sent');
  expect(bench.sent.map(({ to, text }) => [to, /^\d{6} is your code/.test(text)])).toEqual([[own, true]]);
  expect(await ask({ code: codeIn(bench) })).toBe('sent');
  expect(bench.sent[1]).toMatchObject({ to: own, text: 'Hi Grace, will you come on Friday? Reply STOP to opt out.' });
});

test('a phone that was proved is remembered for that person alone, also after a restart', async () => {
  const disk = simulatedDisk();
  const first = await drafting({ disk });
  await first.prove();
  await first.bench.close();
  const second = await drafting({ disk, start: '2026-03-02T10:00:00.000Z' });
  expect(await second.bench.campaigns.ownPhone(author)).toBe(own);
  expect(await second.bench.campaigns.ownPhone(agent)).toBeUndefined();
  expect([await second.ask(), await second.ask({ by: agent })]).toEqual(['sent', 'code_sent']);
});

test('twenty strangers get three codes of one person, and no test', async () => {
  const { bench, ask } = await drafting();
  for (let no = 0; no < 20; no += 1) await ask({ to: aNumber(100 + no) });
  expect(bench.sent.map(({ text }) => /^\d{6} is your code/.test(text))).toEqual([true, true, true]);
});

test('one phone gets three codes a day, and a team thirty, whoever asks', async () => {
  const { bench, ask } = await drafting();
  for (let no = 0; no < 20; no += 1) await ask({ by: UserId.parse(`U${no}`) });
  expect(bench.sent).toHaveLength(3);
  for (let no = 0; no < 40; no += 1) await ask({ by: UserId.parse(`UTEAM${no}`), to: aNumber(200 + no) });
  expect(bench.sent).toHaveLength(30);
});

test('the same form ten times is one text, at once or one after the other', async () => {
  const { bench, prove, ask } = await drafting();
  await prove();
  const before = bench.sent.length;
  await Promise.all(Array.from({ length: 5 }, () => ask({ key: 'the same' })));
  for (let time = 0; time < 5; time += 1) await ask({ key: 'the same' });
  expect(bench.sent).toHaveLength(before + 1);
});

test('a person has ten tests a day, and more on the next', async () => {
  const { bench, prove, ask } = await drafting();
  await prove();
  for (let time = 0; time < 20; time += 1) await ask();
  expect(bench.sent).toHaveLength(1 + 10);
  expect(await ask()).toMatch(/10 tests within 24 hours/);
  await bench.clock.advance(24 * 3_600_000);
  expect(await ask()).toBe('sent');
});

test('a code can be tried five times, within ten minutes, and is right once', async () => {
  const { bench, ask } = await drafting();
  await ask();
  const code = codeIn(bench);
  for (let time = 0; time < 5; time += 1) await ask({ code: '000' });
  expect(await ask({ code })).toMatch(/cannot be used any more/);

  await bench.clock.advance(60_000);
  await ask();
  const late = codeIn(bench);
  await bench.clock.advance(600_000);
  expect(await ask({ code: late })).toMatch(/cannot be used any more/);
  expect(bench.sent).toHaveLength(2);
});

test('a code with another number or of another person is told as that, and stays good for the right ones', async () => {
  const { bench, ask } = await drafting();
  await ask();
  const code = codeIn(bench);
  expect(await ask({ to: aNumber(51), code })).toMatch(/^A code works only for the person who asked for it/);
  expect(await ask({ by: agent, code })).toMatch(/^A code works only for the person who asked for it/);
  expect(await ask({ code })).toBe('sent');
});

test.each([
  ['a number of our own', `+${sender}`, /messages come from/],
  ['a phone in a country that we do not send to', '+4915228817386', /countries that you text/],
  ['a premium-rate number', '+19005550123', /not a number that can get texts/],
])('%s gets no code', async (_what, to, sentence) => {
  const { bench, ask } = await drafting();
  expect(await ask({ to: to as PhoneNumber })).toMatch(sentence);
  expect(bench.sent).toEqual([]);
});

test('whoever has opted out gets neither code nor test, and an answered STOP opts out', async () => {
  const { bench, ask, prove } = await drafting();
  await prove();
  await bench.hear('STOP', own);
  expect(bench.store.suppressions.blocks(own)).toBe(true);
  expect(await ask()).toMatch(/has opted out/);
  expect(bench.sent).toHaveLength(2);
});

test('an answer to a test comes to its author and asks nobody else, unless it may be a STOP', async () => {
  const { bench, prove } = await drafting();
  await prove();
  await bench.hear('Looks good', own);
  const owed = () => owedIn(bench);
  expect((await owed()).map((one) => [one.kind, 'to' in one && one.to, 'text' in one && one.text])).toEqual([
    ['direct', author, '“Looks good” came back to your test of “Autumn reunion”. Nobody else was told of it.'],
  ]);
  expect((await bench.store.conversations.find(null, own))?.status).toBe('handled');
  await bench.hear('Please cancel my appointment at three', own);
  expect((await owed()).map(({ kind }) => kind)).toEqual(['direct', 'direct', 'inbound']);
  expect((await bench.store.conversations.find(null, own))?.status).toBe('open');
});

test('a code that went to somebody else’s phone swallows none of their replies: they answer their campaign', async () => {
  const { bench, ask } = await drafting();
  const campaign = await bench.approved({ size: 2 });
  await bench.run(3);
  const [customer, other] = bench.sent.map(({ to }) => to) as [PhoneNumber, PhoneNumber];
  for (const to of [customer, other]) expect(await ask({ to })).toBe('code_sent');
  expect(await ask({ to: other, code: '000' })).toMatch(/not the code/);
  for (const from of [customer, other]) await bench.hear('My visit was terrible, please call me back', from);
  expect(await bench.store.conversations.unanswered(campaign.id)).toBe(2);
  expect((await owedIn(bench)).filter(({ kind }) => kind === 'inbound')).toMatchObject([
    { campaignId: campaign.id },
    { campaignId: campaign.id },
  ]);
});

test('a code that went to a stranger’s phone swallows none of their replies: the team sees them', async () => {
  const { bench, ask } = await drafting();
  await ask();
  await bench.hear('Who is this?', own);
  expect((await owedIn(bench)).map(({ kind }) => kind)).toContain('inbound');
  expect((await bench.store.conversations.find(null, own))?.status).toBe('open');
});

test('what somebody answers to the code that they typed comes to them alone', async () => {
  const { bench, ask } = await drafting();
  await ask();
  bench.answerWith(() => ({ kind: 'refused', code: '1', reason: 'no' }) as never);
  await ask({ code: codeIn(bench) });
  await bench.hear('Thanks', own);
  expect((await owedIn(bench)).map(({ kind }) => kind)).toEqual(['direct']);
});

test('whoever was answered under a campaign after the test answers the campaign', async () => {
  const { bench, ask } = await drafting();
  const campaign = await bench.approved({ size: 1 });
  await bench.run(3);
  const { to } = bench.sent[0]!;
  await bench.hear('When do you open?', to);
  await ask({ to });
  await ask({ to, code: codeIn(bench) });
  await bench.clock.advance(60_000);
  const conversation = (await bench.store.conversations.find(campaign.id, to))!;
  const answered = bench.inbox.answer(conversation.id, { text: 'At ten.', by: agent, key: 'V1' });
  await bench.clock.advance(3_000);
  await answered;
  await bench.hear('And on Sunday?', to);
  expect(await bench.store.conversations.unanswered(campaign.id)).toBe(1);
});

test('a recipient who has a campaign’s message after the test answers the campaign', async () => {
  const { bench, prove } = await drafting();
  await prove();
  const campaign: Campaign = await bench.approved({ size: 1, firstNumber: -50 + 50, template: 'Come on Friday' });
  await bench.run(3);
  const { to } = bench.sent.at(-1)!;
  expect(campaign.list.size).toBe(1);
  await bench.hear('Yes', to);
  expect(await bench.store.conversations.unanswered(campaign.id)).toBe(1);
});

test.each([
  ['delivered', /was delivered/],
  ['undeliverable', /could not be delivered/],
] as const)('the author is told once that the test was %s', async (status, sentence) => {
  const { bench, prove } = await drafting();
  await prove();
  const receipt = { ref: bench.sent[1]!.ref, messageId: 'm', status, code: null, at: bench.clock.now().toISOString() };
  await bench.receipts.receive(receipt);
  await bench.receipts.receive(receipt);
  const owed = await owedIn(bench);
  expect(owed).toMatchObject([{ kind: 'direct', to: author, text: expect.stringMatching(sentence) }]);
});

test('a test that the provider did not take is told as such and may be sent again', async () => {
  const { bench, prove, ask } = await drafting();
  await prove();
  bench.answerWith(() => ({ kind: 'throttled', retryAfterMs: 1_000 }));
  expect(await ask({ key: 'again' })).toMatch(/busy or cannot be reached/);
  bench.answerWith(({ ref }) => ({ kind: 'accepted', messageId: ref }));
  expect(await ask({ key: 'again' })).toBe('sent');
});
