import type { Campaign } from '../../domain/campaign/campaign.ts';
import { type Forecast, forecast } from '../../domain/pace/progress.ts';
import { type ReadingDeps, rateOf } from '../deps.ts';
import type { Outlook } from './outlook.ts';

/** By the pace, from when the first place opens; those of places that open later cannot be done sooner than they allow. */
export function forecastOf(
  { settings, clock }: Pick<ReadingDeps, 'settings' | 'clock'>,
  campaign: Campaign,
  { people, places }: Pick<Outlook, 'places'> & { people: number },
): Forecast {
  const now = clock.now();
  const startAt = campaign.startAt && new Date(campaign.startAt) > now ? new Date(campaign.startAt) : now;
  const from = (size: number, at: Date) =>
    forecast({
      size,
      throttle: campaign.throttle,
      ratePerSecond: rateOf(settings, campaign.sender),
      hours: campaign.hours,
      startAt: at > startAt ? at : startAt,
    });
  const reached = places.flatMap((place) => (place.kind === 'reached' ? [place] : []));
  const inOrder = reached.sort((a, b) => a.opens.getTime() - b.opens.getTime());
  const first = inOrder[0];
  if (!first) return from(people, startAt);
  let left = people;
  const ends = inOrder.map(({ opens, people: size }) => {
    const { doneAt, lastBatchAt } = from(Math.max(1, left), opens);
    left -= size;
    return { doneAt, lastBatchAt };
  });
  const last = ends.reduce((one, other) => (other.doneAt > one.doneAt ? other : one));
  return { ...from(people, first.opens), ...last };
}
