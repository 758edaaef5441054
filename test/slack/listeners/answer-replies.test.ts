import { describe, expect, test } from 'vitest';
import type { Person } from '../../../playground/slack/people/person.ts';
import { type Answering, nothingForeseen } from '../../../src/domain/answering/answering.ts';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import { UserId } from '../../../src/domain/ids.ts';
import { aFormInput } from '../../support/builders.ts';
import { phoneOf, whereTheyWrote, windowThatSays } from '../replies.ts';
import { type Bench, benchForEach, comesTrue, from } from '../slack-bench.ts';

let bench: Bench;
let ada: Person;
let cleo: Person;
const beginAgain = benchForEach((fresh) => {
  bench = fresh;
  [ada, cleo] = [fresh.slack.as('ada'), fresh.slack.as('cleo')];
});

const adaId = UserId.parse('U0ADA');
const message = () =>
  bench.slack
    .channel('sms')
    .messages()
    .find(({ buttons }) => buttons.includes('Answer replies'))!;

const whereWrote = (count: number, answering?: Answering) => whereTheyWrote(bench, count, answering);

const open = async (person: Person) => {
  await person.pressIn(message(), 'Answer replies');
  return person.modal('Answer replies');
};
const shows = (person: Person, words: string) => windowThatSays(bench, person, words);
const holders = async ({ id }: Campaign) =>
  (await bench.store.conversations.ofCampaign(id)).flatMap(({ claim }) => (claim ? [claim.by] : []));

test('twenty replies are answered in twenty submits, the longest-waiting first', async () => {
  const campaign = await whereWrote(20);
  const first = await open(cleo);
  expect(first.text).toMatch(/1 of 20, waiting less than a minute/);
  expect(first.text).toContain('Person 0 (•••• 0150)');
  expect(first.text).not.toContain(phoneOf(0));
  for (let no = 0; no < 20; no += 1) {
    const window = await shows(cleo, `${no + 1} of 20`);
    expect(window.text).toContain(`Text of ${no}`);
    expect(window.inputs['Your answer'] ?? '').toBe('');
    await cleo.fill({ 'Your answer': `Answer ${no}` });
    expect(await cleo.submit()).toMatchObject({ result: 'updated', errors: {} });
  }
  await shows(cleo, 'Nothing waits for an answer');
  expect(bench.sent.map(({ to, text }) => [to, text])).toEqual(
    Array.from({ length: 20 }, (_, no) => [phoneOf(no), `Answer ${no}`]),
  );
  expect(await holders(campaign)).toEqual([]);
});

test('where nobody waits, the window leads to the campaign where somebody does', async () => {
  const campaign = await whereWrote(1);
  const { campaigns } = bench.services;
  const input = aFormInput({ name: 'Open evening', sender: from, channel: 'C0SMS', hours: 'any time' });
  const content = await campaigns.read(input, adaId);
  const empty = await campaigns.draft({ content, source: '+12015550199', by: adaId, origin: 'V2' });
  await ada.command('/sms-campaign', `answer ${empty.campaign.id}`);
  const window = await ada.modal('Answer replies');
  expect(window.text).toMatch(/Nothing waits for an answer in .Open evening/);
  expect(window.text).toMatch(/Somebody waits in .Reunion/);
  await ada.press('Answer replies');
  expect((await shows(ada, 'Text of 0')).text).toContain('1 of 1');
  expect(await holders(campaign)).toEqual([adaId]);
});

