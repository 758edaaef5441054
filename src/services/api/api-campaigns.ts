import type { ApiKey } from '../../domain/api-key.ts';
import { type Campaign, writersOf } from '../../domain/campaign/campaign.ts';
import { isNeverSubmitted } from '../../domain/campaign/campaign-shelf.ts';
import { mayEdit } from '../../domain/campaign/campaign-status.ts';
import { whyNotAdminister, whyNotOpen } from '../../domain/campaign/permissions.ts';
import { CampaignError } from '../../domain/campaign-error.ts';
import type { CampaignId, UserId } from '../../domain/ids.ts';
import type { Recipient } from '../../domain/recipient/recipient.ts';
import type { Conversation, InboundMessage } from '../../domain/reply/conversation.ts';
import { isUnanswered } from '../../domain/reply/conversation.ts';
import { requireReader } from '../authority.ts';
import type { Controls } from '../campaigns/controls.ts';
import { openedBy } from '../campaigns/opened-by.ts';
import type { Deps } from '../deps.ts';
import type { OptOuts } from '../replies/opt-outs.ts';
import type { CampaignReport, ReportRecords } from '../reports/reports.ts';
import { toDecide } from './sending-in.ts';

export type CampaignShown = Pick<CampaignReport, 'campaign' | 'progress' | 'audience' | 'replies' | 'unanswered'> & {
  optedOut: number;
  counts: Readonly<Record<string, number>>;
  toDecide: readonly string[];
};

/** A text that a person wrote, and what it was read as. */
export type ReplyShown = { conversation: Conversation; message: InboundMessage; isUnanswered: boolean };

/** `from`: behind what came before; `next`: where the next page begins, null at the end. */
type Page<Entry, From> = { entries: readonly Entry[]; next: From | null };

/**
 * What another program may do with the campaigns of its key's channel. Each is told whom it is done for, who may have left
 * or lost their role, and checks them. Nothing here approves or resumes.
 */
export type ApiCampaigns = {
  showCampaign(key: ApiKey, id: string, by: UserId): Promise<CampaignShown>;
  /** The newest first, from the one behind `from`. */
  showCampaigns(
    key: ApiKey,
    page: { from: CampaignId | null; limit: number; by: UserId },
  ): Promise<Page<Campaign, CampaignId>>;
  /** In list order, from position `from`. `seesNumbers`: may they be told whole? */
  showRecipients(
    key: ApiKey,
    page: { id: string; from: number; limit: number; state?: Recipient['state'] | undefined; by: UserId },
  ): Promise<Page<Recipient, number> & { campaign: Campaign; seesNumbers: boolean }>;
  /** In the order in which they came, behind the moment and id `from`. */
  showReplies(
    key: ApiKey,
    page: { id: string; from: ReplyPlace | null; limit: number; by: UserId },
  ): Promise<Page<ReplyShown, ReplyPlace> & { seesNumbers: boolean }>;
  pauseCampaign(key: ApiKey, id: string, by: UserId): Promise<Campaign>;
  cancelCampaign(key: ApiKey, id: string, by: UserId): Promise<Campaign>;
  /** Opts each number out that is one: the others are told, with why. What is counted is durable. */
  optOutMany(
    key: ApiKey,
    input: { numbers: readonly string[]; said: string; by: UserId },
  ): Promise<{ optedOut: number; refused: readonly { at: number; sentence: string }[] }>;
};

export type ReplyPlace = { at: string; id: string };

/** What it asks others to do. */
export type ApiServices = {
  campaigns: Pick<Controls, 'pause' | 'cancel'>;
  reports: Pick<ReportRecords, 'report'>;
  optOuts: Pick<OptOuts, 'add'>;
};

