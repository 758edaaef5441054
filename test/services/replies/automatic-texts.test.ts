import { expect, test } from 'vitest';
import type { PhoneNumber } from '../../../src/domain/ids.ts';
import { planNow } from '../../../src/services/lifecycle/plan-now.ts';
import { aBench } from '../../support/services.ts';
import { phoneOf } from '../../support/story.ts';

async function holding() {
  const bench = await aBench();
  const campaign = await bench.approved({ size: 30, throttle: { batchSize: 10, everySeconds: 60, holdAbove: 0 } });
  await bench.run(2);
  const hear = (text: string) => bench.hear(text, phoneOf(1) as PhoneNumber);
  const talk = async () => (await bench.store.conversations.ofCampaign(campaign.id))[0]!;
  return { bench, campaign, hear, talk };
}

test('an automatic reply holds nothing and waits for nobody, and stands in the thread', async () => {
  const { bench, campaign, hear, talk } = await holding();
  await hear('I’m driving with Focus turned on. I’ll see your message when I get where I’m going.');
  await bench.run(70);
  expect(bench.sent).toHaveLength(20);
  expect(await bench.store.conversations.waiting(campaign.id)).toEqual([]);
  expect(await talk()).toMatchObject({ status: 'handled', messages: [{ reading: 'automatic' }] });
  expect((await bench.store.announcements.pending()).map(({ kind }) => kind)).toContain('inbound');
});

test('behind a question the question still waits, and one after it waits too', async () => {
  const { bench, campaign, hear, talk } = await holding();
  await hear('When does it begin?');
  await hear('Automatic reply: I am at lunch.');
  expect(await bench.store.conversations.waiting(campaign.id)).toHaveLength(1);
  await bench.run(70);
  const plan = await planNow(bench.deps, (await bench.store.campaigns.get(campaign.id))!);
  expect(plan).toMatchObject({ because: 'open replies' });
  await bench.inbox.handle((await talk()).id, campaign.createdBy);
  await hear('Hello?');
  expect(await bench.store.conversations.waiting(campaign.id)).toHaveLength(1);
});

test('one that may mean an opt-out waits for a person', async () => {
  const { campaign, bench, hear, talk } = await holding();
  await hear('Automatic reply: reply STOP to end these messages.');
  expect((await talk()).messages).toMatchObject([{ reading: 'maybe_opt_out' }]);
  expect(await bench.store.conversations.waiting(campaign.id)).toHaveLength(1);
});
