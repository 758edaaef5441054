import { randomUUID } from 'node:crypto';
import { type ApiKey, sha256Of } from '../../domain/api-key.ts';
import { contentHash } from '../../domain/campaign/approval.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { whyNotOpen } from '../../domain/campaign/permissions.ts';
import { CampaignError } from '../../domain/campaign-error.ts';
import { refuseBought } from '../../domain/consent/boxes.ts';
import type { UserId } from '../../domain/ids.ts';
import { wallClock } from '../../domain/moment.ts';
import type { Uploads } from '../../ports/uploads.ts';
import { requireCreator } from '../authority.ts';
import type { Approving } from '../campaigns/approving.ts';
import type { Drafting } from '../campaigns/drafting.ts';
import type { Deps } from '../deps.ts';
import { refuseOpenQuestions } from '../list/refuse-gaps.ts';
import { refuseWording, textProblemsOf } from '../list/wording.ts';
import { readSentIn, type SentInTexts } from './read-sent-in.ts';
import { tellWhyDraft } from './sent-in-news.ts';

/** `isNew` false: the same request had made it before. `toDecide`: why it is still a draft; empty once it was submitted. */
export type SentIn = { campaign: Campaign; isNew: boolean; toDecide: readonly string[] };

/** What another program sends in with its key: the key's maker counts as its author. */
export type SendingIn = {
  /**
   * Throws what is wrong with the texts, or whoever made the key may not write campaigns now: asked before a list is taken
   * in.
   */
  checkSentIn(key: ApiKey, input: { texts: SentInTexts; by: UserId }): Promise<void>;
  /**
   * Makes a draft in the key's channel of the list that was uploaded, and submits it unless a person has to decide
   * something: then it stays a draft, and its author is told. The same `repeat.key` with the same body is one campaign, with
   * another body it is refused, also after a restart. The upload is dropped unless the draft needs it.
   */
  sendIn(
    key: ApiKey,
    input: { texts: SentInTexts; uploadId: string; repeat: { key: string; body: string } | null; by: UserId },
  ): Promise<SentIn>;
};

export function createSendingIn(
  deps: Deps & { uploads: Uploads },
  campaigns: Pick<Drafting, 'draft'> & Pick<Approving, 'submit'>,
): SendingIn {
  const { store, people, clock, settings, log, uploads } = deps;
  const underWay = new Set<string>();

  const read = async (key: ApiKey, texts: SentInTexts, by: UserId) => {
    const person = await people.findNow(by);
    requireCreator(deps, person);
    const all = await store.campaigns.list();
    const others = all.filter((one) => !whyNotOpen(person, one, settings.roles));
    const zone = person.zone || settings.zone;
    const named = {
      ...texts,
      channel: key.channel,
      name: texts.name.trim() === '' ? nameFor(key, wallClock(clock.now(), zone)) : texts.name,
    };
    return readSentIn(named, { senders: [...settings.senders.keys()], zone, others, now: clock.now() });
  };

  /** Nothing is submitted that somebody has looked at, or taken in hand, meanwhile. */
  const submitted = async (key: ApiKey, campaign: Campaign, by: UserId): Promise<Campaign> => {
    if (campaign.status !== 'draft' || campaign.version !== 1) return campaign;
    const { version } = campaign;
    // A long list is read for a while; what the key has brought stays, as everything that it had brought before.
    const refuse = () => {
      if (store.apiKeys.get(key.id)?.revoked) throw revokedSince();
    };
    return campaigns.submit(campaign.id, { by, contentHash: contentHash(campaign), version, refuse });
  };

  const submitOrTell = async (key: ApiKey, draft: Campaign, by: UserId): Promise<Omit<SentIn, 'isNew'>> => {
    const known = await toDecide(deps, draft);
    try {
      if (known.length === 0) return { campaign: await submitted(key, draft, by), toDecide: [] };
    } catch (error) {
      if (!(error instanceof CampaignError)) throw error;
      known.push(error.message);
    }
    await tellWhyDraft(deps, key, draft, `It is a draft until you have decided something: ${known[0]}`);
    return { campaign: draft, toDecide: known };
  };

  return {
    checkSentIn: async (key, { texts, by }) => {
      await read(key, texts, by);
    },

    sendIn: async (key, { texts, uploadId, repeat, by }) => {
      const { origin, before } = originOf(key, repeat);
      let isNeeded = false;
      if (underWay.has(before)) {
        await uploads.drop(uploadId);
        throw isUnderWay();
      }
      underWay.add(before);
      try {
        // A list may have been coming in for minutes.
        if (store.apiKeys.get(key.id)?.revoked) throw revokedMeanwhile();
        const known = (await store.campaigns.list()).find((one) => repeat && one.origin.startsWith(before));
        if (known && known.origin !== origin) throw otherBody();
        const content = known ? null : await read(key, texts, by);
        if (!content) requireCreator(deps, await people.findNow(by));
        const source = { fileId: uploadId, bytes: opened(uploads, uploadId) };
        const draft = known ?? (await campaigns.draft({ content: content!, source, by, origin })).campaign;
        isNeeded = draft.listSource?.kind === 'file' && draft.listSource.id === uploadId;
        if (!known) log.info({ campaignId: draft.id, key: key.id }, 'A campaign was sent in');
        return { ...(await submitOrTell(key, draft, by)), isNew: !known };
      } finally {
        underWay.delete(before);
        if (!isNeeded) await uploads.drop(uploadId);
      }
    },
  };
}

/** What a person has to decide, or change, before this draft can be submitted; empty for everything else. */
export async function toDecide(deps: Pick<Deps, 'store' | 'clock' | 'settings' | 'rules'>, campaign: Campaign) {
  if (campaign.status !== 'draft') return [];
  const problems = await textProblemsOf(deps, campaign);
  const checks = [
    () => refuseOpenQuestions(campaign),
    () => refuseBought(campaign.consent),
    () => refuseWording(problems),
  ];
  return checks.flatMap((check) => {
    try {
      check();
      return [];
    } catch (error) {
      if (!(error instanceof CampaignError)) throw error;
      return [error.message];
    }
  });
}

/** Without a key of its own to be repeated with, each request is another one. */
function originOf(key: ApiKey, repeat: { key: string; body: string } | null): { origin: string; before: string } {
  const before = `api.${key.id}.${repeat ? sha256Of(repeat.key) : randomUUID()}.`;
  return { before, origin: `${before}${repeat?.body ?? ''}` };
}

/** "CRM 2026-11-28 14:05", on the clock of whom the key is. */
function nameFor({ name }: ApiKey, { day, time }: ReturnType<typeof wallClock>): string {
  return `${name} ${day} ${time}`;
}

async function* opened(uploads: Uploads, id: string): AsyncGenerator<Uint8Array> {
  const bytes = await uploads.open(id);
  if (!bytes) throw new Error('The list that was just taken in is not there any more.');
  yield* bytes;
}

function revokedMeanwhile(): CampaignError {
  const sentence = 'The key was revoked while this came in. Nothing was stored.';
  return new CampaignError('key_revoked', sentence);
}

function revokedSince(): CampaignError {
  return new CampaignError('key_revoked', 'Its key was revoked while the list was read.');
}

function isUnderWay(): CampaignError {
  const sentence = 'A request with this Idempotency-Key is under way. Repeat it in a few seconds.';
  return new CampaignError('under_way', sentence);
}

function otherBody(): CampaignError {
  const sentence =
    'Another request came with this Idempotency-Key. Take a new one for each campaign, and repeat a request with exactly the same body.';
  return new CampaignError('other_body', sentence);
}
