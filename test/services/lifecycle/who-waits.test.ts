import { describe, expect, test } from 'vitest';
import type { CampaignId } from '../../../src/domain/ids.ts';
import type { SendOutcome } from '../../../src/domain/recipient/send-outcome.ts';
import { createReports } from '../../../src/services/reports/reports.ts';
import { simulatedDisk } from '../../store/lowdb/simulated-disk.ts';
import { agent, aSuppression, sender } from '../../support/builders.ts';
import { aBench, type Bench } from '../../support/services.ts';
import { phoneOf } from '../../support/story.ts';

const all = { batchSize: 500, everySeconds: 1, holdAbove: null };

const reportOf = (bench: Bench, id: CampaignId) => createReports(bench.deps, bench.dispatcher).report(id);

/** What the channel is told that the campaign does now. */
const planOf = async (bench: Bench, id: CampaignId) => (await reportOf(bench, id)).plan;

describe('a campaign that sends nothing', () => {
  test('because everybody who is left is held says so, and goes on when that is decided', async () => {
    const bench = await aBench();
    const { id } = await bench.approved({ size: 10, throttle: all });
    const number = phoneOf(10) as never;
    await bench.store.suppressions.add(aSuppression({ number, kind: 'held' }));
    await bench.run(5);
    expect(bench.sent).toHaveLength(9);
    expect(await planOf(bench, id)).toEqual({ kind: 'wait', until: null, because: 'held people' });
    expect(await bench.notes(id)).toEqual(['started', 'batch']);

    await bench.store.suppressions.remove(number, agent, bench.clock.now().toISOString());
    await bench.run(3);
    expect(bench.sent).toHaveLength(10);
    expect((await bench.campaigns.get(id)).status).toBe('settling');
  });

  test('to whom it is known to owe nothing counts them apart before its batches come to them, and afterwards', async () => {
    const bench = await aBench();
    const { id } = await bench.approved({ size: 4, throttle: { ...all, batchSize: 2, everySeconds: 60 } });
    for (const no of [1, 4]) await bench.store.suppressions.add(aSuppression({ number: phoneOf(no) as never }));
    const before = await reportOf(bench, id);
    expect(before).toMatchObject({ audience: 2, progress: { waiting: 4 }, leftOut: { queued: 2, skipped: {} } });
    await bench.run(3);
    expect(await reportOf(bench, id)).toMatchObject({
      progress: { skipped: 1 },
      leftOut: { queued: 1, skipped: { opted_out: 1 } },
    });
    await bench.run(70);
    expect(await reportOf(bench, id)).toMatchObject({ leftOut: { queued: 0, skipped: { opted_out: 2 } } });
  });

  test('because the provider wants us to wait says until when', async () => {
    const bench = await aBench();
    const { id } = await bench.approved({ size: 3, throttle: all });
    bench.answerWith(() => ({ kind: 'throttled', retryAfterMs: 30_000 }));
    await bench.run(5);
    expect(await planOf(bench, id)).toMatchObject({ kind: 'wait', because: 'provider', until: expect.any(Date) });
    bench.answerWith(({ ref }) => ({ kind: 'accepted', messageId: ref }));
    await bench.run(60);
    expect(await planOf(bench, id)).toBeNull();
  });

  test.each<[string, SendOutcome]>([
    ['asks for a second again and again', { kind: 'throttled', retryAfterMs: 1_000 }],
    ['asks for five seconds again and again', { kind: 'throttled', retryAfterMs: 5_000 }],
    ['asks for four minutes', { kind: 'throttled', retryAfterMs: 240_000 }],
    ['cannot be reached', { kind: 'not_sent', cause: 'connection_refused' }],
  ])(
    'because the provider %s never seems to send, says once that it lasts, and once that it is over',
    async (_, answer) => {
      const bench = await aBench();
      const { id } = await bench.approved({ size: 30, throttle: { batchSize: 10, everySeconds: 1, holdAbove: null } });
      await bench.run(3);
      bench.answerWith(() => answer);
      await bench.run(5);
      for (let second = 0; second < 170; second += 1) {
        expect(await reportOf(bench, id)).toMatchObject({ plan: { kind: 'wait', because: 'provider' }, doneAt: null });
        await bench.run(1);
      }
      expect((await bench.notes(id)).filter((kind) => kind.startsWith('provider'))).toEqual(['provider_waits']);

      bench.answerWith(({ ref }) => ({ kind: 'accepted', messageId: ref }));
      await bench.run(330);
      expect(await planOf(bench, id)).toBeNull();
      expect((await bench.notes(id)).filter((kind) => kind.startsWith('provider'))).toEqual([
        'provider_waits',
        'provider_takes',
      ]);
    },
  );

  test('because the provider refused one of many goes on as soon as others are taken', async () => {
    const bench = await aBench();
    const { id } = await bench.approved({ size: 200, throttle: all });
    let asked = 0;
    bench.answerWith(({ ref }) => {
      asked += 1;
      return asked === 3 ? { kind: 'throttled', retryAfterMs: 1_000 } : { kind: 'accepted', messageId: ref };
    });
    await bench.run(4);
    expect(await planOf(bench, id)).toMatchObject({ kind: 'send' });
    await bench.run(180);
    expect(await bench.notes(id)).toEqual(['started', 'batch']);
  });

  test('because its sender is not in the settings any more is paused with the reason, and is not resumed before', async () => {
    const bench = await aBench();
    const { id } = await bench.approved({ size: 20, throttle: { batchSize: 2, everySeconds: 10, holdAbove: null } });
    await bench.run(3);
    const senders = bench.deps.settings.senders as Map<typeof sender, number>;
    senders.delete(sender);
    await bench.run(2);
    const { status, pause } = await bench.campaigns.get(id);
    expect({ status, pause }).toMatchObject({
      status: 'paused',
      pause: { reason: 'no_sender', detail: `It sends from ${sender}.` },
    });
    expect(await bench.notes(id)).toContain('paused');
    await expect(bench.campaigns.resume(id, agent)).rejects.toThrow('SMS_SENDERS');

    senders.set(sender, 100);
    await bench.campaigns.resume(id, agent);
    await bench.run(30);
    expect(bench.sent.length).toBeGreaterThan(4);
  });

  test('because the disk is full says so, and goes on when there is room', async () => {
    const disk = simulatedDisk();
    const bench = await aBench({ disk });
    const { id } = await bench.approved({ size: 20, throttle: { batchSize: 2, everySeconds: 5, holdAbove: null } });
    await bench.run(3);
    disk.beforeCall = () => {
      throw new Error('ENOSPC: no space left on device');
    };
    await bench.run(6);
    expect(await planOf(bench, id)).toEqual({ kind: 'wait', until: null, because: 'storage' });
    const { length } = bench.sent;
    disk.beforeCall = () => {};
    await bench.run(20);
    expect(bench.sent.length).toBeGreaterThan(length);
    expect(await planOf(bench, id)).not.toMatchObject({ because: 'storage' });
  });

  test('because its sender is gone does not start', async () => {
    const other = '12015550199' as typeof sender;
    const bench = await aBench();
    const { id } = await bench.approved({ size: 2, throttle: all, sender: other });
    await bench.run(3);
    expect((await bench.campaigns.get(id)).pause?.reason).toBe('no_sender');
    expect(await bench.notes(id)).not.toContain('started');
  });
});
