import { type SendingHours, sendingWindow } from './sending-hours.ts';

/**
 * Milliseconds until an instant in which something may be sent, without hours all of them, for many beginnings: the
 * windows are looked up once. Of a beginning before `earliest` only what comes after that counts.
 */
export function openTimeUntil(
  hours: SendingHours | null,
  { earliest, until }: { earliest: Date; until: Date },
): (from: Date) => number {
  const spans = hours ? openSpans(hours, earliest.getTime(), until.getTime()) : [[earliest.getTime(), until.getTime()]];
  return (from) =>
    spans.reduce((sum, [opensMs = 0, closesMs = 0]) => sum + Math.max(0, closesMs - Math.max(opensMs, +from)), 0);
}

function openSpans(hours: SendingHours, fromMs: number, toMs: number): [opensMs: number, closesMs: number][] {
  const spans: [number, number][] = [];
  for (let atMs = fromMs; atMs < toMs; ) {
    const { opensAt, closesAt } = sendingWindow(hours, new Date(atMs));
    if (opensAt.getTime() >= toMs) break;
    spans.push([Math.max(opensAt.getTime(), atMs), Math.min(closesAt.getTime(), toMs)]);
    atMs = closesAt.getTime();
  }
  return spans;
}
