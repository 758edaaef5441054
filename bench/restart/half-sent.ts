import { ChannelId } from '../../src/domain/ids.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { vouchedFor } from '../../test/support/known-folder.ts';
import { listOf, runCampaign } from '../sending/services.ts';
import { textEverybody } from '../store/text-everybody.ts';

export type HalfSentJob = { folder: string; people: number; channel: string };

/** Texts half of a campaign, and ends without closing the store, as a process does that is killed. */
export default async function leaveHalfSent({ folder, people, channel }: HalfSentJob): Promise<void> {
  const store = await vouchedFor(await openLowdbStore({ folder }));
  const campaign = await runCampaign(store, listOf(people), { channel: ChannelId.parse(channel) });
  await textEverybody(store, campaign, people / 2);
}
