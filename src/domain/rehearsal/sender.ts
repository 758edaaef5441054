import { answeredMs, type Canary, canaryStops } from '../pace/canary.ts';
import { sizeOfNext } from '../pace/team-pace.ts';
import { resumeAt, type Throttle } from '../pace/throttle.ts';
import { foresightOf, type RecentTexts, type ReplyHabit } from './coming.ts';
import type { Grid } from './grid.ts';
import type { AtHand } from './handling.ts';
import { delayEnds } from './measure.ts';

/** A campaign that is being sent in a rehearsal. */
export type Sending = {
  size: number;
  throttle: Throttle;
  ratePerSecond: number;
  /** Answer within, in seconds, where its author filled it in. */
  promisedSeconds: number | null;
  canary: Canary | null;
  habit: ReplyHabit;
};

export type Sender = {
  /** What the texts that have left look like from now, for another campaign's pace. */
  texts(nowMs: number): RecentTexts;
  replied(replies: number): void;
  send(step: number, look: () => AtHand, senders: readonly Sender[]): void;
  /** Not done within the grid: it would go on as it went. */
  doneMs(): number;
};

/** Sends batch after batch as `planBatch` would; `reply` is told of people and the moment of their texts. */
export function senderOf(sending: Sending, grid: Grid, reply: (people: number, atMs: number) => void): Sender {
  const { size, throttle, ratePerSecond, promisedSeconds, canary } = sending;
  const { batchSize, everySeconds, holdAbove } = throttle;
  const batchMs = Math.max(everySeconds, batchSize / ratePerSecond) * 1_000;
  const stops = canary ? canaryStops(canary) : [];
  const sized = throttle.pace === 'team' && holdAbove !== null ? sizingOf(sending, holdAbove) : null;
  const ages = agesOf();
  let [sent, repliedSoFar, nextMs, doneMs, isHolding] = [0, 0, 0, 0, false];

  const isHeld = ({ open, longestMs }: AtHand): boolean => {
    if (holdAbove !== null) isHolding = open > (isHolding ? resumeAt(holdAbove) : holdAbove);
    return isHolding || (promisedSeconds !== null && longestMs > promisedSeconds * 1_000);
  };

  /** As many batches as begin in the step leave together. */
  const leave = (people: number, atMs: number, toMs: number): void => {
    const batches = Math.ceil(people / batchSize);
    const lastMs = atMs + (batches - 1) * batchMs + ((people - (batches - 1) * batchSize) / ratePerSecond) * 1_000;
    // A reply to this step's texts comes in a later step.
    reply(people, Math.max((atMs + lastMs) / 2, toMs));
    ages.add(people, atMs);
    sent += people;
    doneMs = lastMs;
    nextMs = atMs + batches * batchMs;
    if (sent !== stops[0]) return;
    stops.shift();
    nextMs = Math.max(nextMs, doneMs + answeredMs);
  };

  const sender: Sender = {
    texts: (nowMs) => ({ ages: ages.at(nowMs), replied: repliedSoFar, leaving: 0 }),
    replied(replies) {
      repliedSoFar += replies;
    },
    send(step, look, senders) {
      const [fromMs, toMs] = [grid.startsMs[step]!, grid.startsMs[step]! + grid.lengthsMs[step]!];
      if (sent >= size || nextMs >= toMs || !grid.isOpen[step]) return;
      const atHand = look();
      if (isHeld(atHand)) return;
      while (sent < size && nextMs < toMs) {
        const atMs = Math.max(nextMs, fromMs);
        const batches = Math.max(1, Math.floor((toMs - atMs) / batchMs));
        const most = Math.min(batches * batchSize, size - sent, (stops[0] ?? size) - sent);
        const others = sized ? senders.filter((one) => one !== sender).map((one) => one.texts(atMs)) : [];
        const fits = sized ? sized(most, atHand, sender.texts(atMs), others) : most;
        if (fits === 0) return;
        leave(Math.min(most, fits), atMs, toMs);
        // What is open changes in the next step only.
        if (fits < most) return;
      }
    },
    doneMs: () => (sent >= size ? doneMs : (grid.startsMs.at(-1)! / Math.max(1, sent)) * size),
  };
  return sender;
}

/** How many people leave, of at most so many, where the pace follows the team. */
function sizingOf({ habit, promisedSeconds }: Sending, limit: number) {
  const foresee = foresightOf(habit);
  return (batchSize: number, atHand: AtHand, own: RecentTexts, others: readonly RecentTexts[]): number =>
    sizeOfNext({ limit, batchSize, promisedSeconds, coming: foresee(own, others), ...atHand }).size;
}

/** Texts by their age, as counts between `delayEnds`. */
function agesOf() {
  const atMs: number[] = [];
  const upTo: number[] = [0];
  // The first batch that is younger than each end: it only ever moves on.
  const younger = delayEnds.map(() => 0);
  // The same array each time: whoever asks looks at once.
  const counts = [...delayEnds, 0].map(() => 0);
  return {
    add(people: number, ms: number): void {
      atMs.push(ms);
      upTo.push(upTo.at(-1)! + people);
    },
    at(nowMs: number): number[] {
      let older = upTo.at(-1)!;
      for (let no = 0; no < delayEnds.length; no += 1) {
        while (younger[no]! < atMs.length && nowMs - atMs[younger[no]!]! > delayEnds[no]! * 60_000) younger[no]! += 1;
        const before = upTo[younger[no]!]!;
        counts[no] = older - before;
        older = before;
      }
      counts[delayEnds.length] = older;
      return counts;
    },
  };
}
