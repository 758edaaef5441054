import type { Member } from '../domain/campaign/permissions.ts';
import type { CampaignId, PhoneNumber, SenderId, UserId } from '../domain/ids.ts';
import type { OptOutFile } from '../domain/list/opt-outs/read-opt-outs.ts';
import type { ArrivingFile, OpenList, ReadOptions } from '../domain/list/read-list.ts';
import type { SendOutcome } from '../domain/recipient/send-outcome.ts';

/* The world besides the store. Every word has one meaning: docs/words.md. */

/** Durations. */
export type Stopwatch = {
  /** Milliseconds that never step. */
  monotonicMs(): number;
  /** Resolves after this many milliseconds, or at once when the signal is aborted. Never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
};

/** The passing of time, as one value that tests can replace. */
export interface Clock extends Stopwatch {
  now(): Date;
  /** For waiting for others: a clock that runs fast for show makes no other program answer sooner. */
  readonly real: Stopwatch;
}

/** Structured lines: fields first, then a sentence. Never a message's text, a whole number or a secret. */
export type Log = {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

/** `ttlSeconds`: how long the provider may try to deliver it; left out: as long as it likes. */
export type OutgoingText = { to: PhoneNumber; from: SenderId; text: string; ref: string; ttlSeconds?: number };

/** How phones are reached. */
export type SmsGateway = {
  /**
   * Loads what sending takes, once: a first message that waited for that would come closer to the second one. Never
   * rejects; what cannot be loaded is tried again with each message.
   */
  prepare(): Promise<void>;
  /** One request, never retried or rejected: whatever happens is one of the outcomes. */
  send(message: OutgoingText): Promise<SendOutcome>;
  /** The price of one segment to a country (ISO 3166 alpha-2), if the provider tells it; cached for a day. */
  segmentPrice(country: string): Promise<{ amount: number; currency: string } | undefined>;
};

/** How lists are read: apart from everything else, so that no list can hold anything up. */
export type ListReader = {
  /**
   * Like `readRecipients`; a CampaignError also for a list that takes too long or too much memory. Rejects with the reason of
   * `signal` when that ends. `progress`: told now and then how many lines have been read, of about how many.
   */
  read(
    source: readonly ArrivingFile[] | AsyncIterable<Uint8Array> | string,
    options: Omit<ReadOptions, 'seen'> & { signal?: AbortSignal; progress?: (lines: number, about: number) => void },
  ): Promise<OpenList>;
  /** Like the domain's `readOptOuts`, with the same limits. */
  readOptOuts(source: Uint8Array, options: { country: string; now: Date }): Promise<OptOutFile>;
};

/** How the team is told. Both calls only mark a change: they never wait or fail. */
export type Announcer = {
  /** The campaign's review card and its message in the channel show an old state. */
  refresh(campaignId: CampaignId): void;
  /** An announcement was stored. */
  wake(): void;
};

export type People = {
  /** As they were at most five minutes ago. Undefined, and allowed nothing, when unknown or the platform cannot be asked. */
  find(id: UserId): Promise<Member | undefined>;
  /**
   * As they are now, for everything that texts, lifts, ends, exports, submits or decides. Undefined also when the
   * platform does not answer within two seconds.
   */
  findNow(id: UserId): Promise<Member | undefined>;
  /**
   * The same for what is safe or cannot wait, such as an opt-out by hand or an answer: while the platform is silent,
   * its answer of the last five minutes counts. Groups may be ten seconds old, since many ask at once.
   */
  findNowOrLately(id: UserId): Promise<Member | undefined>;
};
