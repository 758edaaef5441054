import { describe, expect, test } from 'vitest';
import { ChannelId } from '../../../src/domain/ids.ts';
import { createPoster } from '../../../src/slack/outbox/poster.ts';
import { campaignMessage } from '../../../src/slack/ui/messages/campaign-message.ts';
import { aConversation, anInbound, aReport } from '../../support/builders.ts';
import { comesTrue } from '../slack-bench.ts';
import { ada, adasCampaign, announced, type OutboxBench, outboxForEach, sms } from './outbox-bench.ts';

const general = ChannelId.parse('C0GENERAL');

let bench: OutboxBench;
outboxForEach((fresh) => {
  bench = fresh;
});

describe('the outbox', () => {
  test.each(['archived', 'without us'] as const)(
    'tells the author in person while the channel is %s, and the channel everything once it is back',
    async (how) => {
      const campaign = adasCampaign();
      await bench.owe(campaign, 'campaign_message');
      await bench.allSaid();
      const root = bench.said()[0]!;
      const channel = bench.slack.channel('sms');
      if (how === 'archived') channel.archive();
      else channel.remove(bench.slack.botUserId);
      await bench.add(campaign, { kind: 'started' });
      await bench.text(campaign.id, 'Is there parking?');
      const copies = await bench.slack.until(
        () => bench.slack.as('ada').dms().length >= 3 && bench.slack.as('ada').dms(),
      );
      expect(copies[0]?.text).toContain(`/sms-campaign pause ${campaign.id}`);
      expect(copies.map(({ text }) => text).join('\n')).toContain('Is there parking?');
      expect(await bench.store.announcements.pending()).toHaveLength(2);

      if (how === 'archived') channel.archive(false);
      else channel.invite(bench.slack.botUserId);
      await bench.allSaid();
      expect(bench.said().map(({ ts }) => ts)).toEqual([root.ts]);
      expect(bench.said()[0]?.thread.map(({ text }) => text)).toEqual([
        expect.stringContaining('Sending begins'),
        expect.stringContaining('Is there parking?'),
      ]);
      expect(await bench.store.campaigns.posts(campaign.id)).toMatchObject({ message: { channel: sms, id: root.ts } });
      await bench.slack.until(() =>
        bench.slack
          .as('ada')
          .dms()
          .slice(1)
          .every(({ text, buttons }) => text.includes('stands there now') && buttons.length === 0),
      );
      expect(bench.slack.as('ada').dms()).toHaveLength(3);
    },
  );

  test('keeps a text that no channel exists for, and shows it in the first campaign’s once there is one', async () => {
    await bench.text(null, 'Is anybody there?');
    await comesTrue(() => bench.log.some(({ message }) => message.includes('INBOX_CHANNEL')));
    expect(await bench.store.announcements.pending()).toHaveLength(1);
    await bench.create(adasCampaign());
    await bench.allSaid();
    expect(bench.said().map(({ text }) => text)).toEqual([expect.stringContaining('Is anybody there?')]);
  });
});

test('a message that a former version moved to its author folds into the way to the channel’s', async () => {
  const campaign = adasCampaign();
  const before = await createPoster(bench.client()).post(
    { channel: ada, thread: null },
    campaignMessage(aReport()),
    [],
  );
  await bench.stop();
  await bench.create(campaign);
  await bench.store.announcements.add([{ ...announced(campaign, 'campaign_message'), id: 'before' }]);
  await bench.store.announcements.done('before', before);
  bench.start();
  await bench.add(campaign, 'campaign_message');
  await bench.allSaid();
  await bench.slack.until(() =>
    bench.slack
      .as('ada')
      .dms()
      .some(({ text }) => text.includes('goes on in #sms')),
  );
  const [moved] = bench.slack.as('ada').dms();
  expect(moved).toMatchObject({
    ts: before.id,
    buttons: [],
    text: '“Autumn reunion” goes on in #sms: see how it goes.',
  });
  expect(bench.said()).toHaveLength(1);
});

test('a review card that its channel refuses follows once the app is invited', async () => {
  const campaign = adasCampaign({ channel: general, status: 'pending_approval', approval: null });
  await bench.owe(campaign, 'review_card');
  const why = await bench.slack.until(() => bench.slack.as('ada').dms()[0]);
  expect(why.text).toContain('/invite @Trickle');
  bench.slack.channel('general').invite(bench.slack.botUserId);
  await bench.allSaid();
  expect(bench.said('general')[0]?.buttons).toContain('Review');
  expect(bench.slack.as('ada').dms()).toHaveLength(1);
});

test('a reply of no campaign waits for a channel that is closed, and is never dropped', async () => {
  bench.slack.channel('sms').archive();
  const conversation = aConversation({ campaignId: null, messages: [] });
  await bench.store.conversations.receive({
    message: anInbound(),
    conversation,
    announcements: [
      {
        id: 'reply',
        at: new Date().toISOString(),
        kind: 'inbound',
        campaignId: null,
        channel: sms,
        conversationId: conversation.id,
        messageId: 'in-1',
      },
    ],
  });
  await comesTrue(() => bench.log.some(({ message }) => message === 'A post was refused'));
  expect(await bench.store.announcements.pending()).toHaveLength(1);
  bench.slack.channel('sms').archive(false);
  await bench.stop();
  bench.start();
  await bench.allSaid();
  expect(bench.said()[0]?.text).toContain('Yes, with two friends');
});
