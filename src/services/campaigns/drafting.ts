import { contentHash, isAsSeen, type Seen } from '../../domain/campaign/approval.ts';
import { type Campaign, writersOf } from '../../domain/campaign/campaign.ts';
import { type CampaignContent, type FormInput, readCampaignForm } from '../../domain/campaign/campaign-form.ts';
import { isNeverSubmitted } from '../../domain/campaign/campaign-shelf.ts';
import { mayEdit } from '../../domain/campaign/campaign-status.ts';
import type { Person } from '../../domain/campaign/permissions.ts';
import { CampaignError } from '../../domain/campaign-error.ts';
import type { CampaignId, UserId } from '../../domain/ids.ts';
import type { ReadList } from '../../domain/list/read-list.ts';
import type { ListChoices } from '../../domain/list/reading.ts';
import { withPlainTwins } from '../../domain/message/plain-twins.ts';
import { requireCreator, requireWriter } from '../authority.ts';
import type { Deps } from '../deps.ts';
import { changeCampaign, needCampaign } from '../lifecycle/change-campaign.ts';
import { createListQueue } from '../list/list-queue.ts';
import { keepList, type ListSource, readListFor } from '../list/read-list.ts';
import { newCampaignId } from '../new-id.ts';

/** A list in memory is dear, and so is a draft on disk: who tries more than this deletes some first. */
const mostDrafts = 20;

/** The same draft twice is one draft; `rejected`: the list's lines left out, if any. */
type Drafted = { campaign: Campaign; rejected: ReadList | null };

/** Writing a campaign: a typed form and a list become a draft, and drafts change. */
export type Drafting = {
  /** Throws when this person may not write campaigns: asked before the form opens, and again by everything it leads to. */
  checkAuthor(by: UserId): Promise<void>;
  /** Reads the typed form; throws a FormError that names every wrong field. Fast enough to run before an acknowledgement. */
  read(input: FormInput, by: UserId): Promise<CampaignContent>;
  /** Reads the list and stores a draft. The same origin twice is one draft. Lists are read one at a time. */
  draft(input: { content: CampaignContent; source: ListSource; by: UserId; origin: string }): Promise<Drafted>;
  /** Throws when this person may not edit it, or it can no longer be edited: asked before the form opens, and again by edit. */
  checkEdit(id: CampaignId, by: UserId): Promise<Campaign>;
  /**
   * Changes a draft, or takes a submitted campaign back to draft: any approval is void. Without a source the list
   * stays. Refused unless the campaign is still what was `seen` when the change began.
   */
  edit(
    id: CampaignId,
    input: { content: CampaignContent; source: ListSource | null; by: UserId; seen: Seen },
  ): Promise<Drafted>;
  /**
   * The author's answers to the doubts about a draft's list, which is read again from its source; `open` gives a stored
   * file. Refused like an edit when the campaign is not as seen.
   */
  decideList(
    id: CampaignId,
    input: {
      choices: ListChoices;
      by: UserId;
      seen: Seen;
      open: (fileId: string) => Promise<AsyncIterable<Uint8Array>>;
    },
  ): Promise<Drafted>;
  /** Puts plain quotes, hyphens, dots and spaces into a draft's message; like an edit, it voids any approval. */
  usePlainCharacters(id: CampaignId, input: { by: UserId; seen: Seen }): Promise<Campaign>;
};

export function createDrafting(deps: Deps): Drafting {
  const { store, people, clock, settings } = deps;
  const inTurn = createListQueue();
  const authorOf = async (by: UserId): Promise<Person | undefined> => {
    const person = await people.find(by);
    requireCreator(deps, person);
    return person;
  };

  /** People who change stored campaigns are looked up again; nobody is texted by it, so a silent chat loses nobody's form. */
  const checkWriter = async (by: UserId, id?: CampaignId, find = people.findNowOrLately): Promise<void> => {
    const person = await find(by);
    requireCreator(deps, person);
    if (id !== undefined) requireWriter(deps, person, await needCampaign(store, id));
  };

  return {
    checkAuthor: async (by) => {
      await authorOf(by);
    },

    read: async (input, by) => {
      const person = await authorOf(by);
      return readCampaignForm(input, {
        senders: [...settings.senders.keys()],
        zone: person?.zone || settings.zone,
        now: clock.now(),
      });
    },

    draft: async ({ content, source, by, origin }) => {
      await checkWriter(by);
      return inTurn(by, async () => {
        await refuseTooMany(deps, by, origin);
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
        deps.log.info({ campaignId: campaign.id, by, size: listed.list.size }, 'Draft stored');
        return { campaign, rejected: hasRejected(read) ? read : null };
      });
    },

    usePlainCharacters: async (id, { by, seen }) => {
      await checkWriter(by, id);
      return inTurn(by, async () => {
        const campaign = await needCampaign(store, id);
        await refuseStale(deps, campaign, seen, by);
        const content = { ...contentOf(campaign), template: withPlainTwins(campaign.template) };
        return (await replace(deps, id, { content, source: null, by, seen, choices: {} })).campaign;
      });
    },

    checkEdit: async (id, by) => {
      await checkWriter(by, id, people.find);
      const campaign = await needCampaign(store, id);
      refuseUnlessEditable(campaign);
      return campaign;
    },

    edit: async (id, { content, source, by, seen }) => {
      await checkWriter(by, id);
      return inTurn(by, () => replace(deps, id, { content, source, by, seen, choices: {} }));
    },

    decideList: async (id, { choices, by, seen, open }) => {
      await checkWriter(by, id);
      return inTurn(by, async () => {
        const campaign = await needCampaign(store, id);
        await refuseStale(deps, campaign, seen, by);
        const known = campaign.list.reading?.choices ?? {};
        return replace(deps, id, {
          content: contentOf(campaign),
          source: await reopen(campaign, open),
          by,
          seen,
          choices: { ...known, ...choices },
        });
      });
    },
  };
}

