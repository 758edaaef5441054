import { describe, expect, test } from 'vitest';
import type { Person } from '../../../playground/slack/people/person.ts';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import { UserId } from '../../../src/domain/ids.ts';
import { type Bench, benchForEach } from '../slack-bench.ts';

const message = 'Hi, will you come? Reply STOP to opt out.';
const pasted = '+12015550150\n+12015550151';

let bench: Bench;
let ada: Person;
benchForEach((fresh) => {
  bench = fresh;
  ada = fresh.slack.as('ada');
});

async function fillForm(values: Parameters<Person['fill']>[0] = {}) {
  await ada.command('/sms-campaign');
  await ada.modal('New SMS campaign');
  await ada.fill({ 'Campaign name': 'Reunion', Message: message, 'Or paste recipients': pasted, ...values });
}

/** The review card of a campaign that is filled in and submitted. */
async function submitted() {
  await fillForm();
  await ada.submit();
  await ada.modal('Check your campaign');
  await ada.submit();
  const { messages } = bench.slack.channel('sms');
  return bench.slack.until(() => messages().find(({ buttons }) => buttons.includes('Review')));
}

/** So that others may work on it. */
async function sentBackOnce({ id, createdBy }: Campaign): Promise<void> {
  const { campaigns } = bench.services;
  const { contentHash } = await campaigns.preview(id);
  await campaigns.submit(id, { by: createdBy, contentHash });
  await campaigns.sendBack(id, { by: UserId.parse('U0CLEO'), reason: 'The date' });
}

