import { z } from 'zod';

/**
 * How a team's texts are answered and how it deals with the answers, as counts: no person, no text and no moment is in
 * it. Measures of several campaigns add up.
 */

/** Upper ends, in minutes after the text, of the counts of delays; the last count has no end. */
export const delayEnds = [
  1, 2, 3, 5, 7, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 360, 480, 720, 1_440, 2_880, 10_080,
];
/** Upper ends, in seconds, of the counts of handling times; the last count has no end. */
export const handlingEnds = [5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 420, 600, 900, 1_800];
export const hoursOfWeek = 168;

const none = (length: number): number[] => Array.from({ length }, () => 0);
const counts = (length: number) => z.array(z.int().min(0)).length(length);

export const TeamMeasure = z.object({
  /** People whose text has left, and was old enough to be answered. */
  texts: z.int().min(0),
  /** How many of those wrote something that waits for the team, by the minutes after their text. */
  delays: counts(delayEnds.length + 1),
  /** Replies answered or handled by people, by the seconds of attention each took: from the later of its coming and the same person's work before it. */
  handling: counts(handlingEnds.length + 1),
  /** Replies dealt with, by hour of the week in the campaign's zone; the first is Monday's from 0:00. */
  handled: counts(hoursOfWeek),
  /** Hours in which somebody dealt with replies, one for each such hour of a calendar. */
  staffed: counts(hoursOfWeek),
  /** The people who did so, summed over these hours. */
  people: counts(hoursOfWeek),
  /** Hours in which somebody waited, likewise: where none of them are staffed, nobody is there. Older measures have none. */
  waited: counts(hoursOfWeek).default(() => none(hoursOfWeek)),
});
export type TeamMeasure = z.infer<typeof TeamMeasure>;

export const nothingMeasured: TeamMeasure = {
  texts: 0,
  delays: none(delayEnds.length + 1),
  handling: none(handlingEnds.length + 1),
  handled: none(hoursOfWeek),
  staffed: none(hoursOfWeek),
  people: none(hoursOfWeek),
  waited: none(hoursOfWeek),
};

export function addMeasures(measures: readonly TeamMeasure[]): TeamMeasure {
  return measures.reduce(
    (sum, one) => ({
      texts: sum.texts + one.texts,
      delays: added(sum.delays, one.delays),
      handling: added(sum.handling, one.handling),
      handled: added(sum.handled, one.handled),
      staffed: added(sum.staffed, one.staffed),
      people: added(sum.people, one.people),
      waited: added(sum.waited, one.waited),
    }),
    nothingMeasured,
  );
}

function added(a: readonly number[], b: readonly number[]): number[] {
  return a.map((count, at) => count + (b[at] ?? 0));
}

/** Where a value is counted: the first count whose upper end it does not exceed. */
export function countedAt(ends: readonly number[], value: number): number {
  const at = ends.findIndex((end) => value <= end);
  return at === -1 ? ends.length : at;
}
