import { expect, test } from 'vitest';
import { listOf } from '../../../playground/sample-lists.ts';
import { become, campaignMessage } from '../../../playground/tours/tour.ts';
import { describeInBrowser, type OpenPlayground, playgroundForAll } from './support/open-playground.ts';

describeInBrowser('the playground page', () => {
  let playground: OpenPlayground;
  playgroundForAll((opened) => {
    playground = opened;
  });

  const composer = () => playground.page.locator('[data-composer="channel"]');
  const form = () => playground.page.getByRole('dialog', { name: 'New SMS campaign' });

  test('answers a command for one person only', async () => {
    const { page } = playground;
    await composer().fill('/sms-campaign help');
    await page.keyboard.press('Enter');
    const answer = page.getByRole('article').filter({ hasText: 'Only visible to you' });
    await answer.first().waitFor();
    await become(page, 'Ben');
    await answer.first().waitFor({ state: 'detached' });
    await become(page, 'Ada');
  }, 120_000);

  test('takes several files at once in a form', async () => {
    const { page } = playground;
    await composer().fill('/sms-campaign');
    await page.keyboard.press('Enter');
    const file = (name: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from('phone\n+12015550190') });
    await form()
      .getByLabel('Recipients (CSV file)')
      .setInputFiles([file('one.csv'), file('two.csv.gz'), file('three.xlsx')]);
    await form().getByText('one.csv', { exact: true }).waitFor();
    await form().getByText('two.csv.gz', { exact: true }).waitFor();
    expect(await form().locator('.file-icon').allTextContents()).toEqual(['CSV', 'GZ', 'XLSX']);
    await form().getByRole('button', { name: 'Close' }).last().click();
    await form().waitFor({ state: 'detached' });
  }, 120_000);

  test('offers an app’s message shortcuts, for what a message says and for its file', async () => {
    const { page } = playground;
    await page.getByLabel('Attach a file').setInputFiles({
      name: 'guests.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('phone,first_name\n+12015550190,Ida'),
    });
    await page.getByRole('button', { name: 'Remove guests.csv' }).waitFor();
    await composer().fill('Please text these');
    await page.keyboard.press('Enter');
    const message = page.getByRole('article').filter({ hasText: 'Please text these' });
    await message.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Text these people' }).click();
    await form().getByText('read guests.csv').waitFor();
  }, 120_000);

  test('takes a press that comes right after typing', async () => {
    const { page } = playground;
    await form().getByLabel('Message', { exact: true }).fill('Will you come? Reply STOP to opt out.');
    await form().getByRole('button', { name: 'More settings' }).click();
    const settings = page.getByRole('dialog', { name: 'More settings' });
    await settings.getByRole('button', { name: 'Back' }).click();
    await form().getByRole('button', { name: 'Close' }).last().click();
    await form().waitFor({ state: 'detached' });
  }, 120_000);

  test('asks for the Home tab each time somebody opens it', async () => {
    const { page } = playground;
    await page.locator('.channel', { hasText: 'Trickle' }).click();
    await page.getByRole('button', { name: 'Home', exact: true }).click();
    await page.getByRole('heading', { name: 'Your drafts' }).waitFor();
    await become(page, 'Ben');
    await page.getByRole('heading', { name: 'Left to set up' }).waitFor();
    await become(page, 'Ada');
    await page.locator('.channel', { hasText: 'sms' }).click();
  }, 120_000);

  test('asks before a campaign is cancelled', async () => {
    const { page, world } = playground;
    await startCampaign(playground, 'To be cancelled');
    const message = campaignMessage(page, 'To be cancelled');
    await message.getByRole('button', { name: /^Cancel/ }).click();
    const question = page.getByRole('alertdialog', { name: 'Cancel this campaign?' });
    await question.getByRole('button', { name: 'Keep it' }).click();
    await question.waitFor({ state: 'detached' });
    await message.getByRole('button', { name: /^Cancel/ }).click();
    await question.getByRole('button', { name: 'Cancel the campaign' }).click();
    await message.getByText(/^(?:Cancelled|Being cancelled)$/).waitFor();
    expect(world().vonage.accepted.length).toBeLessThan(40);
  }, 120_000);

  test('takes a text written by hand on a phone into the thread', async () => {
    const { page } = playground;
    await startCampaign(playground, 'By hand on a phone');
    const phones = page.getByRole('region', { name: 'Phones' });
    // Each phone answers the campaign that texted it last.
    await phones
      .locator('.wall')
      .getByRole('button', { name: /By hand on a phone/ })
      .first()
      .click();
    await phones.getByRole('textbox', { name: 'Write back' }).fill('Is there parking?');
    await page.keyboard.press('Enter');
    const message = campaignMessage(page, 'By hand on a phone');
    await message.locator('.thread-link').click();
    const thread = page.getByRole('complementary', { name: 'Thread' });
    await thread.getByText('Is there parking?').waitFor();
    const more = thread.getByRole('combobox', { name: 'More' }).last();
    expect(await more.locator('option').allTextContents()).toContain('Show number');
    await thread.getByRole('button', { name: 'Close the thread' }).click();
  }, 120_000);

  test('shows the bot dead and alive, and loses nothing in between', async () => {
    const { page, world } = playground;
    await page.getByRole('button', { name: 'Kill the bot' }).click();
    await page.getByText('The bot is dead', { exact: true }).waitFor();
    const [phone] = world().vonage.phones;
    phone?.text('Written while nobody listened');
    await composer().fill('/sms-campaign list');
    await page.keyboard.press('Enter');
    await page
      .getByRole('alert')
      .getByText(/did not respond/)
      .waitFor();
    await page.getByRole('button', { name: 'Start it again' }).click();
    await page.getByText('The bot is running', { exact: true }).waitFor();
    await world().slack.until(
      () =>
        world()
          .slack.channel('sms')
          .messages()
          .some(({ thread }) => thread.some(({ text }) => text.includes('Written while nobody listened'))),
      { timeoutMs: 60_000 },
    );
  }, 180_000);

  test('makes Vonage fail at a switch, and tells in the campaign why it paused', async () => {
    const { page, world } = playground;
    await page.getByLabel('Vonage', { exact: true }).selectOption({ label: 'fails' });
    await startCampaign(playground, 'Into trouble');
    const message = campaignMessage(page, 'Into trouble');
    await message.getByRole('button', { name: /^Resume/ }).waitFor({ timeout: 90_000 });
    await page.getByLabel('Vonage', { exact: true }).selectOption({ label: 'works' });
    await expect.poll(() => world().troubles.vonage).toBe('works');
    await page
      .locator('.next-step')
      .getByText(/“Into trouble”.* (?:is|are) paused/)
      .waitFor();
    await message.getByRole('button', { name: /^Resume/ }).click();
    await message.getByRole('button', { name: /^Pause/ }).waitFor();
  }, 180_000);

  test('makes Slack fail at a switch, and shows afterwards what came in meanwhile', async () => {
    const { page, world } = playground;
    await startCampaign(playground, 'While Slack is away');
    const { vonage } = world();
    const texted = () => vonage.phones.find(({ messages }) => messages.at(-1)?.text.startsWith('While Slack is away'));
    await vonage.until(() => texted() !== undefined, { timeoutMs: 60_000 });
    await page.getByLabel('Slack', { exact: true }).selectOption({ label: 'fails' });
    await page.getByText('Trouble is switched on.').waitFor();
    texted()?.text('Is Slack away?');
    await vonage.until(() =>
      vonage.webhooks.some(({ body, state }) => body.text === 'Is Slack away?' && state === 'taken'),
    );
    await page.getByLabel('Slack', { exact: true }).selectOption({ label: 'works' });
    await campaignMessage(page, 'While Slack is away').locator('.thread-link').click();
    await page.getByRole('complementary', { name: 'Thread' }).getByText('Is Slack away?').waitFor();
    await page.getByRole('button', { name: 'Close the thread' }).click();
  }, 180_000);

  test('lets look at the wire and the log', async () => {
    const { page } = playground;
    await page.getByRole('button', { name: /Behind the scenes/ }).click();
    const wire = page.getByRole('region', { name: 'On the wire' });
    await wire.getByText('chat.postMessage').first().waitFor();
    await page.getByRole('region', { name: 'The bot’s log' }).getByText('Trickle is running').waitFor();
    await page.getByRole('button', { name: /Behind the scenes/ }).click();
    await wire.waitFor({ state: 'detached' });
  }, 60_000);

  test('fits a narrow window, one part at a time, without scrolling sideways', async () => {
    const { page } = playground;
    await page.setViewportSize({ width: 400, height: 800 });
    await composer().fill('/sms-campaign');
    await page.keyboard.press('Enter');
    await form().waitFor();
    expect(await overflowPx(playground)).toBe(0);
    await form().getByRole('button', { name: 'Preview' }).click({ trial: true });
    await page.keyboard.press('Escape');
    await form().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Phones', exact: true }).click();
    await page.getByRole('region', { name: 'Phones' }).waitFor();
    expect(await composer().isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Controls', exact: true }).click();
    await page.getByRole('button', { name: 'Start over' }).waitFor();
    expect(await overflowPx(playground)).toBe(0);
    await page.setViewportSize({ width: 1280, height: 800 });
  }, 60_000);

  test('finds one phone among many, so that it can write', async () => {
    const { page, world } = playground;
    for (let index = 100; index < 150; index += 1) world().vonage.phone(`12125550${index}`).text('Is it on Saturday?');
    const lost = world().vonage.phone('12025550188');
    lost.text('This is Quentin');
    const phones = page.getByRole('region', { name: 'Phones' });
    await phones.getByText(/^And \d+ more phones/).waitFor();
    const search = phones.getByRole('searchbox', { name: 'Search the phones' });
    await search.fill('202 555 0188');
    await phones.getByText(/^And \d+ more phones/).waitFor({ state: 'detached' });
    await search.fill('quentin');
    const found = phones.locator('.wall').getByRole('button');
    await expect.poll(() => found.count()).toBe(1);
    await found.click();
    await phones.getByRole('textbox', { name: 'Write back' }).fill('START');
    await page.keyboard.press('Enter');
    await expect.poll(() => lost.messages.some(({ text }) => text === 'START')).toBe(true);
    await search.fill('nobody at all');
    await phones.getByText('No phone has this number, or got or wrote this.').waitFor();
    await search.fill('');
  }, 60_000);

  test('starts over with an empty workspace', async () => {
    const { page, world } = playground;
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.getByText('Nothing has been said here yet.').waitFor();
    await page.getByText('The bot is running', { exact: true }).waitFor();
    expect(world().vonage.accepted).toEqual([]);
  }, 120_000);
});

