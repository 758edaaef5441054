import type { TeamFacts } from '../pace/team-pace.ts';
import { delayEnds, type TeamMeasure } from './measure.ts';

/** The texts of one campaign that may still be answered. */
export type RecentTexts = {
  /** By their age, counted as delays of replies are: see `delayEnds`. */
  ages: readonly number[];
  /** How many of the people behind these texts have written something that waits for the team. */
  replied: number;
  /** About to be texted: the rest of a batch, or one whose size is decided. */
  leaving: number;
};

/** What is known of how a team's texts are answered: of each text, the share that is, and by when. */
export type ReplyHabit = { share: number; texts: number; delays: readonly number[] };

/** A team without a history is taken for this one, until a few dozen texts tell more. */
const usualHabit = {
  share: 0.25,
  texts: 12,
  /** Per hundred replies: half within ten minutes, nine of ten within two hours. */
  delays: [4, 6, 6, 11, 9, 10, 11, 8, 10, 7, 4, 4, 2, 2, 2, 1, 1, 1, 1, 0, 0, 0],
};
/** A measured team's share counts as this many texts at most: another message is answered otherwise. */
const mostMeasured = 40;

/** From the counts of the team's former campaigns, if any. */
export function habitOf(measure: TeamMeasure | null): ReplyHabit {
  if (!measure || measure.texts === 0) return usualHabit;
  const replies = measure.delays.reduce((sum, count) => sum + count, 0);
  const share = (usualHabit.share * usualHabit.texts + replies) / (usualHabit.texts + measure.texts);
  const weight = 20 / 100;
  return {
    share,
    texts: Math.min(mostMeasured, usualHabit.texts + measure.texts),
    delays: measure.delays.map((count, at) => count + weight * (usualHabit.delays[at] ?? 0)),
  };
}

/** Moments ahead at which the team must not have too much before it, in minutes. */
const horizons = [5, 10, 20, 40, 80, 160];

/** What the texts of all the team's campaigns will still bring, and each new one of `own` beside. */
export type Foresight = (own: RecentTexts, others: readonly RecentTexts[]) => TeamFacts['coming'];

/** What a habit says of texts of each age is worked out once. */
export function foresightOf(habit: ReplyHabit): Foresight {
  const by = answeredBy(habit.delays);
  const ripe = Array.from({ length: delayEnds.length + 1 }, (_, at) => by(ageOf(at)));
  const ahead = horizons.map((minutes) => ({
    minutes,
    leaving: by(minutes),
    later: ripe.map((before, at) => by(ageOf(at) + minutes) - before),
  }));
  return (own, others) => {
    const texts = [own, ...others].map((one) => ({ ...one, share: shareOf(one, habit, ripe) }));
    const ownShare = cautious(own, texts[0]!.share, habit);
    return ahead.map(({ minutes, leaving, later }) => ({
      minutes,
      perText: ownShare * leaving,
      replies: texts.reduce((sum, one) => sum + one.share * (weighed(one.ages, later) + one.leaving * leaving), 0),
    }));
  };
}

/** Of the people who had time to answer, the share that did. */
function shareOf({ ages, replied }: RecentTexts, habit: ReplyHabit, ripe: readonly number[]): number {
  return Math.min(1, (habit.share * habit.texts + replied) / (habit.texts + weighed(ages, ripe)));
}

function weighed(counts: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  // A rehearsal asks a million times: no iterator.
  for (let at = 0; at < counts.length; at += 1) sum += counts[at]! * weights[at]!;
  return sum;
}

/** Few texts tell little: the share may well be higher. */
function cautious({ ages }: RecentTexts, share: number, habit: ReplyHabit): number {
  const known = habit.texts + ages.reduce((sum, count) => sum + count, 0);
  return Math.min(1, share + Math.sqrt((share * (1 - share)) / known));
}

function ageOf(at: number): number {
  const end = delayEnds[at] ?? 2 * (delayEnds.at(-1) ?? 0);
  return (end + (delayEnds[at - 1] ?? 0)) / 2;
}

/** The share of all replies that have come so many minutes after the text. */
function answeredBy(delays: readonly number[]): (minutes: number) => number {
  const all = delays.reduce((sum, count) => sum + count, 0);
  return (minutes) => {
    let sum = 0;
    for (const [at, count] of delays.entries()) {
      const start = delayEnds[at - 1] ?? 0;
      const end = delayEnds[at] ?? 2 * start;
      if (minutes <= start) break;
      sum += count * Math.min(1, (minutes - start) / (end - start));
    }
    return all === 0 ? 1 : sum / all;
  };
}