describe('the campaign form', () => {
  test('names every wrong field at once, the list too', async () => {
    await fillForm({ Every: 'sometimes', 'Sending hours': 'never', 'Or paste recipients': null });
    const { result, errors } = await ada.submit();
    expect(result).toBe('errors');
    expect(Object.keys(errors).sort()).toEqual(['Every', 'Recipients (CSV file)', 'Sending hours']);
    expect(errors['Recipients (CSV file)']).toBe('Choose a CSV file, or paste the recipients below.');
  });

  test('asks what a bare number in Every counts', async () => {
    await fillForm({ Every: '5' });
    expect((await ada.submit()).errors).toEqual({ Every: '5 what? Write 5m or 5s.' });
  });

  test('takes a file or pasted recipients, not both', async () => {
    await fillForm({ 'Recipients (CSV file)': { name: 'people.csv', content: 'phone\n+12015550150\n' } });
    const { errors } = await ada.submit();
    expect(errors).toEqual({
      'Or paste recipients': 'You gave a file and pasted recipients as well. Remove one of the two.',
    });
  });

  test('says at the list’s field what is wrong with the list, and loses neither what was typed nor the file', async () => {
    await fillForm({
      'Or paste recipients': null,
      'Recipients (CSV file)': { name: 'people.csv', content: 'nobody\n' },
    });
    const { result, errors } = await ada.submit();
    expect(result).toBe('errors');
    expect(errors['Recipients (CSV file)']).toContain('has a phone number that can get texts');
    expect(await bench.services.campaigns.list()).toEqual([]);
    expect(ada.openModal()?.inputs['Campaign name']).toBe('Reunion');
  });

  test('comes back with the problem and everything typed when a list that took long is no good', async () => {
    await fillForm({
      'Or paste recipients': null,
      'Recipients (CSV file)': { name: 'people.csv', content: 'nobody\nnothing\n' },
      Every: '90s',
    });
    bench.slack.trouble({ method: 'files-pri', kind: 'slow', delayMs: 1_800 });
    expect(await ada.submit()).toMatchObject({ result: 'updated' });
    expect(ada.openModal()?.title).toBe('Reading your list…');
    const form = await ada.modal('New SMS campaign');
    expect(form.text).toContain('Nothing is saved yet: see above “Recipients (CSV file)”.');
    expect(form.text).toContain('Only the file has to be chosen again.');
    expect(form.text).toContain('has a phone number that can get texts');
    expect(form.inputs).toMatchObject({
      'Campaign name': 'Reunion',
      Message: message,
      Every: '90s',
    });
    expect(await bench.services.campaigns.list()).toEqual([]);

    await ada.fill({ 'Or paste recipients': pasted });
    await ada.submit();
    await ada.modal('Check your campaign');
    expect(await bench.services.campaigns.list()).toHaveLength(1);
  });

  test('says in a direct message where the draft is when its window was closed meanwhile', async () => {
    await fillForm({
      'Or paste recipients': null,
      'Recipients (CSV file)': { name: 'people.csv', content: `phone\n${pasted}\n` },
    });
    bench.slack.trouble({ method: 'files-pri', kind: 'slow', delayMs: 1_800 });
    await ada.submit();
    await ada.dismiss();
    const dm = await bench.slack.until(() => ada.dms()[0]);
    const [draft] = await bench.services.campaigns.list();
    expect(dm.text).toContain(`/sms-campaign status ${draft?.id}`);
    await ada.command('/sms-campaign', `status ${draft?.id}`);
    await ada.modal('Check your campaign');
  });

  test('sent twice by a double click makes one campaign', async () => {
    await fillForm();
    const twice = await Promise.all([ada.submit(), ada.submit()]);
    expect(twice.map(({ result }) => result)).toEqual(['updated', 'updated']);
    await ada.modal('Check your campaign');
    expect(await bench.services.campaigns.list()).toHaveLength(1);
  });

  test('opens again from the preview, keeps the list, and changes the same campaign', async () => {
    await fillForm();
    await ada.submit();
    await ada.modal('Check your campaign');
    await ada.press('Edit');
    const form = await ada.modal('Edit SMS campaign');
    expect(form.inputs).toMatchObject({ 'Campaign name': 'Reunion', Message: message });
    await ada.fill({ 'Campaign name': 'Big reunion' });
    await ada.submit();
    await ada.modal('Check your campaign');
    const campaigns = await bench.services.campaigns.list();
    expect(campaigns.map(({ name, list }) => [name, list.size])).toEqual([['Big reunion', 2]]);
  });

  test('a test message goes to the author’s own phone, which shows a code once', async () => {
    await fillForm();
    await ada.submit();
    await ada.modal('Check your campaign');
    await ada.press('Send test to me');
    await ada.modal('Send a test');
    await ada.fill({ 'Your phone number': 'my phone' });
    expect(await ada.submit()).toMatchObject({ result: 'errors' });
    await ada.fill({ 'Your phone number': '+12015550199' });
    expect(await ada.submit()).toMatchObject({ result: 'updated' });
    expect(bench.sent.map(({ to }) => to)).toEqual(['+12015550199']);

    await ada.fill({ Code: '12' });
    const { errors } = await ada.submit();
    expect(errors).toEqual({ Code: 'This is not the code that was texted. You can try 4 more times.' });
    await ada.fill({ Code: /^\d{6}/.exec(bench.sent[0]!.text)![0] });
    expect(await ada.submit()).toMatchObject({ result: 'updated' });
    expect((await ada.modal('Test sent')).text).toContain('•••• 0199');
    expect(bench.sent.map(({ text }) => text).slice(1)).toEqual([message]);

    await ada.close();
    const preview = await bench.slack.until(() => {
      const modal = ada.openModal();
      return modal?.text.includes('Tested: this version by') ? modal : undefined;
    });
    expect(preview.text).not.toContain('no test was sent');
    await ada.press('Send test to me');
    expect((await ada.modal('Send a test')).inputs).toEqual({ 'Your phone number': '+1 201 555 0199' });
    await Promise.all([ada.submit(), ada.submit()].map((submitted) => submitted.catch(() => undefined)));
    expect(bench.sent).toHaveLength(3);
    await bench.services.receipts.receive({
      ref: bench.sent[1]!.ref,
      messageId: 'message-2',
      status: 'delivered',
      code: null,
      at: new Date().toISOString(),
    });
    await bench.text('+12015550199', 'Looks good');
    await bench.slack.until(() => ada.dms().length === 2);
    expect(ada.dms().map(({ text }) => text)).toEqual([
      'Your test of “Reunion” was delivered.',
      '“Looks good” came back to your test of “Reunion”. Nobody else was told of it.',
    ]);
    expect(bench.slack.channel('sms').messages()).toEqual([]);
  });

  test('submitting twice is one review card, and the second says why not', async () => {
    await fillForm();
    await ada.submit();
    await ada.modal('Check your campaign');
    await Promise.all([ada.submit(), ada.submit()]);
    const sms = bench.slack.channel('sms');
    await bench.slack.until(() => sms.messages().some(({ buttons }) => buttons.includes('Review')));
    await bench.edge.idle();
    expect(sms.messages().filter(({ buttons }) => buttons.includes('Review'))).toHaveLength(1);
  });

  test('is opened from the shortcut as well', async () => {
    expect(await ada.shortcut('new_campaign')).toEqual({ ok: true });
    await ada.modal('New SMS campaign');
  });
});

describe('two people at one draft', () => {
  test('the later edit is refused, comes back as it was typed, and can be put in place knowingly', async () => {
    const ben = bench.slack.as('ben');
    await fillForm();
    await ada.submit();
    await ada.modal('Check your campaign');
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
