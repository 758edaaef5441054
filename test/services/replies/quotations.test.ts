import { expect, test } from 'vitest';
import type { Conversation } from '../../../src/domain/reply/conversation.ts';
import { createReports } from '../../../src/services/reports/reports.ts';
import { agent, aNumber, sender } from '../../support/builders.ts';
import { depsFor } from '../../support/opt-out-races.ts';
import { aBench, type BenchOptions } from '../../support/services.ts';

const template = 'Hi {{first_name|there}}, will you come on Friday? Reply STOP to opt out.';

/** Somebody who got the message of one campaign, and writes back. */
async function somebodyTexted(settings: BenchOptions['settings'] = {}) {
  const bench = await aBench({ settings });
  const campaign = await bench.approved({ size: 1, template });
  await bench.run(3);
  const [{ to: number, text: message } = { to: aNumber(), text: '' }] = bench.sent;
  let texts = 0;
  const say = async (text: string): Promise<Conversation> => {
    texts += 1;
    const at = bench.clock.now().toISOString();
    await bench.inbox.receive({ id: `said-${texts}`, from: number, to: sender, text, at });
    await bench.run(2);
    return (await bench.store.conversations.find(campaign.id, number))!;
  };
  const reading = ({ messages }: Conversation) => messages.findLast((one) => one.direction === 'in')?.reading;
  const unanswered = () => bench.store.conversations.unanswered(campaign.id);
  return { ...bench, campaign, number, message, say, reading, unanswered };
}

test('whoever likes our message is neither opted out, nor held, nor waiting, and gets no confirmation', async () => {
  const { say, reading, message, number, store, sent, unanswered } = await somebodyTexted({
    optOutConfirmation: 'You get no more texts.',
  });
  for (const text of [`Liked “${message}”`, `\u200b👍\u200b to “\u200b${message}\u200b”`, `Umependa «${message}»`]) {
    const conversation = await say(text);
    expect(reading(conversation)).toBe('quotation');
    expect(conversation.status).toBe('handled');
  }
  expect(store.suppressions.blocks(number)).toBe(false);
  expect(await unanswered()).toBe(0);
  expect(sent).toHaveLength(1);
});

test('a reaction after a reply leaves it waiting, and one after it was handled does not open it again', async () => {
  const { say, message, unanswered, inbox } = await somebodyTexted();
  const { id } = await say('Which Friday?');
  expect((await say(`Liked “${message}”`)).status).toBe('open');
  expect(await unanswered()).toBe(1);
  await inbox.handle(id, agent);
  const after = await say(`Loved “${message}”`);
  expect([after.status, after.handledBy]).toEqual(['handled', agent]);
  expect(await unanswered()).toBe(0);
});

test('a reaction to the answer of an agent asks for nothing either', async () => {
  const { say, reading, inbox, unanswered, clock } = await somebodyTexted();
  const { id } = await say('Which Friday?');
  const answered = inbox.answer(id, { text: 'The 27th. Text STOP if we bother you.', by: agent, key: 'V1' });
  await clock.advance(2_000);
  await answered;
  expect(reading(await say('Ha gustat a «The 27th. Text STOP if we…»'))).toBe('quotation');
  expect(await unanswered()).toBe(0);
});

test('a STOP above or below our quoted message counts, and so does any other answer', async () => {
  const { say, reading, message, number, store, unanswered } = await somebodyTexted();
  expect(reading(await say(`Yes, with two friends\n\nOn Nov 23, 2026 Example wrote:\n> ${message}`))).toBe('reply');
  expect(await unanswered()).toBe(1);
  expect(store.suppressions.blocks(number)).toBe(false);
  expect(reading(await say(`> ${message}\n\nSTOP`))).toBe('opt_out');
  expect(store.suppressions.blocks(number)).toBe(true);
});

test('a picture under a quotation of ours waits for a person', async () => {
  const { inbox, store, message, number, campaign, clock } = await somebodyTexted();
  const at = clock.now().toISOString();
  await inbox.receive({ id: 'picture', from: number, to: sender, text: `> ${message}`, at, attachment: 'picture' });
  expect((await store.conversations.find(campaign.id, number))?.messages).toMatchObject([{ reading: 'reply' }]);
});

test.each(['👍', '', '🛑', '🖕'])('a reaction that the network names as one asks for nothing: “%s”', async (text) => {
  const { inbox, store, number, campaign, clock, unanswered } = await somebodyTexted();
  const at = clock.now().toISOString();
  await inbox.receive({ id: 'reaction', from: number, to: sender, text, at, attachment: 'reaction' });
  const conversation = await store.conversations.find(campaign.id, number);
  expect(conversation).toMatchObject({ status: 'handled', messages: [{ reading: 'quotation' }] });
  expect(await unanswered()).toBe(0);
  expect(store.suppressions.blocks(number)).toBe(false);
});

test('the message of an older campaign is known as ours, too', async () => {
  const { say, approved, run, message, store, number } = await somebodyTexted();
  const { id } = await approved({ size: 1, template: 'Sale today, {{first_name}}! Text END to get no more of these.' });
  await run(3);
  await say(`Ha gustat a “${message}”`);
  expect((await store.conversations.find(id, number))?.messages).toMatchObject([{ reading: 'quotation' }]);
  expect(store.suppressions.blocks(number)).toBe(false);
});

test('reactions are not counted as replies', async () => {
  const { say, message, campaign, store, clock } = await somebodyTexted();
  await say(`Liked “${message}”`);
  const deps = depsFor(
    store,
    clock,
    () => 0,
    () => {},
  );
  const report = await createReports(deps).report(campaign.id);
  expect([report.replies, report.unanswered, report.optedOut]).toEqual([0, 0, 0]);
});
