import { beforeEach, expect, test } from 'vitest';
import type { Person } from '../../../playground/slack/people/person.ts';
import type { MessageShown } from '../../../playground/slack/people/shown.ts';
import { nothingForeseen } from '../../../src/domain/answering/answering.ts';
import { contentHash } from '../../../src/domain/campaign/approval.ts';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import { UserId } from '../../../src/domain/ids.ts';
import { createSlackClients } from '../../../src/slack/api/clients.ts';
import { aFormInput } from '../../support/builders.ts';
import { type Bench, benchForEach, from } from '../slack-bench.ts';

const [adaId, benId] = ['U0ADA', 'U0BEN'].map((id) => UserId.parse(id)) as [UserId, UserId];
const phone = (no: number) => `+1201555${String(200 + no).padStart(4, '0')}`;

let bench: Bench;
let [ada, ben]: Person[] = [];
let campaign: Campaign;
benchForEach((fresh) => {
  bench = fresh;
  [ada, ben] = [fresh.slack.as('ada'), fresh.slack.as('ben')];
});

/** A running campaign with a canned answer and an outcome, of thirty people who have all got its message. */
beforeEach(async () => {
  const { campaigns } = bench.services;
  const content = await campaigns.read(aFormInput({ sender: from, channel: 'C0SMS', hours: 'any time' }), adaId);
  const source = `phone,first_name\n${Array.from({ length: 30 }, (_, no) => `${phone(no)},Person ${no}`).join('\n')}`;
  const drafted = await campaigns.draft({ content, source, by: adaId, origin: 'V1' });
  const answering = {
    ...nothingForeseen,
    canned: [{ label: 'Place', text: 'Hall 3, {{first_name}}.' }],
    outcomes: ['Comes'],
  };
  const draft = await bench.store.campaigns.save({ ...drafted.campaign, answering });
  if (draft === 'stale') throw new Error('Somebody else changed the draft of the test.');
  await campaigns.submit(draft.id, { by: adaId, contentHash: contentHash(draft) });
  await campaigns.approve(draft.id, {
    by: benId,
    contentHash: (await campaigns.preview(draft.id)).contentHash,
    ticked: ['nobody_said'],
  });
  const [status, startedAt] = ['running' as const, new Date().toISOString()];
  const approved = await campaigns.get(draft.id);
  if (approved.status !== status) await bench.store.campaigns.save({ ...approved, status, startedAt });
  const batch = { no: 1, startedAt, size: 50 };
  for (const claim of await bench.store.recipients.claim(draft.id, batch, 30, new Date())) {
    await bench.store.recipients.record(claim, { to: 'submitted', messageId: `m-${claim.no}` }, new Date());
  }
  campaign = await campaigns.get(draft.id);
});

const inThread = () =>
  bench.slack
    .channel('sms')
    .messages()
    .flatMap(({ thread }) => thread);

/** The group's card, once it says that. */
const card = (says: string): Promise<MessageShown> =>
  bench.slack.until(() => inThread().find(({ text }) => text.includes(says)), { what: `the card “${says}”` });

/** So many of them write yes; resolves with their card. */
async function theyWrite(people: number): Promise<MessageShown> {
  for (let no = 0; no < people; no += 1) await bench.text(phone(no), no % 2 === 0 ? 'Yes' : 'yes!');
  return card(`${people} people wrote “Yes”`);
}

/** The codes of what people were refused. */
const refused = () => bench.log.flatMap(({ fields }) => ('code' in fields ? fields.code : []));

async function preview(by: Person, values: Record<string, string>) {
  await by.fill(values);
  await by.submit();
  return by.modal('Check the answer');
}

test('an answer to all is written, looked at, and sent to each of them once, however often Send is pressed', async () => {
  const shown = await theyWrite(4);
  expect(shown.buttons).toEqual(['Answer all', 'All handled', 'Show', 'Count these']);
  await ben!.pressIn(shown, 'Answer all');
  await ben!.modal('Answer all');
  const window = await preview(ben!, { 'Your answer': 'See you, {{first_name}}!' });
  expect(window.submit).toBe('Send to 4');
  for (const words of ['4 people get this answer.', '4 segments', '0.32 EUR', 'See you, Person 0!']) {
    expect(window.text).toContain(words);
  }
  await Promise.all([ben!.submit(), ben!.submit()]);
  const answered = await card('answered 4 of 4 people');
  expect(answered.ts).toBe(shown.ts);
  expect(answered.buttons).toEqual([]);
  expect(answered.text).toContain('Everybody who wrote “Yes” has been seen to, or is in somebody’s hands.');
  expect(bench.sent.map(({ text }) => text).sort()).toEqual([0, 1, 2, 3].map((no) => `See you, Person ${no}!`));
});

