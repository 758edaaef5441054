import { describe, expect, test } from 'vitest';
import { listOf, runCampaign } from '../../bench/sending/services.ts';
import { countingDisk } from '../../bench/store/counting-disk.ts';
import { messageIdOf, textEverybody } from '../../bench/store/text-everybody.ts';
import { clientRef } from '../../src/domain/recipient/recipient.ts';
import { createRateLimits } from '../../src/services/sending/rate-limits.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { simulatedDisk } from '../store/lowdb/simulated-disk.ts';
import { sender } from '../support/builders.ts';
import { vouchedFor } from '../support/known-folder.ts';

/*
 * What `npm run bench` measures in time and bytes is guarded here by counting work, which is the same on a busy machine:
 * with wide margins, so that only a change of the way it is done fails.
 */

/** What the store wrote for each of so many messages of a campaign, with its last checkpoint. */
async function workOf(people: number, messages: number) {
  const disk = countingDisk(simulatedDisk());
  const store = await vouchedFor(await openLowdbStore({ folder: '/data', disk }));
  const campaign = await runCampaign(store, listOf(people));
  const before = disk.written();
  await textEverybody(store, campaign, messages);
  const texted = disk.written();
  await store.close();
  const closed = disk.written();
  return {
    bytes: (closed.bytes - before.bytes) / messages,
    writes: (texted.writes - before.writes) / messages,
    syncs: (texted.syncs - before.syncs) / messages,
  };
}

describe('sending', () => {
  test('a message costs as many bytes in a campaign of 30,000 as in one of 1,000, and fewer than 1,500', async () => {
    const [small, large] = [await workOf(1_000, 1_000), await workOf(30_000, 1_000)];
    expect(small.bytes).toBeLessThan(1_500);
    expect(large.bytes).toBeLessThan(1_500);
    expect(large.bytes / small.bytes).toBeLessThan(1.5);
  });

  test('messages share their writes and syncs: a fifth of one each at most', async () => {
    const { writes, syncs } = await workOf(2_000, 2_000);
    expect(writes).toBeLessThan(0.2);
    expect(syncs).toBeLessThan(0.2);
  });

  test('receipts that come together share theirs as well', async () => {
    const disk = countingDisk(simulatedDisk());
    const store = await vouchedFor(await openLowdbStore({ folder: '/data', disk }));
    const campaign = await runCampaign(store, listOf(1_000));
    await textEverybody(store, campaign, 1_000);
    const before = disk.written();
    const at = new Date().toISOString();
    for (let from = 0; from < 1_000; from += 50) {
      const some = Array.from({ length: 50 }, (_, no) => from + no);
      await Promise.all(
        some.map((no) => {
          const ref = clientRef({ campaignId: campaign.id, no, attempt: 1 });
          return store.recipients.receive({ ref, messageId: messageIdOf(no), status: 'delivered', code: null, at });
        }),
      );
    }
    const { bytes, syncs } = disk.written();
    expect((syncs - before.syncs) / 1_000).toBeLessThan(0.2);
    expect((bytes - before.bytes) / 1_000).toBeLessThan(1_000);
    await store.close();
  });
});

describe('a fast sender', () => {
  test('is woken up for many messages at a time: at 5,000 a second, for four or more', async () => {
    let [nowMs, wakeUps] = [0, 0];
    const limits = createRateLimits(
      { senders: new Map([[sender, 5_000]]), accountRate: 10_000 },
      {
        now: () => new Date(nowMs),
        monotonicMs: () => nowMs,
        // A timer of a real machine takes whole milliseconds.
        sleep: async (ms) => {
          wakeUps += 1;
          nowMs += Math.max(1, Math.ceil(ms));
        },
        get real() {
          return this;
        },
      },
    );
    const messages = 20_000;
    await Promise.all(Array.from({ length: messages }, () => limits.take(sender)));
    expect(wakeUps / messages).toBeLessThan(1 / 4);
    // Nobody leaves in the first second: a former process may have sent just before.
    expect(messages / (nowMs / 1_000 - 1)).toBeGreaterThan(0.9 * 5_000);
  });
});
