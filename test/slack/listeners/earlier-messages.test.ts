import { expect, test } from 'vitest';
import type { Person } from '../../../playground/slack/people/person.ts';
import { UserId } from '../../../src/domain/ids.ts';
import { draftBy, submit } from '../campaigns.ts';
import { type Bench, benchForEach } from '../slack-bench.ts';

let bench: Bench;
let ada: Person;
benchForEach((fresh) => {
  bench = fresh;
  ada = fresh.slack.as('ada');
});

const choice = 'Use an earlier message';
const evening = 'Open evening on Friday! Reply STOP to opt out.';
const reunion = 'Hi {{first_name|there}}, reunion! Reply STOP to opt out.';

async function written(name: string, message: string) {
  return submit(bench, await draftBy(bench, UserId.parse('U0BEN'), { name, message }));
}

async function openForm() {
  await written('Open evening', evening);
  await written('Reunion', reunion);
  await ada.command('/sms-campaign', 'new Spring night');
  const form = await ada.modal('New SMS campaign');
  await ada.fill({ 'Or paste recipients': '+12015550150', 'Batch size': '25' });
  return form;
}

const shows = (message: string) =>
  bench.slack.until(() => ada.openModal()?.inputs.Message === message && ada.openModal(), {
    what: `"${message}" instead of ${ada.openModal()?.inputs.Message}`,
  });

test('a chosen earlier message stands in the form, and nothing else that was typed is lost', async () => {
  await openForm();
  await ada.pick('Reunion');
  expect((await shows(reunion)).inputs).toMatchObject({
    'Campaign name': 'Spring night',
    'Or paste recipients': '+12015550150',
    'Batch size': '25',
  });
  await ada.pick('Open evening');
  await shows(evening);
  await ada.press('More settings');
  await ada.modal('More settings');
  await ada.submit();
  await shows(evening);
  await ada.submit();
  expect((await ada.modal('Check your campaign')).text).toContain(evening);
});

test('words of one’s own are replaced only when the person says so', async () => {
  await openForm();
  const own = 'My own words. Reply STOP.';
  await ada.fill({ Message: own });
  await ada.pick('Reunion');
  await bench.slack.until(() => ada.openModal()?.text.includes('Replace it with that of'));
  expect(ada.openModal()?.inputs.Message).toBe(own);
  await ada.press('Replace message');
  expect((await shows(reunion)).text).not.toContain('Replace it with that of');
});

test('a form in which nothing was written before offers no choice', async () => {
  await ada.command('/sms-campaign', 'new Spring night');
  expect((await ada.modal('New SMS campaign')).text).not.toContain(choice);
});
