import type { SendingHours } from '../../../src/domain/pace/sending-hours.ts';
import type { Program } from '../program.ts';

/** A pace as somebody wrote it. `holdAbove` and `withinMinutes` null: replies hold nothing; `hours` null: any time. */
export type WrittenPace = {
  batchSize: number;
  everySeconds: number;
  holdAbove: number | null;
  withinMinutes: number | null;
  hours: SendingHours | null;
};

/** What people know of a campaign's pace: what holds for sure, and what may. */
export type PaceLedger = {
  /** A second person has approved one of these, and no other. */
  approved: WrittenPace[];
  /** Since when no other one can have been in force. */
  sinceWallMs: number;
  /** Whoever chose it was told that it is in force: it keeps to what was approved. */
  slowed: { pace: WrittenPace; sinceWallMs: number } | null;
  /** All that may ever have been in force. */
  ever: WrittenPace[];
  /** A faster one waits for somebody's approval, as far as people were told. */
  isProposed: boolean;
  /** Presses that may change it, of which nobody knows yet what they did. */
  underWay: number;
  /** Batches that somebody pressed Send the next batch anyway for. */
  anyway: Set<number>;
  watch: BatchWatch;
};

/** The batches of a campaign as the last steps showed them. */
export type BatchWatch = {
  program: Program | null;
  batches: { no: number; startedWallMs: number; taken: number }[];
  /** What the team could take on, by batch, as stored before it began. */
  sizes: Map<number, number>;
  /** Since then every look has found more open replies than the limit. */
  overSinceWallMs: number | null;
};

/** How often something happened that the checks are about: a check that never looks finds nothing. */
export type PaceCounts = {
  batches: number;
  /** Of them: sized by the team's pace; sent in spite of open replies; begun while somebody waited. */
  sized: number;
  anyway: number;
  besideOpen: number;
  /** Looks at which a campaign was held by open replies, and those at which several campaigns' replies did it. */
  held: number;
  heldByOthers: number;
  slower: number;
  faster: number;
  proposals: number;
  wentOnAlone: number;
  stepsAlone: number;
};

export function emptyPaceCounts(): PaceCounts {
  return {
    batches: 0,
    sized: 0,
    anyway: 0,
    besideOpen: 0,
    held: 0,
    heldByOthers: 0,
    slower: 0,
    faster: 0,
    proposals: 0,
    wentOnAlone: 0,
    stepsAlone: 0,
  };
}

export function noPaceYet(): PaceLedger {
  const watch = { program: null, batches: [], sizes: new Map(), overSinceWallMs: null };
  return {
    approved: [],
    sinceWallMs: 0,
    slowed: null,
    ever: [],
    isProposed: false,
    underWay: 0,
    anyway: new Set(),
    watch,
  };
}

/** Somebody presses Approve: from now on it is one of those that may be in force. */
export function mayBeApproved(ledger: PaceLedger, pace: WrittenPace, wallMs: number): void {
  ledger.approved.push(pace);
  ledger.ever.push(pace);
  ledger.sinceWallMs = wallMs;
  ledger.slowed = null;
}

/** They were told that it is, and nobody else pressed meanwhile. */
export function isApproved(ledger: PaceLedger, pace: WrittenPace, wallMs: number): void {
  ledger.approved = [pace];
  ledger.sinceWallMs = wallMs;
}

/** A claim leaves within this time, or not at all. */
export const claimMs = 5_000;

/** All that may have been in force at this moment, as far as anybody knows. */
export function pacesAt({ approved, sinceWallMs, slowed, ever }: PaceLedger, wallMs: number): WrittenPace[] {
  if (wallMs < sinceWallMs + claimMs) return ever;
  return slowed && wallMs >= slowed.sinceWallMs + claimMs ? [slowed.pace] : approved;
}

/** Null where one of them is no limit. */
export function loosest(limits: readonly (number | null)[]): number | null {
  return limits.includes(null) ? null : Math.max(...(limits as number[]));
}
