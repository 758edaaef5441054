import { describe, expect, test } from 'vitest';
import type { Person } from '../../../playground/slack/people/person.ts';
import { fillForm, message, openPreview, pasted } from '../campaigns.ts';
import { type Bench, benchForEach } from '../slack-bench.ts';

let bench: Bench;
let ada: Person;
benchForEach((fresh) => {
  bench = fresh;
  ada = fresh.slack.as('ada');
});

describe('the campaign form', () => {
  test('names every wrong field at once, the list too', async () => {
    await fillForm(ada, { Every: 'sometimes', 'Sending hours': 'never', 'Or paste recipients': null });
    const { result, errors } = await ada.submit();
    expect(result).toBe('errors');
    expect(Object.keys(errors).sort()).toEqual(['Every', 'Recipients (CSV file)', 'Sending hours']);
    expect(errors['Recipients (CSV file)']).toBe('Choose a CSV file, or paste the recipients below.');
  });

  test('asks what a bare number in Every counts', async () => {
    await fillForm(ada, { Every: '5' });
    expect((await ada.submit()).errors).toEqual({ Every: '5 what? Write 5m or 5s.' });
  });

  test('takes a file or pasted recipients, not both', async () => {
    await fillForm(ada, { 'Recipients (CSV file)': { name: 'people.csv', content: 'phone\n+12015550150\n' } });
    const { errors } = await ada.submit();
    expect(errors).toEqual({
      'Or paste recipients': 'You gave a file and pasted recipients as well. Remove one of the two.',
    });
  });

  test('says at the list’s field what is wrong with the list, and loses neither what was typed nor the file', async () => {
    await fillForm(ada, {
      'Or paste recipients': null,
      'Recipients (CSV file)': { name: 'people.csv', content: 'nobody\n' },
    });
    const { result, errors } = await ada.submit();
    expect(result).toBe('errors');
    expect(errors['Recipients (CSV file)']).toContain('has a phone number that can get texts');
    await ada.fill({ 'Recipients (CSV file)': null, 'Or paste recipients': 'nobody at all' });
    const pasted = await ada.submit();
    expect(pasted.errors['Or paste recipients']).toContain('has a phone number that can get texts');
    expect(await bench.services.campaigns.list()).toEqual([]);
    expect(ada.openModal()?.inputs['Campaign name']).toBe('Reunion');
  });

  test('comes back with the problem and everything typed when a list that took long is no good', async () => {
    await fillForm(ada, {
      'Or paste recipients': null,
      'Recipients (CSV file)': { name: 'people.csv', content: 'nobody\nnothing\n' },
      Every: '90s',
    });
    bench.slack.trouble({ method: 'files-pri', kind: 'slow', delayMs: 1_800 });
    expect(await ada.submit()).toMatchObject({ result: 'updated' });
    expect(ada.openModal()?.title).toBe('Reading your list…');
    const form = await ada.modal('New SMS campaign');
    expect(form.text).toContain('Nothing is saved yet: see above “Recipients (CSV file)”.');
    expect(form.text).toContain('Only files have to be chosen again.');
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
    await fillForm(ada, {
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
    await fillForm(ada);
    const twice = await Promise.all([ada.submit(), ada.submit()]);
    expect(twice.map(({ result }) => result)).toEqual(['updated', 'updated']);
    await ada.modal('Check your campaign');
    expect(await bench.services.campaigns.list()).toHaveLength(1);
  });

  test('opens again from the preview, keeps the list, and changes the same campaign', async () => {
    await openPreview(ada);
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
    await openPreview(ada);
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
      return modal?.text.includes('Tested: by') ? modal : undefined;
    });
    expect(preview.text).not.toContain('Tested: no');
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
    await openPreview(ada);
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
