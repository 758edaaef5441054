import { describe, expect, test } from 'vitest';
import { createPoster } from '../../../src/slack/outbox/poster.ts';
import { comesTrue, hastyClock } from '../slack-bench.ts';
import { ada, adasCampaign, announced, batch, type OutboxBench, outboxForEach, sms } from './outbox-bench.ts';

let bench: OutboxBench;
const begin = outboxForEach((fresh) => {
  bench = fresh;
});

describe('the outbox', () => {
  test('posts the message, then its thread in order, and remembers where the message stands', async () => {
    const campaign = adasCampaign();
    await bench.owe(campaign, { kind: 'approved', by: ada }, 'campaign_message', { kind: 'started' }, batch(1));
    await bench.allSaid();
    const [message, ...others] = bench.said();
    expect(others).toEqual([]);
    expect(message?.thread.map(({ text }) => text.split('\n')[0])).toEqual([
      'Approved by @Ada.',
      expect.stringContaining('Sending begins'),
      expect.stringContaining('Batch 1'),
    ]);
    expect(await bench.store.campaigns.posts(campaign.id)).toMatchObject({
      message: { channel: sms, id: message?.ts },
    });
    expect(message?.metadata).toMatchObject({ event_type: 'trickle' });
  });

  test.each(['lost-answer', '500', 'reset'] as const)('says it once when the answer was %s', async (kind) => {
    bench.slack.trouble({ method: 'chat.postMessage', kind });
    await bench.owe(adasCampaign(), 'campaign_message', { kind: 'started' });
    await bench.allSaid();
    expect(bench.said()).toHaveLength(1);
    expect(bench.said()[0]?.thread).toHaveLength(1);
  });

  test('says it twice rather than never where it may not look back', async () => {
    await begin(['chat:write']);
    bench.slack.trouble({ method: 'chat.postMessage', kind: 'lost-answer' });
    await bench.owe(adasCampaign(), 'campaign_message');
    await bench.allSaid();
    expect(bench.said()).toHaveLength(2);
  });

  test('does not say again after a restart what stood already', async () => {
    const campaign = adasCampaign();
    await bench.stop();
    const owed = { ...announced(campaign, 'campaign_message'), at: new Date(Date.now() - 1_000).toISOString() };
    await bench.create(campaign);
    const poster = createPoster(bench.client());
    await poster.post({ channel: sms, thread: null }, { text: 'As before', blocks: [] }, [owed.id]);
    await bench.store.announcements.add([owed]);
    bench.start();
    await bench.allSaid();
    expect(bench.said().map(({ text }) => text)).toEqual(['As before']);
  });

  test('waits as long as Slack asks, in that channel only', async () => {
    bench.slack.trouble({ method: 'chat.postMessage', kind: '429', retryAfterS: 10 });
    await bench.owe(adasCampaign(), 'campaign_message');
    await bench.slack.until(() => bench.slack.traffic.some(({ method }) => method === 'chat.postMessage'));
    await bench.store.announcements.add([
      { id: 'hello', at: new Date().toISOString(), kind: 'direct', campaignId: null, to: ada, text: 'Hello' },
    ]);
    await bench.slack.until(() => bench.slack.as('ada').dms().length === 1);
    expect(bench.said()).toEqual([]);
    await bench.allSaid();
    expect(bench.said()).toHaveLength(1);
  });

  test('keeps everything while Slack refuses the token, and says so', async () => {
    await bench.stop();
    bench.start({ botToken: 'xoxb-revoked' });
    await bench.owe(adasCampaign(), 'campaign_message');
    await comesTrue(() => bench.outbox.trouble() !== undefined);
    expect(bench.outbox.trouble()).toContain('SLACK_BOT_TOKEN');
    expect(await bench.store.announcements.pending()).toHaveLength(1);
    await bench.stop();
    bench.start();
    await bench.allSaid();
    expect(bench.said()).toHaveLength(1);
  });

  test('puts the summary as a file below the end of a campaign', async () => {
    const campaign = adasCampaign({ status: 'completed' });
    await bench.owe(campaign, 'campaign_message', { kind: 'completed' });
    await bench.allSaid();
    const file = await bench.slack.until(() => bench.said()[0]?.thread.flatMap(({ files }) => files)[0]);
    expect(file).toMatchObject({ name: 'summary.csv', content: expect.stringContaining('delivered,2') });
  });

  test('posts once a second to a channel, and its tick never waits for that', async () => {
    await bench.stop();
    const clock = hastyClock(4);
    bench.start({ clock });
    const campaign = adasCampaign();
    const startedMs = clock.monotonicMs();
    await bench.owe(campaign, 'campaign_message', { kind: 'started' }, { kind: 'sent_all' }, { kind: 'completed' });
    await bench.allSaid();
    expect(clock.monotonicMs() - startedMs).toBeGreaterThanOrEqual(2_950);
  });
});
