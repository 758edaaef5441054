import { momentBeside } from '../moment.ts';
import { number, people } from '../number-words.ts';
import type { StateCounts } from '../recipient/recipient.ts';
import { durationInWords } from './duration.ts';
import { type SendingHours, sendingWindow } from './sending-hours.ts';
import type { Throttle } from './throttle.ts';

export type Progress = {
  total: number;
  /** Accepted by the provider and not reported as failed; includes delivered ones. */
  sent: number;
  delivered: number;
  /** Refused, or accepted and undeliverable. */
  failed: number;
  /** Nobody knows what became of them, whether still open or closed by a person. */
  unconfirmed: number;
  /** Unconfirmed ones that a person has decided not to send again. */
  closed: number;
  skipped: number;
  /** Not sent yet. */
  waiting: number;
  /** Those of the waiting whose message is leaving now and cannot be called back. */
  onTheirWay: number;
};

/** The numbers people see. `waiting + sent + failed + unconfirmed + skipped` is always the total: nobody is in two of them. */
export function progressOf(counts: StateCounts): Progress {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const waiting = counts.queued + counts.claimed;
  return {
    total,
    sent: counts.submitted + counts.no_receipt + counts.delivered,
    delivered: counts.delivered,
    failed: counts.rejected + counts.undeliverable,
    unconfirmed: counts.unconfirmed + counts.closed,
    closed: counts.closed,
    skipped: counts.skipped,
    waiting,
    onTheirWay: counts.claimed,
  };
}

export type ForecastInput = {
  size: number;
  throttle: Throttle;
  /** The sender's rate limit. */
  ratePerSecond: number;
  hours: SendingHours | null;
  startAt: Date;
};

export type Forecast = { size: number; batches: number; firstBatchAt: Date; lastBatchAt: Date; doneAt: Date };

/** Batches beyond this many are extrapolated. */
const simulatedBatches = 20_000;

export function expectedBatches(size: number, throttle: Pick<Throttle, 'batchSize'>): number {
  return Math.ceil(size / throttle.batchSize);
}

/** When the batches go out if nothing holds them back: no open replies, no pause. */
export function forecast(input: ForecastInput): Forecast {
  const { size, throttle, startAt } = input;
  const batches = expectedBatches(size, throttle);
  if (batches === 0) return { size, batches, firstBatchAt: startAt, lastBatchAt: startAt, doneAt: startAt };

  const open = openHours(input.hours);
  const batchMs = sendingMs(throttle.batchSize, input);
  const lastMs = sendingMs(size - (batches - 1) * throttle.batchSize, input);
  const firstAtMs = open.from(startAt.getTime());
  let atMs = firstAtMs;
  const simulated = Math.min(batches, simulatedBatches) - 1;
  for (let batch = 0; batch < simulated; batch++) {
    atMs = open.from(Math.max(atMs + throttle.everySeconds * 1000, open.after(atMs, batchMs)));
  }
  const left = batches - 1 - simulated;
  if (left > 0) atMs = open.from(atMs + ((atMs - firstAtMs) / simulated) * left);
  return {
    size,
    batches,
    firstBatchAt: new Date(firstAtMs),
    lastBatchAt: new Date(atMs),
    doneAt: new Date(open.after(atMs, lastMs)),
  };
}

/** "50 people every 5 minutes: 12 batches, done by 16:40 on 24 Nov (Europe/Berlin)" */
export function paceInWords(
  { size, batches, firstBatchAt, doneAt }: Omit<Forecast, 'lastBatchAt'>,
  throttle: Throttle,
  zone: string,
): string {
  const at = new Date(Math.ceil(doneAt.getTime() / 60_000) * 60_000);
  const done = `done by ${momentBeside({ at, zone }, firstBatchAt)}`;
  if (batches <= 1) return `${people(size)} in one batch, ${done}`;
  if (throttle.pace === 'team')
    return `up to ${throttleInWords(throttle)}, following the team: ${done} at the earliest`;
  return `${throttleInWords(throttle)}: ${number(batches)} batches, ${done}`;
}

/** "50 people every 5 minutes" */
export function throttleInWords({ batchSize, everySeconds }: Throttle): string {
  return `${people(batchSize)} ${everyInWords(everySeconds)}`;
}

/** "every minute", "every 5 minutes" */
export function everyInWords(seconds: number): string {
  return `every ${durationInWords(seconds).replace(/^1 (day|hour|minute|second)$/, '$1')}`;
}

function sendingMs(messages: number, { ratePerSecond }: ForecastInput): number {
  return (messages / ratePerSecond) * 1000;
}

/** Walks through the sending hours and looks for a window only when the last one has passed. */
function openHours(hours: SendingHours | null) {
  let window = { opensMs: Number.NEGATIVE_INFINITY, closesMs: hours ? Number.NEGATIVE_INFINITY : Infinity };
  /** The first moment from then on at which messages may leave. */
  function from(ms: number): number {
    if (hours && ms >= window.closesMs) {
      const { opensAt, closesAt } = sendingWindow(hours, new Date(ms));
      window = { opensMs: opensAt.getTime(), closesMs: closesAt.getTime() };
    }
    return Math.max(ms, window.opensMs);
  }
  /** When sending of that length is over, if it runs in open hours only. */
  function after(ms: number, lengthMs: number): number {
    let atMs = from(ms);
    let leftMs = lengthMs;
    while (leftMs > window.closesMs - atMs) {
      leftMs -= window.closesMs - atMs;
      atMs = from(window.closesMs);
    }
    return atMs + leftMs;
  }
  return { from, after };
}
