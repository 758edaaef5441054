import { expect, test } from 'vitest';
import type { Member } from '../../../src/domain/campaign/permissions.ts';
import type { PhoneNumber, UserId } from '../../../src/domain/ids.ts';
import type { People } from '../../../src/ports/world.ts';
import { createReminders } from '../../../src/services/nudging/reminders.ts';
import { createReports } from '../../../src/services/reports/reports.ts';
import { agent, aPerson, approver, author } from '../../support/builders.ts';
import { nudging, owedOf, postAll } from '../../support/nudging.ts';
import { aBench, type Bench } from '../../support/services.ts';
import { phoneOf } from '../../support/story.ts';

/** It is 8 in London, and everybody works there; `is` changes that. */
async function aMorning() {
  const is: Partial<Member> = {};
  const find = async (id: UserId) => aPerson({ id, zone: 'Europe/London', ...is });
  const people: People = { find, findNow: find, findNowOrLately: find };
  const bench = await aBench({ people, start: '2026-03-02T08:00:00.000Z' });
  return { bench, is, people, ...createReminders(bench.deps), ...nudging(bench) };
}

/** Somebody has written, and the agent was given it. */
async function aReplyFor(bench: Bench, member: UserId) {
  const campaign = await bench.approved({ size: 2 });
  await bench.run(5);
  await bench.hear('When?', phoneOf(1) as PhoneNumber);
  const said = (await bench.store.conversations.find(campaign.id, phoneOf(1) as PhoneNumber))!;
  const at = bench.clock.now().toISOString();
  await bench.store.conversations.save({ ...said, owner: { member, at, from: author } });
  await postAll(bench);
  return { campaign, said };
}

test('a member is told at the time of their choice, of their own replies and approvals only, once a day', async () => {
  const { bench, live, setReminder } = await aMorning();
  const { campaign } = await aReplyFor(bench, agent);
  const waiting = await bench.submitted();
  await setReminder('09:00', agent);
  await setReminder('09:00', author);
  await live(58);
  expect(await owedOf(bench, 'digest')).toEqual([]);
  await live(5);
  // The author wrote what waits for approval, and has no reply.
  expect(await owedOf(bench, 'digest')).toMatchObject([{ to: agent, approvals: [waiting.id], replies: [campaign.id] }]);
  await postAll(bench);
  await live(60);
  expect(await owedOf(bench, 'digest')).toEqual([]);
  await live(23 * 60);
  expect(await owedOf(bench, 'digest')).toMatchObject([{ to: agent }]);
});

test('nobody is told who did not ask, or has ended it', async () => {
  const { bench, live, setReminder, reminderOf } = await aMorning();
  await aReplyFor(bench, agent);
  await setReminder('09:00', agent);
  expect(await reminderOf(agent)).toMatchObject({ time: '09:00', zone: 'Europe/London' });
  await setReminder(null, agent);
  expect(await reminderOf(agent)).toBeUndefined();
  await live(120);
  expect(await owedOf(bench, 'digest')).toEqual([]);
});

test('whoever moves is told by their new clock', async () => {
  const { bench, is, live, setReminder } = await aMorning();
  await aReplyFor(bench, agent);
  await setReminder('09:00', agent);
  is.zone = 'America/New_York';
  await live(65);
  expect(await owedOf(bench, 'digest')).toEqual([]);
  await live(5 * 60);
  expect(await owedOf(bench, 'digest')).toHaveLength(1);
});

test('whoever has left is told nothing more', async () => {
  const { bench, is, live, setReminder } = await aMorning();
  await aReplyFor(bench, agent);
  await setReminder('09:00', agent);
  is.isDeactivated = true;
  await live(65);
  expect(await bench.store.reminders.all()).toEqual([]);
  expect(await owedOf(bench, 'digest')).toEqual([]);
});

test('a silent chat is asked again, and nobody is told in the evening', async () => {
  const { bench, people, live, setReminder } = await aMorning();
  await aReplyFor(bench, agent);
  await setReminder('09:00', agent);
  const { find } = people;
  people.find = () => new Promise(() => {});
  await live(70);
  expect(await owedOf(bench, 'digest')).toEqual([]);
  people.find = find;
  await live(2);
  expect(await owedOf(bench, 'digest')).toHaveLength(1);
});

test('what was done before the post is made is not told any more', async () => {
  const { bench } = await aMorning();
  const { campaign, said } = await aReplyFor(bench, agent);
  const waiting = await bench.submitted();
  const reports = createReports(bench.deps);
  const of = { approvals: [waiting.id], replies: [campaign.id] };
  expect(await reports.waitingFor(agent, of)).toMatchObject({
    approvals: [{ id: waiting.id }],
    replies: [{ replies: 1 }],
  });
  expect((await reports.waitingFor(approver, of)).replies).toEqual([]);
  await bench.inbox.handle(said.id, agent);
  await bench.campaigns.cancel(waiting.id, author);
  expect(await reports.waitingFor(agent, of)).toEqual({ approvals: [], replies: [] });
});
