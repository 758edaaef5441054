import type { CampaignId } from '../../domain/ids.ts';
import type { Announcer } from '../../ports/world.ts';

/** The marks that the services leave and the clock collects. */
export type SlackAnnouncer = Announcer & {
  /** The campaigns marked since the last call, oldest mark first. */
  takeChanged(): CampaignId[];
  /** Was an announcement stored since the last call? */
  takeWake(): boolean;
};

export function createAnnouncer(): SlackAnnouncer {
  const changed = new Set<CampaignId>();
  let woken = false;
  return {
    refresh(campaignId) {
      changed.add(campaignId);
    },
    wake() {
      woken = true;
    },
    takeChanged() {
      const ids = [...changed];
      changed.clear();
      return ids;
    },
    takeWake() {
      const was = woken;
      woken = false;
      return was;
    },
  };
}
