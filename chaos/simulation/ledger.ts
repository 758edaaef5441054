import type { CampaignId, SenderId, UserId } from '../../src/domain/ids.ts';
import type { SendingHours } from '../../src/domain/pace/sending-hours.ts';
import type { DeliveryReceipt } from '../../src/domain/recipient/delivery-receipt.ts';
import { ownerOf } from '../kills/spellings.ts';
import { type AnsweringLedger, emptyAnswering } from './answering/answering-ledger.ts';
import { emptyPaceCounts, type PaceCounts, type PaceLedger, type WrittenPace } from './pacing/written-pace.ts';
import type { Home } from './places/residents.ts';

/** What somebody asked for in the form: each time with another word in the text, so that a text tells its version. */
export type Version = {
  word: string;
  /** Number to first name, in list order. */
  rows: ReadonlyMap<string, string>;
  sender: SenderId;
  hours: SendingHours | null;
  batchSize: number;
  everySeconds: number;
  /** How many open replies hold the next batch; null: none do. */
  holdAbove: number | null;
  /** Texts that say “yes” are counted, and thanked for in these words; null: they are replies. */
  thanks: string | null;
  answerWithinMinutes: number;
  /** How many get it before somebody decides about the others; null: all at once. */
  canary: number | null;
  /** A test may say so, too. */
  goesOnAlone: boolean;
  /** From then on nobody gets it any more, by our clock; null: it has no such moment. */
  notAfterMs: number | null;
};

/** What people did with one campaign, as they know it themselves. */
export type CampaignEntry = {
  origin: string;
  id: CampaignId | null;
  author: UserId;
  editors: Set<UserId>;
  versions: Version[];
  /** Versions for which somebody who may has pressed Approve. */
  approved: { version: Version; atWallMs: number }[];
  pace: PaceLedger;
  /** They were told that it stands still: nothing may leave until somebody resumes. */
  stopped: 'paused' | 'cancelled' | null;
  resumesUnderWay: number;
  /** Somebody has pressed Go on. */
  wentOn: boolean;
  /** How many may have been tried before that, as far as its own test was seen to let them. */
  canaryUpTo: number;
  /** The crashes before its last step: claims of a former process count as tried, and the outside never saw them. */
  canaryCrashes: number;
  /** Claims that ended with a process: of these the program thinks that they may have left. */
  abandoned: number;
  /** How often each person was released by hand, by the listed number. */
  released: Map<string, number>;
};

/** What one phone's owner wants, by the provider's clock: one entry for all spellings of the number. */
export type PhoneEntry = {
  number: string;
  /** STOPs that were answered 2xx, by when they were written. */
  stoppedAtMs: number;
  /** Other opt-outs and holds that somebody was told are in force. */
  blockedAtMs: number;
  /** The newest START, by when it was written, and by when it was last delivered. */
  startedAtMs: number;
  startTriedAtMs: number;
};

export type InboundEntry = {
  id: string;
  number: string;
  /** It only quotes what this phone got from us: it must neither block anybody nor wait for an answer. */
  isReaction: boolean;
  words: string;
  acknowledged: boolean;
  /** When it was first answered 2xx, on the clock of the world. */
  acknowledgedAtMs: number;
  announced: boolean;
};

/** Where a person may be. `now`: more than one while a member's word may be stored or not; `moves`: how many have begun. */
export type Moved = { now: Home[]; ever: Home[]; moves: number };

/** What became of texts where places have rules: `takenMs` by our clock when the provider’s ones left, for each person. */
export type PlacesLedger = {
  /** By person; and how many moves were noted for sure. */
  moved: Map<string, Moved>;
  moves: number;
  takenMs: Map<string, number[]>;
  /** Texts that were judged, those to somebody who had one before, those reported expired, and people who got none. */
  judged: number;
  again: number;
  expired: number;
  skipped: number;
  /** Whom no hour of the campaign’s own suits. */
  unreached: number;
};

/** Everything that the world outside the program knows for sure. */
export type Ledger = {
  campaigns: CampaignEntry[];
  phones: Map<string, PhoneEntry>;
  inbound: Map<string, InboundEntry>;
  /** Receipts that were answered 2xx, and those that were ever on their way, by reference. */
  acknowledgedReceipts: Map<string, DeliveryReceipt[]>;
  sentReceipts: Map<string, DeliveryReceipt[]>;
  crashes: number;
  answers: number;
  answering: AnsweringLedger;
  pacing: { counts: PaceCounts };
  places: PlacesLedger;
  wallStepped: boolean;
};

export function emptyLedger(): Ledger {
  return {
    campaigns: [],
    phones: new Map(),
    inbound: new Map(),
    acknowledgedReceipts: new Map(),
    sentReceipts: new Map(),
    crashes: 0,
    answers: 0,
    answering: emptyAnswering(),
    pacing: { counts: emptyPaceCounts() },
    places: {
      moved: new Map(),
      moves: 0,
      takenMs: new Map(),
      judged: 0,
      again: 0,
      expired: 0,
      skipped: 0,
      unreached: 0,
    },
    wallStepped: false,
  };
}

export function phoneOf(ledger: Ledger, spelling: string): PhoneEntry {
  const number = ownerOf(spelling);
  const known = ledger.phones.get(number);
  if (known) return known;
  const never = Number.NEGATIVE_INFINITY;
  const entry = { number, stoppedAtMs: never, blockedAtMs: never, startedAtMs: never, startTriedAtMs: never };
  ledger.phones.set(number, entry);
  return entry;
}

/** Must this number surely get nothing any more? */
export function isBlocked({ stoppedAtMs, blockedAtMs, startedAtMs, startTriedAtMs }: PhoneEntry): boolean {
  return stoppedAtMs > startedAtMs || blockedAtMs > startTriedAtMs;
}

/** The message as this person should read it; on purpose written a second time. */
export function expectedText(version: Version, number: string): string {
  return `Hi ${version.rows.get(number)?.trim() || 'there'}, ${version.word} is on Friday. Reply STOP to opt out.`;
}

/** Its pace as it was written. */
export function paceOf({ batchSize, everySeconds, holdAbove, answerWithinMinutes, hours }: Version): WrittenPace {
  return { batchSize, everySeconds, holdAbove, withinMinutes: answerWithinMinutes, hours };
}

export function templateOf(version: Version): string {
  return `Hi {{first_name|there}}, ${version.word} is on Friday. Reply STOP to opt out.`;
}

export function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
