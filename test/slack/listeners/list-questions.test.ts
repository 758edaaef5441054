import { describe, expect, test } from 'vitest';
import type { Person } from '../../../playground/slack/people/person.ts';
import type { UserId } from '../../../src/domain/ids.ts';
import { openPreview, reviewCard } from '../campaigns.ts';
import { type Bench, benchForEach } from '../slack-bench.ts';

let bench: Bench;
let ada: Person;
benchForEach((fresh) => {
  bench = fresh;
  ada = fresh.slack.as('ada');
});

async function preview(content: string, message = 'Hi {{first_name|there}}! Reply STOP to opt out.') {
  const file = { name: 'people.csv', content };
  return openPreview(ada, { Message: message, 'Or paste recipients': null, 'Recipients (CSV file)': file });
}

/** The window that shows these words, once it does. */
const showing = (words: string) =>
  bench.slack.until(() => {
    const modal = ada.openModal();
    return modal?.text.includes(words) ? modal : undefined;
  });

const stored = async () => (await bench.services.campaigns.list())[0]!;

describe('what is in doubt about a list is asked in the preview', () => {
  test('the column: nobody can be asked to approve it before one is chosen, and then its people are shown', async () => {
    const asked = await preview('first_name,Phone,Telephone\nAda,2015550101,2015550111\nBob,2015550102,2015550112\n');
    expect(asked.text).toContain('2 entries of 2 wait for your answer; nobody gets it before that');
    const { errors } = await ada.submit();
    expect(Object.keys(errors)).toEqual(['Numbers come from']);
    const { id } = await stored();
    const { contentHash } = await bench.services.campaigns.preview(id);
    await expect(bench.services.campaigns.submit(id, { by: ada.id as UserId, contentHash })).rejects.toThrow(
      'Choose the column that the numbers come from.',
    );

    await ada.fill({ 'Numbers come from': 'Telephone' });
    const answered = await showing('Who gets it: 2 people');
    expect(answered.text).toContain('Numbers come from Telephone.');
    expect(answered.inputs['Numbers come from']).toBe('Telephone');
    expect((await stored()).list.size).toBe(2);
    expect(await ada.submit()).toMatchObject({ result: 'updated' });
    await ada.modal('Submitted');
    expect((await stored()).status).toBe('pending_approval');
  });

  test('the country of numbers that are none here', async () => {
    await preview('first_name;Handy\nAda;0152 54599371\nBob;0152 28817386\nCy;0160 5550123\n');
    await ada.fill({ 'Country of the numbers': 'Germany' });
    const answered = await showing('Country: Germany.');
    expect(answered.text).toContain('Who gets it: 3 people, nobody is left out');
  });

  test('people whom the list marks as unsubscribed are left out unless the author decides, and the approver sees it', async () => {
    const asked = await preview('first_name,Mobile,Unsubscribed\nAda,2015550101,yes\nBob,2015550102,no\n');
    expect(asked.text).toContain('Left out: 1 marked as unsubscribed on the list');
    expect(asked.inputs['People marked as unsubscribed']).toBe('Leave them out');
    await ada.fill({ 'People marked as unsubscribed': 'Text them all the same' });
    await showing('Who gets it: 2 people');
    await ada.submit();
    await ada.modal('Submitted');

    const ben = bench.slack.as('ben');
    await ben.pressIn(await reviewCard(bench.slack), 'Review');
    const review = await ben.modal('Review campaign');
    expect(review.text).toContain(
      '1 person whom the list marks as unsubscribed (“Unsubscribed”) gets it all the same: the author chose so.',
    );
  });

  test('a guess can be changed, and what was chosen last is what is shown before it is submitted', async () => {
    const guessed = await preview('first_name,Phone,Mobile\nAda,2015550101,2015550121\n');
    expect(guessed.inputs['Numbers come from']).toBe('Mobile');
    await ada.fill({ 'Numbers come from': 'Phone' });
    const changed = await showing('Numbers come from Phone.');
    expect(changed.inputs['Numbers come from']).toBe('Phone');
    const [only] = await bench.store.recipients.page((await stored()).id, { from: 0, limit: 5 });
    expect(only?.number).toBe('+12015550101');
  });

  test('a file that is gone from Slack is said, and the draft stays', async () => {
    await preview('first_name,Phone,Telephone\nAda,2015550101,2015550111\n');
    for (const file of bench.slack.state.files.keys()) bench.slack.state.files.delete(file);
    await ada.fill({ 'Numbers come from': 'Phone' });
    const notice = await showing('not in Slack any more');
    expect(notice.text).toContain('Press Edit and upload it again.');
    expect((await stored()).status).toBe('draft');
  });
});
