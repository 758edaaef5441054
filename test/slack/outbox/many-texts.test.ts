import { describe, expect, test } from 'vitest';
import { showStrangers } from '../../../src/services/replies/show-strangers.ts';
import { aNumber, settingsWith } from '../../support/builders.ts';
import { adasCampaign, batch, type OutboxBench, outboxForEach, sms } from './outbox-bench.ts';

const announcer = { refresh: () => {}, wake: () => {} };

let bench: OutboxBench;
outboxForEach((fresh) => {
  bench = fresh;
});

describe('the outbox', () => {
  test('tells of a crowd of no campaign in one post that counts them, and shows a recipient’s question at once', async () => {
    await bench.stop();
    const campaign = adasCampaign();
    await bench.owe(campaign, 'campaign_message');
    for (let no = 10; no < 90; no += 1) await bench.text(null, `question ${no}`, aNumber(no));
    await bench.text(campaign.id, 'When is it?');
    bench.start();
    await bench.allSaid();
    const [message, ...others] = bench.said();
    expect(message?.thread.map(({ text }) => text)).toEqual([expect.stringContaining('When is it?')]);
    expect(others.map(({ text }) => text.split('\n'))).toEqual([
      [
        '80 people wrote who belong to no campaign: too many to show one by one.',
        'Their texts are kept. Press Show the next 10 to answer them here.',
        '[Show the next 10]',
      ],
    ]);
    expect(bench.slack.traffic.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(3);
  });

  test('edits the count as more of them write, gives those a card who are asked for, and any who write alone later', async () => {
    await bench.stop();
    await bench.create(adasCampaign());
    for (let no = 10; no < 20; no += 1) await bench.text(null, `question ${no}`, aNumber(no));
    bench.start();
    await bench.allSaid();
    bench.pauseClock();
    await bench.outbox.idle();
    for (let no = 20; no < 30; no += 1) await bench.text(null, `question ${no}`, aNumber(no));
    bench.resumeClock();
    await bench.allSaid();
    expect(bench.said()).toHaveLength(1);
    expect(bench.said()[0]?.text).toContain('20 people wrote who belong to no campaign');

    const showTen = () => showStrangers({ store: bench.store, announcer, settings: settingsWith({}) });
    const { shown, left } = await showTen();
    await bench.allSaid();
    expect([shown, left, bench.said().length]).toEqual([10, 10, 11]);
    expect(bench.said()[1]?.text).toContain('question 10');
    await bench.text(null, 'Hello?', aNumber(29));
    await bench.allSaid();
    expect(bench.said().at(-1)?.text).toMatch(/question 29|Hello\?/);
    expect(await showTen()).toEqual({ shown: 9, left: 0 });
    await bench.allSaid();
    expect(await showTen()).toEqual({ shown: 0, left: 0 });
  });

  test('puts the batch reports that piled up into one post', async () => {
    const campaign = adasCampaign();
    await bench.owe(campaign, 'campaign_message', batch(1), batch(2), batch(3));
    await bench.allSaid();
    expect(bench.said()[0]?.thread.map(({ text }) => text)).toEqual([expect.stringContaining('Batches 1 to 3')]);
  });
});

test('one phone that writes and writes delays another one by a post or two, and stands on one card', async () => {
  const campaign = adasCampaign();
  await bench.owe(campaign, 'campaign_message');
  await bench.allSaid();
  bench.pauseClock();
  const before = bench.slack.traffic.length;
  for (let no = 0; no < 300; no += 1) await bench.text(campaign.id, `Text ${no}.`);
  await bench.text(campaign.id, 'May I bring my dog?', aNumber(7));
  bench.resumeClock();
  await bench.allSaid();
  const calls = bench.slack.traffic.slice(before).filter(({ method }) => /^chat\./.test(method));
  expect(calls).toHaveLength(2);
  expect(bench.said()[0]?.thread.map(({ text }) => text)).toEqual([
    expect.stringContaining('Text 299.'),
    expect.stringContaining('May I bring my dog?'),
  ]);
  await bench.text(campaign.id, 'And one more.');
  await bench.allSaid();
  expect(bench.said()[0]?.thread[0]?.text).toContain('And one more.');
  expect(bench.said()[0]?.thread).toHaveLength(2);
});

test('a card that somebody deleted comes again when the person writes again', async () => {
  const campaign = adasCampaign();
  await bench.owe(campaign, 'campaign_message');
  await bench.text(campaign.id, 'Hello');
  await bench.allSaid();
  await bench.client().chat.delete({ channel: sms, ts: bench.said()[0]!.thread[0]!.ts });
  await bench.text(campaign.id, 'Hello again');
  await bench.allSaid();
  expect(bench.said()[0]?.thread.at(-1)?.text).toContain('Hello again');
});
