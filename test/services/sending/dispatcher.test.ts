import { describe, expect, test } from 'vitest';
import type { PhoneNumber } from '../../../src/domain/ids.ts';
import { aDraft, agent, sender } from '../../support/builders.ts';
import { aBench, type Sent } from '../../support/services.ts';
import { phoneOf } from '../../support/story.ts';

const throttle = { batchSize: 3, everySeconds: 10, holdAbove: null };

/** Sizes of what left together, where ten seconds are between two batches. */
function batchesOf(sent: readonly Sent[]): number[] {
  const bySlot = Map.groupBy(sent, ({ at }) => Math.floor((at.getTime() - sent[0]!.at.getTime()) / 9_000));
  return [...bySlot.values()].map((batch) => batch.length);
}

describe('the throttle', () => {
  test('sends batches of exactly N every T, and completes when the receipts are in', async () => {
    const bench = await aBench();
    const campaign = await bench.approved({ size: 10, throttle });
    await bench.run(45);

    expect(batchesOf(bench.sent)).toEqual([3, 3, 3, 1]);
    expect((await bench.campaigns.get(campaign.id)).status).toBe('settling');
    for (const { ref } of bench.sent) {
      await bench.receipts.receive({
        ref,
        messageId: ref,
        status: 'delivered',
        code: null,
        at: bench.clock.now().toISOString(),
      });
    }
    await bench.run(2);
    expect((await bench.campaigns.get(campaign.id)).status).toBe('completed');
    expect(await bench.notes(campaign.id)).toEqual(['started', 'batch', 'batch', 'batch', 'batch', 'completed']);
  });

  test('goes on at its normal pace after a long downtime, without a burst', async () => {
    const bench = await aBench();
    await bench.approved({ size: 9, throttle });
    await bench.run(5);
    await bench.clock.advance(3_600_000);
    await bench.run(5);
    expect(bench.sent).toHaveLength(6);
    await bench.run(10);
    expect(bench.sent).toHaveLength(9);
  });

  test('sends to nobody outside the sending hours, and goes on with the rest of the batch when they open', async () => {
    const bench = await aBench({ start: '2026-03-02T19:59:58.000Z', settings: { senders: new Map([[sender, 1]]) } });
    const hours = { zone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '20:00' };
    await bench.approved({ size: 6, throttle: { ...throttle, batchSize: 6 }, hours });
    await bench.run(30);
    const before = bench.sent.length;
    expect(before).toBeLessThan(6);
    expect(bench.sent.every(({ at }) => at < new Date('2026-03-02T20:00:00.000Z'))).toBe(true);

    await bench.clock.advance(13 * 3_600_000);
    await bench.run(20);
    expect(bench.sent).toHaveLength(6);
    expect(bench.sent[before]!.at >= new Date('2026-03-03T09:00:00.000Z')).toBe(true);
  });

  test('asks instead of starting more than an hour late', async () => {
    const bench = await aBench();
    const campaign = await bench.approved({ startAt: '2026-03-02T09:30:00.000Z' });
    await bench.clock.advance(2 * 3_600_000);
    await bench.run(3);
    expect(bench.sent).toHaveLength(0);
    expect((await bench.campaigns.get(campaign.id)).pause?.reason).toBe('missed_start');

    await bench.campaigns.resume(campaign.id, agent);
    await bench.run(3);
    expect(bench.sent.length).toBeGreaterThan(0);
  });

  test('gives two campaigns of one sender their turns', async () => {
    const bench = await aBench({ settings: { senders: new Map([[sender, 2]]) } });
    const all = { batchSize: 50, everySeconds: 1, holdAbove: null };
    const [one, other] = [
      await bench.approved({ size: 20, throttle: all }),
      await bench.approved({ size: 20, firstNumber: 50, throttle: all }),
    ];
    await bench.run(12);
    const of = (id: string) => bench.sent.filter(({ ref }) => ref.includes(id)).length;
    expect(of(one.id)).toBeGreaterThan(5);
    expect(Math.abs(of(one.id) - of(other.id))).toBeLessThanOrEqual(1);
  });
});

