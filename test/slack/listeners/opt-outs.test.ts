import { describe, expect, test } from 'vitest';
import type { Person } from '../../../playground/slack/people/person.ts';
import { type Bench, benchForEach } from '../slack-bench.ts';

let bench: Bench;
let ada: Person;
benchForEach((fresh) => {
  bench = fresh;
  ada = fresh.slack.as('ada');
});

const label = 'Opt-outs (CSV files)';

async function importFile(content: string): Promise<void> {
  await ada.command('/sms-campaign', 'optout import');
  await ada.modal('Import opt-outs');
  await ada.fill({ [label]: { name: 'stops.csv', content } });
}

const told = (part: string) =>
  bench.slack.until(() => ada.dms().find(({ text }) => text.includes(part)), { what: part });

const theFile = () => bench.slack.until(() => ada.dms().flatMap(({ files }) => files)[0]);

describe('/sms-campaign optout import', () => {
  test('tells in the window and as a direct message what it came to, with the lines not understood as a file', async () => {
    await importFile('number,date,source\n+12015550150,2026-10-05,36105\nnobody,,\n');
    expect(await ada.submit()).toMatchObject({ result: 'updated' });
    expect(ada.openModal()?.text).toContain('1 number opted out. It is not texted any more.');
    await told('1 line could not be understood');
    expect((await theFile()).content).toContain('stops.csv,3,nobody,this is not a phone number');
    const before = ada.ephemerals().length;
    await ada.command('/sms-campaign', 'optout check +12015550150');
    const { text } = await bench.slack.until(() => ada.ephemerals()[before]);
    expect(text).toContain('because it stood in stops.csv (36105), which somebody imported');
  });

  test('says under the field what is wrong with the file', async () => {
    await importFile('name\nAda\n');
    const { errors } = await ada.submit();
    expect(errors[label]).toContain('No column of the file has phone numbers');
  });

  test('goes on when the window is closed', async () => {
    await importFile('+12015550150\n+12015550151\n');
    bench.slack.trouble({ method: 'files-pri', kind: 'slow', delayMs: 1_800 });
    expect(await ada.submit()).toMatchObject({ result: 'updated' });
    expect(ada.openModal()?.text).toContain('You can close this window');
    await ada.dismiss();
    await told('2 numbers opted out. They are not texted any more.');
  });

  test('says by direct message what was wrong with a file that took long', async () => {
    await importFile('name\nAda\n');
    bench.slack.trouble({ method: 'files-pri', kind: 'slow', delayMs: 1_800 });
    await ada.submit();
    await told('No column of the file has phone numbers');
  });
});

test('/sms-campaign optout add keeps what was said, and check shows it', async () => {
  const answerTo = async (text: string) => {
    const before = ada.ephemerals().length;
    await ada.command('/sms-campaign', text);
    return (await bench.slack.until(() => ada.ephemerals()[before])).text;
  };
  expect(await answerTo('optout add +1 201 555 0150 rang & said <no>')).toContain('What you heard is kept with it.');
  const check = await answerTo('optout check +1 201 555 0150');
  expect(check).toContain('noted at');
  expect(check).toMatch(/“rang .* said .*no.*”/);
});

test('/sms-campaign optout export sends an admin the file', async () => {
  await ada.command('/sms-campaign', 'optout add +12015550150');
  await ada.command('/sms-campaign', 'optout export');
  await told('1 number that Trickle does not text');
  const { content } = await theFile();
  expect(content).toContain('number,kind,date,source,words');
  expect(content).toContain('+12015550150,opted_out,');
});
