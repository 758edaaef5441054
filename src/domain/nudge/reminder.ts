import { z } from 'zod';
import { UserId } from '../ids.ts';
import { wallClock } from '../moment.ts';

/** A member's wish to be told each day, at this time of their day, what waits for them. */
export const Reminder = z.object({
  member: UserId,
  /** By the wall clock: "09:00". */
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  /** Of their profile when they were last looked up. */
  zone: z.string(),
  /** The last day, by that clock, that is done with: "2026-11-28". */
  doneOn: z.string(),
});
export type Reminder = z.infer<typeof Reminder>;

/** Who was away at the time, such as a stopped program, does not catch up later than this. */
const latestMinutes = 120;
const dayMinutes = 24 * 60;

/** A reminder begins with the next time that the clock shows. */
export function newReminder({ member, time, zone }: Omit<Reminder, 'doneOn'>, now: Date): Reminder {
  return { member, time, zone, doneOn: lastTime({ time, zone }, now).day };
}

/** `due`: tell them. `missed`: its last time is long over, so that day is done with. */
export function standOf(reminder: Reminder, now: Date): 'due' | 'missed' | 'later' {
  const { day, minutesAgo } = lastTime(reminder, now);
  if (day <= reminder.doneOn) return 'later';
  return minutesAgo <= latestMinutes ? 'due' : 'missed';
}

/** The same once the day of its last time is done with. */
export function doneToday(reminder: Reminder, now: Date): Reminder {
  return { ...reminder, doneOn: lastTime(reminder, now).day };
}

/** When the clock last showed its time: before that, yesterday. */
function lastTime({ time, zone }: Pick<Reminder, 'time' | 'zone'>, now: Date): { day: string; minutesAgo: number } {
  const { day, time: shows } = wallClock(now, zone);
  const minutesAgo = minutesOf(shows) - minutesOf(time);
  return minutesAgo >= 0 ? { day, minutesAgo } : { day: dayBefore(day), minutesAgo: minutesAgo + dayMinutes };
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
