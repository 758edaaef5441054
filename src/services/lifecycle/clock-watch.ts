import { mayPause } from '../../domain/campaign/campaign-status.ts';
import type { CampaignId } from '../../domain/ids.ts';
import { type ClockReading, isStep, skewInWords, stepBetween, stepInWords } from '../../domain/pace/clock-step.ts';
import type { Deps } from '../deps.ts';
import { createTellAdmins } from '../tell-admins.ts';
import { pauseBecause } from './pause-because.ts';

/**
 * Notices that the wall clock was set or is wrong. Sending hours, intervals and the age of opt-outs depend on it, so
 * everything that runs or waits for its start is paused, and people decide.
 */
export type ClockWatch = {
  /** Looks at the clock; false from when it was found wrong until all that runs is paused. Nothing may leave meanwhile. */
  isTrusted(): boolean;
  /** A signed message of the SMS provider shows how far our clock is behind (negative: ahead). Never waits or throws. */
  reportSkew(behindMs: number): void;
  /** Stores the pauses that are owed; the next call repeats what failed. */
  pauseAll(inFlight: (id: CampaignId) => number): Promise<void>;
  /** How often it was found wrong since the start. */
  found(): number;
};

type WatchDeps = Pick<Deps, 'store' | 'announcer' | 'clock' | 'log' | 'settings'>;

/** Steps below the tolerance add up over this long. */
const rememberedMs = 3_600_000;
/** Two looks further apart than this are torn: the process was frozen in between. */
const tornMs = 1_000;

export function createClockWatch(deps: WatchDeps): ClockWatch {
  const { clock, log } = deps;
  const tellAdmins = createTellAdmins(deps, () => adminText(owed ?? ''));
  let base = read(deps) ?? { wallMs: clock.now().getTime(), monotonicMs: clock.monotonicMs() };
  let owed: string | undefined;
  let found = 0;

  const owe = (detail: string): void => {
    if (owed === undefined) {
      found += 1;
      log.warn({ detail }, 'The clock of this computer is wrong or was set; everything that runs is paused');
    }
    owed ??= detail;
  };

  const look = (): void => {
    const reading = read(deps);
    if (!reading) return;
    const step = stepBetween(base, reading);
    if (isStep(step)) owe(stepInWords(step));
    if (isStep(step) || reading.monotonicMs - base.monotonicMs > rememberedMs) base = reading;
  };

  return {
    isTrusted: () => {
      look();
      return owed === undefined;
    },
    reportSkew: (behindMs) => {
      if (isStep(behindMs)) owe(skewInWords(behindMs));
    },
    pauseAll: async (inFlight) => {
      if (owed === undefined) return;
      const detail = owed;
      for (const { id, status } of await deps.store.campaigns.list()) {
        if (mayPause(status)) await pauseBecause(deps, id, 'clock', detail, inFlight(id));
      }
      await tellAdmins('clock');
      owed = undefined;
    },
    found: () => found,
  };
}

/** Undefined when the process was stopped between reading the two clocks: then they do not belong together. */
function read({ clock }: WatchDeps): ClockReading | undefined {
  const beforeMs = clock.monotonicMs();
  const wallMs = clock.now().getTime();
  const monotonicMs = clock.monotonicMs();
  return monotonicMs - beforeMs < tornMs ? { wallMs, monotonicMs } : undefined;
}

function adminText(detail: string): string {
  return `The clock of Trickle’s computer is wrong or was set. ${detail} Every running campaign is paused. Ask whoever runs Trickle to check the clock, then Resume each one.`;
}