describe('two people at once', () => {
  test('are shown different people; whoever closes the window leaves theirs to the others', async () => {
    await whereWrote(2);
    await Promise.all([open(cleo), open(ada)]);
    const texts = [cleo, ada].map((person) => /Text of \d/.exec(person.openModal()!.text)?.[0]);
    expect(texts.toSorted()).toEqual(['Text of 0', 'Text of 1']);
    await ada.press('Skip');
    expect((await shows(ada, 'Nothing waits for an answer')).text).toContain('@Cleo has 1.');
    await ada.close();
    await open(ada);
    await cleo.close();
    await ada.press('Handled, next');
    await shows(ada, texts[0]!);
  });

  test('of whom one answers on the card: the window sends nothing more, says so and goes on', async () => {
    await whereWrote(2);
    await open(cleo);
    await cleo.fill({ 'Your answer': 'Mine' });
    const [conversation] = await bench.store.conversations.waiting((await bench.services.campaigns.list())[0]!.id);
    await bench.services.inbox.answer(conversation!.id, { text: 'Of the card', by: adaId, key: 'card' });
    expect(await cleo.submit()).toMatchObject({ result: 'updated' });
    const window = await shows(cleo, 'Text of 1');
    expect(window.text).toContain('@Ada has answered Person 0 (•••• 0150) meanwhile. Not sent: “Mine”');
    expect(window.inputs['Your answer'] ?? '').toBe('');
    expect(bench.sent.map(({ text }) => text)).toEqual(['Of the card']);
  });

  test('one passes a reply to the other, who is told and gets it first', async () => {
    await whereWrote(2);
    await open(cleo);
    await cleo.press('Pass to…');
    await cleo.modal('Pass to…');
    await cleo.fill({ 'Pass to': 'cleo' });
    expect(await cleo.submit()).toMatchObject({
      result: 'errors',
      errors: { 'Pass to': expect.stringContaining('you') },
    });
    await cleo.fill({ 'Pass to': 'ada' });
    await cleo.submit();
    await shows(cleo, 'Text of 1');
    await bench.slack.until(() => ada.dms().find(({ text }) => text.includes('Cleo passed you the reply of Person 0')));
    expect((await open(ada)).text).toContain('Text of 0');
  });

  test('and an admin who takes back what the other has, goes on with it', async () => {
    await whereWrote(1);
    await open(cleo);
    await open(ada);
    await ada.pick('cleo');
    await shows(ada, 'Text of 0');
  });
});

test('a press twice is one press, and a form submitted twice one text', async () => {
  await whereWrote(3);
  await open(cleo);
  await cleo.fill({ 'Your answer': 'Yes' });
  await Promise.all([cleo.submit(), cleo.submit()]);
  await shows(cleo, '2 of 3');
  await Promise.all([cleo.press('Handled, next'), cleo.press('Handled, next')]);
  await shows(cleo, '3 of 3');
  expect(cleo.openModal()?.title).toBe('Answer replies');
  expect(bench.sent).toHaveLength(1);
});

test('Skip passes over nobody to whom an answer is typed', async () => {
  await whereWrote(2);
  await open(cleo);
  await cleo.fill({ 'Your answer': 'We call you' });
  await cleo.press('Skip');
  const window = await shows(cleo, 'Not skipped yet.');
  expect(window.inputs['Your answer']).toBe('We call you');
  await cleo.fill({ 'Your answer': '' });
  await cleo.press('Skip');
  await shows(cleo, 'Text of 1');
});

test('Handled, next keeps the outcome that was chosen, and handles nobody to whom an answer is typed', async () => {
  const campaign = await whereWrote(2, { ...nothingForeseen, outcomes: ['Call back'] });
  await open(cleo);
  await cleo.fill({ Outcome: 'Call back', 'Your answer': 'We call you' });
  await cleo.press('Handled, next');
  const window = await shows(cleo, 'Not handled yet.');
  expect(window.inputs['Your answer']).toBe('We call you');
  await cleo.fill({ Outcome: 'Call back', 'Your answer': '' });
  await cleo.press('Handled, next');
  await shows(cleo, 'Text of 1');
  const ended = (await bench.store.conversations.ofCampaign(campaign.id)).map(({ status, outcome }) => [
    status,
    outcome?.label,
  ]);
  expect(ended.sort()).toEqual([
    ['handled', 'Call back'],
    ['open', undefined],
  ]);
});

test('a text that comes meanwhile is seen before anything is sent, and what was typed stays', async () => {
  await whereWrote(1);
  await open(cleo);
  await cleo.fill({ 'Your answer': 'See you there' });
  await bench.text(phoneOf(0), 'No, I cannot come');
  await cleo.submit();
  const window = await shows(cleo, 'Nothing is done yet.');
  expect(window.text).toContain('No, I cannot come');
  expect(window.inputs['Your answer']).toBe('See you there');
  expect(bench.sent).toEqual([]);
  await cleo.fill({ 'Your answer': 'What a pity' });
  await cleo.submit();
  await shows(cleo, 'Nothing waits for an answer');
  expect(bench.sent.map(({ text }) => text)).toEqual(['What a pity']);
});

