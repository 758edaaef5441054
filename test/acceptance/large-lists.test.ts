import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Person } from '../../playground/slack/people/person.ts';
import { workbookOf } from '../support/files/workbook-of.ts';
import { zipOf } from '../support/files/zip-of.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let ada: Person;
beforeEach(async () => {
  world = await startWorld();
  ada = world.slack.as('ada');
});
afterEach(() => world.close());

const label = 'Recipients (CSV file)';
const phone = (no: number) => `+1201555${String(100 + no).padStart(4, '0')}`;
const listOf = (from: number, count: number) =>
  ['phone,first_name', ...Array.from({ length: count }, (_, no) => `${phone(from + no)},Person ${from + no}`)].join(
    '\n',
  );
const told = (words: string) =>
  world.slack.until(() => ada.dms().find(({ text }) => text.includes(words)), { what: words });

async function fillIn(values: Parameters<Person['fill']>[0] = {}): Promise<void> {
  await ada.modal('New SMS campaign');
  await ada.fill({
    'Campaign name': 'Spring survey',
    Message: 'Hi {{first_name}}, how was your visit? Reply STOP to opt out.',
    'Sending hours': 'any time',
    ...values,
  });
}

test('a list in ten pieces, packed and not, is one list', async () => {
  await ada.command('/sms-campaign');
  const workbook = [['Phone', 'First name'], ...[8, 9, 10].map((no) => [Number(phone(no)), `Person ${no}`])];
  await fillIn({
    [label]: [
      { name: 'a.csv', content: listOf(0, 3) },
      { name: 'b.csv.gz', content: gzipSync(listOf(3, 3)) },
      {
        name: 'c.zip',
        content: zipOf([
          { name: 'one.csv', content: listOf(5, 2) },
          { name: 'two.csv', content: listOf(7, 1) },
        ]),
      },
      { name: 'd.xlsx', content: workbookOf([{ name: 'People', rows: workbook }]) },
    ],
  });
  await ada.submit();
  const preview = await ada.modal('Check your campaign');
  expect(preview.text).toMatch(/^Who gets it: 11 people of 12 entries$/m);
  await told('1 line of your list was left out');
});

test('a file of the wrong kind, or one too many, cannot even be chosen', async () => {
  await ada.command('/sms-campaign');
  await ada.modal('New SMS campaign');
  const choose = (files: { name: string; content: string }[]) => ada.fill({ [label]: files });
  await expect(choose([{ name: 'a.pdf', content: 'x' }])).rejects.toThrow('only csv, txt, tsv, gz, zip, xlsx files');
  const files = Array.from({ length: 11 }, (_, no) => ({ name: `${no}.csv`, content: listOf(no, 1) }));
  await expect(choose(files)).rejects.toThrow('Only 10');
  await expect(choose([{ name: 'a.csv', content: 'x'.repeat(10 * 1024 * 1024 + 1) }])).rejects.toThrow('10 MB');
});

test('a file larger than the form takes is read where somebody shared it', async () => {
  const notes = Array.from({ length: 20 }, (_, no) => `note ${no}`);
  const said = notes.map(() => 'x'.repeat(950)).join(',');
  const rows = Array.from({ length: 600 }, (_, no) => `+1201${2_000_000 + no},Person ${no},${said}`);
  const content = [`phone,first_name,${notes}`, ...rows].join('\n');
  expect(content.length).toBeGreaterThan(10 * 1024 * 1024);
  const shared = await world.slack.as('ben').say('sms', 'Our guests', { file: { name: 'guests.csv', content } });
  await ada.messageShortcut(shared, 'text_these_people');
  await fillIn();
  await ada.submit();
  expect((await ada.modal('Check your campaign')).text).toContain('600 people');
});

test('a list whose reading a restart breaks off is read again, and its author is told', async () => {
  await ada.command('/sms-campaign');
  await fillIn({ [label]: { name: 'people.csv.gz', content: gzipSync(listOf(0, 500)) } });
  world.slack.trouble({ method: 'files-pri', kind: 'slow', delayMs: 4_000 });
  await ada.submit();
  await ada.modal('Reading your list…');
  await world.restart();
  const done = await told('Your list of 500 people is read, and the draft is saved.');
  await ada.pressIn(done, 'Open');
  expect((await ada.modal('Check your campaign')).text).toContain('Hi Person 0, how was your visit?');
});
