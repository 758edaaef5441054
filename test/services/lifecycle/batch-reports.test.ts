import { expect, test } from 'vitest';
import type { PhoneNumber } from '../../../src/domain/ids.ts';
import { aBench, type Bench } from '../../support/services.ts';
import { phoneOf } from '../../support/story.ts';

async function reportsOf(bench: Bench): Promise<{ no: number; accepted: number; isLast: boolean }[]> {
  const announcements = await bench.store.announcements.pending();
  return announcements.flatMap((one) =>
    one.kind === 'note' && one.note.kind === 'batch'
      ? [{ no: one.note.no, accepted: one.note.accepted, isLast: one.note.nextAt === null }]
      : [],
  );
}

test('every batch is reported, also those that were over before a tick looked', async () => {
  const bench = await aBench();
  const { id } = await bench.approved({ size: 30, throttle: { batchSize: 10, everySeconds: 60, holdAbove: null } });
  await bench.run(3);
  for (const no of [2, 3]) {
    const now = bench.clock.now();
    const batch = { no, startedAt: now.toISOString(), size: 10 };
    for (const claim of await bench.store.recipients.claim(id, batch, 10, now)) {
      await bench.store.recipients.record(claim, { to: 'submitted', messageId: `message-${claim.no}` }, now);
    }
  }
  await bench.run(3);

  expect(await reportsOf(bench)).toEqual([
    { no: 1, accepted: 10, isLast: false },
    { no: 2, accepted: 10, isLast: false },
    { no: 3, accepted: 10, isLast: true },
  ]);
});

test('replies hold nothing back once everybody has the message', async () => {
  const bench = await aBench();
  const throttle = { batchSize: 2, everySeconds: 60, holdAbove: 0 };
  const campaign = await bench.approved({ size: 2, throttle });
  await bench.run(1);
  await bench.hear('Is it far?', phoneOf(1) as PhoneNumber);
  await bench.run(5);
  expect(await bench.notes(campaign.id)).not.toContain('hold_began');
});
