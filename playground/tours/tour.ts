import type { Locator, Page } from 'playwright-core';

/** What is on the screen at a point of the tour. */
export type Scene = 'form' | 'preview' | 'review' | 'hold' | 'thread' | 'phones' | 'completed';

export type TourOptions = {
  /** Called at each scene, in this order. */
  readonly onScene: (scene: Scene) => Promise<void>;
  readonly campaign: string;
  /** How many get it, how many at once, and how many open replies hold the next batch back. */
  readonly size: { readonly list: string; readonly batch: number; readonly hold: number };
};

const patience = { timeout: 120_000 };

/** The whole story of a campaign as three people live it, by mouse and keyboard on the page. */
export async function takeTour(page: Page, options: TourOptions): Promise<void> {
  const { onScene, campaign } = options;
  await writeCampaign(page, options);
  await onScene('form');
  await button(page, 'Preview').click();
  await button(page, 'Submit for approval').waitFor(patience);
  await onScene('preview');
  await button(page, 'Submit for approval').click();
  await page.getByRole('dialog', { name: 'Submitted' }).getByRole('button', { name: 'Close' }).last().click(patience);

  await become(page, 'Ben');
  await page.getByRole('button', { name: new RegExp(`^Review .*${campaign}`) }).click(patience);
  await button(page, 'Approve').waitFor(patience);
  await onScene('review');
  await approveInReview(page);
  await setSpeed(page, '10×');

  const root = campaignMessage(page, campaign);
  await root.getByText(/\d+ replies unanswered/).waitFor(patience);
  await setSpeed(page, '1×');
  await onScene('hold');
  await answerFirstReply(page, root);
  await onScene('thread');
  await button(page, 'Close the thread').click();
  await onScene('phones');

  await page.getByLabel('Cleo handles the replies by herself').check();
  await setSpeed(page, '10×');
  await root.getByText('Completed', { exact: true }).waitFor({ timeout: 400_000 });
  await setSpeed(page, '1×');
  await onScene('completed');
}

/** Approves what is under review, with a word about the folder where that is asked. */
export async function approveInReview(page: Page): Promise<void> {
  await button(page, 'Approve').waitFor(patience);
  const box = page.getByRole('checkbox', { name: 'The folder is meant to be new' });
  if (await box.isVisible()) await box.check(patience);
  const known = page.getByRole('checkbox', { name: 'I know', exact: true });
  if (await known.isVisible()) await known.check(patience);
  await button(page, 'Approve').click();
  await closeWindows(page);
}

/** Scrolls there; a card that is drawn anew meanwhile is looked for again. */
export async function scrollTo(target: Locator): Promise<void> {
  for (let left = 5; ; left -= 1) {
    try {
      return await target.scrollIntoViewIfNeeded(patience);
    } catch (error) {
      if (left === 0 || !String(error).includes('not attached')) throw error;
    }
  }
}

/** The message of a campaign in the channel, below its review card. */
export function campaignMessage(page: Page, campaign: string): Locator {
  return page
    .getByRole('log', { name: 'Messages', exact: true })
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: campaign }) })
    .last();
}

export async function become(page: Page, name: string): Promise<void> {
  await page.locator('.person', { hasText: name }).click();
  await page.getByRole('radio', { name }).and(page.locator(':checked')).waitFor({ state: 'attached' });
}

export async function setSpeed(page: Page, speed: string): Promise<void> {
  await page.locator('.clock label', { hasText: speed }).click();
  await page.locator('.clock label.current', { hasText: speed }).waitFor();
}

/** Opens the preview of a campaign with this list, for a look, and closes it: the draft stays. */
export async function previewList(
  page: Page,
  options: Omit<TourOptions, 'onScene'>,
  look: () => Promise<void>,
): Promise<void> {
  await writeCampaign(page, options);
  await button(page, 'Preview').click();
  await button(page, 'Submit for approval').waitFor(patience);
  await look();
  await closeWindows(page);
}

export async function writeCampaign(page: Page, { campaign, size }: Omit<TourOptions, 'onScene'>): Promise<void> {
  await page.locator('[data-composer="channel"]').fill('/sms-campaign');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'New SMS campaign' }).waitFor(patience);
  await page.getByLabel('Campaign name').fill(campaign);
  await page
    .getByLabel('Recipients (CSV file)')
    .setInputFiles({ name: 'sample.csv', mimeType: 'text/csv', buffer: Buffer.from(size.list) });
  await page
    .getByLabel('Message', { exact: true })
    .fill(
      `Hi {{first_name|there}}, the ${campaign.toLowerCase()} is on Sunday at noon. Will you come? Reply STOP to get no more texts.`,
    );
  await page.getByLabel('Batch size').fill(String(size.batch));
  await page.getByLabel('Every', { exact: true }).fill('30s');
  await page.getByLabel('Hold while unanswered replies exceed').fill(String(size.hold));
  await page.getByText('sample.csv', { exact: true }).waitFor(patience);
  await page.getByLabel('Campaign name').focus();
}

/** An agent opens the thread and writes back to the person who wrote first. */
async function answerFirstReply(page: Page, root: Locator): Promise<void> {
  await become(page, 'Cleo');
  await root.locator('.thread-link').click();
  const thread = page.getByRole('complementary', { name: 'Thread' });
  await thread
    .getByRole('button', { name: /^Reply to / })
    .first()
    .click(patience);
  const dialog = page.getByRole('dialog', { name: 'Reply by SMS' });
  await dialog.getByRole('textbox').fill('Yes, bring whoever you like. See you on Sunday!');
  await dialog.getByRole('button', { name: 'Send' }).click(patience);
  await closeWindows(page);
  await page.getByRole('region', { name: 'Phones' }).getByText('bring whoever you like').first().waitFor(patience);
  await scrollTo(thread.getByText('bring whoever you like').first());
}

/** The app's window after an act is read and closed. */
export async function closeWindows(page: Page): Promise<void> {
  await page.locator('[aria-busy="true"]').waitFor({ state: 'detached', ...patience });
  const open = page.getByRole('dialog').getByRole('button', { name: 'Close' }).last();
  while ((await page.getByRole('dialog').count()) > 0) {
    await open.click({ timeout: 2_000 }).catch(() => {});
  }
}

export function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}
