import type { Instant, PhoneNumber, UserId } from '../ids.ts';
import { hourOfWeek } from '../pace/hour-of-week.ts';
import { type SendingHours, sendingWindow } from '../pace/sending-hours.ts';
import { countedAt, delayEnds, handlingEnds, nothingMeasured, type TeamMeasure } from '../rehearsal/measure.ts';
import type { Conversation } from '../reply/conversation.ts';
import { type Dealing, dealingsIn } from './dealings.ts';

/** Who got the text, and when it was last heard of: sent, or arrived. */
export type Texted = { number: PhoneNumber; at: Instant };

/** Later replies are few: a younger text may still be answered. */
const answeredWithinMs = 86_400_000;
/** Hours of every zone begin at a quarter of one of ours. */
const quarterMs = 900_000;

/** Counts the answers to one campaign's texts, and how people dealt with them. */
export function measureCampaign(
  texted: Iterable<Texted>,
  conversations: readonly Conversation[],
  { zone, hours, now }: { zone: string; hours: SendingHours | null; now: Date },
): TeamMeasure {
  const dealings = new Map(conversations.map((one) => [one.number, dealingsIn(one)]));
  const measure = structuredClone(nothingMeasured);
  for (const { number, at } of texted) {
    const leftMs = Date.parse(at);
    if (now.getTime() - leftMs < answeredWithinMs) continue;
    measure.texts += 1;
    const first = dealings.get(number)?.[0];
    // A receipt may come after the reply to it.
    if (first) bump(measure.delays, countedAt(delayEnds, Math.max(0, Date.parse(first.since) - leftMs) / 60_000));
  }
  const all = [...dealings.values()].flat();
  const hourOf = hoursIn(zone);
  countWork(measure, all, hourOf);
  countWaits(measure, all, { hourOf, hours, now });
  return measure;
}

type Done = Dealing & { at: Instant; by: UserId };

function countWork(measure: TeamMeasure, dealings: readonly Dealing[], hourOf: HourOf): void {
  const done = dealings.filter((one): one is Done => one.at !== null && one.by !== null);
  done.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const staffed = new Map<string, { of: number; people: Set<string> }>();
  for (const { at, by } of done) {
    const { of, day } = hourOf(Date.parse(at));
    bump(measure.handled, of);
    const hour = staffed.get(`${day} ${of}`) ?? { of, people: new Set() };
    staffed.set(`${day} ${of}`, hour);
    hour.people.add(by);
  }
  for (const { of, people } of staffed.values()) {
    bump(measure.staffed, of);
    measure.people[of] = (measure.people[of] ?? 0) + people.size;
  }
  const isStaffed = (ms: number): boolean => {
    const { of, day } = hourOf(ms);
    return staffed.has(`${day} ${of}`);
  };
  const lastOf = new Map<string, number>();
  for (const { since, at, by } of done) {
    const atMs = Date.parse(at);
    const begunMs = Math.max(Date.parse(since), lastOf.get(by) ?? 0);
    lastOf.set(by, atMs);
    bump(measure.handling, countedAt(handlingEnds, attentionMs(begunMs, atMs, isStaffed) / 1_000));
  }
}

/** The time between, without the hours in which nobody was at work: a night is nobody's attention. */
function attentionMs(fromMs: number, untilMs: number, isStaffed: (ms: number) => boolean): number {
  const earliestMs = Math.max(fromMs, untilMs - answeredWithinMs);
  let sum = 0;
  for (let atMs = earliestMs; atMs < untilMs; ) {
    const endMs = Math.min(untilMs, (Math.floor(atMs / quarterMs) + 1) * quarterMs);
    if (isStaffed(atMs)) sum += endMs - atMs;
    atMs = endMs;
  }
  return sum;
}

/**
 * In which sending hours somebody waited: at night nobody is expected to answer. A reply that was forgotten says nothing of
 * the next day.
 */
function countWaits(
  measure: TeamMeasure,
  dealings: readonly Dealing[],
  { hourOf, hours, now }: { hourOf: HourOf; hours: SendingHours | null; now: Date },
): void {
  const waits = dealings.map(({ since, at }) => {
    const fromMs = Date.parse(since);
    return { fromMs, untilMs: Math.min(at === null ? now.getTime() : Date.parse(at), fromMs + answeredWithinMs) };
  });
  const found = new Map<string, number>();
  let next = 0;
  for (const { fromMs, untilMs } of waits.sort((a, b) => a.fromMs - b.fromMs)) {
    next = Math.max(next, Math.floor(fromMs / quarterMs));
    for (; next * quarterMs <= untilMs; next += 1) {
      const startsAt = new Date(next * quarterMs);
      if (hours && sendingWindow(hours, startsAt).opensAt > startsAt) continue;
      const { of, day } = hourOf(next * quarterMs);
      found.set(`${day} ${of}`, of);
    }
  }
  for (const of of found.values()) bump(measure.waited, of);
}

type HourOf = (ms: number) => { of: number; day: string };

/** Many moments lie in few quarters of an hour. */
function hoursIn(zone: string): HourOf {
  const known = new Map<number, { of: number; day: string }>();
  return (ms) => {
    const quarter = Math.floor(ms / quarterMs);
    const before = known.get(quarter);
    if (before) return before;
    const { hour, day } = hourOfWeek(new Date(quarter * quarterMs), zone);
    const found = { of: Math.floor(hour), day };
    known.set(quarter, found);
    return found;
  };
}

function bump(counts: number[], at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}
