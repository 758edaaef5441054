import type { PauseReason } from '../../domain/campaign/campaign.ts';
import type { CampaignId } from '../../domain/ids.ts';
import {
  type ContentTrouble,
  contentTrouble,
  type ProviderTrouble,
  providerTrouble,
} from '../../domain/pace/breaker.ts';
import { type DoubtTrouble, doubtTrouble } from '../../domain/pace/delivery-breaker.ts';
import type { SendOutcome } from '../../domain/recipient/send-outcome.ts';

/** What the provider's last answers mean for sending: go on, wait a while, or stop. */
export type HealthVerdict = { kind: 'go' } | { kind: 'back_off'; ms: number } | PauseVerdict;

type PauseVerdict = { kind: 'pause'; whom: 'all' | 'this'; reason: Exclude<PauseReason, 'person'>; detail: string };

type ProviderHealth = {
  observe(campaignId: CampaignId, outcome: SendOutcome): HealthVerdict;
  /** A person resumed: former counts are forgotten. */
  forget(campaignId: CampaignId): void;
};

/** Trouble with the provider concerns every campaign, refused content only the campaign that sent it. */
export function createProviderHealth(): ProviderHealth {
  let provider: ProviderTrouble = providerTrouble.none;
  const contents = new Map<CampaignId, ContentTrouble>();
  const doubts = new Map<CampaignId, DoubtTrouble>();

  return {
    observe: (campaignId, outcome) => {
      if (outcome.kind === 'halted') {
        return { kind: 'pause', whom: 'all', reason: outcome.reason, detail: outcome.detail };
      }
      if (outcome.kind === 'throttled') return { kind: 'back_off', ms: outcome.retryAfterMs };

      provider = providerTrouble.after(provider, outcome.kind);
      const ofProvider = providerTrouble.meaning(provider);
      if (ofProvider !== 'go_on' && 'backOffMs' in ofProvider) return { kind: 'back_off', ms: ofProvider.backOffMs };
      if (ofProvider !== 'go_on') {
        provider = providerTrouble.none;
        return { kind: 'pause', whom: 'all', reason: ofProvider.pause, detail: ofProvider.detail };
      }

      const doubt = doubtTrouble.after(doubts.get(campaignId) ?? doubtTrouble.none, outcome.kind === 'unconfirmed');
      doubts.set(campaignId, doubt);
      const ofDoubt = doubtTrouble.meaning(doubt);
      if (ofDoubt !== 'go_on') {
        doubts.delete(campaignId);
        return { kind: 'pause', whom: 'this', reason: ofDoubt.pause, detail: ofDoubt.detail };
      }

      const content = contentTrouble.after(contents.get(campaignId) ?? contentTrouble.none, outcome.kind);
      contents.set(campaignId, content);
      const ofContent = contentTrouble.meaning(content);
      if (ofContent === 'go_on') return { kind: 'go' };
      contents.delete(campaignId);
      return { kind: 'pause', whom: 'this', reason: ofContent.pause, detail: ofContent.detail };
    },
    forget: (campaignId) => {
      provider = providerTrouble.none;
      contents.delete(campaignId);
      doubts.delete(campaignId);
    },
  };
}

/** Why a campaign is paused for what another one's messages met. What the provider says of the account concerns all alike. */
export function toBystander({ reason, detail }: PauseVerdict, cause: string): string {
  return reason === 'provider_trouble' ? `${detail.replace(/\.$/, '')}, the last of “${cause}”.` : detail;
}
