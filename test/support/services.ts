import { onTestFinished } from 'vitest';
import { openRules } from '../../playground/open-rules.ts';
import { contentHash } from '../../src/domain/campaign/approval.ts';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import { CampaignId, type PhoneNumber, type SenderId, type UserId } from '../../src/domain/ids.ts';
import { listHash } from '../../src/domain/list/hash.ts';
import { readOptOuts } from '../../src/domain/list/opt-outs/read-opt-outs.ts';
import { readRecipients } from '../../src/domain/list/read-list.ts';
import type { SendOutcome } from '../../src/domain/recipient/send-outcome.ts';
import type { RuleBook } from '../../src/domain/rules/rule-book.ts';
import type { Store } from '../../src/ports/store.ts';
import type { Log, OutgoingText, People, SmsGateway } from '../../src/ports/world.ts';
import { type Campaigns, createCampaigns } from '../../src/services/campaigns/campaigns.ts';
import type { Deps, ServiceSettings } from '../../src/services/deps.ts';
import { type ClockWatch, createClockWatch } from '../../src/services/lifecycle/clock-watch.ts';
import { createInbox, type Inbox } from '../../src/services/replies/inbox.ts';
import { createRules } from '../../src/services/rules.ts';
import { createDispatcher, type Dispatcher } from '../../src/services/sending/dispatcher.ts';
import { createRateLimits } from '../../src/services/sending/rate-limits.ts';
import { createReceipts, type Receipts } from '../../src/services/sending/receipts.ts';
import { abandonFoundClaims } from '../../src/services/sending/recovery.ts';
import type { Disk } from '../../src/store/lowdb/files/disk.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { simulatedDisk } from '../store/lowdb/simulated-disk.ts';
import { aDraft, aPerson, approver, author, sender, settingsWith } from './builders.ts';
import { type HandClock, handClock } from './hand-clock.ts';
import { vouchedFor } from './known-folder.ts';
import { phoneOf } from './story.ts';

export type Sent = OutgoingText & { at: Date };

/** The services on a real store, with time by hand and a provider that answers as the test says. */
export type Bench = {
  /** For services that a test builds itself. */
  deps: Deps;
  /** Stops it now rather than at the end of the test. */
  close(): Promise<void>;
  clock: HandClock;
  store: Store;
  disk: Disk;
  logged: string[];
  campaigns: Campaigns;
  dispatcher: Dispatcher;
  inbox: Inbox;
  receipts: Receipts;
  clockWatch: ClockWatch;
  sent: Sent[];
  /** One text from a phone to the sender; answers with its id. */
  hear(text: string, from?: PhoneNumber, to?: SenderId): Promise<string>;
  /** What the provider answers from now on. */
  answerWith(answer: (message: Sent) => SendOutcome | Promise<SendOutcome>): void;
  /** Moves time on second by second, with a tick in each. */
  run(seconds: number): Promise<void>;
  /** A campaign that somebody else has approved, with `size` recipients of its own. */
  approved(overrides?: Partial<Campaign> & { size?: number; firstNumber?: number }): Promise<Campaign>;
  /** A campaign that waits for its approval. */
  submitted(overrides?: { by?: UserId }): Promise<Campaign>;
  /** The campaign's message stands in the channel. */
  postMessage(campaign: Campaign): Promise<void>;
  /** What the thread of a campaign is told. */
  notes(id: Campaign['id']): Promise<string[]>;
};

export type BenchOptions = {
  settings?: Partial<ServiceSettings>;
  /** Which rules hold where; left out, every hour is open everywhere. */
  book?: RuleBook;
  start?: string;
  disk?: Disk;
  /** Nobody has said yet that the empty folder is meant. */
  isNewFolder?: boolean;
  /** What one part costs in each country; the provider tells no others. */
  prices?: Readonly<Record<string, number>>;
  /** The provider answers no question for a price. */
  silentPrices?: boolean;
  /** Who people are; left out, everybody is a full member. */
  people?: People;
};

const findAnybody = async (id: UserId) => aPerson({ id });
export const everybody: People = { find: findAnybody, findNow: findAnybody, findNowOrLately: findAnybody };

