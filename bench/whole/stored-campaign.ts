import { mkdir } from 'node:fs/promises';
import { contentHash } from '../../src/domain/campaign/approval.ts';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import { CampaignId, ChannelId, PhoneNumber, SenderId, UserId } from '../../src/domain/ids.ts';
import { listHash } from '../../src/domain/list/hash.ts';
import { measureMessages } from '../../src/domain/measure/measure.ts';
import { placeKey } from '../../src/domain/place/place-key.ts';
import { whereaboutsOf } from '../../src/domain/place/whereabouts.ts';
import type { ListedRecipient } from '../../src/domain/recipient/recipient.ts';
import { post } from '../../src/services/announcements.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { aCampaign } from '../../test/support/builders.ts';
import { vouchedFor } from '../../test/support/known-folder.ts';

export type StoredCampaign = { id: string; sender: string; people: number; from: number };

const ids = ['abcd2345', 'bcde3456', 'cdef4567', 'defg5678'];

/**
 * A folder with campaigns that were approved just now and are due, so that the program sends them as soon as it runs; with
 * nobody as approver, with campaigns that wait for one.
 */
export async function storeCampaigns(
  folder: string,
  wanted: readonly { sender: string; people: number }[],
  channel: string,
  approver: string | null,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const store = await vouchedFor(await openLowdbStore({ folder }));
  let from = 0;
  for (const [index, { sender, people }] of wanted.entries()) {
    const [campaign, list] = await written({ id: ids[index]!, sender, people, from }, channel);
    const now = new Date();
    if (approver === null) {
      const draft = await store.campaigns.create({ ...campaign, status: 'draft' }, list);
      const announcements = [post('review_card', campaign.id, now)];
      await store.campaigns.save({ ...draft, status: 'pending_approval', submittedFor: people }, { announcements });
    } else {
      const approval = { by: UserId.parse(approver), at: now.toISOString(), contentHash: contentHash(campaign) };
      await store.campaigns.create({ ...campaign, approval }, list);
    }
    from += people;
  }
  await store.close();
}

async function written(
  { id, sender, people, from }: StoredCampaign,
  channel: string,
): Promise<[Campaign, ListedRecipient[]]> {
  const list = Array.from({ length: people }, (_, no): ListedRecipient => {
    const number = PhoneNumber.parse(`+1201${2_000_000 + from + no}`);
    return { number, values: [`Person${no}`], place: placeKey(whereaboutsOf(number).whereabouts) };
  });
  const columns = ['first_name'];
  const at = new Date().toISOString();
  const campaign = aCampaign({
    id: CampaignId.parse(id),
    origin: `bench-${id}`,
    name: `Bench ${id}`,
    status: 'scheduled',
    sender: SenderId.parse(sender),
    throttle: { batchSize: Math.min(people, 100_000), everySeconds: 1, holdAbove: null },
    hours: null,
    channel: ChannelId.parse(channel),
    createdBy: UserId.parse('U0ADA'),
    lastEditedBy: UserId.parse('U0ADA'),
    createdAt: at,
    submittedAt: at,
    startedAt: null,
    approval: null,
    segments: await measureMessages(aCampaign().template, columns, list),
    list: { ...aCampaign().list, size: people, columns, hash: listHash(columns, list) },
  });
  return [campaign, list];
}
