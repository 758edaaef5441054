import { addMeasures, delayEnds, handlingEnds, hoursOfWeek, type TeamMeasure } from './measure.ts';

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
  speedSpread: number;
  /** People at work, by hour of the week; 0: nobody ever is. */
  staff: readonly number[];
  /** Too little was measured: these are usual figures, not the team's. */
  isUsual: boolean;
};

/** What is assumed of a team that nothing is known of, worth as much as this many texts, replies and handled ones. */
const usual = { share: 0.15, perHour: 30, texts: 40, replies: 15, handled: 15 };
/** Replies by `delayEnds`, as many as come by then of a hundred. */
const usualDelays = [4, 9, 14, 22, 29, 37, 45, 52, 61, 69, 75, 82, 86, 90, 92, 95, 96, 97, 98, 99, 100, 100];
const fewest = { texts: 200, handled: 30 };
const spreads = { share: 0.5, delay: 0.5, speed: 0.4 };

/** From the measures of a team's campaigns, one for each. */
export function beliefOf(measures: readonly TeamMeasure[]): Belief {
  const all = addMeasures(measures);
  const [replies, handled] = [sum(all.delays), sum(all.handling)];
  return {
    share: (replies + usual.share * usual.texts) / (all.texts + usual.texts),
    shareSpread: spreadOf(
      measures.map((one) => [sum(one.delays), one.texts] as const),
      spreads.share,
    ),
    delays: delaysOf(all.delays, replies),
    delaySpread: spreadBetween(
      measures.map((one) => medianOf(delayEnds, one.delays)),
      spreads.delay,
    ),
    speed: speedOf(all.handling, handled),
    speedSpread: spreadBetween(
      measures.map((one) => meanOf(handlingEnds, one.handling)),
      spreads.speed,
    ),
    staff: staffOf(all),
    isUsual: all.texts < fewest.texts || handled < fewest.handled,
  };
}

function delaysOf(counts: readonly number[], replies: number): number[] {
  let seen = 0;
  return counts.map((count, at) => {
    seen += count;
    return (seen + ((usualDelays[at] ?? 100) / 100) * usual.replies) / (replies + usual.replies);
  });
}

/** The mean attention, not the median: a few long ones take as much of the hour as many short ones. */
function speedOf(handling: readonly number[], handled: number): number {
  const usualSeconds = 3_600 / usual.perHour;
  const seconds = (meanOf(handlingEnds, handling) ?? usualSeconds) * handled + usualSeconds * usual.handled;
  return (3_600 * (handled + usual.handled)) / seconds;
}

/** An hour of the day at which nobody was ever seen at work is one without people, once enough hours are known. */
function staffOf({ staffed, people }: TeamMeasure): number[] {
  const hours = sum(staffed);
  const usually = hours === 0 ? 1 : sum(people) / hours;
  if (hours < 8) return Array.from({ length: hoursOfWeek }, () => usually);
  const most = Math.max(...Array.from({ length: 24 }, (_, hour) => atHourOfDay(staffed, hour)));
  return Array.from({ length: hoursOfWeek }, (_, of) => {
    const known = atHourOfDay(staffed, of % 24);
    if (known === 0) return 0;
    const presence = Math.min(1, known / Math.max(1, most * 0.5));
    return (presence * atHourOfDay(people, of % 24)) / known;
  });
}

function atHourOfDay(counts: readonly number[], hour: number): number {
  return counts.reduce((total, count, of) => (of % 24 === hour ? total + count : total), 0);
}

/** Between campaigns, beyond what chance alone makes of so few people. */
function spreadOf(pairs: readonly (readonly [number, number])[], assumed: number): number {
  const known = pairs.filter(([replies, texts]) => texts >= 20 && replies >= 3);
  if (known.length < 2) return assumed;
  const logs = known.map(([replies, texts]) => Math.log(replies / texts));
  const chance = known.reduce((total, [replies]) => total + 1 / replies, 0) / known.length;
  return mixed(Math.sqrt(Math.max(0, variance(logs) - chance)), assumed, known.length);
}

function spreadBetween(values: readonly (number | undefined)[], assumed: number): number {
  const known = values.filter((value) => value !== undefined && value > 0) as number[];
  if (known.length < 2) return assumed;
  return mixed(Math.sqrt(variance(known.map(Math.log))), assumed, known.length);
}

/** Two campaigns say little of how much campaigns differ. */
function mixed(found: number, assumed: number, campaigns: number): number {
  return Math.sqrt((found ** 2 * (campaigns - 1) + assumed ** 2 * 2) / (campaigns + 1));
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
