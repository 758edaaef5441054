import { usualAnswerWithinSeconds } from '../../domain/answering/answering.ts';
import { contentHash } from '../../domain/campaign/approval.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { answerWithinOf } from '../../domain/campaign/pace-of.ts';
import { beliefOf } from '../../domain/rehearsal/belief.ts';
import { type BetterPace, betterPace } from '../../domain/rehearsal/better-pace.ts';
import { type Rehearsed, rehearse } from '../../domain/rehearsal/rehearse.ts';
import { type ReadingDeps, rateOf } from '../deps.ts';
import { busyTeam, campaignsOfTeam, measuresOf } from '../lifecycle/team.ts';

/** What a campaign will be like for its team, and a pace that would keep the wait short; null: nobody gets it. */
export type Foretelling = { expected: Rehearsed; better: BetterPace | null; withinSeconds: number };

export type Foretellings = {
  of(campaign: Campaign, people: number): Promise<Foretelling | null>;
  /** What was last said of exactly this content; null: nobody asked lately. */
  lastOf(campaign: Campaign): Promise<Foretelling | null>;
};

/** An author goes back and forth between a few drafts. */
const mostKept = 20;
/** Done times move with the clock; nobody sees a minute of it. */
const keptMs = 60_000;

/** Rehearses campaigns before they are approved. What was rehearsed a moment ago is not rehearsed again. */
export function createForetellings({ store, settings, clock, log }: ReadingDeps): Foretellings {
  const known = new Map<string, { atMs: number; people: number; foretelling: Promise<Foretelling | null> }>();

  const foretell = async (campaign: Campaign, people: number): Promise<Foretelling> => {
    const now = clock.now();
    const startAt = campaign.startAt && new Date(campaign.startAt) > now ? new Date(campaign.startAt) : now;
    const { throttle, hours, zone, answering } = campaign;
    const measures = measuresOf(await campaignsOfTeam({ store }, campaign), now);
    const runs = settings.rehearsals;
    const ratePerSecond = rateOf(settings, campaign.sender);
    const input = {
      size: people,
      throttle,
      hours,
      zone,
      startAt,
      ratePerSecond,
      belief: beliefOf(measures),
      promisedSeconds: answerWithinOf(campaign),
      canary: campaign.canary ?? null,
      busy: await busyTeam({ store, clock }, campaign, startAt),
    };
    const expected = await rehearse(input, { runs });
    const withinSeconds = answering?.answerWithinSeconds ?? usualAnswerWithinSeconds;
    return { expected, better: (await betterPace(input, expected, withinSeconds, { runs })) ?? null, withinSeconds };
  };

  return {
    of: async (campaign, people) => {
      if (people === 0) return null;
      const nowMs = clock.now().getTime();
      const key = keyOf(campaign);
      const before = known.get(key);
      if (before?.people === people && nowMs - before.atMs < keptMs && nowMs >= before.atMs) return before.foretelling;
      // A campaign can be looked at, and approved, without a forecast.
      const foretelling = foretell(campaign, people).catch((error: unknown) => {
        log.error({ campaignId: campaign.id, err: error }, 'A campaign could not be rehearsed');
        if (known.get(key)?.foretelling === foretelling) known.delete(key);
        return null;
      });
      known.delete(key);
      known.set(key, { atMs: nowMs, people, foretelling });
      for (const oldest of [...known.keys()].slice(0, -mostKept)) known.delete(oldest);
      return foretelling;
    },
    lastOf: async (campaign) => (await known.get(keyOf(campaign))?.foretelling) ?? null,
  };
}

function keyOf(campaign: Campaign): string {
  return `${campaign.id} ${contentHash(campaign)}`;
}
