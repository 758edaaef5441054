import type { Answering } from '../../domain/answering/answering.ts';
import { lintAnswering } from '../../domain/answering/texts-in.ts';
import { type CountryShare, placesAbroad, whyNotSendAbroad } from '../../domain/campaign/abroad.ts';
import { contentHash } from '../../domain/campaign/approval.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { couldSend } from '../../domain/campaign/campaign-status.ts';
import { type Difference, differencesOf } from '../../domain/campaign/difference.ts';
import type { Member } from '../../domain/campaign/permissions.ts';
import { type ConsentFacts, consentFactsOf } from '../../domain/consent/consent-facts.ts';
import type { CampaignId, Instant, UserId } from '../../domain/ids.ts';
import { textedSince } from '../../domain/leave-out/leave-out.ts';
import { unfilledPlaceholders } from '../../domain/message/template.ts';
import { type Forecast, paceInWords } from '../../domain/pace/progress.ts';
import { homeCountries } from '../../domain/phone/reach.ts';
import type { OutboundMessage } from '../../domain/reply/conversation.ts';
import { isInForce } from '../../domain/rules/rule.ts';
import type { TextProblem } from '../../domain/wording/problems.ts';
import type { Deps, ReadingDeps } from '../deps.ts';
import { type FolderBox, folderBox } from '../folder/folder-question.ts';
import { needCampaign } from '../lifecycle/change-campaign.ts';
import { type Audience, audienceOf, measured, recipientsAt } from '../list/stored-list.ts';
import { lintBeside, measuredWithWording, textProblemsOf } from '../list/wording.ts';
import { forecastOf } from '../places/forecast-of.ts';
import { type Outlook, outlookOf } from '../places/outlook.ts';
import { pricesOf } from '../prices.ts';
import { foreseenIn } from './foreseen.ts';
import type { Foretelling, Foretellings } from './foretelling.ts';
import { openedBy } from './opened-by.ts';
import { type Sample, sampleOf, samplesOf } from './samples.ts';
import { testsOf } from './test-messages.ts';

/** What an author sees before submitting and an approver before approving: exactly the same facts. */
export type Preview = {
  campaign: Campaign;
  contentHash: string;
  audience: Audience;
  /**
   * The message as real recipients will read it: the first, the shortest, the longest, and those with unusual letters.
   */
  samples: readonly Sample[];
  /** For the whole list, so at most; `unpriced`: the countries whose price the provider did not tell. Null: it told none. */
  cost: { amount: number; currency: string; unpriced: readonly string[] } | null;
  /** By country; the cost is null where the price is unknown. */
  places: readonly { country: string; people: number; segments: number; cost: number | null }[];
  /** Places beyond the countries that are sent from: an admin has to approve them. */
  abroad: readonly CountryShare[];
  /** Neither who submitted it nor who reads this is an admin, whom those places need. */
  needsAdmin: boolean;
  /** Tests sent to phones of the team, the latest first; `isThis`: of exactly this content. */
  tests: readonly { by: UserId; at: string; state: OutboundMessage['state']; isThis: boolean }[];
  /** People who also wait for a message of these other campaigns. */
  alsoWaiting: { people: number; campaigns: readonly Pick<Campaign, 'id' | 'name'>[] };
  /** How replies are answered, with the texts as the first person on the list reads them; null: nothing was foreseen. */
  foreseen: Answering | null;
  forecast: Forecast;
  /** Who gets it when, and who never does, by the rules of where they are. */
  outlook: Outlook;
  /** What the team has to expect; null: nobody gets it. */
  foretelling: Foretelling | null;
  /** "50 people every 5 minutes: 12 batches, done by 16:40": beside the first batch, which names day and zone. */
  pace: string;
  warnings: readonly string[];
  /** What the rules of its places want of the text and its sender: those with a code are refused at submission. */
  textProblems: readonly TextProblem[];
  /** How many of these people another campaign texted within the last 24 hours. */
  textedLately: number;
  /** What should be looked at in how these people agreed. */
  consent: ConsentFacts;
  /** What an admin has to answer about the data folder; null: nothing. */
  folder: FolderBox | null;
  /** Since reviewers last had it before them; null: they never had. `people`: as in `formerly`. */
  changes: {
    since: Instant;
    differences: readonly Difference[];
    people: { added: number; gone: number } | null;
    listSize: number;
  } | null;
};

export type MessagesPage = {
  campaign: Campaign;
  page: number;
  pages: number;
  messages: readonly (Sample & { no: number; isOdd: boolean })[];
};

/** What the program itself reads, to post it: nobody is checked. */
export type Previewing = {
  preview(id: CampaignId, reader?: Member): Promise<Preview>;
};

export type AllMessages = {
  /** By the rules of where its people are, with all of these rules. */
  outlook(id: CampaignId, by: UserId): Promise<Outlook>;
  /** A page, from 0, of the messages as each person will read them; those that say more than the text come first. */
  messages(id: CampaignId, input: { page: number; by: UserId }): Promise<MessagesPage>;
};

type PreviewDeps = ReadingDeps & { gateway: Pick<Deps['gateway'], 'segmentPrice'> };

