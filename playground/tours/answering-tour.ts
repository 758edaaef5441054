import type { Locator, Page } from 'playwright-core';
import {
  approveInReview,
  become,
  button,
  campaignMessage,
  closeWindows,
  scrollTo,
  setSpeed,
  writeCampaign,
} from './tour.ts';

/** What is on the screen at a point of the tour. */
export type AnsweringScene = 'more-settings' | 'expected' | 'group' | 'flood' | 'canned' | 'answer-replies';

type Options = {
  readonly onScene: (scene: AnsweringScene) => Promise<void>;
  readonly campaign: string;
  readonly list: string;
};

const patience = { timeout: 120_000 };

/** How a campaign is answered: what its author foresees, what is counted, what is answered together, and the rest. */
export async function takeAnsweringTour(page: Page, { onScene, campaign, list }: Options): Promise<void> {
  await page.getByLabel('Cleo handles the replies by herself').uncheck();
  await become(page, 'Ada');
  await writeCampaign(page, { campaign, size: { list, batch: 100, hold: 200 } });
  await button(page, 'More settings').click();
  await foresee(page.getByRole('dialog', { name: 'More settings' }));
  await onScene('more-settings');
  await button(page, 'Done').click();
  await page.getByText('2 expected answers, 2 canned answers').waitFor(patience);
  await button(page, 'Preview').click();
  await button(page, 'Submit for approval').click(patience);
  await page.getByRole('dialog', { name: 'Submitted' }).getByRole('button', { name: 'Close' }).last().click(patience);

  await become(page, 'Ben');
  await page.getByRole('button', { name: new RegExp(`^Review .*${campaign}`) }).click(patience);
  await approveInReview(page);
  await setSpeed(page, '10×');

  const root = campaignMessage(page, campaign);
  await root.locator('.thread-link').click(patience);
  const thread = page.getByRole('complementary', { name: 'Thread' });
  const [expected, group] = [/\d{2,} people gave an expected answer/, /\d+ people wrote “/];
  await thread.getByText(expected).first().waitFor(patience);
  await thread.getByText(group).first().waitFor(patience);
  await setSpeed(page, '1×');
  await scrollTo(thread.getByText(expected).first());
  await onScene('expected');
  await scrollTo(thread.getByText(group).last());
  await onScene('group');

  await become(page, 'Cleo');
  await everybodyAsks(page, thread);
  await onScene('flood');
  const answerThese = thread.getByRole('button', { name: /^Answer these/ });
  await answerThese.last().click(patience);
  await page.getByRole('dialog', { name: 'Answer replies' }).getByRole('button', { name: 'Parking' }).waitFor(patience);
  await onScene('canned');
  await closeWindows(page);
  await button(page, 'Close the thread').click();

  await root.getByRole('button', { name: /^Answer replies/ }).click(patience);
  await page.getByRole('dialog', { name: 'Answer replies' }).getByLabel('Your answer').fill('Yes, behind the hall.');
  await onScene('answer-replies');
  await closeWindows(page);
}

/** More people write than Slack takes posts: of two folded posts the first is unfolded, and its last lines are seen. */
async function everybodyAsks(page: Page, thread: Locator): Promise<void> {
  await setSpeed(page, '3×');
  await thread.getByText('is completed').first().waitFor(patience);
  const folded = thread.getByRole('article').filter({ hasText: 'Answer these' });
  const before = await folded.count();
  await button(page, 'Everybody asks at once').click();
  await folded.nth(before + 1).waitFor(patience);
  await setSpeed(page, '1×');
  await folded.nth(before).locator('summary').click(patience);
  await scrollTo(folded.nth(before + 1));
}

async function foresee(dialog: Locator): Promise<void> {
  const fields = {
    'Expected answers':
      'Yes: coming, count me in, sounds great => See you on Sunday, {{first_name|there}}!\nNo: cannot',
    'Canned answers': 'Parking: There is parking behind the hall.\nFood: Yes, there is food for everybody.',
    Outcomes: 'Wrong number\nCall back',
    'Show on replies': 'first_name',
    'Leave out': 'texted in the last 30 days',
  };
  for (const [label, text] of Object.entries(fields)) await dialog.getByLabel(label).fill(text, patience);
}
