import { beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../../../playground/slack/people/person.ts';
import { nothingForeseen } from '../../../src/domain/answering/answering.ts';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import { UserId } from '../../../src/domain/ids.ts';
import { everyPost, phoneOf, whereTheyWrote, windowThatSays } from '../replies.ts';
import { type Bench, benchForEach, comesTrue } from '../slack-bench.ts';

let bench: Bench;
let cleo: Person;
let campaign: Campaign;
benchForEach((fresh) => {
  bench = fresh;
  cleo = fresh.slack.as('cleo');
});

const canned = [{ label: 'Parking', text: 'Behind the hall, {{first_name}}.' }];
const posts = () => everyPost(bench);
const shows = (words: string) => windowThatSays(bench, cleo, words);
const texts = () => bench.sent.map(({ to, text }) => `${to} ${text}`).toSorted();
const box = '3 others wrote the same';
const unanswered = () => bench.store.conversations.unanswered(campaign.id);

/** Four ask the same, a fifth something else. */
beforeEach(async () => {
  campaign = await whereTheyWrote(bench, 0, { ...nothingForeseen, canned }, 6);
  for (const no of [0, 1, 2, 3]) await bench.text(phoneOf(no), 'Is there parking?');
  await bench.slack.until(() => posts().some(({ text }) => text.includes('4 people wrote')));
  await bench.text(phoneOf(4), 'Which bus?');
  await bench.slack.until(() => posts().some(({ buttons }) => buttons.includes('Answer replies')));
  await cleo.pressIn(posts().find(({ buttons }) => buttons.includes('Answer replies'))!, 'Answer replies');
  await cleo.modal('Answer replies');
});

describe('who wrote the same as the person in the window', () => {
  test('gets the canned answer with them, each as they read it, if the box is ticked', async () => {
    await cleo.fill({ [box]: true });
    await cleo.press('Parking');
    expect((await shows('It goes to the 3 others, too.')).text).toContain('Which bus?');
    await comesTrue(() => bench.sent.length === 4);
    expect(texts()).toEqual([0, 1, 2, 3].map((no) => `${phoneOf(no)} Behind the hall, Person ${no}.`));
    await comesTrue(async () => (await unanswered()) === 1);
  });

  test('is left alone without it', async () => {
    await cleo.press('Parking');
    await shows('2 others wrote the same');
    expect(texts()).toEqual([`${phoneOf(0)} Behind the hall, Person 0.`]);
  });

  test('gets what is typed once, however often it is pressed, and nobody who came later does', async () => {
    await cleo.fill({ [box]: true, 'Your answer': 'Behind the hall.' });
    await bench.slack.until(() => cleo.openModal()?.inputs['Your answer']);
    await bench.text(phoneOf(5), 'Is there parking?');
    await Promise.all([cleo.submit(), cleo.submit()]);
    await shows('It goes to the 3 others, too.');
    await comesTrue(() => bench.sent.length === 4);
    await comesTrue(async () => (await unanswered()) === 2);
    expect(texts()).toEqual([0, 1, 2, 3].map((no) => `${phoneOf(no)} Behind the hall.`));
  });

  test('is handled with them', async () => {
    await cleo.fill({ [box]: true });
    await cleo.press('Handled, next');
    await shows('3 others were handled, too.');
    expect(await unanswered()).toBe(1);
  });

  test('is not handled with them if they came later', async () => {
    await cleo.fill({ [box]: true });
    await bench.text(phoneOf(5), 'Is there parking?');
    await cleo.press('Handled, next');
    await shows('3 others were handled, too.');
    expect(await unanswered()).toBe(2);
  });

  test('gets no placeholder that nobody has seen filled in', async () => {
    await cleo.fill({ [box]: true, 'Your answer': 'Hi {{first_name}}' });
    await cleo.submit();
    await shows('Not sent. Placeholders are filled in only with Answer all on their card');
    expect(texts()).toEqual([]);
  });

  test('is left out, and the window says why, while their card is busy with another answer', async () => {
    await cleo.fill({ [box]: true });
    const says = { campaignId: campaign.id, says: 'is there parking' };
    const preview = await bench.services.inbox.previewAnswer(says, {
      answer: { canned: 0 },
      by: UserId.parse('U0ADA'),
    });
    const { of, until } = preview;
    await bench.services.inbox.answerGroup(says, {
      answer: { canned: 0 },
      of,
      until,
      key: 'ada',
      by: UserId.parse('U0ADA'),
    });
    await cleo.press('Parking');
    await shows('Only the one before you was answered.');
    await comesTrue(() => bench.sent.length === 4);
    expect(new Set(texts()).size).toBe(4);
  });
});
