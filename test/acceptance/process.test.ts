import { expect, onTestFinished, test } from 'vitest';
import { aPlace } from '../support/place.ts';
import { startProgram } from '../support/program.ts';
import { approveCampaign } from '../support/story.ts';
import { connect } from '../support/world.ts';

test('wrong settings are all named with their fixes, and the program ends with 2', async () => {
  const program = startProgram({ SLACK_BOT_TOKEN: 'xoxp-canary-4711', PORT: 'many', SMS_SENDERS: '' });
  const { code, errors } = await program.ended;

  expect(code).toBe(2);
  for (const name of [
    'SLACK_BOT_TOKEN',
    'SLACK_APP_TOKEN',
    'VONAGE_API_KEY',
    'VONAGE_API_SECRET',
    'SMS_SENDERS',
    'PORT',
  ]) {
    expect(errors).toContain(`  - ${name}: `);
  }
  expect(errors).not.toContain('canary');
});

test('a second process on the same folder is refused and named', async () => {
  const { environment } = await aPlace();
  const first = startProgram(environment);
  onTestFinished(() => first.kill('SIGKILL'));
  await first.url;
  const { code, errors } = await startProgram(environment).ended;
  expect(code).toBe(1);
  expect(errors).toContain(String(first.pid));
});

test('killed in the middle of a batch and started again, it texts nobody twice and names whoever is in doubt', async () => {
  const { slack, vonage, environment } = await aPlace();
  // Answers take longer than the kill, so that some are on their way whatever else this machine does.
  vonage.answer({ answer: { kind: 'accept', afterMs: 8_000, delivery: { outcome: 'delivered' } } });

  const first = startProgram({ ...environment, SMS_SENDERS: '12015550123:40/s' });
  await connect({ slack, vonage }, await first.url, 'socket');
  // Without receipts nothing heals the doubt before it is shown.
  vonage.configure({ statusUrl: undefined });
  await approveCampaign(slack, { recipients: 40, batchSize: 20, every: '1s' });
  await vonage.until(() => vonage.accepted.length >= 10, { timeoutMs: 20_000 });
  first.kill('SIGKILL');
  await first.ended;
  vonage.clearAnswers();

  const second = startProgram({ ...environment, SMS_SENDERS: '12015550123:40/s' });
  onTestFinished(() => second.kill('SIGKILL'));
  const thread = () =>
    slack
      .channel('sms')
      .messages()
      .flatMap((message) => message.thread);
  await second.url;
  const named = await slack.until(
    () => thread().find(({ text }) => /unconfirmed|may or may not|not known/i.test(text)),
    {
      timeoutMs: 20_000,
    },
  );
  expect(named.text).toMatch(/•••• 01\d\d/);

  await vonage.until(() => vonage.accepted.length >= 30, { timeoutMs: 20_000 });
  second.kill('SIGTERM');
  expect((await second.ended).code).toBe(0);
  const texted = vonage.accepted.map(({ to }) => to);
  expect(new Set(texted).size).toBe(texted.length);
});