export function createPreviewing(deps: PreviewDeps, foretellings: Foretellings): Previewing & AllMessages {
  const { store, people, settings } = deps;

  return {
    preview: async (id, reader) => {
      const campaign = await measuredWithWording(deps, await needCampaign(store, id));
      const textProblems = await textProblemsOf(deps, campaign);
      const audience = await audienceOf(deps, campaign);
      const outlook = await outlookOf(deps, campaign);
      const plan = forecastOf(deps, campaign, { people: audience.people, places: outlook.places });
      const places = campaign.segments.countries;
      const abroad = placesAbroad(places, homeCountries(settings));
      const submitter = campaign.submittedBy ? await people.find(campaign.submittedBy) : undefined;
      return {
        campaign,
        contentHash: contentHash(campaign),
        audience,
        samples: await samplesOf(deps, campaign),
        ...(await costOf(deps, places)),
        abroad,
        needsAdmin: whyNotSendAbroad([reader, submitter], settings.roles, abroad) !== undefined,
        tests: await testsOf(deps, campaign),
        alsoWaiting: await countAlsoWaiting(deps, campaign),
        foreseen: await foreseenIn(store, campaign),
        forecast: plan,
        outlook,
        foretelling: await foretellings.of(campaign, audience.people),
        pace: paceInWords(plan, campaign.throttle, campaign.zone),
        warnings: [
          ...unfilledPlaceholders(campaign.template, campaign.list),
          ...lintBeside(textProblems, campaign),
          ...(campaign.answering ? lintAnswering(campaign.answering, campaign.list) : []),
        ],
        textProblems,
        textedLately: await countTextedLately(deps, campaign),
        consent: consentIn(deps, campaign),
        folder: await folderBox(deps, campaign),
        changes: changesOf(campaign),
      };
    },

    outlook: async (id, by) => outlookOf(deps, await openedBy(deps, id, by)),

    messages: async (id, { page, by }) => {
      const campaign = await measured(store, await openedBy(deps, id, by));
      const odd = campaign.segments.odd?.nos ?? [];
      const size = perPage(campaign);
      const oddPages = Math.ceil(odd.length / size);
      const pages = Math.max(1, oddPages + Math.ceil(campaign.list.size / size));
      const shown = Math.min(Math.max(0, page), pages - 1);
      const from = (shown - oddPages) * size;
      const recipients =
        shown < oddPages
          ? await recipientsAt(deps.store, id, odd.slice(shown * size, (shown + 1) * size))
          : await store.recipients.page(id, { from, limit: size });
      return {
        campaign,
        page: shown,
        pages,
        messages: await Promise.all(
          recipients.map(async (recipient) => ({
            ...(await sampleOf(deps, campaign, recipient)),
            no: recipient.no,
            isOdd: odd.includes(recipient.no),
          })),
        ),
      };
    },
  };
}

/** By the countries of the whole list. */
function consentIn({ clock, rules }: ReadingDeps, { consent, list, segments }: Campaign): ConsentFacts {
  const now = clock.now();
  const countries = (segments.countries ?? []).map(({ country }) => country);
  return consentFactsOf(
    { consent, agreed: list.agreed, countries },
    rules.book.rules.filter((rule) => isInForce(rule, now.toISOString().slice(0, 10))),
    now,
  );
}

function changesOf(campaign: Campaign): Preview['changes'] {
  const { formerly } = campaign;
  if (!formerly) return null;
  const { at: since, content, people } = formerly;
  return { since, differences: differencesOf(content, campaign), people, listSize: content.list.size };
}

/** As many as a window holds: fewer of long messages. */
function perPage({ segments }: Campaign): number {
  return segments.most > 4 ? 5 : 10;
}

/** For the whole list, by country; the sum is null when no price is known or they are in several currencies. */
async function costOf(deps: PreviewDeps, places: readonly CountryShare[]): Promise<Pick<Preview, 'cost' | 'places'>> {
  const prices = await pricesOf(
    deps,
    places.map(({ country }) => country),
  );
  const currency = [...prices.values()][0]?.currency;
  const isOne = [...prices.values()].every((price) => price.currency === currency);
  const priced = places.map((place) => {
    const price = prices.get(place.country);
    const cost = price && isOne ? place.parts * price.amount : null;
    return { country: place.country, people: place.people, segments: place.parts, cost };
  });
  if (!currency || !isOne) return { cost: null, places: priced };
  const amount = priced.reduce((sum, { cost }) => sum + (cost ?? 0), 0);
  const unpriced = priced.filter(({ cost }) => cost === null).map(({ country }) => country);
  return { cost: { amount, currency, unpriced }, places: priced };
}

const lately = 24 * 3_600_000;

/** How many who are to get it another campaign texted within a day: nobody, if those are left out. */
async function countTextedLately({ store, clock }: ReadingDeps, campaign: Campaign): Promise<number> {
  if (textedSince(campaign.leaveOut, clock.now())) return 0;
  const since = clock.now().getTime() - lately;
  const others = (await store.campaigns.list()).filter(
    (other) =>
      other.id !== campaign.id && other.startedAt && Date.parse(other.endedAt ?? clock.now().toISOString()) > since,
  );
  if (others.length === 0) return 0;
  return store.recipients.overlap(
    campaign.id,
    others.map(({ id }) => id),
    new Date(since),
  );
}

function isWaiting({ status }: Campaign): boolean {
  return status === 'pending_approval' || couldSend(status);
}

/** People on this list and on that of another campaign that is approved, or waits for it, and has not texted them. */
async function countAlsoWaiting({ store }: ReadingDeps, { id }: Campaign): Promise<Preview['alsoWaiting']> {
  const others = (await store.campaigns.list()).filter((other) => other.id !== id && isWaiting(other));
  if (others.length === 0) return { people: 0, campaigns: [] };
  const found = await store.recipients.alsoQueued(
    id,
    others.map((other) => other.id),
  );
  return { people: found.people, campaigns: others.filter((other) => found.campaigns.includes(other.id)) };
}
