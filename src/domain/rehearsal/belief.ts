import { habitOf, type ReplyHabit } from './coming.ts';
import { addMeasures, countedAt, delayEnds, handlingEnds, hoursOfWeek, type TeamMeasure } from './measure.ts';

/** What is likely of a team's next campaign, and how far it may be off. */
export type Belief = {
  /** People of a hundred texted who reply. */
  share: number;
  /** How far the share of one campaign is from another's: the deviation of its logarithm. */
  shareSpread: number;
  /** Of the replies, those that have come by each of `delayEnds`, and at last. */
  delays: readonly number[];
  delaySpread: number;
  /** Replies that one person deals with in an hour. */
  speed: number;
  /** Of the replies, those that take at most each of `handlingEnds`. */
  attention: readonly number[];
  /** How often in an hour somebody at work is away for longer than any reply takes, and for how long, likewise. */
  breaks: { perHour: number; lengths: readonly number[] };
  speedSpread: number;
  /** People at work, by hour of the week; 0: nobody ever is. */
  staff: readonly number[];
  /** What a pace that follows the team takes for its habit. */
  habit: ReplyHabit;
  /** Too little was measured: these are usual figures, not the team's. */
  isUsual: boolean;
};

/** What is assumed of a team that nothing is known of, worth as much as this many texts, replies and handled ones. */
const usual = { share: 0.15, texts: 40, replies: 15, handled: 15, breaksPerHour: 0.15, hours: 5 };
/** Replies by `delayEnds`, as many as come by then of a hundred. */
const usualDelays = [4, 9, 14, 22, 29, 37, 45, 52, 61, 69, 75, 82, 86, 90, 92, 95, 96, 97, 98, 99, 100, 100];
/** The same by `handlingEnds`: two minutes in the mean, thirty an hour. */
const usualAttention = [1, 3, 6, 10, 18, 30, 40, 58, 68, 81, 88, 92, 97, 100, 100, 100, 100];
const usualBreaks = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 40, 75, 100];
const fewest = { texts: 200, handled: 30 };
const spreads = { share: 0.35, delay: 0.35, speed: 0.25 };

/** From the measures of a team's campaigns, one for each. */
export function beliefOf(measures: readonly TeamMeasure[]): Belief {
  const all = addMeasures(measures);
  const [replies, handled] = [sum(all.delays), sum(all.handling)];
  const attention = cumulative(all.handling.map(onlyAttention), usualAttention, usual.handled);
  return {
    share: (replies + usual.share * usual.texts) / (all.texts + usual.texts),
    shareSpread: spreadOf(
      measures.map((one) => [sum(one.delays), one.texts] as const),
      spreads.share,
    ),
    delays: cumulative(all.delays, usualDelays, usual.replies),
    delaySpread: spreadBetween(
      measures.map((one) => medianOf(delayEnds, one.delays)),
      spreads.delay,
    ),
    speed: 3_600 / meanAttention(attention),
    attention,
    breaks: {
      perHour:
        (sum(all.handling.map(onlyBreaks)) + usual.breaksPerHour * usual.hours) / (sum(all.people) + usual.hours),
      lengths: cumulative(all.handling.map(onlyBreaks), usualBreaks, usual.hours),
    },
    speedSpread: spreadBetween(
      measures.map((one) => meanOf(handlingEnds, one.handling.map(onlyAttention))),
      spreads.speed,
    ),
    staff: staffOf(all),
    habit: habitOf(all),
    isUsual: all.texts < fewest.texts || handled < fewest.handled,
  };
}

/** Who took longer did something else as well: as in `atWork`. */
const mostAttention = countedAt(handlingEnds, 600);

function onlyAttention(count: number, at: number): number {
  return at <= mostAttention ? count : 0;
}

function onlyBreaks(count: number, at: number): number {
  return at <= mostAttention ? 0 : count;
}

