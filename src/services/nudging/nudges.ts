import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Deps } from '../deps.ts';
import { nudgeCampaign } from './nudge-campaign.ts';
import { remindMembers } from './remind-members.ts';

/** Nobody is forgotten: looked after twice a minute, apart from the tick, since it asks the chat who is still there. */
export type Nudges = {
  /** Begins a look when it is time for one. Never waits, and never throws. */
  tick(): void;
  /** Resolves when no look is under way. */
  idle(): Promise<void>;
  /** Looks no more; resolves when the look under way has ended. */
  stop(): Promise<void>;
};

const everyMs = 30_000;

export function createNudges(deps: Deps): Nudges {
  const { store, clock, log } = deps;
  let isStopped = false;
  let lookAtMs = Number.NEGATIVE_INFINITY;
  let looking: Promise<void> | undefined;

  const look = async (): Promise<void> => {
    // An older folder knows less than the team has done.
    if (!store.folder.isSound()) return;
    for (const campaign of (await store.campaigns.list()).filter(wasReleased)) {
      if (isStopped || store.trouble()) return;
      try {
        await nudgeCampaign(deps, campaign);
      } catch (error) {
        // One broken campaign must not stop the others; the next look tries again.
        log.error({ campaignId: campaign.id, err: error }, 'Could not look after the replies of the campaign');
      }
    }
    if (!isStopped) await remindMembers(deps);
  };

  const idle = async (): Promise<void> => {
    await looking;
  };
  return {
    tick() {
      if (isStopped || looking || clock.monotonicMs() < lookAtMs) return;
      lookAtMs = clock.monotonicMs() + everyMs;
      looking = look()
        .catch((error) => log.error({ err: error }, 'Could not look after the replies'))
        .finally(() => {
          looking = undefined;
        });
    },
    idle,
    async stop() {
      isStopped = true;
      await idle();
    },
  };
}

/** Nobody has been texted before. */
function wasReleased({ approval, startedAt }: Campaign): boolean {
  return approval !== null || startedAt !== null;
}
