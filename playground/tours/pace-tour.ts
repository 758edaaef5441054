import type { Locator, Page } from 'playwright-core';
import { approveInReview, become, button, campaignMessage, closeWindows, scrollTo, writeCampaign } from './tour.ts';

/** What is on the screen at a point of the tour. */
export type PaceScene =
  | 'pace-preview'
  | 'pace-card'
  | 'pace-difference'
  | 'change-pace'
  | 'faster-pace'
  | 'canary'
  | 'team-pace';

type Options = {
  readonly onScene: (scene: PaceScene) => Promise<void>;
  /** A campaign with a fixed pace, and one that follows the team after its first people. */
  readonly fixed: { readonly campaign: string; readonly list: string };
  readonly following: { readonly campaign: string; readonly list: string };
};

const patience = { timeout: 120_000 };

/** How a pace is foretold, agreed on, changed on the way, tried on a few people, and left to the team. */
export async function takePaceTour(page: Page, { onScene, fixed, following }: Options): Promise<void> {
  const show = async (area: Locator, scene: PaceScene) => {
    await scrollTo(area);
    await onScene(scene);
  };
  await agreeOnPace(page, fixed, show);
  await changeOnTheWay(page, fixed.campaign, show);
  await followTheTeam(page, following, show);
}

type Show = (area: Locator, scene: PaceScene) => Promise<void>;

/** From the forecast to a pace that two people agree on. */
async function agreeOnPace(page: Page, { campaign, list }: Options['fixed'], show: Show): Promise<void> {
  await become(page, 'Ada');
  await writeCampaign(page, { campaign, size: { list, batch: 50, hold: 40 } });
  await page.getByLabel('Every', { exact: true }).fill('5m');
  await button(page, 'Preview').click();
  const better = page.getByRole('button', { name: /^Use this pace/ });
  await better.waitFor(patience);
  await show(better, 'pace-preview');
  await better.click();
  await better.waitFor({ state: 'detached', ...patience });
  await submitIt(page);

  const review = page.getByRole('button', { name: new RegExp(`^Review .*${campaign}`) }).last();
  await become(page, 'Ben');
  await show(review, 'pace-card');
  await review.click(patience);
  await button(page, 'Propose another pace').click();
  const proposal = page.getByRole('dialog', { name: 'Propose another pace' });
  await proposal.getByLabel('Batch size').fill('10', patience);
  await button(page, 'Send back').last().click();
  await closeWindows(page);

  await become(page, 'Ada');
  await page.getByRole('button', { name: /^Use this pace/ }).click(patience);

  await become(page, 'Ben');
  await review.click(patience);
  await button(page, 'Approve').waitFor(patience);
  await show(page.getByText('What changed since').last(), 'pace-difference');
  await approveInReview(page);
}

/** Slower takes effect at once; faster waits for a second person. */
async function changeOnTheWay(page: Page, campaign: string, show: Show): Promise<void> {
  const root = campaignMessage(page, campaign);
  await root.getByText(/Next batch at/).waitFor(patience);
  const dialog = page.getByRole('dialog', { name: 'Change pace' });
  const change = async (batch: string) => {
    await root.getByRole('button', { name: /^Change pace/ }).click(patience);
    await dialog.getByLabel('Batch size').fill(batch, patience);
  };
  const press = () => dialog.getByRole('button', { name: 'Change pace' }).click();
  await change('5');
  await press();
  await closeWindows(page);
  await root.locator('.thread-link').click(patience);
  const thread = page.getByRole('complementary', { name: 'Thread' });
  await thread.getByText('changed the pace').last().waitFor(patience);
  await change('20');
  await show(dialog.getByLabel('Batch size'), 'change-pace');
  await press();
  await page.getByRole('dialog', { name: 'Proposed' }).waitFor(patience);
  await closeWindows(page);
  await become(page, 'Cleo');
  const review = root.getByRole('button', { name: /^Review the pace/ });
  await review.waitFor(patience);
  await show(thread.getByText('proposes another pace').last(), 'faster-pace');
  await review.click(patience);
  await button(page, 'Approve').click();
  await closeWindows(page);
  await review.waitFor({ state: 'detached', ...patience });
  await button(page, 'Close the thread').click();
}

/** The first people, Go on, and batches as large as the team can answer. */
async function followTheTeam(page: Page, { campaign, list }: Options['following'], show: Show): Promise<void> {
  await become(page, 'Ada');
  await writeCampaign(page, { campaign, size: { list, batch: 40, hold: 10 } });
  await button(page, 'More settings').click();
  const settings = page.getByRole('dialog', { name: 'More settings' });
  await settings.getByLabel('Pace', { exact: true }).selectOption('Follow the team', patience);
  await settings.getByLabel('Try it on the first').fill('20', patience);
  await button(page, 'Done').click();
  await button(page, 'Preview').click();
  await submitIt(page);
  await become(page, 'Ben');
  await page
    .getByRole('button', { name: new RegExp(`^Review .*${campaign}`) })
    .last()
    .click(patience);
  await approveInReview(page);
  await page.getByLabel('Cleo handles the replies by herself').check();

  const root = campaignMessage(page, campaign);
  const goOn = root.getByRole('button', { name: /^Go on with/ });
  await goOn.waitFor(patience);
  await show(goOn, 'canary');
  await goOn.click();
  await page.mouse.move(0, 0);
  await root.getByText(/Next batch (?!40)\d+ p\w+: [1-9]\d* repl/).waitFor(patience);
  await show(root, 'team-pace');
}

async function submitIt(page: Page): Promise<void> {
  await button(page, 'Submit for approval').click(patience);
  await page.getByRole('dialog', { name: 'Submitted' }).waitFor(patience);
  await closeWindows(page);
}