/** Shares up to each end, of what was counted and of as many usual ones as they are worth. */
function cumulative(counts: readonly number[], usually: readonly number[], worth: number): number[] {
  const all = sum(counts);
  let seen = 0;
  return counts.map((count, at) => {
    seen += count;
    return (seen + ((usually[at] ?? 100) / 100) * worth) / (all + worth);
  });
}

/** The mean, not the median: a few long ones take as much of the hour as many short ones. */
export function meanAttention(shares: readonly number[]): number {
  return shares.reduce((total, share, at) => total + (share - (shares[at - 1] ?? 0)) * middleOf(handlingEnds, at), 0);
}

/**
 * People by hour of the week. How often somebody is there while replies wait: little known of an hour is eked out by the
 * same hour of other days, and that by all hours.
 */
function staffOf(measure: TeamMeasure): number[] {
  const hours = sum(measure.staffed);
  const usually = hours === 0 ? 1 : sum(measure.people) / hours;
  const exposed = measure.waited.map((count, of) => Math.max(count, measure.staffed[of] ?? 0));
  const ever = (hours + 2) / (sum(exposed) + 2);
  const ofDay = Array.from({ length: 24 }, (_, hour) => {
    const [staffed, waited, people] = [measure.staffed, exposed, measure.people].map((counts) => atHour(counts, hour));
    return { presence: (staffed! + ever) / (waited! + 1), people: (people! + usually) / (staffed! + 1) };
  });
  return Array.from({ length: hoursOfWeek }, (_, of) => {
    const { presence, people } = ofDay[of % 24]!;
    return (people * ((measure.staffed[of] ?? 0) + 2 * presence)) / (exposed[of]! + 2);
  });
}

function atHour(counts: readonly number[], hour: number): number {
  return counts.reduce((total, count, of) => (of % 24 === hour ? total + count : total), 0);
}

/** Between campaigns, beyond what chance alone makes of so few people. */
function spreadOf(pairs: readonly (readonly [number, number])[], assumed: number): number {
  const known = pairs.filter(([replies, texts]) => texts >= 20 && replies >= 3);
  const chance = sum(known.map(([replies]) => 1 / replies)) / Math.max(1, known.length);
  return spread(
    known.map(([replies, texts]) => replies / texts),
    { assumed, chance },
  );
}

function spreadBetween(values: readonly (number | undefined)[], assumed: number): number {
  return spread(
    values.flatMap((value) => (value !== undefined && value > 0 ? [value] : [])),
    { assumed, chance: 0 },
  );
}

/** Of the next campaign's logarithm: as campaigns differ, and as little as so few tell of their mean. */
function spread(values: readonly number[], { assumed, chance }: { assumed: number; chance: number }): number {
  const found = values.length < 2 ? 0 : Math.max(0, variance(values.map(Math.log)) - chance);
  const between = (found * Math.max(0, values.length - 1) + assumed ** 2) / Math.max(1, values.length);
  return Math.sqrt(between * (1 + 1 / (values.length + 1)));
}

function variance(values: readonly number[]): number {
  const mean = sum(values) / values.length;
  return values.reduce((total, value) => total + (value - mean) ** 2, 0) / (values.length - 1);
}

function meanOf(ends: readonly number[], counts: readonly number[]): number | undefined {
  const all = sum(counts);
  if (all === 0) return undefined;
  return counts.reduce((total, count, at) => total + count * middleOf(ends, at), 0) / all;
}

function medianOf(ends: readonly number[], counts: readonly number[]): number | undefined {
  const all = sum(counts);
  let seen = 0;
  for (const [at, count] of counts.entries()) {
    seen += count;
    if (all >= 5 && seen >= all / 2) return middleOf(ends, at);
  }
  return undefined;
}

function middleOf(ends: readonly number[], at: number): number {
  const from = ends[at - 1] ?? 0;
  return (from + (ends[at] ?? from * 2)) / 2;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
