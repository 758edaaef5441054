import { expect, test } from 'vitest';
import { clientRef } from '../../../src/domain/recipient/recipient.ts';
import { type SimulatedDisk, simulatedDisk } from '../../store/lowdb/simulated-disk.ts';
import { campaignId, sender } from '../../support/builders.ts';
import { aBench, type Bench } from '../../support/services.ts';

const throttle = { batchSize: 6, everySeconds: 60, holdAbove: null };

function listOf(disk: SimulatedDisk): string {
  return disk.paths().find((name) => name.includes(`list.${campaignId}`))!;
}

function forge(disk: SimulatedDisk): void {
  const path = listOf(disk);
  disk.put(path, Buffer.from(disk.contentOf(path).toString().replaceAll('+1201', '+1301')));
}

/** Restarted after the first batch; then somebody put other numbers into the list. */
async function withForgedList(): Promise<{
  bench: Bench;
  disk: SimulatedDisk;
  original: Buffer;
  before: Bench['sent'];
}> {
  const disk = simulatedDisk();
  const first = await aBench({ disk });
  await first.approved({ id: campaignId, size: 10, throttle });
  await first.run(5);
  await first.close();
  const bench = await aBench({ disk, start: '2026-03-02T10:00:00.000Z' });
  const original = disk.contentOf(listOf(disk));
  forge(disk);
  return { bench, disk, original, before: first.sent };
}

test('a campaign whose list is forged after the start pauses with the reason, and texts nobody from it', async () => {
  const { bench, disk, original, before } = await withForgedList();
  await bench.run(70);
  const campaign = await bench.campaigns.get(campaignId);
  expect(campaign).toMatchObject({ status: 'paused', pause: { reason: 'list_damaged' } });
  expect(bench.sent).toEqual([]);
  expect(await bench.notes(campaignId)).toContain('paused');

  // Put back from a backup.
  disk.put(listOf(disk), original);
  await bench.campaigns.resume(campaignId, campaign.approval!.by);
  await bench.run(70);
  const everybody = [...before, ...bench.sent].map(({ to }) => to);
  expect(new Set(everybody).size).toBe(10);
  expect(everybody).toHaveLength(10);
});

test('other campaigns of the sender go on beside one whose list is damaged', async () => {
  const { bench } = await withForgedList();
  const other = await bench.approved({ size: 3, firstNumber: 1_000 });
  await bench.run(40);
  expect((await bench.campaigns.get(campaignId)).status).toBe('paused');
  expect((await bench.store.recipients.tally(other.id)).counts.submitted).toBe(3);
});

test('a list that is damaged before the start is not what was approved', async () => {
  const disk = simulatedDisk();
  const bench = await aBench({ disk });
  await bench.approved({ id: campaignId, size: 3 });
  forge(disk);
  await bench.run(5);
  expect((await bench.campaigns.get(campaignId)).status).toBe('failed');
  expect(bench.sent).toEqual([]);
});

test('a STOP, or an opt-out that the carrier tells, of somebody on a damaged list counts', async () => {
  const { bench, before } = await withForgedList();
  const [writer, blocked] = before;
  const at = bench.clock.now().toISOString();
  await bench.inbox.receive({ id: 'in-1', from: writer!.to, to: sender, text: 'STOP', at });
  expect(bench.store.suppressions.blocks(writer!.to)).toBe(true);

  const ref = clientRef({ campaignId, no: 1, attempt: 1 });
  await bench.receipts.receive({ ref, messageId: ref, status: 'rejected', code: '1240', at });
  expect(bench.store.suppressions.blocks(blocked!.to)).toBe(true);
});