export function createApiCampaigns(deps: Deps, services: ApiServices): ApiCampaigns {
  const { store, people, settings, log } = deps;

  /** Of another channel is the same as of none. */
  const needOwn = async (key: ApiKey, id: string, by: UserId): Promise<Campaign> => {
    requireReader(deps, await people.find(by));
    const campaign = await store.campaigns.get(id as CampaignId);
    if (!campaign || !isShown(key, campaign, by)) throw noCampaign();
    return openedBy(deps, campaign.id, by);
  };

  const seesNumbers = async (key: ApiKey, campaignId: CampaignId, by: UserId): Promise<boolean> => {
    if (!key.seesNumbers || whyNotAdminister(await people.find(by), settings.roles)) return false;
    log.info({ campaignId, key: key.id }, 'A key was shown whole numbers');
    return true;
  };

  return {
    showCampaign: async (key, id, by) => {
      const campaign = await needOwn(key, id, by);
      const [report, { counts }] = await Promise.all([
        services.reports.report(campaign.id),
        store.recipients.tally(campaign.id),
      ]);
      const optedOut = await store.recipients.leftOut(campaign.id);
      return { ...report, optedOut, counts, toDecide: await toDecide(deps, report.campaign) };
    },

    showCampaigns: async (key, { from, limit, by }) => {
      const person = await people.find(by);
      requireReader(deps, person);
      const own = (await store.campaigns.list()).filter(
        (one) => isShown(key, one, by) && !whyNotOpen(person, one, settings.roles),
      );
      const start = from === null ? 0 : own.findIndex(({ id }) => id === from) + 1;
      if (from !== null && start === 0) throw badPlace();
      const entries = own.slice(start, start + limit);
      return { entries, next: start + limit < own.length ? entries.at(-1)!.id : null };
    },

    showRecipients: async (key, { id, from, limit, state, by }) => {
      const campaign = await needOwn(key, id, by);
      const asked = { from, limit: limit + 1, ...(state && { state }) };
      const found = await store.recipients.page(campaign.id, asked);
      const entries = found.slice(0, limit);
      const next = found.length > limit ? entries.at(-1)!.no + 1 : null;
      return { entries, next, campaign, seesNumbers: await seesNumbers(key, campaign.id, by) };
    },

    showReplies: async (key, { id, from, limit, by }) => {
      const campaign = await needOwn(key, id, by);
      const all = (await store.conversations.ofCampaign(campaign.id)).flatMap(repliesIn).sort(byPlace);
      const rest = from === null ? all : all.filter((reply) => isBehind(placeOf(reply), from));
      const entries = rest.slice(0, limit);
      const next = rest.length > limit ? placeOf(entries.at(-1)!) : null;
      return { entries, next, seesNumbers: await seesNumbers(key, campaign.id, by) };
    },

    pauseCampaign: async (key, id, by) => {
      const campaign = await needOwn(key, id, by);
      return (await services.campaigns.pause(campaign.id, by)).campaign;
    },

    cancelCampaign: async (key, id, by) => {
      const campaign = await needOwn(key, id, by);
      // What its maker may do as an admin takes the admin.
      if (mayEdit(campaign.status) && !writersOf(campaign).includes(by)) throw notYours();
      return (await services.campaigns.cancel(campaign.id, by)).campaign;
    },

    optOutMany: async (key, { numbers, said, by }) => {
      const refused: { at: number; sentence: string }[] = [];
      const words = said.trim() === '' ? 'Said elsewhere' : said.trim();
      await Promise.all(
        numbers.map(async (number, at) => {
          try {
            await services.optOuts.add(number, by, `${words} (sent in with the key “${key.name}”)`);
          } catch (error) {
            if (!(error instanceof CampaignError && error.field === 'number')) throw error;
            refused.push({ at, sentence: error.message });
          }
        }),
      );
      return { optedOut: numbers.length - refused.length, refused: refused.sort((a, b) => a.at - b.at) };
    },
  };
}

/** Of its channel, but no draft of somebody else's that was never submitted, whatever its maker may see as an admin. */
function isShown(key: ApiKey, campaign: Campaign, by: UserId): boolean {
  if (campaign.channel !== key.channel) return false;
  return !isNeverSubmitted(campaign) || writersOf(campaign).includes(by);
}

function repliesIn(conversation: Conversation): ReplyShown[] {
  const waits = isUnanswered(conversation);
  return conversation.messages.flatMap((message) =>
    message.direction === 'in' ? [{ conversation, message, isUnanswered: waits }] : [],
  );
}

function placeOf({ message }: ReplyShown): ReplyPlace {
  return { at: message.cameAt ?? message.at, id: message.id };
}

function byPlace(one: ReplyShown, other: ReplyShown): number {
  return isBehind(placeOf(one), placeOf(other)) ? 1 : -1;
}

function isBehind(one: ReplyPlace, other: ReplyPlace): boolean {
  return one.at > other.at || (one.at === other.at && one.id > other.id);
}

function noCampaign(): CampaignError {
  return new CampaignError(
    'no_campaign',
    'This channel has no such campaign. GET /api/campaigns lists those that it has.',
  );
}

function notYours(): CampaignError {
  const sentence = 'Before its approval a key ends only what its maker wrote. Ask the author, or cancel it in Slack.';
  return new CampaignError('not_yours', sentence);
}

function badPlace(): CampaignError {
  return new CampaignError('bad_place', 'This page is not there any more. Begin again, without “after”.');
}
