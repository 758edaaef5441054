import { describe, expect, test } from 'vitest';
import type { Person } from '../../../playground/slack/people/person.ts';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import { UserId } from '../../../src/domain/ids.ts';
import { message, openPreview, reviewCard, submit } from '../campaigns.ts';
import { type Bench, benchForEach } from '../slack-bench.ts';

let bench: Bench;
let ada: Person;
benchForEach((fresh) => {
  bench = fresh;
  ada = fresh.slack.as('ada');
});

/** The review card of a campaign that is filled in and submitted. */
async function submitted() {
  await openPreview(ada);
  await ada.submit();
  return reviewCard(bench.slack);
}

/** So that others may work on it. */
async function sentBackOnce(draft: Campaign): Promise<void> {
  await submit(bench, draft);
  await bench.services.campaigns.sendBack(draft.id, { by: UserId.parse('U0CLEO'), reason: 'The date' });
}

describe('two people at one draft', () => {
  test('the later edit is refused, comes back as it was typed, and can be put in place knowingly', async () => {
    const ben = bench.slack.as('ben');
    await openPreview(ada);
    const [draft] = await bench.services.campaigns.list();
    await sentBackOnce(draft!);
    await ben.command('/sms-campaign', `status ${draft?.id}`);
    await ben.modal('Check your campaign');
    await ben.press('Edit');
    await ben.modal('Edit SMS campaign');
    await ada.press('Edit');
    await ada.modal('Edit SMS campaign');
    await ben.fill({ 'Or paste recipients': '+12015550177' });
    await ben.submit();
    await ben.modal('Check your campaign');

    await ada.fill({ Message: 'Come all! Reply STOP to opt out.' });
    expect(await ada.submit()).toMatchObject({ result: 'updated' });
    const again = await ada.modal('Edit SMS campaign');
    expect(again.text).toContain('Ben changed this campaign after you opened it, so nothing of yours was saved.');
    expect(again.text).toContain('keep the list of 1 person');
    expect(again.inputs.Message).toBe('Come all! Reply STOP to opt out.');
    expect((await bench.services.campaigns.list())[0]).toMatchObject({ template: message, list: { size: 1 } });

    await ada.submit();
    expect((await ada.modal('Check your campaign')).text).toContain('Come all!');
  });

  test('an approved campaign is not opened for editing, and the words say what can be done', async () => {
    const ben = bench.slack.as('ben');
    const card = await submitted();
    await ada.dismiss();
    await ada.pressIn(card, 'Review');
    await ada.modal('Your submission');
    await ben.pressIn(card, 'Review');
    await ben.modal('Review campaign');
    await ben.fill({ 'Nobody said how these people agreed': true });
    await ben.submit();
    await ada.press('Edit');
    expect((await ada.modal('Nothing was changed')).text).toContain('copy its message, cancel it and write a new one');
  });

  test('who wrote it takes a submission back by editing it', async () => {
    const card = await submitted();
    await ada.dismiss();
    await ada.pressIn(card, 'Review');
    expect((await ada.modal('Your submission')).text).toContain('To withdraw it, press Edit and then Preview');
    await ada.press('Edit');
    await ada.modal('Edit SMS campaign');
    await ada.submit();
    await ada.modal('Check your campaign');
    expect((await bench.services.campaigns.list())[0]?.status).toBe('draft');
  });
});

describe('the review', () => {
  test('is sent back with a reason, edited, and submitted once more', async () => {
    const ben = bench.slack.as('ben');
    const sms = bench.slack.channel('sms');
    const card = await submitted();

    await ben.pressIn(card, 'Review');
    await ben.modal('Review campaign');
    await ben.press('Send back');
    await ben.modal('Send back');
    await ben.fill({ 'What has to change?': 'The date is wrong' });
    expect(await ben.submit()).toMatchObject({ result: 'cleared' });
    expect(ben.openModal()).toBeUndefined();

    const sentBack = await bench.slack.until(() =>
      sms.messages().find(({ ts, buttons }) => ts === card.ts && buttons.includes('Edit')),
    );
    expect(sentBack.text).toContain('The date is wrong');
    await bench.slack.until(() => ada.dms().find(({ text }) => text.includes('The date is wrong')));
    await ada.dismiss();
    await ada.pressIn(sentBack, 'Edit');
    await ada.modal('Edit SMS campaign');
    await ada.submit();
    await ada.modal('Check your campaign');
    await ada.submit();
    await bench.slack.until(() =>
      sms.messages().find(({ ts, buttons }) => ts !== card.ts && buttons.includes('Review')),
    );
  });
});
