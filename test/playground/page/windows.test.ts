import { expect, test } from 'vitest';
import { describeInBrowser, type OpenPlayground, playgroundForAll } from './support/open-playground.ts';

describeInBrowser('a window of the playground', () => {
  let playground: OpenPlayground;
  playgroundForAll((opened) => {
    playground = opened;
  });

  const composer = () => playground.page.locator('[data-composer="channel"]');
  const form = () => playground.page.getByRole('dialog', { name: 'New SMS campaign' });

  const scrolled = async (): Promise<number> =>
    await playground.page.evaluate('document.querySelector(".modal-body").scrollTop');
  const scrollDown = async (): Promise<void> => {
    await playground.page.evaluate('document.querySelector(".modal-body").scrollTop = 150');
    expect(await scrolled()).toBe(150);
  };

  test('is led by the keyboard alone through the form and out of it again', async () => {
    const { page } = playground;
    await composer().focus();
    await page.keyboard.type('/sms');
    await page.getByText('Write, list, pause and cancel SMS campaigns.').waitFor();
    await page.keyboard.press('Tab');
    expect(await composer().inputValue()).toBe('/sms-campaign');
    await page.keyboard.press('Enter');
    await form().waitFor();
    expect(await focusedLabel(playground)).toBe('Campaign name');

    await page.keyboard.type('By hand');
    await page.keyboard.press('Enter');
    await form().getByText('Please complete this required field.').first().waitFor();

    const stops = new Set<string>();
    for (let count = 0; count < 30; count += 1) {
      await page.keyboard.press('Tab');
      stops.add(await focusedLabel(playground));
      expect(await page.evaluate('document.activeElement.closest("[data-trap]") !== null')).toBe(true);
    }
    expect([...stops]).toEqual(expect.arrayContaining(['Message', 'Batch size', 'Every', 'Preview', 'Use sample.csv']));
    expect(await form().getByLabel('Campaign name').inputValue()).toBe('By hand');

    await page.keyboard.press('Escape');
    await form().waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.dataset.composer')).toBe('channel');
  }, 120_000);

  test('fills the form in with a sample list, and shows the lines that were left out', async () => {
    const { page } = playground;
    await page.getByRole('button', { name: 'Write a campaign' }).click();
    await form().getByRole('button', { name: 'Use a list with mistakes' }).click();
    await form().getByText('sample-with-mistakes.csv', { exact: true }).waitFor();
    expect(await form().getByLabel('Campaign name').inputValue()).toBe('Spring party');
    await form().getByRole('button', { name: 'Preview' }).click();
    await page.getByText(/Left out: 2 duplicates, 3 invalid/).waitFor();
    await page.keyboard.press('Escape');
  }, 120_000);

  test('shows a list that cannot be used under its field, and keeps what was typed', async () => {
    const { page } = playground;
    await composer().fill('/sms-campaign');
    await page.keyboard.press('Enter');
    await form().getByLabel('Campaign name').fill('Kept');
    await form().getByLabel('Message', { exact: true }).fill('Hello. Reply STOP to opt out.');
    await form().getByRole('button', { name: 'Preview' }).click();
    const error = form().getByText('Choose a CSV file, or paste the recipients below.');
    await error.waitFor();
    const field = form().getByLabel('Recipients (CSV file)');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await field.getAttribute('aria-describedby')).toContain(await error.getAttribute('id'));
    expect(await form().getByLabel('Campaign name').inputValue()).toBe('Kept');
    await page.keyboard.press('Escape');
    await form().waitFor({ state: 'detached' });
  }, 120_000);

  test('begins at its top when it takes the place of another, and keeps its place when it is only refreshed', async () => {
    const { page } = playground;
    await page.getByRole('button', { name: 'Write a campaign' }).click();
    await form().getByRole('button', { name: 'Use sample.csv' }).click();
    await form().getByText('sample.csv', { exact: true }).waitFor();
    await scrollDown();
    await form().getByRole('button', { name: 'Preview' }).click();
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

  test('shows the field that was not taken', async () => {
    const { page } = playground;
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Write a campaign' }).click();
    await form().getByLabel('Message', { exact: true }).fill('Hello. Reply STOP to opt out.');
    await page.evaluate('document.querySelector(".modal-body").scrollTop = 100_000');
    await form().getByRole('button', { name: 'Preview' }).click();
    await form().getByText('Please complete this required field.').first().waitFor();
    expect(await page.evaluate('document.activeElement.labels?.[0]?.textContent')).toBe('Campaign name');
    expect(await scrolled()).toBeLessThan(50);
  }, 120_000);
});

async function focusedLabel({ page }: OpenPlayground): Promise<string> {
  return await page.evaluate(
    '(document.activeElement.labels?.[0] ?? document.activeElement).textContent.replace(" (optional)", "").trim()',
  );
}
