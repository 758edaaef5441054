import { expect, test } from 'vitest';
import type { Person } from '../../../playground/slack/people/person.ts';
import { fillForm, message, openPreview } from '../campaigns.ts';
import { type Bench, benchForEach } from '../slack-bench.ts';

let bench: Bench;
let ada: Person;
benchForEach((fresh) => {
  bench = fresh;
  ada = fresh.slack.as('ada');
});

const label = 'Recipients (CSV file)';
const list = 'phone,first_name\n+12015550150,Ida\n+12015550151,Jon\n';
const drafts = () => bench.services.campaigns.list();
const told = (words: string) =>
  bench.slack.until(() => ada.dms().find(({ text }) => text.includes(words)), { what: words });

/** Presses Preview with a file that takes longer than Slack waits. */
async function submitSlowly(): Promise<void> {
  await fillForm(ada, { 'Or paste recipients': null, [label]: { name: 'people.csv', content: list } });
  bench.slack.trouble({ method: 'files-pri', kind: 'slow', delayMs: 2_600 });
  await ada.submit();
  await ada.modal('Reading your list…');
}

test('several files are one list, and the lines left out name theirs', async () => {
  const files = [
    { name: 'a.csv', content: list },
    { name: 'b.csv', content: 'first_name;phone\nIda;+12015550150\nKay;+12015550152\nEve;none\n' },
  ];
  const preview = await openPreview(ada, { 'Or paste recipients': null, [label]: files });
  expect(preview.text).toMatch(/^Who gets it: 3 people of 5 entries$/m);
  expect(preview.text).toContain('Line 4 of “b.csv” reads none');
  await told('2 lines of your list were left out');
  const [draft] = await drafts();
  expect(draft?.listSource).toMatchObject({ kind: 'files', files: [{ name: 'a.csv' }, { name: 'b.csv' }] });
});

test('of several files the wrong one is named under the field', async () => {
  const files = [
    { name: 'a.csv', content: list },
    { name: 'b.csv', content: 'phone,city\n+12015550152,Rome\n' },
  ];
  await fillForm(ada, { 'Or paste recipients': null, [label]: files });
  const { errors } = await ada.submit();
  expect(errors[label]).toContain('“b.csv”: it has no column “first_name”, which “a.csv” has.');
});

test('a person can cancel a reading that takes long, and finds what they typed', async () => {
  await submitSlowly();
  expect(ada.openModal()?.text).toContain('If you close this window, the reading goes on');
  expect(await bench.store.imports.all()).toHaveLength(1);
  await ada.press('Cancel reading');
  const form = await ada.modal('New SMS campaign');
  expect(form.text).toContain('You cancelled the reading, and nothing was saved.');
  expect(form.inputs).toMatchObject({ 'Campaign name': 'Reunion', Message: message });
  expect([await drafts(), await bench.store.imports.all()]).toEqual([[], []]);
});

test('closing the window does not end the reading: a message says when it is done, and opens the preview', async () => {
  await submitSlowly();
  await ada.dismiss();
  const done = await told('Your list of 2 people is read, and the draft is saved.');
  await ada.pressIn(done, 'Open');
  expect((await ada.modal('Check your campaign')).text).toContain('2 people');
  expect(await bench.store.imports.all()).toEqual([]);
});
