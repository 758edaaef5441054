import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { ReadingDeps } from '../deps.ts';
import { rulesOf } from '../rules.ts';
import { isOutOfReach } from './outlook.ts';

/**
 * How many of those who are to get it never do, by the rules of where they are, or because no hour there is open before the
 * campaign's last moment; who opted out is not among them.
 */
export async function ruledOutOf(
  deps: Pick<ReadingDeps, 'store' | 'rules' | 'clock'>,
  campaign: Campaign,
): Promise<number> {
  const { store, clock } = deps;
  const { id } = campaign;
  const rules = rulesOf(deps, campaign);
  const now = clock.now();
  const isRuledOut = (place: string) => {
    const { asked, verdict } = rules.of(place, now);
    return verdict.kind === 'skip' || (campaign.notAfter != null && isOutOfReach(asked, campaign, now));
  };
  const places = (await store.recipients.queuedByPlace(id)).filter(({ place }) => isRuledOut(place));
  if (places.length === 0) return 0;
  const optedOut = await store.recipients.optedOutByPlace(id);
  return places.reduce((sum, { place, queued }) => sum + queued - (optedOut.get(place) ?? 0), 0);
}
