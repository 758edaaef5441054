import { contentHash } from '../../src/domain/campaign/approval.ts';
import { CampaignId, type PhoneNumber } from '../../src/domain/ids.ts';
import { listHash } from '../../src/domain/list/hash.ts';
import type { ListedRecipient } from '../../src/domain/recipient/recipient.ts';
import type { Store } from '../../src/ports/store.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { type SimulatedDisk, simulatedDisk } from '../../test/store/lowdb/simulated-disk.ts';
import {
  aCampaign,
  aConversation,
  aDraft,
  aNumber,
  anInbound,
  approver,
  aSuppression,
  campaignId,
} from '../../test/support/builders.ts';
import { createRandom, type Random } from '../random.ts';

/** A data folder whose process was killed in mid-campaign, and what is true outside whatever happens to it. */
export type SmallFolder = {
  disk: SimulatedDisk;
  /** The same folder some changes earlier. */
  older: SimulatedDisk;
  texted: Set<PhoneNumber>;
  optedOut: Set<PhoneNumber>;
  /** What each person on the list should be told. */
  texts: Map<PhoneNumber, string>;
};

export const folder = '/data';
/** Two documents of the list, and of the running states. */
const size = 510;
const startedAt = Date.parse('2026-11-23T14:31:00.000Z');
const columns = ['first_name'];

/**
 * Documents from before a restart and a journal from after it, each with messages, opt-outs and replies; a draft, and a
 * debt.
 */
export async function aSmallFolder(seed: number): Promise<SmallFolder> {
  const random = createRandom(seed);
  const disk = simulatedDisk();
  const people = Array.from({ length: size }, (_, no) => ({
    number: aNumber(no),
    values: [`Person ${no}`],
    line: no + 2,
  }));
  const texts = new Map(
    people.map(({ number, values }) => [number, `Hi ${values[0]}, will you come on Friday? Reply STOP to opt out.`]),
  );
  const made: SmallFolder = { disk, older: disk, texted: new Set(), optedOut: new Set(), texts };

  const first = await openLowdbStore({ folder, disk, now: () => new Date(startedAt) });
  await first.folder.vouch(approver, new Date(startedAt).toISOString());
  await writeCampaigns(first, people);
  await live(first, made, random);
  made.older = disk.afterCrash('process');
  await live(first, made, random);
  await first.close();

  const second = await openLowdbStore({ folder, disk, now: () => new Date(startedAt) });
  await live(second, made, random);
  // Claimed and perhaps sent: nobody knows, so nobody may send it again.
  for (const claim of await claimSome(second, 1)) made.texted.add(claim.number);
  made.disk = disk.afterCrash('process');
  await second.close();
  return made;
}

async function writeCampaigns(store: Store, people: readonly ListedRecipient[]): Promise<void> {
  const list = { ...aCampaign().list, size, columns, hash: listHash(columns, people) };
  const campaign = aCampaign({
    list,
    hours: null,
    throttle: { batchSize: 200, everySeconds: 5, holdAbove: null },
    segments: { total: size, most: 1, encoding: 'GSM-7' },
  });
  await store.campaigns.create(
    { ...campaign, approval: { ...campaign.approval!, contentHash: contentHash(campaign) } },
    people,
  );
  const few = people.slice(0, 3);
  const draft = aDraft({ id: CampaignId.parse('drft2345'), origin: 'draft' });
  await store.campaigns.create({ ...draft, list: { ...list, size: 3, hash: listHash(columns, few) } }, few);
  const at = new Date(startedAt).toISOString();
  await store.announcements.add([{ id: 'owed', at, kind: 'note', campaignId, note: { kind: 'started' } }]);
}

/** A few messages, receipts, replies and opt-outs. */
async function live(store: Store, made: SmallFolder, random: Random): Promise<void> {
  for (const claim of await claimSome(store, random.int(3, 6))) {
    made.texted.add(claim.number);
    const messageId = `aaaaaaaa-bbbb-4ccc-8ddd-${String(claim.no).padStart(12, '0')}`;
    await store.recipients.record(claim, { to: 'submitted', messageId }, new Date(startedAt));
    const ref = `v1.${campaignId}.${claim.no}.1`;
    const at = new Date(startedAt).toISOString();
    if (random.chance(0.6)) await store.recipients.receive({ ref, messageId, status: 'delivered', code: null, at });
  }
  for (let times = random.int(2, 3); times > 0; times -= 1)
    await optOut(store, made, aNumber(random.int(0, size - 1)), random);
}

async function optOut(store: Store, made: SmallFolder, number: PhoneNumber, random: Random): Promise<void> {
  made.optedOut.add(number);
  const suppress = aSuppression({ number });
  if (random.chance(0.5)) return store.suppressions.add(suppress);
  const id = `in-${number}`;
  const { messages: _messages, version: _version, ...rest } = aConversation({ number });
  const letters = Array.from({ length: 12 }, () => random.pick([...'abcdefghjkmn']));
  await store.conversations.receive({
    message: anInbound({ id, text: 'STOP please', reading: 'opt_out' }),
    conversation: { ...rest, id: letters.join('') as typeof rest.id, status: 'handled' },
    suppress,
    announcements: [],
  });
}

function claimSome(store: Store, limit: number) {
  const batch = { no: 1, startedAt: new Date(startedAt).toISOString(), size: 200 };
  return store.recipients.claim(campaignId, batch, limit, new Date(startedAt));
}
