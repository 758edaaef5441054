import { expect, test } from 'vitest';
import type { Person } from '../../../playground/slack/people/person.ts';
import { message } from '../campaigns.ts';
import { type Bench, benchForEach } from '../slack-bench.ts';

let bench: Bench;
let ada: Person;
let ben: Person;
benchForEach((fresh) => {
  bench = fresh;
  [ada, ben] = [fresh.slack.as('ada'), fresh.slack.as('ben')];
});

const numbersOf = async () => {
  const [draft] = await bench.services.campaigns.list();
  const people = await bench.store.recipients.page(draft!.id, { from: 0, limit: 10 });
  return people.map(({ number }) => number);
};

async function previews(): Promise<void> {
  await ada.fill({ 'Campaign name': 'Reunion', Message: message });
  await ada.submit();
  await ada.modal('Check your campaign');
}

test('the text of a message becomes the pasted list of a new form, in its channel', async () => {
  const list = await ben.say('sms', 'Ida <tel:+12015550150|+1 201 555 0150>\nJon <tel:+12015550151|+1 201 555 0151>');
  await ada.messageShortcut(list, 'text_these_people');
  const form = await ada.modal('New SMS campaign');
  expect(form.inputs['Or paste recipients']).toBe('Ida +1 201 555 0150\nJon +1 201 555 0151');
  await previews();
  expect(await numbersOf()).toEqual(['+12015550150', '+12015550151']);
});

test('the first list among its files is read when the form is submitted', async () => {
  const file = { name: 'guests.csv', content: 'phone,first_name\n+12015550150,Ida\n+12015550151,Jon' };
  const list = await ben.say('sms', 'Our guests, call +12015550199', { file });
  await ada.messageShortcut(list, 'text_these_people');
  expect((await ada.modal('New SMS campaign')).text).toContain('read guests.csv');
  await ada.press('More settings');
  await ada.modal('More settings');
  await ada.submit();
  expect((await ada.modal('New SMS campaign')).text).toContain('read guests.csv');
  await previews();
  expect(await numbersOf()).toEqual(['+12015550150', '+12015550151']);
});

test('a message without a list, or with more than fits, says so in a window', async () => {
  await ada.messageShortcut(await ben.say('sms', '', { file: { name: 'a.png', content: 'x' } }), 'text_these_people');
  expect((await ada.modal('Nothing was changed')).text).toContain('no text and no CSV file');
  await ada.close();
  await ada.messageShortcut(await ben.say('sms', '+12015550150\n'.repeat(300)), 'text_these_people');
  expect((await ada.modal('Nothing was changed')).text).toContain('Save its list as a CSV file');
  const codes = bench.log.flatMap(({ fields }) => ('code' in fields ? [fields.code] : []));
  expect(codes).toEqual(['no_list_there', 'long_list_there']);
});
