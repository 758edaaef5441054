import type { Seen } from '../../domain/campaign/approval.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import {
  type CampaignContent,
  type FormInput,
  readCampaignForm,
  withPaceOf,
} from '../../domain/campaign/campaign-form.ts';
import { isNeverSubmitted } from '../../domain/campaign/campaign-shelf.ts';
import { refuseEarlyEnd } from '../../domain/campaign/not-after.ts';
import type { Member } from '../../domain/campaign/permissions.ts';
import type { ListFrom } from '../../domain/campaign/result.ts';
import { CampaignError } from '../../domain/campaign-error.ts';
import { type ConsentTexts, readConsent } from '../../domain/consent/consent-texts.ts';
import type { CampaignId, UserId } from '../../domain/ids.ts';
import type { ListChoices } from '../../domain/list/reading.ts';
import { withPlainTwins } from '../../domain/message/plain-twins.ts';
import type { SuggestedPace } from '../../domain/rehearsal/better-pace.ts';
import { type Addition, withAddition } from '../../domain/wording/problems.ts';
import { requireCreator, requireWriter } from '../authority.ts';
import type { Deps } from '../deps.ts';
import { needCampaign } from '../lifecycle/change-campaign.ts';
import { createListQueue } from '../list/list-queue.ts';
import type { ListSource, ReadingWatch } from '../list/read-list.ts';
import { textProblemsOf } from '../list/wording.ts';
import { newCampaignId } from '../new-id.ts';
import { contentOf, type Drafted, refuseStale, refuseUnlessEditable, replaceContent } from './editing.ts';
import { createReadings, type ReadingDoors } from './importing/readings.ts';
import { againFrom, emptyDraft, listFor, type OpenFile, reopened } from './importing/sources.ts';
import { settingsIn } from './more-settings.ts';

/** A list in memory is dear, and so is a draft on disk: who tries more than this deletes some first. */
const mostDrafts = 20;

/** `tries`: how often it was begun, if not for the first time. */
type Reading = { progress?: ReadingWatch['progress']; tries?: number };

/** Writing a campaign: a typed form and a list become a draft, and drafts change. */
export type Drafting = ReadingDoors & {
  /** Throws when this person may not write campaigns: asked before the form opens, and again by everything it leads to. */
  checkAuthor(by: UserId): Promise<void>;
  /**
   * Reads the typed form, and what was kept with it under the key, if any; throws a FormError that names every wrong
   * field. Fast enough to run before an acknowledgement.
   */
  read(input: FormInput, by: UserId, formKey?: string | null): Promise<CampaignContent>;
  /**
   * Reads the list, or takes the people of another campaign, and stores a draft. The same origin twice is one draft.
   * Lists are read one at a time; `progress` is told how many lines have been, of about how many.
   */
  draft(
    input: {
      content: CampaignContent;
      source: ListSource | ListFrom;
      by: UserId;
      origin: string;
    } & Reading,
  ): Promise<Drafted>;
  /** Throws when this person may not edit it, or it can no longer be edited: asked before the form opens, and again by edit. */
  checkEdit(id: CampaignId, by: UserId): Promise<Campaign>;
  /**
   * Changes a draft, or takes a submitted campaign back to draft: any approval is void. Without a source the list
   * stays. Refused unless the campaign is still what was `seen` when the change began. `origin`: as of a draft.
   */
  edit(
    id: CampaignId,
    input: {
      content: CampaignContent;
      source: ListSource | null;
      by: UserId;
      seen: Seen;
      origin?: string;
    } & Reading,
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
      open: OpenFile;
    } & Pick<Reading, 'progress'>,
  ): Promise<Drafted>;
  /** Puts plain quotes, hyphens, dots and spaces into a draft's message; like an edit, it voids any approval. */
  usePlainCharacters(id: CampaignId, input: { by: UserId; seen: Seen }): Promise<Campaign>;
  /** Adds what its places want in a draft's message, if it still lacks it; like an edit, it voids any approval. */
  addToText(id: CampaignId, input: { by: UserId; seen: Seen; what: Addition['what'] }): Promise<Campaign>;
  /** Says how a draft's people agreed, and what it is sent for; like an edit, it voids any approval. Throws a FormError. */
  sayHowTheyAgreed(id: CampaignId, input: { typed: ConsentTexts; by: UserId; seen: Seen }): Promise<Campaign>;
  /** Gives a draft the pace that its preview called better; like an edit, it voids any approval. Previews of before told none. */
  useBetterPace(id: CampaignId, input: { by: UserId; seen: Seen; pace: SuggestedPace | undefined }): Promise<Campaign>;
};