describe('the hold', () => {
  test('that begins as a batch becomes known is told after that batch', async () => {
    const bench = await aBench();
    const campaign = await bench.approved({ size: 12, throttle: { batchSize: 6, everySeconds: 10, holdAbove: 4 } });
    bench.answerWith(async ({ ref, to }) => {
      await bench.inbox.receive(aText(to, 'May I bring a friend?', Number(to.slice(-3))));
      return { kind: 'accepted', messageId: ref };
    });
    await bench.run(3);
    expect(await bench.notes(campaign.id)).toEqual(['started', 'batch', 'hold_began']);
  });

  test('keeps the next batch back while more replies are unanswered than allowed, and ends at the lower limit', async () => {
    const bench = await aBench();
    const campaign = await bench.approved({ size: 12, throttle: { batchSize: 6, everySeconds: 10, holdAbove: 4 } });
    await bench.run(3);
    for (let index = 1; index <= 5; index += 1)
      await bench.inbox.receive(aText(phoneOf(index), 'May I bring a friend?', index));
    await bench.run(20);
    expect(bench.sent).toHaveLength(6);
    expect(await bench.notes(campaign.id)).toContain('hold_began');

    const [first, second] = await bench.store.conversations.ofCampaign(campaign.id);
    await bench.inbox.handle(first!.id, agent);
    await bench.run(3);
    expect(bench.sent).toHaveLength(6);
    await bench.inbox.handle(second!.id, agent);
    await bench.run(3);
    expect(bench.sent).toHaveLength(12);
    expect(await bench.notes(campaign.id)).toContain('hold_ended');
  });
});

describe('a person', () => {
  test('who pauses stops the sending before the next message, and resuming goes on with the rest of the batch', async () => {
    const bench = await aBench({ settings: { senders: new Map([[sender, 1]]) } });
    const campaign = await bench.approved({ size: 10, throttle: { ...throttle, batchSize: 10 } });
    await bench.run(5);
    const { inFlight } = await bench.campaigns.pause(campaign.id, agent);
    expect(inFlight).toBeLessThanOrEqual(1);
    const before = bench.sent.length;
    await bench.run(10);
    expect(bench.sent).toHaveLength(before);

    await bench.campaigns.resume(campaign.id, agent);
    await bench.run(15);
    expect(bench.sent).toHaveLength(10);
  });

  test('who cancels ends it for everybody who is still waiting, and they are counted as skipped', async () => {
    const bench = await aBench();
    const campaign = await bench.approved({ size: 10, throttle });
    await bench.run(3);
    await bench.campaigns.cancel(campaign.id, agent);
    await bench.run(30);
    expect(bench.sent).toHaveLength(3);
    expect((await bench.campaigns.get(campaign.id)).status).toBe('cancelled');
    const { counts } = await bench.store.recipients.tally(campaign.id);
    expect(counts).toMatchObject({ skipped: 7, submitted: 3, queued: 0 });
  });
});

