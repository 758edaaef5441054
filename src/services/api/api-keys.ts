import { randomBytes } from 'node:crypto';
import {
  type ApiKey,
  idInApiKey,
  keyNamed,
  mostKeys,
  opensWith,
  readKeyName,
  sha256Of,
  writeApiKey,
} from '../../domain/api-key.ts';
import { CampaignError } from '../../domain/campaign-error.ts';
import type { ChannelId, UserId } from '../../domain/ids.ts';
import { channelNotice } from '../announcements.ts';
import { requireAdmin } from '../authority.ts';
import type { Deps } from '../deps.ts';
import { newCampaignId } from '../new-id.ts';

/** What admins do with the keys of other programs. Each is told who asks and checks it. */
export type ApiKeyDoors = {
  /** `secret` is told once: only its hash is kept. The channel reads who made it. */
  addKey(
    wish: { name: string; channel: ChannelId; seesNumbers: boolean },
    by: UserId,
  ): Promise<{ key: ApiKey; secret: string }>;
  /** With revoked ones, in the order in which they were made; `zone`: that of who asks. */
  showKeys(by: UserId): Promise<{ keys: readonly ApiKey[]; zone: string }>;
  /** At once and for good; the channel reads who did it. */
  revokeKey(name: string, by: UserId): Promise<ApiKey>;
};

/** What the HTTP API asks of each request, without anybody of whom to ask it. */
export type ApiKeyRecords = {
  isAny(): boolean;
  /** The live key that somebody gives; undefined for anything else, after an equally long look. */
  keyOf(given: string): ApiKey | undefined;
  /** Remembers in the background that it was. */
  used(key: ApiKey): void;
};

export function createApiKeys(deps: Deps): ApiKeyDoors & ApiKeyRecords {
  const { store, people, clock, log, announcer } = deps;

  return {
    isAny: () => store.apiKeys.isAny(),

    keyOf: (given) => {
      const id = idInApiKey(given);
      const key = id === undefined ? undefined : store.apiKeys.get(id);
      return opensWith(key, given) ? key : undefined;
    },

    used: ({ id }) => {
      // A disk in trouble refuses what is asked with the key: nothing hangs on this.
      store.apiKeys.used(id, clock.now()).catch(() => {});
    },

    addKey: async ({ name: typed, channel, seesNumbers }, by) => {
      const person = await people.findNow(by);
      await requireAdmin(deps, person, { what: 'make keys for other programs' });
      const name = readKeyName(typed);
      refuseDirect(channel);
      const id = newCampaignId();
      const secret = writeApiKey(id, randomBytes(32));
      const now = clock.now();
      const key: ApiKey = {
        id,
        name,
        sha256: sha256Of(secret),
        madeBy: by,
        madeAt: now.toISOString(),
        channel,
        ...(seesNumbers && { seesNumbers }),
      };
      const numbers = seesNumbers ? ' It is shown whole numbers.' : '';
      const text = `${person!.name} made the key “${name}”: another program can send campaigns in here now, and somebody else has to approve each.${numbers} \`/sms-campaign keys revoke ${name}\` ends it.`;
      const added = await store.apiKeys.add(key, [channelNotice(channel, now, text)]);
      if (added === 'taken') throw taken(name);
      if (added === 'full') throw full();
      announcer.wake();
      log.info({ by, key: id }, 'A key for another program was made');
      return { key, secret };
    },

    showKeys: async (by) => {
      const person = await people.find(by);
      await requireAdmin(deps, person, { what: 'see the keys of other programs' });
      return { keys: await store.apiKeys.all(), zone: person!.zone };
    },

    revokeKey: async (typed, by) => {
      // It ends something, so it does not wait for a silent chat.
      const person = await people.findNowOrLately(by);
      await requireAdmin(deps, person, { what: 'revoke keys of other programs' });
      const name = readKeyName(typed);
      const key = keyNamed(await store.apiKeys.all(), name);
      if (!key) throw noKey(name);
      const now = clock.now();
      const text = `${person!.name} revoked the key “${key.name}”: the program that had it can send nothing in any more. What it has sent in stays.`;
      const revoked = { by, at: now.toISOString() };
      if (!(await store.apiKeys.revoke(key.id, revoked, [channelNotice(key.channel, now, text)]))) throw noKey(name);
      announcer.wake();
      log.info({ by, key: key.id }, 'A key of another program was revoked');
      return { ...key, revoked };
    },
  };
}

/** A key belongs to a team, which reviews what comes in. */
function refuseDirect(channel: ChannelId): void {
  if (!channel.startsWith('D')) return;
  const sentence =
    'Type this in the channel where the team is to review what the program sends in: a key belongs to one channel.';
  throw new CampaignError('no_channel', sentence);
}

function taken(name: string): CampaignError {
  const sentence = `There is a key “${name}” already. Take another name, or revoke that one first: \`/sms-campaign keys revoke ${name}\`.`;
  return new CampaignError('key_taken', sentence);
}

function full(): CampaignError {
  const sentence = `There are ${mostKeys} keys already. Revoke one that nobody uses: \`/sms-campaign keys list\` shows them.`;
  return new CampaignError('many_keys', sentence);
}

function noKey(name: string): CampaignError {
  return new CampaignError(
    'no_key',
    `There is no key “${name}”. \`/sms-campaign keys list\` shows those that there are.`,
  );
}