type Replacement = {
  content: CampaignContent;
  source: ListSource | null;
  by: UserId;
  seen: Seen;
  choices: ListChoices;
};

/**
 * A draft's new content; without a source the list stays. Any approval is void. Reading a list takes a while: changes
 * by others meanwhile are not overwritten.
 */
async function replace(
  deps: Deps,
  id: CampaignId,
  { content, source, by, seen, choices }: Replacement,
): Promise<Drafted> {
  const before = await needCampaign(deps.store, id);
  const mayBeTwice = before.editedAt !== undefined && before.lastEditedBy === by;
  if (!mayBeTwice) await refuseStale(deps, before, seen, by);
  const fresh = source === null ? null : await readListFor(deps, content.template, source, choices);
  const { list, segments } = fresh ?? (await keepList(deps, before, content.template));
  const changedBy = (current: Campaign): Campaign => ({
    ...current,
    ...content,
    list,
    segments,
    ...(fresh && { listSource: fresh.listSource }),
    lastEditedBy: by,
    editedBy: [...new Set([...writersOf(current), by])],
    editedAt: deps.clock.now().toISOString(),
    approval: null,
    submittedAt: null,
    status: 'draft',
  });

  const rejected = fresh && hasRejected(fresh.read) ? fresh.read : null;
  const found = await needCampaign(deps.store, id);
  if (isSameEdit(found, changedBy(found), by)) return { campaign: found, rejected };
  for (const one of [before, found]) await refuseStale(deps, one, seen, by);
  const campaign = await changeCampaign(deps, id, (current) => {
    // Somebody was faster even since that look; waiting is impossible here.
    if (!isAsSeen(current, seen)) throw stale('Somebody changed this campaign after you opened it');
    return { campaign: changedBy(current), ...(fresh && { list: fresh.read.recipients }) };
  });
  return { campaign, rejected };
}

/** The same form submitted twice by a double click: the first one did it. */
function isSameEdit(found: Campaign, wanted: Campaign, by: UserId): boolean {
  return (
    found.status === 'draft' &&
    found.editedAt !== undefined &&
    found.lastEditedBy === by &&
    contentHash(found) === contentHash(wanted)
  );
}

/** A campaign that others changed, submitted or decided since it was opened must be looked at again first. */
async function refuseStale({ people }: Deps, campaign: Campaign, seen: Seen, by: UserId): Promise<void> {
  refuseUnlessEditable(campaign);
  if (isAsSeen(campaign, seen)) return;
  if (contentHash(campaign) !== seen.contentHash) {
    const { lastEditedBy } = campaign;
    const editor = lastEditedBy === by ? undefined : (await people.find(lastEditedBy))?.name;
    const who = lastEditedBy === by ? 'You' : (editor ?? 'Somebody');
    throw stale(`${who} changed this campaign${who === 'You' ? ' in another window' : ''} after you opened it`);
  }
  const what = campaign.status === 'draft' ? 'sent back' : 'submitted for approval';
  throw stale(`This campaign was ${what} after you opened it`);
}

function stale(what: string): CampaignError {
  return new CampaignError('stale_edit', `${what}, so nothing of yours was saved.`);
}

async function refuseTooMany({ store }: Deps, by: UserId, origin: string): Promise<void> {
  const all = await store.campaigns.list();
  if (all.some((known) => known.origin === origin)) return;
  if (all.filter((known) => known.createdBy === by && isNeverSubmitted(known)).length < mostDrafts) return;
  throw new CampaignError(
    'many_drafts',
    `You have ${mostDrafts} drafts that were never submitted. Delete one first: \`/sms-campaign list drafts\` shows them.`,
    'name',
  );
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

function refuseUnlessEditable({ status, approval }: Campaign): void {
  if (mayEdit(status)) return;
  if (status === 'cancelled' && !approval) {
    throw new CampaignError('not_editable', 'This campaign was cancelled. Start a new one instead.');
  }
  throw new CampaignError(
    'not_editable',
    'An approved campaign cannot be edited. To send something else, copy its message, cancel it and write a new one.',
  );
}

function hasRejected(read: ReadList): boolean {
  return read.invalid.length + read.duplicates.length + read.marked.length > 0;
}
