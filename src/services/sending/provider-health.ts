import type { PauseReason } from '../../domain/campaign/campaign.ts';
import type { CampaignId } from '../../domain/ids.ts';
import { type Breaker, closedBreaker, observe, verdict } from '../../domain/pace/breaker.ts';
import type { SendOutcome } from '../../domain/recipient/send-outcome.ts';

/** What the provider's last answers mean for sending: go on, wait a while, or stop. */
export type HealthVerdict = { kind: 'go' } | { kind: 'back_off'; ms: number } | PauseVerdict;

type PauseVerdict = { kind: 'pause'; whom: 'all' | 'this'; reason: Exclude<PauseReason, 'person'>; detail: string };

export type ProviderHealth = {
  observe(campaignId: CampaignId, outcome: SendOutcome): HealthVerdict;
  /** A person resumed: what was counted before is forgotten. */
  forget(campaignId: CampaignId): void;
};

/** Trouble with the provider concerns every campaign, refused content only the campaign that sent it. */
export function createProviderHealth(): ProviderHealth {
  let provider: Breaker = closedBreaker;
  const contents = new Map<CampaignId, Breaker>();

  return {
    observe: (campaignId, outcome) => {
      if (outcome.kind === 'halted') {
        return { kind: 'pause', whom: 'all', reason: outcome.reason, detail: outcome.detail };
      }
      if (outcome.kind === 'throttled') return { kind: 'back_off', ms: outcome.retryAfterMs };

      provider = observe(provider, outcome.kind === 'refused' ? 'accepted' : outcome.kind);
      const ofProvider = verdict(provider);
      if (ofProvider !== 'closed' && 'pause' in ofProvider) {
        provider = closedBreaker;
        return { kind: 'pause', whom: 'all', reason: ofProvider.pause, detail: ofProvider.detail };
      }
      if (ofProvider !== 'closed') return { kind: 'back_off', ms: ofProvider.backOffMs };
      if (outcome.kind !== 'refused' && outcome.kind !== 'accepted') return { kind: 'go' };

      const content = observe(contents.get(campaignId) ?? closedBreaker, outcome.kind);
      contents.set(campaignId, content);
      const ofContent = verdict(content);
      if (ofContent === 'closed' || !('pause' in ofContent)) return { kind: 'go' };
      contents.delete(campaignId);
      return { kind: 'pause', whom: 'this', reason: ofContent.pause, detail: ofContent.detail };
    },
    forget: (campaignId) => {
      provider = closedBreaker;
      contents.delete(campaignId);
    },
  };
}

/** Why a campaign is paused for what another one's messages met. What the provider says of the account is about all alike. */
export function toBystander({ reason, detail }: PauseVerdict, cause: string): string {
  return reason === 'provider_trouble' ? `${detail.replace(/\.$/, '')}, the last of “${cause}”.` : detail;
}
