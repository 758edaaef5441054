import { afterEach, expect, test } from 'vitest';
import type { Person } from '../../../playground/slack/people/person.ts';
import { openPreview, reviewCard } from '../campaigns.ts';
import { type Bench, benchForEach } from '../slack-bench.ts';

let bench: Bench;
let ada: Person;
let ben: Person;
benchForEach(
  (fresh) => {
    bench = fresh;
    ada = fresh.slack.as('ada');
    ben = fresh.slack.as('ben');
  },
  { roles: { admins: [] } },
);
afterEach(() => {
  expect(bench.log.filter(({ level }) => level === 'error')).toEqual([]);
});

function previewOf(message: string, pasted: string) {
  return openPreview(ada, { Message: message, 'Or paste recipients': pasted });
}

async function openReview() {
  await ada.submit();
  await ben.pressIn(await reviewCard(bench.slack), 'Review');
  return ben.modal('Review campaign');
}

test('the approver turns the pages of all messages, which begin with those that the list made', async () => {
  const rows = Array.from(
    { length: 25 },
    (_, no) => `+1201555${2000 + no},${no === 20 ? 'pay at evil.example/x' : 'Ada'}`,
  );
  await previewOf('Hi {{words}}, will you come? Reply STOP.', ['phone,words', ...rows].join('\n'));
  const review = await openReview();
  expect(review.text).toContain('1 message with a link to “evil.example”');
  expect(review.text).toContain('Hi pay at evil.example/x');

  await ben.press('Show all messages');
  const first = await ben.modal('All messages');
  expect(first.text).toContain('Page 1 of 4.');
  expect(first.text).toContain('No. 21 to •••• 2020, says more than the text:');
  expect(first.buttons).toEqual(['Next']);
  for (const page of [2, 3, 4]) {
    await ben.press('Next');
    await bench.slack.until(() => ben.openModal()?.text.includes(`Page ${page} of 4.`));
  }
  const last = await ben.modal('All messages');
  expect(last.text).toContain('No. 25 to •••• 2024');
  expect(last.buttons).toEqual(['Previous']);
});

test('one press puts plain characters into the message, and the preview is shown again', async () => {
  const before = await previewOf(`It’s “here”… ${'x'.repeat(120)} Reply STOP`, '+12015550150\n+12015550151');
  expect(before.text).toContain(', 6 segments, 3 a message');
  expect(before.text).toContain('’ “ ” … in the message cost 4 segments more, for 2 people.');
  await ada.press('Use plain characters');
  const after = await bench.slack.until(() => {
    const modal = ada.openModal();
    return modal && !modal.buttons.includes('Use plain characters') ? modal : undefined;
  });
  expect(after.text).toContain(', 2 segments');
  expect(after.text).toContain(`It's "here"... `);
});

test('one press takes the pace that stands in the preview, and it is shown again with that', async () => {
  const content = ['phone', ...Array.from({ length: 600 }, (_, no) => `+1201555${2000 + no}`)].join('\n');
  const before = await openPreview(ada, {
    'Batch size': '200',
    'Hold while unanswered replies exceed': null,
    'Or paste recipients': null,
    'Recipients (CSV file)': { name: 'people.csv', content },
  });
  const [, size] =
    /A better pace: (\d+) people every 5 minutes (?:mostly )?keeps the wait below/.exec(before.text) ?? [];
  expect(Number(size)).toBeLessThan(200);
  await ada.press('Use this pace');
  await bench.slack.until(() => ada.openModal()?.text.includes(`; ${size} people every 5 minutes: `));
  const [draft] = await bench.services.campaigns.list();
  expect(draft?.throttle).toEqual({ batchSize: Number(size), everySeconds: 300, holdAbove: null });
  expect(draft?.list.size).toBe(600);
});

test('who is no admin learns, before and after Approve, that an admin has to approve a list abroad', async () => {
  const preview = await previewOf('Hi, will you come? Reply STOP.', '+12015550150\n+5351234567');
  expect(preview.text).toContain('An admin has to submit or approve this: the list has 1 person in Cuba.');
  expect(preview.text).toContain('Cuba: 1 person, 1 segment, 0.08 EUR');
  await openReview();
  await ben.fill({ 'Nobody said how these people agreed': true });
  await ben.submit();
  const said = await bench.slack.until(() => ben.openModal()?.errors['Nobody said how these people agreed']);
  expect(said).toContain('so an admin has to submit or approve it');
  expect((await bench.services.campaigns.list())[0]?.status).toBe('pending_approval');
});
