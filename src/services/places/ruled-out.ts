import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { ReadingDeps } from '../deps.ts';
import { rulesOf } from '../rules.ts';

/** How many of those who are to get it never do, by the rules of where they are; who opted out is not among them. */
export async function ruledOutOf(
  deps: Pick<ReadingDeps, 'store' | 'rules' | 'clock'>,
  campaign: Pick<Campaign, 'id' | 'consent' | 'approval'>,
): Promise<number> {
  const { store, clock } = deps;
  const { id } = campaign;
  const rules = rulesOf(deps, campaign);
  const isRuledOut = (place: string) => rules.of(place, clock.now()).verdict.kind === 'skip';
  const places = (await store.recipients.queuedByPlace(id)).filter(({ place }) => isRuledOut(place));
  if (places.length === 0) return 0;
  const optedOut = await store.recipients.optedOutByPlace(id);
  return places.reduce((sum, { place, queued }) => sum + queued - (optedOut.get(place) ?? 0), 0);
}