describe('trouble with the provider', () => {
  test('without a clear answer pauses a slow campaign after five in a row as well, however far apart', async () => {
    const bench = await aBench();
    const campaign = await bench.approved({ size: 40, throttle: { batchSize: 2, everySeconds: 300, holdAbove: null } });
    bench.answerWith(() => ({ kind: 'unconfirmed', cause: 'timeout' }));
    await bench.run(1_000);
    expect((await bench.campaigns.get(campaign.id)).pause).toMatchObject({ reason: 'provider_trouble', by: null });
    expect(bench.sent.length).toBeLessThanOrEqual(6);
  });

  test('without a clear answer pauses everything after five in a row, and nobody is sent again', async () => {
    const bench = await aBench({ settings: { senders: new Map([[sender, 5]]) } });
    const campaign = await bench.approved({ size: 40, throttle: { batchSize: 40, everySeconds: 10, holdAbove: null } });
    bench.answerWith(() => ({ kind: 'unconfirmed', cause: 'timeout' }));
    await bench.run(10);
    const { pause } = await bench.campaigns.get(campaign.id);
    expect(pause).toMatchObject({ reason: 'provider_trouble', by: null });
    const { counts } = await bench.store.recipients.tally(campaign.id);
    expect(counts.unconfirmed).toBeLessThanOrEqual(15);
    expect(new Set(bench.sent.map(({ to }) => to)).size).toBe(bench.sent.length);
    expect(await bench.notes(campaign.id)).toContain('unconfirmed');
  });

  test('that another campaign met is told as its trouble where a bystander is paused for it', async () => {
    const bench = await aBench({ settings: { senders: new Map([[sender, 5]]) } });
    const slow = { batchSize: 1, everySeconds: 600, holdAbove: null };
    const bystander = await bench.approved({ name: 'Reunion', size: 5, throttle: slow });
    await bench.run(10);
    bench.answerWith(() => ({ kind: 'unconfirmed', cause: 'timeout' }));
    const struck = await bench.approved({ name: 'Spring fair', size: 40, firstNumber: 500, throttle });
    await bench.run(60);
    expect((await bench.store.recipients.tally(bystander.id)).counts.unconfirmed).toBe(0);
    const paused = (await bench.campaigns.get(bystander.id)).pause;
    expect(paused).toMatchObject({
      reason: 'provider_trouble',
      detail: '5 messages in a row got no clear answer, the last of “Spring fair”.',
    });
    expect((await bench.campaigns.get(struck.id)).pause?.detail).toBe('5 messages in a row got no clear answer.');
  });

  test('about our account pauses at once and puts the recipient back into the queue', async () => {
    const bench = await aBench({ settings: { senders: new Map([[sender, 1]]) } });
    const campaign = await bench.approved({ size: 5 });
    bench.answerWith(() => ({ kind: 'halted', reason: 'provider_balance', detail: 'Low balance.' }));
    await bench.run(5);
    expect(bench.sent).toHaveLength(1);
    expect((await bench.campaigns.get(campaign.id)).pause?.reason).toBe('provider_balance');
    expect((await bench.store.recipients.tally(campaign.id)).counts.queued).toBe(5);
  });

  test('“too fast” waits as long as it asks and tries the same people with the same reference', async () => {
    const bench = await aBench();
    await bench.approved({ size: 2, throttle });
    bench.answerWith(() => ({ kind: 'throttled', retryAfterMs: 30_000 }));
    await bench.run(10);
    const asked = bench.sent.length;
    bench.answerWith(({ ref }) => ({ kind: 'accepted', messageId: ref }));
    await bench.run(15);
    expect(bench.sent).toHaveLength(asked);
    await bench.run(60);
    expect(new Set(bench.sent.map(({ ref }) => ref)).size).toBe(2);
    expect(bench.sent.length).toBeGreaterThan(asked);
  });

  test('refusing one message after the other pauses the campaign that sends them', async () => {
    const bench = await aBench();
    const campaign = await bench.approved({ size: 60, throttle: { batchSize: 60, everySeconds: 10, holdAbove: null } });
    bench.answerWith(() => ({ kind: 'refused', code: '1120', reason: 'Illegal sender' }));
    await bench.run(10);
    expect((await bench.campaigns.get(campaign.id)).pause?.reason).toBe('bad_content');
    expect((await bench.store.recipients.tally(campaign.id)).counts.rejected).toBeLessThan(60);
  });
});

function aText(from: string, text: string, index: number) {
  return { id: `in-${index}`, from: from as PhoneNumber, to: sender, text, at: '2026-03-02T09:00:05.000Z' };
}

describe('the approval', () => {
  test('of another list than the stored one stops the campaign for good before anybody gets a message', async () => {
    const bench = await aBench();
    const other = await bench.approved({ size: 10, list: { ...aDraft().list, size: 10, hash: 'f'.repeat(64) } });
    await bench.run(3);
    expect(bench.sent).toHaveLength(0);
    expect((await bench.campaigns.get(other.id)).status).toBe('failed');
  });
});
