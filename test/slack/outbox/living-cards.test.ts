import { expect, test } from 'vitest';
import { UserId } from '../../../src/domain/ids.ts';
import { clientRef } from '../../../src/domain/recipient/recipient.ts';
import { approve, draftBy, leaveFirstInDoubt, submit } from '../campaigns.ts';
import { type Bench, benchForEach, comesTrue } from '../slack-bench.ts';
import { parts, textOf } from '../ui/read-blocks.ts';

const ada = UserId.parse('U0ADA');
const ben = UserId.parse('U0BEN');

let bench: Bench;
benchForEach((fresh) => {
  bench = fresh;
});

const sms = () => bench.slack.channel('sms').messages();
const cards = () => sms().filter(({ buttons }) => buttons.includes('Review'));

async function submitted() {
  const campaign = await submit(bench, await draftBy(bench, ada, { hours: 'any time' }));
  await bench.slack.until(() => cards().length === 1);
  return campaign.id;
}

test('a campaign that is submitted again has one review card: the former one shrinks and cannot be pressed', async () => {
  const id = await submitted();
  const [former] = cards();
  const { campaigns } = bench.services;
  const { contentHash: seen } = await campaigns.preview(id);
  await campaigns.sendBack(id, { by: ben, reason: 'Wrong date', contentHash: seen });
  await campaigns.submit(id, { by: ada, contentHash: seen });
  await bench.slack.until(() => cards().some(({ ts }) => ts !== former?.ts));
  const old = await bench.slack.until(() =>
    sms().find(({ ts, text }) => ts === former?.ts && text.includes('see its newest card')),
  );
  expect(old.buttons).toEqual([]);
  const [current] = cards();
  expect(parts(old.blocks).flatMap(({ type, url }) => (type === 'link' ? [url] : []))).toEqual([
    `${bench.slack.url}/archives/C0SMS/p${current!.ts.replace('.', '')}`,
  ]);
  expect(cards()).toHaveLength(1);
});

test('a card that is approved shrinks to one line, which leads to the campaign’s message', async () => {
  const id = await submitted();
  const [card] = cards();
  await approve(bench, { id }, ben);
  const decided = await bench.slack.until(() =>
    sms().find(({ ts, blocks }) => ts === card?.ts && parts(blocks).some(({ type }) => type === 'link')),
  );
  const { message } = await bench.store.campaigns.posts(id);
  expect(textOf(decided.blocks)).toMatch(/^“.+” was approved by @\w+ at .+: see how it goes\.$/);
  expect(parts(decided.blocks).find(({ type }) => type === 'link')?.url).toBe(
    `${bench.slack.url}/archives/C0SMS/p${message!.id.replace('.', '')}`,
  );
  expect(decided.buttons).toEqual([]);
});

test('a receipt closes the card of somebody in doubt: nothing can be sent again from it', async () => {
  const id = await submitted();
  await leaveFirstInDoubt(bench, await approve(bench, { id }, ben));
  const doubt = () =>
    sms()
      .flatMap(({ thread }) => thread)
      .find(({ text }) => text.includes('may or may not'));
  await bench.slack.until(() => doubt()?.buttons.includes('Send again'));

  await bench.services.receipts.receive({
    ref: clientRef({ campaignId: id, no: 0, attempt: 1 }),
    messageId: 'm1',
    status: 'delivered',
    code: null,
    at: new Date().toISOString(),
  });
  const closed = await bench.slack.until(() => doubt()?.buttons.length === 0 && doubt());
  expect(closed.text).toContain('delivered.');
});

test('the card says who is answering once that lasts, and no more when it is over', async () => {
  const id = await submitted();
  const { campaigns, inbox } = bench.services;
  await campaigns.approve(id, {
    by: ben,
    contentHash: (await campaigns.preview(id)).contentHash,
    ticked: ['nobody_said'],
  });
  const now = new Date();
  const current = await campaigns.get(id);
  if (current.status !== 'running') {
    await bench.store.campaigns.save({ ...current, status: 'running', startedAt: now.toISOString() });
  }
  const batch = { no: 1, startedAt: now.toISOString(), size: 50 };
  const [claim] = await bench.store.recipients.claim(id, batch, 1, now);
  await bench.store.recipients.record(claim!, { to: 'submitted', messageId: 'm1' }, now);
  await bench.text('+12015550150', 'Is there parking?');
  const card = () =>
    sms()
      .flatMap(({ thread }) => thread)
      .find(({ text }) => text.includes('Is there parking?'));
  await bench.slack.until(() => card());

  await inbox.next(id, { by: ben });
  expect((await bench.store.announcements.pending()).map(({ kind }) => kind)).toContain('conversation_changed');
  const [talk] = await bench.store.conversations.ofCampaign(id);
  // Half a minute has gone by.
  const before = new Date(now.getTime() - 30_000).toISOString();
  const older = { ...talk!.claim!, at: before };
  const due = {
    id: 'due',
    at: before,
    kind: 'conversation_changed' as const,
    campaignId: id,
    conversationId: talk!.id,
  };
  const announcements = [{ ...due, claim: { at: before, dueAt: before } }];
  await bench.store.conversations.save({ ...talk!, claim: older }, { announcements });
  await bench.slack.until(() => card()?.text.includes('@Ben is answering.'));
  await comesTrue(async () => (await bench.store.announcements.pending()).length === 1);

  await inbox.release(talk!.id, ben);
  await bench.slack.until(() => !card()?.text.includes('is answering'));
});