test('to many people a canned answer goes at one press, a typed one at a colleague’s', async () => {
  const shown = await theyWrite(22);
  await ben!.pressIn(shown, 'Answer all');
  await ben!.modal('Answer all');
  await ben!.fill({ 'Your answer': 'Hi', 'Canned answer': 'Place: Hall 3, {{first_name}}.' });
  expect((await ben!.submit()).errors).toEqual({
    'Canned answer': 'Write an answer or choose a canned one, not both.',
  });
  expect(refused()).toContain('two_answers');
  await ben!.close();
  await ben!.pressIn(shown, 'Answer all');
  await ben!.modal('Answer all');
  const typed = await preview(ben!, { 'Your answer': 'See you!' });
  expect(typed.submit).toBe('Ask a colleague');
  await ben!.submit();
  const proposed = await card('wants to answer 22 people');
  expect(bench.sent).toEqual([]);
  await ben!.pressIn(proposed, 'Send to 22');
  const told = await bench.slack.until(() => ben!.ephemerals()[0]);
  expect(told.text).toContain('a colleague has to press Send');
  await ada!.pressIn(proposed, 'Withdraw');
  const free = await bench.slack.until(() => inThread().find(({ buttons }) => buttons.includes('Answer all')));

  await ada!.pressIn(free, 'Answer all');
  await ada!.modal('Answer all');
  const canned = await preview(ada!, { 'Canned answer': 'Place: Hall 3, {{first_name}}.' });
  expect(canned.submit).toBe('Send to 22');
  await ada!.submit();
  await card('answered 22 of 22 people');
  expect(new Set(bench.sent.map(({ to }) => to)).size).toBe(22);
  expect(bench.sent).toHaveLength(22);
});

test('a colleague releases what somebody wrote to many', async () => {
  const shown = await theyWrite(21);
  await ben!.pressIn(shown, 'Answer all');
  await ben!.modal('Answer all');
  await preview(ben!, { 'Your answer': 'See you!' });
  await ben!.submit();
  await ada!.pressIn(await card('wants to answer 21 people'), 'Send to 21');
  await card('answered 21 of 21 people');
  expect(bench.sent).toHaveLength(21);
});

test('everybody of a group is listed, and handled at one press', async () => {
  const shown = await theyWrite(23);
  await ben!.pressIn(shown, 'Show');
  const first = await ben!.modal('They wrote the same');
  expect(first.text).toContain('Page 1 of 2.');
  await ben!.press('Next');
  await bench.slack.until(() => ben!.openModal()?.text.includes('Page 2 of 2.'));
  expect(ben!.openModal()?.text).toMatch(/Person \d+ \(•••• \d{4}\): “[Yy]es!?” at /);
  await ben!.pressIn(shown, 'All handled', { confirm: false });
  expect(await bench.store.conversations.unanswered(campaign.id)).toBe(23);
  await ben!.pressIn(shown, 'All handled');
  const done = await card('Everybody who wrote “Yes” has been seen to, or is in somebody’s hands.');
  expect(done.buttons).toEqual([]);
});

test('same words are counted as an outcome, and at one press no more', async () => {
  const shown = await theyWrite(3);
  await ada!.pressIn(shown, 'Count these');
  await ada!.modal('Count these');
  await ada!.fill({ Outcome: 'Comes', 'New outcome': 'Something else' });
  expect((await ada!.submit()).errors).toEqual({
    'New outcome': 'Choose an outcome or type a new one, not both.',
  });
  expect(refused()).toContain('two_labels');
  await ada!.fill({ 'New outcome': '' });
  await ada!.submit();
  // Its members are counted one after the other, and the card is drawn as they are.
  const counted = await bench.slack.until(() =>
    inThread().find(({ text, buttons }) => text.includes('Counted as “Comes” by @Ada.') && `${buttons}` === 'Undo'),
  );
  await bench.text(phone(9), 'yes');
  await bench.slack.until(() => inThread().some(({ text }) => text.includes('4 people gave an expected answer.')));
  await bench.slack.until(() =>
    bench.slack
      .channel('sms')
      .messages()
      .some(({ text, blocks }) => JSON.stringify([text, blocks]).includes('is counted as “Comes”')),
  );
  await ben!.pressIn(counted, 'Undo');
  await card('4 people wrote “Yes”');
});

test('a group’s card that somebody deleted comes again while anybody waits in it', async () => {
  const shown = await theyWrite(3);
  const { background } = createSlackClients({
    botToken: bench.slack.botToken,
    apiUrl: bench.slack.url,
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });
  await background.chat.delete({ channel: 'C0SMS', ts: shown.ts });
  await bench.text(phone(3), 'yes');
  const again = await card('4 people wrote “Yes”');
  expect(again.ts).not.toBe(shown.ts);
});

test('a group that grows anew has a new card further down, and its old one leads there', async () => {
  const shown = await theyWrite(3);
  await ben!.pressIn(shown, 'All handled');
  await card('Everybody who wrote “Yes” has been seen to, or is in somebody’s hands.');
  const old = '1700000000.000100';
  for (const message of bench.slack.state.messages) if (message.ts === shown.ts) Object.assign(message, { ts: old });
  const again = { id: 'old', at: new Date().toISOString(), campaignId: campaign.id, says: 'yes', example: 'Yes' };
  bench.pauseClock();
  await bench.store.announcements.add([{ ...again, kind: 'group_card' }]);
  await bench.store.announcements.done('old', { channel: campaign.channel, id: old });
  bench.resumeClock();
  for (const no of [5, 6, 7]) await bench.text(phone(no), 'yes');
  await bench.slack.until(() => inThread().some(({ ts, text }) => ts !== old && text.includes('3 people wrote “Yes”')));
  const former = await card('“Yes”: it goes on further down.');
  expect([former.ts, former.buttons]).toEqual([old, []]);
});
