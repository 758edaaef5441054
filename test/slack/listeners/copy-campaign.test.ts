import { expect, test } from 'vitest';
import type { Person } from '../../../playground/slack/people/person.ts';
import { nothingForeseen } from '../../../src/domain/answering/answering.ts';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import { UserId } from '../../../src/domain/ids.ts';
import { approve, draftBy, message, submit } from '../campaigns.ts';
import { type Bench, benchForEach } from '../slack-bench.ts';

let bench: Bench;
let cleo: Person;
benchForEach((fresh) => {
  bench = fresh;
  cleo = fresh.slack.as('cleo');
});

const [adaId, benId] = ['U0ADA', 'U0BEN'].map((id) => UserId.parse(id)) as [UserId, UserId];
const answering = { ...nothingForeseen, outcomes: ['Call back'] };

/** Ada's campaign is over: of its three people, one answered. */
async function whatIsOver(): Promise<Campaign> {
  const list = 'phone,first_name\n+12015550150,Ida\n+12015550151,Jon\n+12015550152,Kim';
  const form = { name: 'Reunion', message: `Hi {{first_name}}! ${message}`, hours: 'any time', batchSize: '20' };
  const draft = await draftBy(bench, adaId, form, list);
  await bench.store.campaigns.save({ ...draft, answering });
  const { id } = await approve(bench, await submit(bench, draft), benId);
  const now = new Date();
  const at = now.toISOString();
  const approved = (await bench.store.campaigns.get(id))!;
  if (approved.status !== 'running')
    await bench.store.campaigns.save({ ...approved, status: 'running', startedAt: at });
  for (const claim of await bench.store.recipients.claim(id, { no: 1, startedAt: at, size: 20 }, 3, now)) {
    await bench.store.recipients.record(claim, { to: 'submitted', messageId: `m${claim.no}` }, now);
  }
  await bench.text('+12015550150', 'Where is it?');
  const running = (await bench.store.campaigns.get(id))!;
  await bench.store.campaigns.save({ ...running, status: 'completed', settlingSince: at, endedAt: at });
  return (await bench.store.campaigns.get(id))!;
}

const campaignMessage = () =>
  bench.slack.until(() =>
    bench.slack
      .channel('sms')
      .messages()
      .find(({ buttons }) => buttons.includes('Follow up')),
  );

const peopleOf = async (name: string) => {
  const { id, createdBy } = (await bench.services.campaigns.list()).find((one) => one.name === name)!;
  const people = await bench.store.recipients.page(id, { from: 0, limit: 10 });
  return { createdBy, people: people.map(({ number, values }) => [number, ...values].join(' ')) };
};

test('Copy opens the form filled in, and its preview is a draft of the copier with the same list', async () => {
  await whatIsOver();
  await cleo.pressIn(await campaignMessage(), 'Copy');
  const form = await cleo.modal('New SMS campaign');
  expect(form.inputs).toMatchObject({
    'Campaign name': 'Reunion (copy)',
    Message: `Hi {{first_name}}! ${message}`,
    'Batch size': '20',
  });
  expect(form.text).toContain('keep the list of 3 people');
  expect(form.text).toContain('1 outcome');
  await cleo.fill({ Message: 'Hi {{nickname}}!' });
  expect(await cleo.submit()).toMatchObject({ errors: { Message: expect.stringContaining('nickname') } });
  await cleo.fill({ Message: 'Hi {{first_name}}, see you! Reply STOP to opt out.' });
  await cleo.submit();
  expect((await cleo.modal('Check your campaign')).text).toContain('Hi Ida, see you!');
  expect(await peopleOf('Reunion (copy)')).toEqual({
    createdBy: 'U0CLEO',
    people: ['+12015550150 Ida', '+12015550151 Jon', '+12015550152 Kim'],
  });
});

test('a list that is given takes the place of the copied one', async () => {
  await whatIsOver();
  await cleo.pressIn(await campaignMessage(), 'Copy');
  await cleo.modal('New SMS campaign');
  await cleo.fill({ Message: message, 'Or paste recipients': '+12015550188' });
  await cleo.submit();
  await cleo.modal('Check your campaign');
  expect((await peopleOf('Reunion (copy)')).people).toEqual(['+12015550188']);
});

test('More settings leaves the copied list as it is', async () => {
  await whatIsOver();
  await cleo.pressIn(await campaignMessage(), 'Copy');
  await cleo.modal('New SMS campaign');
  await cleo.press('More settings');
  await cleo.modal('More settings');
  await cleo.fill({ Outcomes: 'Moved away' });
  await cleo.submit();
  expect((await cleo.modal('New SMS campaign')).text).toContain('keep the list of 3 people');
  await cleo.submit();
  await cleo.modal('Check your campaign');
  expect((await peopleOf('Reunion (copy)')).people).toHaveLength(3);
});

test('Follow up asks who gets it, and the form has these people and no message', async () => {
  await whatIsOver();
  await cleo.pressIn(await campaignMessage(), 'Follow up');
  await bench.slack.until(() => cleo.openModal()?.submit === 'Continue');
  await cleo.fill({ 'Who gets it': 'No answer (2 people)' });
  await cleo.submit();
  const form = await cleo.modal('New SMS campaign');
  expect(form.inputs).toMatchObject({ 'Campaign name': 'Reunion: follow-up' });
  expect(form.inputs.Message ?? '').toBe('');
  await cleo.fill({ Message: message });
  await cleo.submit();
  await cleo.modal('Check your campaign');
  expect((await peopleOf('Reunion: follow-up')).people).toEqual(['+12015550151 Jon', '+12015550152 Kim']);
});

test('the Home tab copies a draft of one’s own, and follows up what is over', async () => {
  await draftBy(bench, adaId, { name: 'Spring' });
  const ada = bench.slack.as('ada');
  await ada.openHome();
  await bench.slack.until(() => ada.home()?.text.includes('Spring'));
  await ada.pressAtHome('Copy');
  expect((await ada.modal('New SMS campaign')).inputs).toMatchObject({ 'Campaign name': 'Spring (copy)' });
  await whatIsOver();
  await cleo.openHome();
  await bench.slack.until(() => cleo.home()?.text.includes('Completed'));
  await cleo.pressAtHome('Follow up');
  await bench.slack.until(() => cleo.openModal()?.submit === 'Continue');
});
