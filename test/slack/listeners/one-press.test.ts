import { beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../../../playground/slack/people/person.ts';
import { type Answering, nothingForeseen } from '../../../src/domain/answering/answering.ts';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import { type ConversationId, UserId } from '../../../src/domain/ids.ts';
import { everyPost, phoneOf, whereTheyWrote, windowThatSays } from '../replies.ts';
import { type Bench, benchForEach, comesTrue } from '../slack-bench.ts';

let bench: Bench;
let cleo: Person;
let campaign: Campaign;
benchForEach((fresh) => {
  bench = fresh;
  cleo = fresh.slack.as('cleo');
});

const adaId = UserId.parse('U0ADA');
const answering: Answering = {
  ...nothingForeseen,
  canned: [
    { label: 'Where', text: 'In the hall, {{first_name}}.' },
    { label: 'Coming', text: 'See you!' },
    { label: 'Bus', text: 'Take the {{bus}}.' },
  ],
  outcomes: ['Coming', 'Call back'],
};

const posts = () => everyPost(bench);
const shows = (words: string) => windowThatSays(bench, cleo, words);
const texts = () => bench.sent.map(({ to, text }) => [to, text]);
const stored = async () =>
  (await bench.store.conversations.ofCampaign(campaign.id)).toSorted((a, b) => (a.number < b.number ? -1 : 1));
const firstId = async () => (await stored())[0]!.id;

describe('a canned answer in the window Answer replies', () => {
  beforeEach(async () => {
    campaign = await whereTheyWrote(bench, 3, answering);
    await cleo.pressIn(posts().find(({ buttons }) => buttons.includes('Answer replies'))!, 'Answer replies');
    await cleo.modal('Answer replies');
  });

  test('is read as this person will read it; one that cannot be filled in for them is named, and has no button', () => {
    const { text, buttons } = cleo.openModal()!;
    expect(text).toContain('One press sends, handles and goes on:');
    expect(text).toContain('Where: In the hall, Person 0.');
    expect(text).toContain('Bus cannot be sent: the list lacks a value for it.');
    expect(buttons.slice(0, 2)).toEqual(['Where', 'Coming']);
    expect(buttons).not.toContain('Bus');
  });

  test('leaves at one press, which handles and shows the next reply', async () => {
    await cleo.press('Where');
    await shows('2 of 3');
    expect(texts()).toEqual([[phoneOf(0), 'In the hall, Person 0.']]);
    expect((await stored())[0]).toMatchObject({ status: 'handled', handledBy: 'U0CLEO', claim: null });
    expect((await stored())[0]?.outcome).toBeUndefined();
  });

  test('sets the outcome that is chosen, else the one of the same name', async () => {
    await cleo.press('Coming');
    await shows('2 of 3');
    await cleo.fill({ Outcome: 'Call back' });
    await cleo.press('Coming');
    await shows('3 of 3');
    const ended = (await stored()).map(({ status, outcome }) => [status, outcome?.label]);
    expect(ended).toEqual([
      ['handled', 'Coming'],
      ['handled', 'Call back'],
      ['open', undefined],
    ]);
  });

  test('leaves once for a double press, and for a press on another one at the same moment', async () => {
    await Promise.all([cleo.press('Where'), cleo.press('Where'), cleo.press('Coming')]);
    await shows('2 of 3');
    expect(texts()).toHaveLength(1);
    expect(cleo.openModal()?.text).toContain('Text of 1');
  });

  test('does not leave while something is typed or another one is chosen, which stays', async () => {
    await cleo.fill({ 'Your answer': 'Ask at the door' });
    await cleo.press('Where');
    const window = await shows('Not sent. There is another answer below: press Send and next, or empty it first.');
    expect(window.inputs['Your answer']).toBe('Ask at the door');
    await cleo.fill({ 'Your answer': null, 'Canned answer': 'Coming' });
    await cleo.press('Where');
    expect(texts()).toEqual([]);
    expect((await stored()).map(({ status }) => status)).toEqual(['open', 'open', 'open']);
  });

  test('does not leave over a text that nobody has seen', async () => {
    await bench.text(phoneOf(0), 'No, I cannot come');
    await cleo.press('Coming');
    await shows('Nothing is done yet.');
    expect(cleo.openModal()?.text).toContain('No, I cannot come');
    expect(texts()).toEqual([]);
  });

  test('does not leave when a colleague was faster: the window says so and goes on', async () => {
    await bench.services.inbox.answer(await firstId(), { text: 'Of the card', by: adaId, key: 'card' });
    await cleo.press('Where');
    await shows('@Ada has answered Person 0 (•••• 0150) meanwhile.');
    expect(texts()).toEqual([[phoneOf(0), 'Of the card']]);
  });

  test('does not leave to somebody who has opted out meanwhile', async () => {
    await bench.text(phoneOf(0), 'STOP');
    await cleo.press('Where');
    await shows('Nothing is done yet.');
    await cleo.press('Where');
    await cleo.modal('Nothing was changed');
    await shows('this person has opted out');
    expect(texts().filter(([, text]) => text?.startsWith('In the hall'))).toEqual([]);
  });

  test('is not offered for a text that may be an opt-out, until somebody has said that it is none', async () => {
    await bench.text(phoneOf(0), 'STOP asking, yes I will come');
    await cleo.press('Where');
    await shows('This may mean that they want no more texts');
    expect(cleo.openModal()?.buttons).not.toContain('Where');
    expect(texts()).toEqual([]);
    await cleo.press('Keep texting');
    await bench.slack.until(() => cleo.openModal()?.buttons.includes('Where'));
  });
});

describe('the window Reply on a card', () => {
  let id: ConversationId;
  beforeEach(async () => {
    campaign = await whereTheyWrote(bench, 1, answering);
    id = await firstId();
    const card = await bench.slack.until(() => posts().find(({ buttons }) => buttons.includes('Reply')));
    await cleo.pressIn(card, 'Reply');
    await cleo.modal('Reply by SMS');
  });

  test('sends a canned answer at one press, and says that it did', async () => {
    expect(cleo.openModal()?.text).toContain('Where: In the hall, Person 0.');
    await Promise.all([cleo.press('Coming'), cleo.press('Coming')]);
    expect((await cleo.modal('Sent')).text).toContain('“Coming” was sent to Person 0 (•••• 0150).');
    expect(texts()).toEqual([[phoneOf(0), 'See you!']]);
    await comesTrue(async () => (await stored())[0]?.status === 'handled');
    expect(await stored()).toMatchObject([{ handledBy: 'U0CLEO', outcome: { label: 'Coming' } }]);
  });

  test('sends one that is chosen with an outcome, and closes', async () => {
    await cleo.fill({ 'Canned answer': 'Where', Outcome: 'Call back' });
    expect(await cleo.submit()).toMatchObject({ result: 'closed' });
    expect(texts()).toEqual([[phoneOf(0), 'In the hall, Person 0.']]);
    expect(await stored()).toMatchObject([{ status: 'handled', outcome: { label: 'Call back' } }]);
  });

  test('sends no canned answer while something is typed', async () => {
    await cleo.fill({ 'Your answer': 'Ask at the door' });
    await cleo.press('Where');
    const window = await shows('Not sent. There is another answer below: press Send, or empty it first.');
    expect(window.inputs['Your answer']).toBe('Ask at the door');
    expect(texts()).toEqual([]);
  });

  test.each([
    [
      'answered',
      () => bench.services.inbox.answer(id, { text: 'Of Ada', by: adaId, key: 'card' }),
      '@Ada has answered',
      'Of Ada',
    ],
    ['handled', () => bench.services.inbox.handle(id, adaId), '@Ada has dealt with', 'Text of 0'],
  ])('sends nothing over what a colleague %s: it says who did, and Send again sends', async (_, act, who, above) => {
    await cleo.fill({ 'Your answer': 'Mine' });
    await act();
    expect(await cleo.submit()).toMatchObject({ result: 'updated' });
    const window = await shows(`Not sent yet. ${who} Person 0 (•••• 0150) meanwhile.`);
    expect(window.text).toContain(above);
    expect(window.inputs['Your answer']).toBe('Mine');
    expect(texts().map(([, text]) => text)).not.toContain('Mine');
    expect(await cleo.submit()).toMatchObject({ result: 'closed' });
    expect(texts().map(([, text]) => text)).toContain('Mine');
  });

  test('sends no canned answer over what a colleague answered', async () => {
    await bench.services.inbox.answer(id, { text: 'Of Ada', by: adaId, key: 'card' });
    await cleo.press('Where');
    await shows('Not sent yet. @Ada has answered');
    expect(texts()).toEqual([[phoneOf(0), 'Of Ada']]);
  });

  test('writes to somebody who was handled before it opened', async () => {
    await cleo.close();
    await bench.services.inbox.handle(id, adaId);
    await comesTrue(() => posts().some(({ text }) => text.includes('Handled by')));
    await cleo.pressIn(posts().find(({ buttons }) => buttons.includes('Reply'))!, 'Reply');
    await cleo.modal('Reply by SMS');
    await cleo.fill({ 'Your answer': 'One thing more' });
    expect(await cleo.submit()).toMatchObject({ result: 'closed' });
    expect(texts()).toEqual([[phoneOf(0), 'One thing more']]);
  });
});
