import { beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../../../playground/slack/people/person.ts';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import { UserId } from '../../../src/domain/ids.ts';
import { approve, fillForm, submit, textEverybody } from '../campaigns.ts';
import { type Bench, benchForEach } from '../slack-bench.ts';

const [ana, bo] = ['+12015550150', '+12015550151'] as const;

let bench: Bench;
let ada: Person;
let campaign: Campaign;
benchForEach((fresh) => {
  bench = fresh;
  ada = fresh.slack.as('ada');
});

/** Ada foresees two answers and an outcome, Ben approves, and both people are texted. */
beforeEach(async () => {
  const content = `phone,first_name,place\n${ana},Ana,Table 4\n${bo},Bo,Table 5\n`;
  await fillForm(ada, { 'Or paste recipients': '', 'Recipients (CSV file)': { name: 'people.csv', content } });
  await ada.press('More settings');
  await ada.modal('More settings');
  await ada.fill({
    'Expected answers': 'Yes: coming => See you, {{first_name}}!\nNo',
    Outcomes: 'Wrong number',
    'Show on replies': 'place',
  });
  await ada.submit();
  await ada.modal('New SMS campaign');
  await ada.submit();
  await ada.modal('Check your campaign');
  [campaign] = (await bench.services.campaigns.list()) as [Campaign];
  await submit(bench, campaign);
  await approve(bench, campaign, UserId.parse('U0BEN'));
  await textEverybody(bench, campaign);
});

const message = () =>
  bench.slack
    .channel('sms')
    .messages()
    .findLast(({ buttons }) => buttons.includes('Pause'));
const inThread = (words: string) =>
  bench.slack.until(() => message()?.thread.findLast(({ text }) => text.includes(words)), { what: `"${words}"` });

describe('an expected answer', () => {
  test('is counted on one card, thanked, and shown among the figures', async () => {
    await bench.text(ana, 'Yes please!');
    await bench.text(bo, 'nope');
    const card = await inThread('2 people gave an expected answer.');
    expect(card.text).toContain('1 Yes · 1 No');
    expect(card.buttons).toEqual(['Show']);
    await bench.slack.until(() => message()?.text.includes('1 Yes · 1 No'));
    await expect.poll(() => bench.sent).toMatchObject([{ to: ana, text: 'See you, Ana!' }]);
    expect(message()?.text).not.toContain('unanswered');
  });

  test('is re-opened in the window of the card, and then waits with what the agent has to know', async () => {
    await bench.text(ana, 'yes');
    await ada.pressIn(await inThread('1 person gave an expected answer.'), 'Show');
    await ada.modal('Expected answers');
    await ada.pick('Re-open');
    const card = await inThread('Re-opened by @Ada.');
    expect(card.text).toContain('place: Table 4');
    expect(card.text).toContain('They got “Hi, will you come?');
    const window = await bench.slack.until(() => {
      const open = ada.openModal();
      return open?.text.includes('None is left here.') && open;
    });
    expect(window.text).toMatch(/Ana \(.*\) waits for the team again\./);
  });

  test('is counted under another label when somebody says so', async () => {
    await bench.text(ana, 'yes');
    await ada.pressIn(await inThread('1 person gave an expected answer.'), 'Show');
    await ada.modal('Expected answers');
    await ada.pick('Count as Wrong number');
    await bench.slack.until(() => message()?.text.includes('1 Wrong number'));
    const window = await bench.slack.until(() => {
      const open = ada.openModal();
      return open?.text.includes('counts as “Wrong number” now.') && open;
    });
    expect(window.text).toContain('“yes” → Wrong number (corrected)');
    await ada.pick('Count as Yes');
    await bench.slack.until(() => ada.openModal()?.text.includes('“yes” → Yes'));
  });
});

describe('More on a reply’s card', () => {
  test('sets an outcome, which the figures show', async () => {
    await bench.text(ana, 'Who is this?');
    await ada.pickIn(await inThread('Who is this?'), 'Outcome');
    await ada.modal('Outcome');
    await ada.fill({ Outcome: 'Wrong number' });
    await ada.submit();
    await inThread('“Wrong number” set by @Ada.');
    await bench.slack.until(() => message()?.text.includes('1 Wrong number'));
  });

  test('says where the person lives, once it can be understood', async () => {
    await bench.text(ana, 'I moved away');
    await ada.pickIn(await inThread('I moved away'), 'Lives elsewhere');
    const window = await ada.modal('Lives elsewhere');
    expect(window.text).toContain('is taken to be in New Jersey, by their number.');
    await ada.fill({ 'State or country': 'GA' });
    expect(await ada.submit()).toMatchObject({
      errors: { 'State or country': expect.stringContaining('Write US-GA or Gabon.') },
    });
    await ada.fill({ 'State or country': 'Colorado' });
    await ada.submit();
    const card = await inThread('Lives in Colorado, noted by @Ada.');
    await ada.pickIn(card, 'Lives elsewhere');
    await bench.slack.until(() => ada.openModal()?.text.includes('Colorado, as they said and @Ada noted'));
    await ada.submit();
    await ada.pickIn(await inThread('Lives in Colorado, noted by @Ada.'), 'Lives elsewhere');
    await bench.slack.until(() => ada.openModal()?.text.includes('Colorado, as they said and @Ada noted'));
    await ada.fill({ 'State or country': '' });
    await ada.submit();
    await inThread('Where they live was taken back by @Ada.');
  });

  test('passes the reply to a colleague, who is told', async () => {
    await bench.text(ana, 'Is there parking?');
    await ada.pickIn(await inThread('Is there parking?'), 'Pass to…');
    await ada.modal('Pass to…');
    await ada.fill({ 'Pass to': 'Cleo' });
    await ada.submit();
    await inThread('Passed by @Ada to @Cleo.');
    await bench.slack.until(() =>
      bench.slack
        .as('cleo')
        .dms()
        .some(({ text }) => text.includes('passed you')),
    );
  });

  test('opens what was handled again', async () => {
    await bench.text(ana, 'See you there');
    await ada.pressIn(await inThread('See you there'), 'Handled');
    await ada.pickIn(await inThread('Handled by @Ada'), 'Re-open');
    const card = await inThread('Re-opened by @Ada.');
    expect(card.buttons).toContain('Handled');
  });

  test('shows the history', async () => {
    await bench.text(ana, 'Hello');
    await bench.text(ana, 'Is anybody there?');
    await ada.pickIn(await inThread('Is anybody there?'), 'History');
    expect((await ada.modal('History')).text).toContain('Hello');
  });

  test('tells why somebody got what they got, to the one who asks', async () => {
    await bench.text(ana, 'Who is this?');
    await ada.pickIn(await inThread('Who is this?'), 'Why?');
    const told = await bench.slack.until(() => ada.ephemerals().at(-1));
    expect(told.text).toContain('Reunion');
    expect(told.text.replace(/\D/g, '')).not.toContain(ana.slice(1));
  });
});
