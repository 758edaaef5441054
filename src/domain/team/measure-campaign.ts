import type { Instant, PhoneNumber } from '../ids.ts';
import { hourOfWeek } from '../pace/hour-of-week.ts';
import { countedAt, delayEnds, handlingEnds, nothingMeasured, type TeamMeasure } from '../rehearsal/measure.ts';
import type { Conversation } from '../reply/conversation.ts';
import { type Dealing, dealingsIn } from './dealings.ts';

/** Who got the text, and when it was last heard of: sent, or arrived. */
export type Texted = { number: PhoneNumber; at: Instant };

/** Later replies are few: a younger text may still be answered. */
const answeredWithinMs = 86_400_000;

/** Counts the answers to one campaign's texts, and how people dealt with them. */
export function measureCampaign(
  texted: Iterable<Texted>,
  conversations: readonly Conversation[],
  { zone, now }: { zone: string; now: Date },
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
  countWork(measure, [...dealings.values()].flat(), zone);
  return measure;
}

function countWork(measure: TeamMeasure, dealings: readonly Dealing[], zone: string): void {
  const done = dealings
    .filter(
      (one): one is Dealing & { at: Instant; by: NonNullable<Dealing['by']> } => one.at !== null && one.by !== null,
    )
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const lastOf = new Map<string, number>();
  const hours = new Map<string, { of: number; people: Set<string> }>();
  for (const { since, at, by } of done) {
    const atMs = Date.parse(at);
    const begunMs = Math.max(Date.parse(since), lastOf.get(by) ?? 0);
    lastOf.set(by, atMs);
    bump(measure.handling, countedAt(handlingEnds, Math.max(0, atMs - begunMs) / 1_000));
    const { hour: exact, day } = hourOfWeek(new Date(atMs), zone);
    const of = Math.floor(exact);
    bump(measure.handled, of);
    const hour = hours.get(`${day} ${of}`) ?? { of, people: new Set() };
    hours.set(`${day} ${of}`, hour);
    hour.people.add(by);
  }
  for (const { of, people } of hours.values()) {
    bump(measure.staffed, of);
    measure.people[of] = (measure.people[of] ?? 0) + people.size;
  }
}

function bump(counts: number[], at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}
