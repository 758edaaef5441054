import type { Campaign } from '../../domain/campaign/campaign.ts';
import { isLong, type Reception } from '../../domain/pace/standstill.ts';
import { note } from '../announcements.ts';
import type { TickDeps } from '../deps.ts';
import { changeCampaign } from './change-campaign.ts';
import { planNow } from './plan-now.ts';

/** Tells the thread once that the provider has taken nothing for a while, and once that it takes messages again. */
export async function tellStandstill(
  deps: TickDeps,
  campaign: Campaign,
  reception: Reception,
  now: Date,
): Promise<void> {
  const told = campaign.standstillTold ?? null;
  if (reception.kind === 'taking' && told !== null) {
    await changeCampaign(deps, campaign.id, (current) =>
      current.status === 'running' && current.standstillTold === told
        ? {
            campaign: { ...current, standstillTold: null },
            announcements: [note(current.id, now, { kind: 'provider_takes' })],
          }
        : undefined,
    );
  }
  if (reception.kind !== 'standstill' || told !== null || !isLong(reception, now)) return;
  const since = reception.since.toISOString();
  const { because } = reception;
  // Another campaign of the same sender may have met it while this one has nothing to send.
  if ((await planNow(deps, campaign)).kind !== 'send') return;
  await changeCampaign(deps, campaign.id, (current) =>
    current.status === 'running' && (current.standstillTold ?? null) === null
      ? {
          campaign: { ...current, standstillTold: since },
          announcements: [note(current.id, now, { kind: 'provider_waits', because, since })],
        }
      : undefined,
  );
}
