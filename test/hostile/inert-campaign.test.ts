import { parse } from 'csv-parse/sync';
import { expect, onTestFinished, test } from 'vitest';
import { listenIn, liveData } from '../support/hostile/inert-slack.ts';
import { hostileTexts } from '../support/hostile/strings.ts';
import { phoneOf } from '../support/story.ts';
import { startWorld } from '../support/world.ts';

const named = { people: ['U0ADA', 'U0BEN', 'U0CLEO'], channels: ['C0SMS'] };
const names = hostileTexts.map((text) => text.slice(0, 300));
const badNumbers = [
  '<!channel>',
  '=1+1',
  '+1 201 <@U0GUS>',
  '\u202E12015550100',
  '@SUM(A1)',
  '-1',
  '{{first_name}}',
  '',
];
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const row = (...cells: string[]) => cells.map(quoted).join(',');

/** Everybody's name and city is hostile, so are columns that nobody asked for, and some numbers. */
const csv = [
  row('First name', 'Mobile', '__proto__', 'constructor', '<!here>', '=cmd|x'),
  ...names.map((name, index) => row(name, phoneOf(index + 1), name, name, name, name)),
  ...badNumbers.map((number, index) => row(names[index]!, number, '', '', '', '')),
].join('\n');

test('a campaign made of hostile names, words and numbers is inert from the form to the export', async () => {
  const world = await startWorld();
  onTestFinished(world.close);
  const { slack, vonage, logged } = world;
  const { calls } = listenIn(slack);
  const [ada, ben] = [slack.as('ada'), slack.as('ben')];

  await ada.command('/sms-campaign');
  await slack.until(() => ada.openModal());
  await ada.fill({
    'Campaign name': '<!channel> *bold* <https://evil.example|x> \u202Egnp =1+1 & co',
    'Recipients (CSV file)': { name: '<!channel>\u202E.csv', content: csv },
    Message: 'Hi {{first_name|there}}, <!channel> <@U0GUS> *see* https://evil.example/x & reply STOP to opt out.',
    'Batch size': '100',
    Every: '1s',
    'Sending hours': 'any time',
  });
  await ada.submit();
  await slack.until(() => ada.openModal()?.submit === 'Submit for approval', {
    what: 'the preview',
    timeoutMs: 10_000,
  });
  await ada.submit();

  const messages = () => slack.channel('sms').messages();
  const card = await slack.until(() => messages().find(({ buttons }) => buttons.includes('Review')));
  await ben.pressIn(card, 'Review');
  await slack.until(() => ben.openModal()?.submit === 'Approve');
  await ben.fill({ 'Nobody said how these people agreed': true });
  await ben.submit();
  await vonage.until(() => vonage.accepted.length === names.length, { timeoutMs: 15_000 });
  await ada.command('/sms-campaign', 'list');
  await ada.command('/sms-campaign', 'export <!channel> *bold*');
  await slack.until(() => filesOf('ada').some(({ name }) => !/rejected|left|lines/.test(name)), { timeoutMs: 10_000 });

  expect(liveData(calls, named)).toEqual([]);
  expect(slack.problems).toEqual([]);
  for (const file of slack.state.files.values()) if (file.byBot) expectHarmless(String(file.content));
  expect([...slack.state.files.values()].filter(({ byBot }) => byBot).length).toBeGreaterThanOrEqual(2);

  for (const line of logged) expect(Object.keys(JSON.parse(line)).length).toBeGreaterThan(1);
  expect(logged.join('')).not.toMatch(/evil|channel>|U0GUS|1201555\d{4}/);
  // The texts themselves go out as they were approved, with what stands in the list, and never one read as a placeholder.
  const texted = vonage.accepted.map(({ text }) => text);
  expect(texted).toContain('Hi __proto__, <!channel> <@U0GUS> *see* https://evil.example/x & reply STOP to opt out.');
  expect(texted.some((text) => text.includes('{{constructor}}'))).toBe(true);

  function filesOf(person: string) {
    return slack
      .as(person)
      .dms()
      .flatMap(({ files, thread }) => [...files, ...thread.flatMap((reply) => reply.files)]);
  }
});

/** No cell that a spreadsheet would run, and every line as wide as the first. */
function expectHarmless(content: string): void {
  const rows: string[][] = parse(content, { bom: true });
  for (const cell of rows.flat()) {
    if (!/^\+\d{7,15}$/.test(cell)) expect(cell).not.toMatch(/^\s*[=+\-@\t\r\0＝＋－＠]/);
  }
}