export async function aBench(options: BenchOptions = {}): Promise<Bench> {
  const clock = handClock(options.start);
  // A disk in memory: its answers come before the clock is moved on.
  const disk = options.disk ?? simulatedDisk();
  const logged: string[] = [];
  const store = await openLowdbStore({
    folder: '/data',
    now: clock.now,
    // Days of heartbeats are not worth a step each.
    timers: clock.late,
    disk,
  });
  if (!options.isNewFolder) await vouchedFor(store);

  const sent: Sent[] = [];
  let answer: (message: Sent) => SendOutcome | Promise<SendOutcome> = ({ ref }) => ({
    kind: 'accepted',
    messageId: ref,
  });
  const gateway: SmsGateway = {
    send: async (message) => {
      const full = { ...message, at: clock.now() };
      sent.push(full);
      return answer(full);
    },
    prepare: async () => {},
    segmentPrice: async (country) => {
      if (options.silentPrices) await new Promise(() => {});
      const amount = options.prices?.[country];
      return amount === undefined ? undefined : { amount, currency: 'EUR' };
    },
  };
  const people = options.people ?? everybody;
  const deps: Deps = {
    store,
    gateway,
    clock,
    announcer: { refresh: () => {}, wake: () => {} },
    lists: { read: readRecipients, readOptOuts },
    people,
    log: logInto(logged),
    settings: settingsWith(options.settings),
    rules: options.book ? createRules(options.book) : openRules(),
  };
  await abandonFoundClaims(deps);
  const limits = createRateLimits(deps.settings, clock);
  const clockWatch = createClockWatch(deps);
  const dispatcher = createDispatcher(deps, limits, clockWatch);
  const inbox = createInbox(deps, limits);
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    const stopping = Promise.all([inbox.stop(), dispatcher.stop()]);
    await clock.advance(60_000);
    await stopping;
    await store.close();
  };
  onTestFinished(() => (closing ??= close()));

  return {
    close: () => (closing ??= close()),
    clock,
    deps,
    store,
    disk,
    logged,
    sent,
    dispatcher,
    clockWatch,
    campaigns: createCampaigns(deps, limits, dispatcher),
    inbox,
    receipts: createReceipts(deps),
    hear: async (text, from = phoneOf(1) as PhoneNumber, to = sender) => {
      heard += 1;
      const id = `heard-${heard}`;
      await inbox.receive({ id, from, to, text, at: clock.now().toISOString() });
      return id;
    },
    answerWith: (wanted) => {
      answer = wanted;
    },
    run: async (seconds) => {
      for (let second = 0; second < seconds; second += 1) {
        await dispatcher.tick();
        await clock.advance(1_000);
      }
    },
    approved: (overrides) => approve(store, clock, overrides),
    submitted: ({ by = author } = {}) => submit(store, clock, by),
    postMessage: async ({ id, channel }) => {
      const message = {
        id: `message-${id}`,
        at: clock.now().toISOString(),
        kind: 'campaign_message' as const,
        campaignId: id,
      };
      await store.announcements.add([message]);
      await store.announcements.done(message.id, { channel, id: '1764300000.000100' });
    },
    notes: async (id) =>
      (await store.announcements.pending()).flatMap((owed) =>
        owed.kind === 'note' && owed.campaignId === id ? [owed.note.kind] : [],
      ),
  };
}

function logInto(lines: string[]): Log {
  const add = (_: object, message: string): void => void lines.push(message);
  return { debug: add, info: add, warn: add, error: add };
}

/** Of three people, as somebody left it who wants it approved. */
async function submit(store: Store, clock: HandClock, by: UserId): Promise<Campaign> {
  const list = [1, 2, 3].map((index) => ({ number: phoneOf(700 + index) as PhoneNumber, values: ['Ada'] }));
  const draft = aDraft({ hours: null, createdBy: by, lastEditedBy: by });
  made += 1;
  const campaign: Campaign = {
    ...draft,
    id: CampaignId.parse(`subm${String(made).padStart(4, '0').replaceAll('0', 'a').replaceAll('1', 'b')}`),
    origin: `submitted-${made}`,
    status: 'pending_approval',
    submittedAt: clock.now().toISOString(),
    list: { ...draft.list, size: list.length, hash: listHash(draft.list.columns, list) },
  };
  return store.campaigns.create(campaign, list);
}

let made = 0;
let heard = 0;

async function approve(
  store: Store,
  clock: HandClock,
  { size = 10, firstNumber = 1, ...overrides }: Partial<Campaign> & { size?: number; firstNumber?: number } = {},
): Promise<Campaign> {
  const draft = aDraft({ hours: null, createdBy: author, lastEditedBy: author, ...overrides });
  const list = Array.from({ length: size }, (_, index) => ({
    number: phoneOf(firstNumber + index) as PhoneNumber,
    values: draft.list.columns.map(() => 'x'),
  }));
  made += 1;
  const id = (overrides.id ??
    `aaaaaa${'abcdefghijk'[made % 11]}${'abcdefghijk'[Math.floor(made / 11) % 11]}`) as Campaign['id'];
  const created = await store.campaigns.create(
    {
      ...draft,
      id,
      origin: id,
      status: 'draft',
      list: { ...draft.list, size, hash: listHash(draft.list.columns, list) },
      ...overrides,
    },
    list,
  );
  const approval = { by: approver, at: clock.now().toISOString(), contentHash: contentHash(created) };
  const saved = await store.campaigns.save({ ...created, status: 'scheduled', approval });
  if (saved === 'stale') throw new Error('Somebody else changed the campaign of the test.');
  return saved;
}
