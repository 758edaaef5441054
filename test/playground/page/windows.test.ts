import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, type OpenPlayground, openPlayground } from './support/open-playground.ts';

describeInBrowser('a window of the playground', () => {
  let playground: OpenPlayground;

  beforeAll(async () => {
    playground = await openPlayground({ replyPercent: 0 });
  }, 120_000);
  afterAll(async () => {
    await playground.close();
  }, 60_000);

  const scrolled = async (): Promise<number> =>
    await playground.page.evaluate('document.querySelector(".modal-body").scrollTop');
  const scrollDown = async (): Promise<void> => {
    await playground.page.evaluate('document.querySelector(".modal-body").scrollTop = 150');
    expect(await scrolled()).toBe(150);
  };

  it('begins at its top when it takes the place of another, and keeps its place when it is only refreshed', async () => {
    const { page } = playground;
    await page.getByRole('button', { name: 'Write a campaign' }).click();
    const form = page.getByRole('dialog', { name: 'New SMS campaign' });
    await form.getByRole('button', { name: 'Use sample.csv' }).click();
    await form.getByText('sample.csv', { exact: true }).waitFor();
    await scrollDown();
    await form.getByRole('button', { name: 'Preview' }).click();
    const preview = page.getByRole('dialog', { name: 'Check your campaign' });
    await preview.waitFor();
    expect(await scrolled()).toBe(0);
    expect(await page.evaluate('document.activeElement.closest(".modal-body") !== null')).toBe(true);

    await preview.getByRole('button', { name: 'Show all messages' }).click();
    const all = page.getByRole('dialog', { name: 'All messages' });
    await all.getByText(/^Page 1 of/).waitFor();
    expect(await scrolled()).toBe(0);
    await scrollDown();
    await all.getByRole('button', { name: 'Next' }).dispatchEvent('click');
    await all.getByText(/^Page 2 of/).waitFor();
    expect(await scrolled()).toBe(150);
  }, 120_000);

  it('shows the field that was not taken', async () => {
    const { page } = playground;
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Write a campaign' }).click();
    const form = page.getByRole('dialog', { name: 'New SMS campaign' });
    await form.getByLabel('Message', { exact: true }).fill('Hello. Reply STOP to opt out.');
    await page.evaluate('document.querySelector(".modal-body").scrollTop = 100_000');
    await form.getByRole('button', { name: 'Preview' }).click();
    await form.getByText('Please complete this required field.').first().waitFor();
    expect(await page.evaluate('document.activeElement.labels?.[0]?.textContent')).toBe('Campaign name');
    expect(await scrolled()).toBeLessThan(50);
  }, 120_000);
});
