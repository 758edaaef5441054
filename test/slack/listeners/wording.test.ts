import { expect, test } from 'vitest';
import { openPreview, reviewCard } from '../campaigns.ts';
import { type Bench, benchForEach } from '../slack-bench.ts';

let bench: Bench;
benchForEach(
  (fresh) => {
    bench = fresh;
  },
  { businessNames: ['Acme'] },
);

test('a text without a way out and a name is refused in the preview, takes both with a press each, and goes on', async () => {
  const ada = bench.slack.as('ada');
  const { text, buttons } = await openPreview(ada, { Message: 'We meet on Friday.' });
  expect(text).toContain('The US wants a way out in each text, such as “Reply STOP to opt out”.');
  expect(buttons).toEqual(expect.arrayContaining(['Add “Reply STOP to opt out”', 'Add “Acme: ”']));

  expect(await ada.submit()).toMatchObject({ result: 'updated' });
  await bench.slack.until(() => ada.openModal()?.text.includes('One press in the preview adds it.'));
  await ada.press('Add “Reply STOP to opt out”');
  await bench.slack.until(() => ada.openModal()?.text.includes('We meet on Friday. Reply STOP to opt out'));
  expect(ada.openModal()?.buttons).not.toContain('Add “Reply STOP to opt out”');
  await ada.press('Add “Acme: ”');
  await bench.slack.until(() => ada.openModal()?.text.includes('Acme: We meet on Friday. Reply STOP to opt out'));

  expect(await ada.submit()).toMatchObject({ result: 'updated' });
  expect((await reviewCard(bench.slack)).text).toContain('Acme: We meet on Friday. Reply STOP to opt out');
});
