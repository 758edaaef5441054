import { afterEach, describe, expect, test } from 'vitest';
import { type LocalSlack, type LocalSlackOptions, startLocalSlack } from '../../../playground/slack/local-slack.ts';
import { type SampleApp, startSampleApp } from './support/sample-app.ts';

let slack: LocalSlack;
let sample: SampleApp;

const options = {
  socket: { postBurst: 2 },
  http: { postBurst: 2, delivery: { kind: 'http', signingSecret: 'shhh' } },
} satisfies Record<string, LocalSlackOptions>;

afterEach(async () => {
  await sample.stop();
  await slack.close();
});

describe.each(['socket', 'http'] as const)('a real Bolt app over %s', (kind) => {
  const start = async () => {
    slack = await startLocalSlack(options[kind]);
    sample = await startSampleApp(slack, kind);
  };

  test('is led from a command through a form, errors, preview and details to an approved card', async () => {
    await start();
    const ada = slack.as('ada');
    const ben = slack.as('ben');

    expect(await ada.command('/sms-campaign')).toEqual({ ok: true });
    const form = await ada.modal('New campaign');
    expect(form.inputs).toEqual({
      'Campaign name': null,
      'Batch size': '50',
      'Recipients (CSV file)': [],
      'Post in channel': 'C0SMS',
    });

    expect(await ada.submit()).toEqual({
      result: 'incomplete',
      errors: { 'Campaign name': 'Please complete this required field.' },
    });
    await ada.fill({ 'Campaign name': 'Fun', 'Batch size': 20, 'Post in channel': '#sms' });
    expect((await ada.submit()).errors).toEqual({ 'Campaign name': 'Use 4 characters or more.' });

    await ada.fill({
      'Campaign name': 'Spring',
      'Recipients (CSV file)': { name: 'people.csv', content: 'phone\n12015550123' },
    });
    await ada.press('Explain');
    await slack.until(() => ada.openModal()?.text.includes('one pause to the next'));
    expect(ada.openModal()?.inputs).toMatchObject({ 'Campaign name': 'Spring', 'Batch size': '20' });

    expect((await ada.submit()).result).toBe('updated');
    expect(sample.downloads).toEqual([{ type: 'text/csv', text: 'phone\n12015550123' }]);
    expect(ada.openModal()).toMatchObject({ title: 'Preview', text: '*Spring* is ready for @Ben\n[Details]' });

    await ada.press('Details');
    await ada.modal('Details');
    await ada.close();
    expect((await ada.submit()).result).toBe('closed');
    expect(ada.openModal()).toBeUndefined();

    const [waiting] = await slack.until(
      () => slack.channel('sms').messages().length === 1 && slack.channel('sms').messages(),
    );
    expect(waiting?.buttons).toEqual(['Approve']);
    await ben.pressIn(waiting!, 'Approve', { confirm: false });
    await ben.pressIn(waiting!, 'Approve');
    await slack.until(() => slack.channel('sms').messages()[0]?.thread.length === 1);

    const [approved] = slack.channel('sms').messages();
    expect(approved).toMatchObject({
      text: '✅ *Spring* approved by @Ben',
      buttons: [],
      edited: true,
      from: 'Trickle',
    });
    expect(approved?.thread[0]?.text).toBe('Approved.');
    expect(slack.problems).toEqual([]);
  });

  test('hears app_home_opened and publishes a Home tab', async () => {
    await start();
    const ada = slack.as('ada');
    await ada.openHome();
    await slack.until(() => ada.home());
    expect(ada.home()?.text).toBe('Your campaigns');
  });

  test('answers a command for the person alone, at once or later', async () => {
    await start();
    const ada = slack.as('ada');
    await ada.command('/sms-campaign', 'help');
    await ada.command('/sms-campaign', 'later');
    await slack.until(() => ada.ephemerals().length === 2);
    expect(ada.ephemerals().map(({ text }) => text)).toEqual(['Try */sms-campaign new*', 'It is done.']);
    expect(slack.as('ben').ephemerals()).toEqual([]);
  });

  test('is told when a person closes the form', async () => {
    await start();
    const ada = slack.as('ada');
    await ada.command('/sms-campaign');
    await ada.modal();
    await ada.close();
    expect(sample.closed).toEqual([{ callbackId: 'form', cleared: false }]);
  });
});
