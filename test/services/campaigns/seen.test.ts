import { describe, expect, test } from 'vitest';
import { contentHash } from '../../../src/domain/campaign/approval.ts';
import { PhoneNumber, UserId } from '../../../src/domain/ids.ts';
import { admin, agent, approver, settingsWith } from '../../support/builders.ts';
import { aBench } from '../../support/services.ts';
import { phoneOf } from '../../support/story.ts';

const phone = (no: number) => PhoneNumber.parse(phoneOf(no));

describe('a press holds for what was shown', () => {
  test('Resume ends the pause that the message showed, and no later one', async () => {
    const bench = await aBench();
    const { id } = await bench.approved({ size: 3, throttle: { batchSize: 1, everySeconds: 600, holdAbove: null } });
    await bench.run(2);
    const first = (await bench.campaigns.pause(id, agent)).campaign.pause!;
    await bench.run(2);
    await bench.campaigns.resume(id, agent, first.at);
    await bench.run(2);
    const second = (await bench.campaigns.pause(id, agent)).campaign.pause!;
    await expect(bench.campaigns.resume(id, agent, first.at)).rejects.toThrow('it was paused again');
    expect((await bench.campaigns.get(id)).status).toBe('paused');
    await bench.campaigns.resume(id, agent, second.at);
    expect((await bench.campaigns.get(id)).status).toBe('running');
  });

  test('Send back sends back what the reviewer has seen', async () => {
    const bench = await aBench();
    const campaign = await bench.submitted();
    const seen = { by: approver, reason: 'Wrong date', contentHash: 'of something else' };
    await expect(bench.campaigns.sendBack(campaign.id, seen)).rejects.toThrow('was changed after you opened it');
    await bench.campaigns.sendBack(campaign.id, { ...seen, contentHash: contentHash(campaign) });
    expect((await bench.campaigns.get(campaign.id)).status).toBe('draft');
  });

  test('Send again is about the attempt in doubt that the card named', async () => {
    const bench = await aBench();
    bench.answerWith(() => ({ kind: 'unconfirmed', cause: 'timeout' }));
    const { id } = await bench.approved({ size: 1 });
    await bench.run(4);
    await bench.campaigns.resolveUnconfirmed(id, 0, 'release', admin, 1);
    await bench.run(4);
    expect(await bench.store.recipients.get(id, 0)).toMatchObject({ state: 'unconfirmed', attempt: 2 });
    await expect(bench.campaigns.resolveUnconfirmed(id, 0, 'release', admin, 1)).rejects.toThrow('This card is old');
    expect(bench.sent).toHaveLength(2);
  });

  test('a form opens only for what can be edited', async () => {
    const bench = await aBench();
    const { id } = await bench.approved({ size: 1 });
    await expect(bench.campaigns.checkEdit(id, agent)).rejects.toThrow('cannot be edited');
    await expect(bench.campaigns.checkEdit((await bench.submitted()).id, agent)).resolves.toBeTruthy();
  });
});

describe('people in doubt', () => {
  test('are closed with one press, but for those of whom it became known later', async () => {
    const bench = await aBench();
    bench.answerWith(() => ({ kind: 'unconfirmed', cause: 'timeout' }));
    const { id } = await bench.approved({ size: 3, throttle: { batchSize: 2, everySeconds: 10, holdAbove: null } });
    await bench.run(4);
    const until = bench.clock.now().toISOString();
    await bench.run(20);
    expect(await bench.campaigns.closeUnconfirmed(id, { until, by: admin })).toBe(2);
    expect((await bench.store.recipients.tally(id)).counts).toMatchObject({ closed: 2, unconfirmed: 1 });
    await expect(bench.campaigns.closeUnconfirmed(id, { until, by: admin })).rejects.toThrow('unconfirmed any more');
  });

  test('have a card that is remembered, so that it can be kept true', async () => {
    const bench = await aBench();
    bench.answerWith(() => ({ kind: 'unconfirmed', cause: 'timeout' }));
    const campaign = await bench.approved({ size: 2 });
    await bench.run(4);
    const note = (await bench.store.announcements.pending()).find(
      (one) => one.kind === 'note' && one.note.kind === 'unconfirmed',
    )!;
    const post = { channel: campaign.channel, id: '1.2' };
    await bench.store.announcements.done(note.id, post);
    expect((await bench.store.campaigns.posts(campaign.id)).doubts).toEqual([
      { post, at: note.at, cause: 'timeout', nos: [0, 1], count: 2 },
    ]);
  });
});

describe('replies that nobody answers', () => {
  test('are told of once for each hold, after half an hour', async () => {
    const bench = await aBench();
    const campaign = await bench.approved({ size: 4, throttle: { batchSize: 2, everySeconds: 5, holdAbove: 1 } });
    await bench.run(3);
    for (const no of [1, 2]) await bench.hear('May I bring a friend?', phone(no));
    await bench.run(60);
    expect(await bench.notes(campaign.id)).not.toContain('hold_lasts');
    await bench.clock.advance(30 * 60_000);
    await bench.run(5);
    expect((await bench.notes(campaign.id)).filter((kind) => kind === 'hold_lasts')).toHaveLength(1);
  });
});

test('a text that no channel exists for is kept, and the administrators are asked for one, once', async () => {
  const roles = { creators: [], approvers: [], admins: ['U0ADA', 'S0GROUP'] };
  const bench = await aBench({ settings: { ...settingsWith({ roles }), inboxChannel: null } });
  await bench.hear('Hello?');
  await bench.hear('Hello again?');
  const pending = await bench.store.announcements.pending();
  expect(pending.map(({ kind }) => kind).toSorted()).toEqual(['direct', 'inbound', 'inbound']);
  expect(pending.find(({ kind }) => kind === 'direct')).toMatchObject({
    to: UserId.parse('U0ADA'),
    text: expect.stringContaining('INBOX_CHANNEL'),
  });
});

test('Keep texting under one campaign does not lift what a text under another one holds', async () => {
  const bench = await aBench();
  const one = await bench.approved({ size: 1, firstNumber: 1 });
  await bench.run(4);
  await bench.hear('STOP asking, yes I will come', phone(1));
  const two = await bench.approved({ size: 1, firstNumber: 1 });
  await bench.store.conversations.receive({
    message: {
      direction: 'in',
      id: 'other',
      text: 'STOP asking, yes I have a lawyer',
      reading: 'maybe_opt_out',
      at: bench.clock.now().toISOString(),
      post: null,
    },
    conversation: {
      ...(await bench.store.conversations.ofCampaign(one.id))[0]!,
      id: 'zzzzzzzz2345' as never,
      campaignId: two.id,
    },
    announcements: [],
  });
  const [conversation] = await bench.store.conversations.ofCampaign(one.id);
  await bench.inbox.keep(conversation!.id, agent, 1);
  expect(bench.store.suppressions.blocks(phone(1))).toBe(true);
  const [other] = await bench.store.conversations.ofCampaign(two.id);
  await bench.inbox.keep(other!.id, agent);
  expect(bench.store.suppressions.blocks(phone(1))).toBe(false);
});
