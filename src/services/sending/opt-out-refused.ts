import type { CampaignId, PhoneNumber } from '../../domain/ids.ts';
import { meansOptedOut } from '../../domain/recipient/delivery-receipt.ts';
import type { SendOutcome } from '../../domain/recipient/send-outcome.ts';
import type { Deps } from '../deps.ts';
import { durably } from '../durably.ts';

/** A refusal at once that means what a receipt may say later: the person wants no texts, as the provider or network knows. */
export async function optOutRefused(
  deps: Pick<Deps, 'store' | 'clock' | 'log'>,
  outcome: SendOutcome,
  { number, campaignId }: { number: PhoneNumber; campaignId: CampaignId | null },
): Promise<void> {
  if (outcome.kind !== 'refused' || !meansOptedOut(outcome.code)) return;
  const at = deps.clock.now().toISOString();
  const optOut = { number, kind: 'opted_out' as const, at, source: 'carrier', ...(campaignId && { campaignId }) };
  await durably(deps, { campaignId }, () => deps.store.suppressions.add(optOut));
}
