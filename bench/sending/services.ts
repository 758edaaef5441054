import { openRules } from '../../playground/open-rules.ts';
import { systemClock } from '../../src/clock.ts';
import { contentHash } from '../../src/domain/campaign/approval.ts';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import type { PhoneNumber, UserId } from '../../src/domain/ids.ts';
import { listHash } from '../../src/domain/list/hash.ts';
import { readOptOuts } from '../../src/domain/list/opt-outs/read-opt-outs.ts';
import { readRecipients } from '../../src/domain/list/read-list.ts';
import type { ListedRecipient } from '../../src/domain/recipient/recipient.ts';
import type { Store } from '../../src/ports/store.ts';
import type { Log, SmsGateway } from '../../src/ports/world.ts';
import type { Deps } from '../../src/services/deps.ts';
import { newCampaignId } from '../../src/services/new-id.ts';
import { aDraft, aPerson, approver, sender, settingsWith } from '../../test/support/builders.ts';
import { phoneOf, text } from './request.ts';

const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const findAnybody = async (id: UserId) => aPerson({ id });

/** What the services need of the world, on a real store: nobody is asked, nothing is told, no limit holds them up. */
export function depsFor(store: Store, gateway: SmsGateway, perSecond = 100_000): Deps {
  return {
    store,
    gateway,
    announcer: { refresh: () => {}, wake: () => {} },
    lists: { read: readRecipients, readOptOuts },
    people: { find: findAnybody, findNow: findAnybody, findNowOrLately: findAnybody },
    clock: systemClock,
    log: silent,
    settings: settingsWith({ senders: new Map([[sender, perSecond]]), accountRate: perSecond }),
    rules: openRules(),
  };
}

/** So many people, from this place of all numbers on. */
export function listOf(size: number, from = 0): ListedRecipient[] {
  return Array.from({ length: size }, (_, no) => ({
    number: `+${phoneOf(from + no)}` as PhoneNumber,
    values: [`Name${no}`],
  }));
}

/** More is no batch. */
const largestBatch = 100_000;

/** A campaign that another person has approved and that runs: all of it is one batch, if a batch may be so large. */
export async function runCampaign(
  store: Store,
  list: readonly ListedRecipient[],
  overrides: Partial<Pick<Campaign, 'id' | 'channel'>> = {},
): Promise<Campaign> {
  const { id = newCampaignId() } = overrides;
  const draft = aDraft({
    hours: null,
    template: text,
    throttle: { batchSize: Math.min(list.length, largestBatch), everySeconds: 1, holdAbove: 10 },
  });
  const now = systemClock.now().toISOString();
  const created = await store.campaigns.create(
    {
      ...draft,
      ...overrides,
      id,
      origin: id,
      createdAt: now,
      list: { ...draft.list, size: list.length, hash: listHash(draft.list.columns, list) },
    },
    list,
  );
  const approval = { by: approver, at: now, contentHash: contentHash(created) };
  const saved = await store.campaigns.save({
    ...created,
    status: 'running',
    submittedAt: now,
    startedAt: now,
    approval,
  });
  if (saved === 'stale') throw new Error('Somebody else changed the campaign.');
  return saved;
}