export function createDrafting(deps: Deps): Drafting {
  const { store, people, clock, settings } = deps;
  const inTurn = createListQueue();
  const { run, ...readingDoors } = createReadings(deps);
  const authorOf = async (by: UserId): Promise<Member | undefined> => {
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

  /** One press or one small window in a preview: the list stays. */
  const change = async (
    id: CampaignId,
    { by, seen }: { by: UserId; seen: Seen },
    changed: (campaign: Campaign) => Partial<CampaignContent> | Promise<Partial<CampaignContent>>,
  ): Promise<Campaign> => {
    await checkWriter(by, id);
    return inTurn(by, async () => {
      const campaign = await needCampaign(store, id);
      await refuseStale(deps, campaign, seen, by);
      const content = { ...contentOf(campaign), ...(await changed(campaign)) };
      return (await replaceContent(deps, id, { content, source: null, by, seen, choices: {} })).campaign;
    });
  };

  return {
    ...readingDoors,

    checkAuthor: async (by) => {
      await authorOf(by);
    },

    read: async (input, by, formKey = null) => {
      const person = await authorOf(by);
      const content = readCampaignForm(input, {
        senders: [...settings.senders.keys()],
        zone: person?.zone || settings.zone,
        now: clock.now(),
      });
      const whole = { ...content, ...(await settingsIn(store, formKey, by)) };
      withPaceOf(whole, null);
      refuseEarlyEnd(whole);
      return whole;
    },

    draft: async ({ content, source, by, origin, progress, tries }) => {
      await checkWriter(by);
      const again = againFrom(content, source, null);
      return run({ id: origin, by, again, ...(tries && { tries }) }, (ending) =>
        inTurn(by, async () => {
          ending.signal.throwIfAborted();
          await refuseTooMany(deps, by, origin);
          const id = newCampaignId();
          const watch = { ...ending, ...(progress && { progress }) };
          const { recipients, rejected, ...listed } = await listFor(deps, { ...content, id }, { source, watch, by });
          const draft: Campaign = {
            ...emptyDraft,
            ...withPaceOf(content, null),
            ...listed,
            id,
            origin,
            createdBy: by,
            lastEditedBy: by,
            createdAt: clock.now().toISOString(),
          };
          const campaign = await store.campaigns.create(draft, recipients);
          deps.log.info({ campaignId: campaign.id, by, size: listed.list.size }, 'Draft stored');
          return { campaign, rejected };
        }),
      );
    },

    usePlainCharacters: (id, as) => change(id, as, ({ template }) => ({ template: withPlainTwins(template) })),

    addToText: (id, { what, ...as }) =>
      change(id, as, async (campaign) => {
        const add = (await textProblemsOf(deps, campaign)).find((problem) => problem.add?.what === what)?.add;
        return add ? { template: withAddition(campaign.template, add) } : {};
      }),

    useBetterPace: (id, { pace, ...as }) =>
      change(id, as, ({ throttle }) => {
        if (!pace) throw noBetterPace();
        return { throttle: { ...throttle, ...pace } };
      }),

    sayHowTheyAgreed: (id, { typed, ...as }) => change(id, as, () => ({ consent: readConsent(typed) })),

    checkEdit: async (id, by) => {
      await checkWriter(by, id, people.find);
      const campaign = await needCampaign(store, id);
      refuseUnlessEditable(campaign);
      return campaign;
    },

    edit: async (id, { content, source, by, seen, origin, progress, tries }) => {
      await checkWriter(by, id);
      const replace = (ending: ReadingWatch) =>
        inTurn(by, async () => {
          ending.signal?.throwIfAborted();
          const watch = { ...ending, ...(progress && { progress }) };
          return replaceContent(deps, id, { content, source, by, seen, choices: {}, watch, origin });
        });
      if (origin === undefined || source === null) return replace({});
      const again = againFrom(content, source, { id, seen });
      return run({ id: origin, by, again, ...(tries && { tries }) }, replace);
    },

    decideList: async (id, { choices, by, seen, open, progress }) => {
      await checkWriter(by, id);
      return inTurn(by, async () => {
        const campaign = await needCampaign(store, id);
        await refuseStale(deps, campaign, seen, by);
        const known = campaign.list.reading?.choices ?? {};
        return replaceContent(deps, id, {
          content: contentOf(campaign),
          source: await reopened(campaign, open),
          by,
          seen,
          choices: { ...known, ...choices },
          ...(progress && { watch: { progress } }),
        });
      });
    },
  };
}

async function refuseTooMany({ store }: Deps, by: UserId, origin: string): Promise<void> {
  const all = await store.campaigns.list();
  if (all.some((known) => known.origin === origin)) return;
  if (all.filter((known) => known.createdBy === by && isNeverSubmitted(known)).length < mostDrafts) return;
  const sentence = `You have ${mostDrafts} drafts that were never submitted. Delete one first: \`/sms-campaign list drafts\` shows them.`;
  throw new CampaignError('many_drafts', sentence, 'name');
}

function noBetterPace(): CampaignError {
  const sentence = 'Nothing was done: this preview is too old. Open the draft again, and press Use this pace there.';
  return new CampaignError('no_better_pace', sentence);
}