test('an answer that does not leave is not left behind: the person is shown again, with what was typed', async () => {
  await beginAgain({ send: async () => ({ kind: 'not_sent', cause: 'stopping' }) });
  await whereWrote(2);
  await open(cleo);
  await cleo.fill({ 'Your answer': 'See you there' });
  await cleo.submit();
  const window = await shows(cleo, 'Press Send and next to try again.');
  expect(window.text).toContain('1 of 2');
  expect(window.text).toContain('Text of 0');
  expect(window.inputs['Your answer']).toBe('See you there');
});

test.each([
  ['open the window', () => cleo.pressIn(message(), 'Answer replies'), 'views.open'],
  ['show the next one', () => cleo.press('Handled, next'), 'views.update'],
])('nobody is kept for a window that Slack does not %s', async (_, press, method) => {
  const campaign = await whereWrote(2);
  if (method === 'views.update') await open(cleo);
  bench.slack.trouble({ method, kind: 'refuse', error: method === 'views.open' ? 'expired_trigger_id' : 'not_found' });
  await press();
  await comesTrue(async () => (await holders(campaign)).length === 0);
});

test('a canned answer and an outcome take one press; nothing at all is refused, and so are two answers', async () => {
  const canned = [{ label: 'Where', text: 'In the hall, {{first_name}}.' }];
  const campaign = await whereWrote(2, { ...nothingForeseen, canned, outcomes: ['Coming'], showColumns: ['place'] });
  expect((await open(cleo)).text).toContain('place: Table 0');
  expect(await cleo.submit()).toMatchObject({ errors: { 'Your answer': 'Write your answer first.' } });
  await cleo.fill({ 'Your answer': 'Hello', 'Canned answer': 'Where' });
  expect(await cleo.submit()).toMatchObject({
    errors: { 'Canned answer': expect.stringContaining('Both are filled in') },
  });
  await cleo.fill({ 'Your answer': null, Outcome: 'Coming' });
  await cleo.submit();
  await shows(cleo, '2 of 2');
  expect(bench.sent.map(({ text }) => text)).toEqual(['In the hall, Person 0.']);
  expect(cleo.openModal()?.inputs.Outcome ?? null).toBe(null);
  await cleo.fill({ Outcome: 'Coming' });
  await cleo.submit();
  await shows(cleo, 'Nothing waits for an answer');
  const all = await bench.store.conversations.ofCampaign(campaign.id);
  expect(all).toMatchObject([1, 2].map(() => ({ status: 'handled', outcome: { label: 'Coming' } })));
});

test('what is needed to answer is in reach: the number, and all that was said', async () => {
  await whereWrote(1);
  for (let no = 1; no < 5; no += 1) await bench.text(phoneOf(0), `More ${no}`);
  const { text } = await open(cleo);
  expect(text).toContain('will you come on Friday?');
  expect(text).not.toContain('More 1');
  await cleo.press('History');
  expect((await cleo.modal('History')).text).toContain('More 1');
  await cleo.close();
  await cleo.press('Show number');
  expect((await cleo.modal('Number')).text).toContain(phoneOf(0));
  await cleo.close();
  await cleo.press('Opt out');
  await shows(cleo, 'Nothing waits for an answer');
  expect(bench.store.suppressions.blocks(phoneOf(0) as never)).toBe(true);
});

test('who may want no more texts is answered only after somebody has said that they do', async () => {
  await whereWrote(1);
  await bench.text(phoneOf(0), 'STOP asking, yes I will come');
  await open(cleo);
  await shows(cleo, 'This may mean that they want no more texts');
  await cleo.press('Keep texting');
  await bench.slack.until(() => !cleo.openModal()?.buttons.includes('Keep texting'));
  await cleo.fill({ 'Your answer': 'Great' });
  await cleo.submit();
  await shows(cleo, 'Nothing waits for an answer');
  expect(bench.sent.map(({ text }) => text)).toEqual(['Great']);
});

test('the command opens the same window, of the campaign named or of where somebody has waited longest', async () => {
  await cleo.command('/sms-campaign', 'answer');
  expect((await bench.slack.until(() => cleo.ephemerals()[0])).text).toContain('Nothing waits for an answer');
  await whereWrote(1);
  await cleo.command('/sms-campaign', 'answer');
  await shows(cleo, 'Text of 0');
  await cleo.close();
  await cleo.command('/sms-campaign', 'answer reunion');
  await shows(cleo, 'Text of 0');
});
