import { hourOfWeek } from '../pace/hour-of-week.ts';
import { type SendingHours, sendingWindow } from '../pace/sending-hours.ts';
import { hoursOfWeek } from './measure.ts';

/** The steps in which time passes in a rehearsal: fine while it is sent, coarse afterwards. Milliseconds from the start. */
export type Grid = {
  startsMs: Float64Array;
  lengthsMs: Float64Array;
  /** May messages leave, and does the team work, in this step? */
  isOpen: Uint8Array;
  /** The open time before the step: waits are measured in it. */
  openMs: Float64Array;
  hourOfWeek: Uint8Array;
  /** The step of a moment; the last one of all that comes later. */
  at(ms: number): number;
};

const finest = 15_000;
const coarsest = 300_000;
const fineSteps = 600;
/** What is left of the replies comes within this long, and holds and nights pass. */
const tailMs = 2 * 86_400_000;

/** `sendingMs`: how long sending takes if nothing holds it. */
export function gridOf(
  hours: SendingHours | null,
  startAt: Date,
  { sendingMs, zone }: { sendingMs: number; zone: string },
): Grid {
  const fineMs = Math.max(finest, sendingMs / fineSteps);
  const coarseMs = Math.max(coarsest, fineMs);
  const fine = Math.ceil((sendingMs * 1.3) / fineMs) + 20;
  const coarse = Math.ceil((tailMs + sendingMs) / coarseMs);
  const size = fine + coarse;
  const grid = {
    startsMs: new Float64Array(size),
    lengthsMs: new Float64Array(size),
    isOpen: new Uint8Array(size),
    openMs: new Float64Array(size),
    hourOfWeek: new Uint8Array(size),
  };
  const firstHour = hourOfWeek(startAt, zone).hour;
  let [atMs, openMs] = [0, 0];
  let window = hours ? sendingWindow(hours, startAt) : null;
  for (let step = 0; step < size; step += 1) {
    const lengthMs = step < fine ? fineMs : coarseMs;
    const now = startAt.getTime() + atMs;
    if (hours && window && now >= window.closesAt.getTime()) window = sendingWindow(hours, new Date(now));
    const isOpen = !window || now >= window.opensAt.getTime();
    grid.startsMs[step] = atMs;
    grid.lengthsMs[step] = lengthMs;
    grid.isOpen[step] = isOpen ? 1 : 0;
    grid.openMs[step] = openMs;
    // A change of the clocks within a few days moves an hour's team by one.
    grid.hourOfWeek[step] = Math.floor(firstHour + atMs / 3_600_000) % hoursOfWeek;
    if (isOpen) openMs += lengthMs;
    atMs += lengthMs;
  }
  const fineEndMs = fine * fineMs;
  const at = (ms: number): number =>
    Math.min(size - 1, ms < fineEndMs ? Math.floor(ms / fineMs) : fine + Math.floor((ms - fineEndMs) / coarseMs));
  return { ...grid, at };
}
