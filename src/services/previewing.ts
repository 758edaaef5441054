import { contentHash } from '../domain/approval.ts';
import { audienceSize, type Campaign } from '../domain/campaign.ts';
import { maskPhoneNumber } from '../domain/phone/phone-number.ts';
import { forecast, paceInWords } from '../domain/progress.ts';
import type { Recipient } from '../domain/recipient.ts';
import { lintTemplate, parseTemplate, renderMessage, unfilledPlaceholders } from '../domain/template.ts';
import type { Campaigns, Preview } from './campaigns.ts';
import { needCampaign } from './change-campaign.ts';
import type { Deps } from './deps.ts';

/** What a campaign would do, shown before anybody agrees to it. */
export function createPreviewing(deps: Deps): Pick<Campaigns, 'preview'> {
  const { store } = deps;

  return {
    preview: async (id) => {
      const campaign = await needCampaign(store, id);
      const samples = await sampleRecipients(deps, campaign);
      const plan = forecastOf(deps, campaign);
      return {
        campaign,
        contentHash: contentHash(campaign),
        samples: samples.map((recipient) => ({
          number: maskPhoneNumber(recipient.number),
          text: messageFor(campaign, recipient),
        })),
        cost: await costOf(deps, campaign),
        forecast: plan,
        pace: paceInWords(plan, campaign.throttle, campaign.zone, deps.clock.now()),
        warnings: [...unfilledPlaceholders(campaign.template, campaign.list), ...lintTemplate(campaign.template)],
        textedLately: await countTextedLately(deps, campaign),
      };
    },
  };
}

function messageFor(campaign: Campaign, recipient: Recipient): string {
  const rendered = renderMessage(parseTemplate(campaign.template), campaign.list.columns, recipient.values);
  return rendered.ok ? rendered.text : '';
}

function forecastOf({ settings, clock }: Deps, campaign: Campaign): Preview['forecast'] {
  const now = clock.now();
  const startAt = campaign.startAt && new Date(campaign.startAt) > now ? new Date(campaign.startAt) : now;
  return forecast({
    size: audienceSize(campaign),
    throttle: campaign.throttle,
    ratePerSecond: Math.min(settings.senders.get(campaign.sender) ?? 1, settings.accountRate),
    hours: campaign.hours,
    startAt,
  });
}

/** Those whom the measuring picked; of drafts that were measured before it picked any, the first three. */
async function sampleRecipients({ store }: Deps, { id, segments }: Campaign): Promise<readonly Recipient[]> {
  if (!segments.samples) return store.recipients.page(id, { from: 0, limit: 3 });
  const found = await Promise.all(segments.samples.map((no) => store.recipients.get(id, no)));
  return found.filter((recipient) => recipient !== undefined);
}

/** The provider tells one price a second, and somebody waits for the preview. */
const mostPriced = 5;

/** Over the whole list, by country; null when no price is known, or they are in several currencies. */
async function costOf({ gateway }: Deps, { segments }: Campaign): Promise<Preview['cost']> {
  const priced = await Promise.all(
    (segments.countries ?? []).slice(0, mostPriced).map(async ({ country, parts }) => ({
      country,
      parts,
      price: await gateway.segmentPrice(country),
    })),
  );
  const currency = priced.find(({ price }) => price)?.price?.currency;
  if (!currency || priced.some(({ price }) => price && price.currency !== currency)) return null;
  const amount = priced.reduce((sum, { parts, price }) => sum + parts * (price?.amount ?? 0), 0);
  const known = priced.filter(({ price }) => price).map(({ country }) => country);
  const unpriced = (segments.countries ?? []).map(({ country }) => country).filter((one) => !known.includes(one));
  return { amount, currency, unpriced };
}

const lately = 24 * 3_600_000;

/** How many people on this list another campaign texted within a day. */
async function countTextedLately({ store, clock }: Deps, campaign: Campaign): Promise<number> {
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
