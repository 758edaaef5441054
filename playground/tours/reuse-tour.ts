import type { Page } from 'playwright-core';
import { become, button, closeWindows, scrollTo, writeCampaign } from './tour.ts';

/** What is on the screen at a point of the tour. */
export type ReuseScene = 'leave-out' | 'home' | 'follow-up' | 'text-these-people' | 'earlier-message';

type Options = {
  readonly onScene: (scene: ReuseScene) => Promise<void>;
  /** A campaign that is over, and the new one. */
  readonly over: string;
  readonly campaign: string;
  /** Some of these people were texted. */
  readonly list: string;
};

const patience = { timeout: 120_000 };

/** What a team has of campaigns that are over: whom to leave out, whom to text again, and what was written. */
export async function takeReuseTour(page: Page, { onScene, over, campaign, list }: Options): Promise<void> {
  await become(page, 'Ada');
  await channel(page, 'sms');
  await writeCampaign(page, { campaign, size: { list, batch: 20, hold: 8 } });
  await button(page, 'More settings').click();
  const settings = page.getByRole('dialog', { name: 'More settings' });
  await settings.getByLabel('Leave out').fill('texted in the last 30 days', patience);
  await button(page, 'Done').click();
  await page.getByText('1 group of people left out').waitFor(patience);
  await button(page, 'Preview').click();
  await button(page, 'Submit for approval').waitFor(patience);
  await onScene('leave-out');
  await button(page, 'Submit for approval').click();
  await page.getByRole('dialog', { name: 'Submitted' }).waitFor(patience);
  await closeWindows(page);

  await become(page, 'Cleo');
  await openHome(page, new RegExp(`${campaign}.*for approval`));
  await onScene('home');
  await page
    .getByRole('button', { name: new RegExp(`^Follow up .*${over}`) })
    .first()
    .click(patience);
  await page.getByRole('dialog', { name: 'Follow up' }).getByRole('radio').first().check(patience);
  await onScene('follow-up');
  await closeWindows(page);

  await become(page, 'Ada');
  await channel(page, 'general');
  await say(page, 'Please text these about the picnic:\n+1 201 555 0191 Rosa\n+1 201 555 0192 Milo');
  await page.getByRole('button', { name: 'More actions' }).last().click(patience);
  await page.getByRole('menuitem', { name: 'Text these people' }).click(patience);
  const form = page.getByRole('dialog', { name: 'New SMS campaign' });
  await form.getByLabel('Campaign name').fill('Two more guests', patience);
  await onScene('text-these-people');
  await form.getByRole('combobox').filter({ hasText: 'Use an earlier message' }).selectOption({ index: 1 }, patience);
  // The message stands in a new field, so that Slack shows it.
  const message = form.locator('textarea[id*="field_message:"]');
  await scrollTo(message);
  await onScene('earlier-message');
  await closeWindows(page);
}

/** The app's Home tab, once it shows that. */
export async function openHome(page: Page, shows: RegExp): Promise<void> {
  await channel(page, 'Trickle');
  await button(page, 'Home').click(patience);
  await page.locator('.messages.home').getByText(shows).first().waitFor(patience);
}

async function channel(page: Page, name: string): Promise<void> {
  await page.locator('.channel', { hasText: name }).click(patience);
}

async function say(page: Page, text: string): Promise<void> {
  await page.locator('[data-composer="channel"]').fill(text);
  await page.keyboard.press('Enter');
  await page
    .getByRole('article')
    .filter({ hasText: text.split('\n')[0]! })
    .waitFor(patience);
}
