import { nothingForeseen, outcomesOf } from '../../domain/answering/answering.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { CampaignContent } from '../../domain/campaign/campaign-form.ts';
import { type EarlierMessage, earlierMessages } from '../../domain/campaign/earlier-messages.ts';
import { whyNotOpen } from '../../domain/campaign/permissions.ts';
import type { ListFrom, Result } from '../../domain/campaign/result.ts';
import { CampaignError } from '../../domain/campaign-error.ts';
import { type AgreedOn, createAgreedCounter } from '../../domain/consent/agreed-counts.ts';
import { consentOfCopy } from '../../domain/consent/consent.ts';
import type { CampaignId, UserId } from '../../domain/ids.ts';
import { listHashInTurns } from '../../domain/list/hash.ts';
import { type Many, piecesOf } from '../../domain/many.ts';
import { countryOf } from '../../domain/phone/phone-number.ts';
import type { ListedRecipient } from '../../domain/recipient/recipient.ts';
import { createTurns } from '../../domain/turns.ts';
import { requireCreator, requireOpener } from '../authority.ts';
import type { Deps } from '../deps.ts';
import { needCampaign } from '../lifecycle/change-campaign.ts';
import { countResults, peopleOf } from '../list/people-of.ts';
import { measureList } from '../list/read-list.ts';
import { newFormKey } from '../new-id.ts';
import { openedBy } from './opened-by.ts';

/** A campaign that begins with what another one has. */
export type Copying = {
  /**
   * For a form filled in with the campaign, whose list is taken when the form is submitted. How it is answered is kept
   * under the key; null: nothing was foreseen.
   */
  copy(id: CampaignId, by: UserId): Promise<{ campaign: Campaign; formKey: string | null }>;
  /** Whom a campaign that follows this one up could text; results of nobody are left out. */
  results(id: CampaignId, by: UserId): Promise<{ campaign: Campaign; results: readonly ResultCount[] }>;
  /** The texts of the last campaigns that the person may open, for a form; but not of the one that is edited. */
  earlierMessages(by: UserId, edited: CampaignId | null): Promise<readonly EarlierMessage[]>;
};

export type ResultCount = { result: Result; people: number };

export function createCopying(deps: Deps): Copying {
  const { store, people, clock, settings } = deps;
  return {
    copy: async (id, by) => {
      const person = await people.findNowOrLately(by);
      requireCreator(deps, person);
      const campaign = await needCampaign(store, id);
      requireOpener(deps, person, campaign);
      refuseUnreadList(campaign);
      const { answering = nothingForeseen, leaveOut, canary, throttle } = campaign;
      if (!campaign.answering && !leaveOut && !canary && !throttle.pace) return { campaign, formKey: null };
      const formKey = newFormKey();
      await store.forms.keep(formKey, {
        answering,
        ...(leaveOut && { leaveOut }),
        ...(canary && { canary }),
        ...(throttle.pace && { pace: throttle.pace }),
        by,
        at: clock.now().toISOString(),
      });
      return { campaign, formKey };
    },

    earlierMessages: async (by, edited) => {
      const person = await people.find(by);
      requireCreator(deps, person);
      const campaigns = await store.campaigns.list();
      return earlierMessages(
        campaigns.filter((one) => !whyNotOpen(person, one, settings.roles)),
        edited,
      );
    },

    results: async (id, by) => {
      requireCreator(deps, await people.find(by));
      const campaign = await openedBy(deps, id, by);
      const labels = outcomesOf(campaign.answering ?? nothingForeseen);
      const results: Result[] = [
        ...(['delivered', 'failed', 'no_answer'] as const).map((kind) => ({ kind })),
        ...labels.map((label) => ({ kind: 'outcome' as const, label })),
      ];
      const counts = await countResults(store, campaign, results);
      const found = results.map((result, index) => ({ result, people: counts[index] ?? 0 }));
      return { campaign, results: found.filter((one) => one.people > 0) };
    },
  };
}

/** When these people agreed; their countries are looked up only here. */
async function agreedAmong(columns: readonly string[], recipients: Many<ListedRecipient>) {
  const counter = createAgreedCounter(columns);
  const turns = createTurns();
  const people: { agreedOn: AgreedOn; country: string }[] = [];
  for await (const piece of piecesOf(counter ? recipients : [])) {
    for (const { number, values } of piece) {
      if (turns.areDue()) await turns.give();
      people.push({ agreedOn: counter?.read(values), country: countryOf(number) });
    }
  }
  return counter?.count(people);
}

/** The people of another campaign as the list of a draft, checked and measured with its texts like any list. */
export async function takeListFrom(
  deps: Deps,
  content: CampaignContent & { id: CampaignId },
  { campaignId, result }: ListFrom,
  by: UserId,
) {
  const campaign = await openedBy(deps, campaignId, by);
  refuseUnreadList(campaign);
  const recipients = await peopleOf(deps.store, campaign, result);
  if (recipients.length === 0) {
    throw new CampaignError('nobody_left', 'None of these people is left. Give a list here.', 'file');
  }
  const { columns, reading } = campaign.list;
  const agreed = await agreedAmong(columns, recipients);
  const list = {
    size: recipients.length,
    columns,
    hash: await listHashInTurns(columns, recipients),
    duplicates: 0,
    invalid: 0,
    optedOut: 0,
    rejected: [],
    // What was guessed about the whole list says nothing certain of a part of it.
    ...(reading && result.kind === 'all' && { reading }),
    ...(agreed && { agreed }),
  };
  const consent = consentOfCopy(campaign);
  const measured = await measureList(deps, { list, recipients }, content);
  return { ...measured, listSource: null, ...(consent && { consent }) };
}

/** Nobody is on a list about which its author has to decide first. */
function refuseUnreadList({ list }: Campaign): void {
  if ((list.reading?.questions ?? []).length === 0) return;
  const sentence = 'Its preview asks something about the list first. Answer that, then copy it.';
  throw new CampaignError('open_question', sentence);
}
