import { closeSync, openSync, writeSync } from 'node:fs';

/** A message Vonage has taken on: the truth that a sender's own books are held against. */
export type AcceptedMessage = {
  messageUuid: string;
  clientRef: string | undefined;
  to: string;
  from: string;
  text: string;
  /** For how many seconds it may be on its way. */
  ttl?: number | undefined;
  /** When it was taken, in ms since 1970. */
  at: number;
};

/** One HTTP request as it arrived, and how it was answered (undefined while it is not). */
export type ArrivedRequest = {
  /** Counts from 1, over POSTs to /v1/messages; 0 for everything else. */
  nth: number;
  at: number;
  method: string;
  path: string;
  answered: number | 'reset' | 'silence' | undefined;
};

export type Oracle = {
  readonly requests: ArrivedRequest[];
  readonly accepted: AcceptedMessage[];
  arrived(at: number, method: string, path: string): ArrivedRequest;
  /** Notes an accepted message; with a file, the line is written before this returns. */
  accept(message: AcceptedMessage): void;
  close(): void;
};

/** Remembers what arrived and what was accepted, append-only; `file` gets one JSON line per accepted message. */
export function createOracle(file?: string): Oracle {
  const requests: ArrivedRequest[] = [];
  const accepted: AcceptedMessage[] = [];
  const descriptor = file === undefined ? undefined : openSync(file, 'a', 0o600);
  let posts = 0;

  return {
    requests,
    accepted,
    arrived(at, method, path) {
      const isMessage = method === 'POST' && path === '/v1/messages';
      if (isMessage) posts += 1;
      const request: ArrivedRequest = { nth: isMessage ? posts : 0, at, method, path, answered: undefined };
      requests.push(request);
      return request;
    },
    accept(message) {
      accepted.push(message);
      if (descriptor !== undefined) writeSync(descriptor, `${JSON.stringify(message)}\n`);
    },
    close() {
      if (descriptor !== undefined) closeSync(descriptor);
    },
  };
}

/** The largest number of instants that fall into any one window; the window's end is outside it. */
export function mostInAnySecond(timesMs: readonly number[], windowMs = 1_000): number {
  const sorted = [...timesMs].sort((one, other) => one - other);
  let most = 0;
  let first = 0;
  for (const [last, time] of sorted.entries()) {
    while (time - sorted[first]! >= windowMs) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}
