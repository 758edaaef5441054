import { dayBeside, momentBeside } from '../moment.ts';
import { count, number } from '../number-words.ts';
import { throttleInWords } from '../pace/progress.ts';
import type { Throttle } from '../pace/throttle.ts';
import type { BetterPace } from './better-pace.ts';
import { asTold, type Happened, minuteOf, minutesTold, toTheMinute, wasWithin } from './foretold.ts';
import type { Band, Expected } from './rehearse.ts';

/** Where times are read; day and zone are named only where they differ from the moment beside them. */
type Beside = { zone: string; beside: Date };

/** "About 42 replies an hour against the 30 your team handles.", and so on: preview and review say the same. */
export function forecastInWords(expected: Expected, { plannedEnd, ...where }: Beside & { plannedEnd: Date }): string[] {
  const [rate = '', ...rest] = loadInWords(expected);
  return [rate, ...doneInWords(expected.done, plannedEnd, where), ...rest];
}

/** The same without the end, where nobody knows when it begins. */
export function loadInWords(expected: Expected): string[] {
  const { repliesPerHour, handledPerHour, replies, mostOpen, longestWait, isUsual } = expected;
  const source = isUsual ? ['These are usual figures: too little is known of this channel’s own.'] : [];
  if (replies < 1) return ['Less than one reply.', ...assumedInWords(expected), ...source];
  const rate =
    replies < repliesPerHour * 1.1
      ? `About ${about(replies)} in all against the ${number(asTold(handledPerHour))} an hour your team handles.`
      : `About ${about(repliesPerHour)} an hour against the ${number(asTold(handledPerHour))} your team handles.`;
  const open = `At most about ${number(asTold(mostOpen.middle))} open at once, longest wait about ${waitInWords(longestWait.middle)}.`;
  return [rate, open, ...assumedInWords(expected), ...source];
}

/** What else is counted in, and what nobody can know. */
function assumedInWords({ others = 0, waitsAfter = [] }: Expected): string[] {
  const [last, ...before] = waitsAfter.map(number).toReversed();
  const first = before.length === 0 ? last : `${before.toReversed().join(', ')} and ${last}`;
  return [
    ...(others > 0 ? [`Replies to ${count(others, 'other campaign')} of this channel are counted in.`] : []),
    ...(last
      ? [`The wait after the first ${first} people is taken for an hour${before.length > 0 ? ' each' : ''}.`]
      : []),
  ];
}

/** "35 people every 5 minutes keeps the wait below 15 minutes: done by 17:20." */
export function betterPaceInWords(
  { batchSize, everySeconds, expected, isSure }: BetterPace,
  withinSeconds: number,
  { zone, beside }: Beside,
): string {
  const pace = throttleInWords({ batchSize, everySeconds, holdAbove: null } satisfies Throttle);
  const done = endInWords(expected.done.middle, { zone, beside });
  return `${pace} ${isSure ? 'keeps' : 'mostly keeps'} the wait below ${waitInWords(withinSeconds)}: done by ${done}.`;
}

/** The forecast beside what happened: "Foretold: done by 16:40 (16:10 to 18:00); it was 16:52." */
export function gradeInWords(expected: Expected, happened: Happened, { zone, beside }: Beside): string[] {
  const within = wasWithin(expected, happened);
  const at = (ms: number) => endInWords(ms, { zone, beside });
  const told = (isIn: boolean) => (isIn ? '' : ', outside of it');
  const { done, mostOpen, longestWait } = expected;
  const range = ({ low, high }: Band, write: (value: number) => string) =>
    write(low) === write(high) ? write(low) : `${write(low)} to ${write(high)}`;
  return [
    `Done ${at(minuteOf(happened.doneMs))}, forecast ${range(done, at)}${told(within.doneMs)}.`,
    `${count(happened.mostOpen, 'reply', 'replies')} open at most, forecast ${range(mostOpen, (value) => number(asTold(value)))}${told(within.mostOpen)}.`,
    `Longest wait ${waitInWords(happened.longestWait)}, forecast ${range(longestWait, waitInWords)}${told(within.longestWait)}.`,
    ...(expected.isUsual
      ? ['The forecast was made of usual figures: too little was known of this channel’s own.']
      : []),
  ];
}

/** Nothing where holds change nothing: the pace has said it. */
function doneInWords({ low, middle, high }: Band, plannedEnd: Date, { zone, beside }: Beside): string[] {
  // The plan waits for places that open later, of which the rehearsal does not know.
  if (toTheMinute(high) + 600_000 < plannedEnd.getTime()) return [];
  const where = { zone, beside };
  const [from, by, to] = [low, middle, high].map((ms) => endInWords(ms, where));
  if (to === endInWords(plannedEnd.getTime(), where)) return [];
  return [from === to ? `Done by ${by}.` : `Done by ${by} (${from} to ${to}).`];
}

/** Months ahead nobody knows the hour. */
function endInWords(ms: number, { zone, beside }: Beside): string {
  const at = new Date(toTheMinute(ms));
  if (ms - beside.getTime() > hourKnownMs) return dayBeside({ at, zone }, beside);
  return momentBeside({ at, zone }, beside);
}

const hourKnownMs = 60 * 86_400_000;

function about(replies: number): string {
  const shown = asTold(replies);
  return count(shown, 'reply', 'replies');
}

/** "a minute", "12 minutes", "70 minutes", "4 hours" */
export function waitInWords(seconds: number): string {
  const minutes = minutesTold(seconds);
  if (minutes < 2) return 'a minute';
  if (minutes < 180) return `${minutes} minutes`;
  return minutes < 48 * 60 ? `${minutes / 60} hours` : `${minutes / 1_440} days`;
}
