import type { Campaign } from '../domain/campaign.ts';
import { CampaignError } from '../domain/campaign-error.ts';
import { type CampaignContent, readCampaignForm } from '../domain/campaign-form.ts';
import type { CampaignId, UserId } from '../domain/ids.ts';
import type { ReadList } from '../domain/list/read-list.ts';
import type { ListChoices } from '../domain/list/reading.ts';
import { whyNotCreate } from '../domain/permissions.ts';
import { withPlainTwins } from '../domain/plain-twins.ts';
import type { Campaigns } from './campaigns.ts';
import { changeCampaign, needCampaign } from './change-campaign.ts';
import type { Deps } from './deps.ts';
import { newCampaignId } from './new-id.ts';
import { refuse } from './opt-outs.ts';
import { keepList, type ListSource, readListFor } from './read-list.ts';

/** Turning a form and a list into a stored draft. */
export function createDrafting(
  deps: Deps,
): Pick<Campaigns, 'read' | 'draft' | 'edit' | 'usePlainCharacters' | 'decideList'> {
  const { store, people, clock, settings } = deps;

  return {
    read: async (input, by) => {
      const person = await people.find(by);
      refuse(whyNotCreate(person, settings.roles));
      return readCampaignForm(input, {
        senders: [...settings.senders.keys()],
        zone: person?.zone || settings.zone,
        now: clock.now(),
      });
    },

    draft: async ({ content, source, by, origin }) => {
      refuse(whyNotCreate(await people.find(by), settings.roles));
      const { read, ...listed } = await readListFor(deps, content.template, source, {});
      const draft: Campaign = {
        ...emptyDraft,
        ...content,
        ...listed,
        id: newCampaignId(),
        origin,
        createdBy: by,
        lastEditedBy: by,
        createdAt: clock.now().toISOString(),
      };
      const campaign = await store.campaigns.create(draft, read.recipients);
      deps.log.info({ campaignId: campaign.id, by, size: listed.list.size }, 'draft stored');
      return { campaign, rejected: hasRejected(read) ? read : null };
    },

    edit: async (id, { content, source, by }) => {
      refuse(whyNotCreate(await people.find(by), settings.roles));
      return replace(deps, id, { content, source, by, choices: {} });
    },

    usePlainCharacters: async (id, by) => {
      refuse(whyNotCreate(await people.find(by), settings.roles));
      const campaign = await needCampaign(store, id);
      const content = { ...contentOf(campaign), template: withPlainTwins(campaign.template) };
      return (await replace(deps, id, { content, source: null, by, choices: {} })).campaign;
    },

    decideList: async (id, { choices, by, open }) => {
      refuse(whyNotCreate(await people.find(by), settings.roles));
      const campaign = await needCampaign(store, id);
      refuseUnlessEditable(campaign);
      const known = campaign.list.reading?.choices ?? {};
      return replace(deps, id, {
        content: contentOf(campaign),
        source: await reopen(campaign, open),
        by,
        choices: { ...known, ...choices },
      });
    },
  };
}

type Replacement = { content: CampaignContent; source: ListSource | null; by: UserId; choices: ListChoices };

/** A draft's new content; without a source the list stays. Any approval is void. */
async function replace(
  deps: Deps,
  id: CampaignId,
  { content, source, by, choices }: Replacement,
): Promise<{ campaign: Campaign; rejected: ReadList | null }> {
  const fresh = source === null ? null : await readListFor(deps, content.template, source, choices);
  const kept = fresh ?? (await keepList(deps, await needCampaign(deps.store, id), content.template));
  const { list, segments } = kept;
  const campaign = await changeCampaign(deps, id, (current) => {
    refuseUnlessEditable(current);
    const changes = { ...content, list, segments, lastEditedBy: by, ...(fresh && { listSource: fresh.listSource }) };
    const unapproved = { approval: null, submittedAt: null, status: 'draft' as const };
    return { campaign: { ...current, ...changes, ...unapproved }, ...(fresh && { list: fresh.read.recipients }) };
  });
  return { campaign, rejected: fresh && hasRejected(fresh.read) ? fresh.read : null };
}

const emptyDraft = {
  version: 1,
  status: 'draft',
  submittedAt: null,
  approval: null,
  sentBack: null,
  pause: null,
  holdSince: null,
  startedAt: null,
  settlingSince: null,
  endedAt: null,
  reportedBatch: 0,
  unconfirmedToldAt: null,
} satisfies Partial<Campaign>;

function contentOf({ name, sender, template, throttle, hours, startAt, zone, channel }: Campaign): CampaignContent {
  return { name, sender, template, throttle, hours, startAt, zone, channel };
}

async function reopen(
  { listSource }: Campaign,
  open: (fileId: string) => Promise<AsyncIterable<Uint8Array>>,
): Promise<ListSource> {
  if (listSource?.kind === 'pasted') return listSource.text;
  if (listSource) return { fileId: listSource.id, bytes: await open(listSource.id) };
  throw new CampaignError('no_source', 'The list was not kept. Press Edit and give it again.');
}

function refuseUnlessEditable({ status }: Campaign): void {
  if (status === 'draft' || status === 'pending_approval') return;
  throw new CampaignError(
    'not_editable',
    'This campaign is approved already and cannot be edited any more. Cancel it and start a new one instead.',
  );
}

function hasRejected(read: ReadList): boolean {
  return read.invalid.length + read.duplicates.length + read.marked.length > 0;
}
