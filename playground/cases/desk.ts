import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../src/clock.ts';
import type { PhoneNumber } from '../../src/domain/ids.ts';
import { ChannelId, SenderId, UserId } from '../../src/domain/ids.ts';
import { readOptOuts } from '../../src/domain/list/opt-outs/read-opt-outs.ts';
import { readRecipients } from '../../src/domain/list/read-list.ts';
import type { Store } from '../../src/ports/store.ts';
import type { ListReader, Log, People, SmsGateway } from '../../src/ports/world.ts';
import { type Campaigns, createCampaigns } from '../../src/services/campaigns/campaigns.ts';
import type { Deps } from '../../src/services/deps.ts';
import { createInbox } from '../../src/services/replies/inbox.ts';
import { createDispatcher, type Dispatcher } from '../../src/services/sending/dispatcher.ts';
import { createRateLimits } from '../../src/services/sending/rate-limits.ts';
import { createVonageWebhooks } from '../../src/sms/webhooks/webhooks.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { openRulesForAnyText } from '../open-rules.ts';
import { signature } from '../vonage/webhooks.ts';

export const author = UserId.parse('U0AUTHOR');
export const approver = UserId.parse('U0APPROVER');
export const channel = ChannelId.parse('C0SMS');
export const sender = SenderId.parse('12125550100');

/** The program's services on a store of their own, for one case: nothing leaves, and nothing is left behind. */
export type Desk = {
  store: Store;
  campaigns: Campaigns;
  dispatcher: Dispatcher;
  /** Numbers that messages left for, in order. */
  sent: PhoneNumber[];
  /** Delivers a webhook's body as the provider does, signed, and tells the answer's status. */
  deliver(body: object): Promise<number>;
  close(): Promise<void>;
};

export async function openDesk(
  country: string,
  lists: ListReader = { read: readRecipients, readOptOuts },
): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), 'trickle-cases-'));
  const store = await openLowdbStore({ folder });
  await store.folder.vouch(author, systemClock.now().toISOString());
  const sent: PhoneNumber[] = [];
  const deps: Deps = {
    store,
    gateway: acceptAll(sent),
    announcer: { refresh: () => {}, wake: () => {} },
    lists,
    people: { find: findMember, findNow: findMember, findNowOrLately: findMember },
    clock: systemClock,
    log: silent,
    settings: {
      senders: new Map([[sender, 1_000]]),
      accountRate: 1_000,
      roles: { creators: [], approvers: [], admins: [approver] },
      country,
      countries: [],
      businessNames: [],
      zone: 'UTC',
      inboxChannel: channel,
      optOutConfirmation: null,
      helpText: null,
      autoAnswersPerDay: 500,
      rehearsals: 20,
    },
    rules: openRulesForAnyText(),
  };
  const limits = createRateLimits(deps.settings, systemClock);
  const dispatcher = createDispatcher(deps, limits);
  const webhooks = createVonageWebhooks({
    secrets: [signing.signatureSecret],
    apiKey: signing.apiKey,
    senders: [sender],
    country,
    onStatus: async () => {},
    onInbound: createInbox(deps, limits).receive,
    now: () => new Date(),
    log: silent,
  });

  return {
    store,
    sent,
    dispatcher,
    campaigns: createCampaigns(deps, limits, dispatcher),
    async deliver(body) {
      const raw = JSON.stringify(body);
      const headers = { 'content-type': 'application/json', ...signature(raw, signing, {}, Date.now()) };
      const answer = await webhooks.handle({ kind: 'inbound', method: 'POST', headers, body: Buffer.from(raw) });
      return answer.status;
    },
    async close() {
      await dispatcher.stop();
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

const signing = { apiKey: 'cases', signatureSecret: 'a secret for cases only', reuseSignature: false };

const findMember: People['find'] = async (id) => ({ ...member, id, name: id === author ? 'Ada' : 'Ben' });
const member = { zone: 'UTC', isBot: false, isDeactivated: false, isGuest: false, isExternal: false, groups: [] };

const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

function acceptAll(sent: PhoneNumber[]): SmsGateway {
  return {
    async send({ to, ref }) {
      sent.push(to);
      return { kind: 'accepted', messageId: ref };
    },
    prepare: async () => {},
    segmentPrice: async () => undefined,
  };
}