let campaigns = 0;

/** A small campaign on its way, written and approved by the people drivers. */
async function startCampaign({ world, page }: OpenPlayground, name: string): Promise<void> {
  const { slack } = world();
  const ada = slack.as('ada');
  const ben = slack.as('ben');
  const patience = { timeoutMs: 60_000 };
  // Whoever got two texts within a day waits for the third one: so each campaign has people of its own.
  const from = 600 + 40 * campaigns++;
  await ada.command('/sms-campaign');
  await slack.until(() => ada.openModal()?.submit === 'Preview', patience);
  await ada.fill({
    'Campaign name': name,
    'Recipients (CSV file)': { name: 'people.csv', content: listOf(40, from) },
    Message: `${name}: hello {{first_name|there}}. Reply STOP to opt out.`,
    'Batch size': 10,
    // Nobody here waits for a second batch, and on a busy machine minutes of the show are seconds of a press.
    Every: '2h',
    'Sending hours': 'any time',
    'Hold while unanswered replies exceed': '',
  });
  await ada.submit();
  await slack.until(() => ada.openModal()?.submit === 'Submit for approval', patience);
  await ada.submit();
  await ada.dismiss();
  const card = await slack.until(
    () =>
      slack
        .channel('sms')
        .messages()
        .find(({ buttons }) => buttons.includes('Review')),
    patience,
  );
  await ben.pressIn(card, 'Review');
  await slack.until(() => ben.openModal()?.submit === 'Approve', patience);
  const newFolder = 'This Trickle knows no opt-outs yet: its data folder is new';
  if (newFolder in (ben.openModal()?.inputs ?? {})) await ben.fill({ [newFolder]: true });
  await ben.fill({ 'Nobody said how these people agreed': true });
  await ben.submit();
  if (ben.openModal()) await ben.dismiss();
  await campaignMessage(page, name).locator('.thread-link').waitFor();
}

async function overflowPx({ page }: OpenPlayground): Promise<number> {
  return await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}
