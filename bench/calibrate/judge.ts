import { beliefOf } from '../../src/domain/rehearsal/belief.ts';
import { type Happened, wasWithin } from '../../src/domain/rehearsal/foretold.ts';
import { liveThrough, type RehearsalInput, type Rehearsed, rehearse } from '../../src/domain/rehearsal/rehearse.ts';
import { answerWithinS, live } from './live.ts';
import { aTeam } from './team.ts';

/**
 * A forecast made of a team's former campaigns, beside what its next one was like; `sure`: the share of the rehearsed runs
 * that lie in its own band. It is 0.8, and more where many runs are equal, as the ends of those are that nothing holds.
 */
export type Judged = { expected: Rehearsed; happened: Happened; sure: Record<keyof Happened, number> };

export async function judgeTeam(seed: number, { former, runs }: { former: number; runs: number }): Promise<Judged> {
  const sendings = aTeam(seed, former + 1);
  const next = sendings.at(-1)!;
  const { world, throttle } = next;
  const input: RehearsalInput = {
    size: world.campaigns[0]!,
    throttle,
    hours: world.hours,
    zone: 'UTC',
    startAt: new Date(world.startMs),
    ratePerSecond: 30,
    promisedSeconds: throttle.holdAbove === null ? null : answerWithinS,
    belief: beliefOf(sendings.slice(0, -1).map((one) => live(one).measure)),
  };
  const expected = await rehearse(input, { runs, seed });
  const { startMs, lived } = await liveThrough(input, { runs, seed: seed + 1_000_000 });
  const within = lived.map(({ doneMs, mostOpen, longestWaitMs }) =>
    wasWithin(expected, { doneMs: startMs + doneMs, mostOpen, longestWait: longestWaitMs / 1_000 }),
  );
  const sureOf = (of: keyof Happened) => share(within, (one) => one[of]);
  const sure = { doneMs: sureOf('doneMs'), mostOpen: sureOf('mostOpen'), longestWait: sureOf('longestWait') };
  return { expected, happened: live(next).happened, sure };
}

/** Of how many facts, the share below the band, in it and above it, and the share that ought to be in it. */
export type Shares = { of: number; below: number; within: number; above: number; sure: number };

/** Ends that everybody knows beforehand are not counted: that they are right says nothing of the bands. */
export function sharesOf(all: readonly Judged[], fact: keyof Happened): Shares {
  const counted = fact === 'doneMs' ? all.filter(({ sure }) => sure.doneMs < 0.98) : all;
  const within = share(counted, ({ expected, happened }) => wasWithin(expected, happened)[fact]);
  const above = share(
    counted,
    ({ expected, happened }) =>
      !wasWithin(expected, happened)[fact] && happened[fact] > expected[fact === 'doneMs' ? 'done' : fact].high,
  );
  const sure = counted.reduce((sum, one) => sum + one.sure[fact], 0) / Math.max(1, counted.length);
  return { of: counted.length, below: 1 - within - above, within, above, sure };
}

function share<One>(all: readonly One[], is: (one: One) => boolean): number {
  return all.length === 0 ? 1 : all.filter(is).length / all.length;
}
