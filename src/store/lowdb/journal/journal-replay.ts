import { join } from 'node:path';
import type { Disk } from '../files/disk.ts';
import { damaged } from '../files/refusal.ts';
import { Event } from '../memory/events.ts';
import { decodeLine, type JournalLine, type Segment } from './journal-segments.ts';

export type Replayed = {
  lastSeq: number;
  bytes: number;
  /** The last segment's sound lines; if it is torn, what follows them was never acknowledged. */
  tail: { path: string; sound: Buffer; torn: boolean } | undefined;
};

/** `until`: the next segment has this event and later ones; here they were never acknowledged. */
type Position = { path: string; expected: number; until: number };

/**
 * Gives every event to `apply`, once and in order. Rejects, naming file and byte, when an event that may have been
 * acknowledged is missing or not what was written.
 */
export async function replayJournal(
  journal: { disk: Disk; folder: string; segments: readonly Segment[]; from: number; seeds: readonly number[] },
  apply: (event: Event, seq: number) => void,
): Promise<Replayed> {
  const { disk, folder, from, seeds } = journal;
  // A power failure may have brought dropped segments back: everything before `from` is in the documents.
  const segments = journal.segments.filter((_, index) => (journal.segments[index + 1]?.first ?? Infinity) > from);
  const start = segments[0]?.first ?? Number.POSITIVE_INFINITY;
  if (start > from) {
    throw damaged(join(folder, segments[0]?.name ?? 'journal'), 0, `the journal's changes from ${from} on are missing`);
  }
  let expected = start;
  let total = 0;
  let tail: Replayed['tail'];
  for (const [index, segment] of segments.entries()) {
    const path = join(folder, segment.name);
    if (segment.first > expected) throw damaged(path, 0, `change ${expected} is missing before it`);
    const bytes = (await disk.read(path)) ?? Buffer.alloc(0);
    total += bytes.length;
    const next = segments[index + 1];
    const position = { path, expected, first: segment.first, until: next?.first ?? Infinity, seeds };
    const read = replaySegment(bytes, position, apply);
    expected = read.expected;
    if (!next) tail = { path, sound: bytes.subarray(0, read.badAt), torn: read.badAt !== undefined };
    if (read.badAt === undefined) continue;
    if (next ? next.first > expected : !isTornEnd(bytes, read.badAt, seeds)) {
      throw damaged(path, read.badAt, 'this line is not what was written');
    }
  }
  return { lastSeq: expected - 1, bytes: total, tail };
}

function replaySegment(
  bytes: Buffer,
  { path, first, until, seeds, ...before }: Position & { first: number; seeds: readonly number[] },
  apply: (event: Event, seq: number) => void,
): { expected: number; badAt: number | undefined } {
  let { expected } = before;
  for (let offset = 0; offset < bytes.length; ) {
    const end = bytes.indexOf(0x0a, offset);
    const line = end === -1 ? undefined : decodeLine(bytes.subarray(offset, end), seeds);
    if (!line) return { expected, badAt: offset };
    if (line.seq >= until) break;
    if (line.seq > expected || (offset === 0 && line.seq !== first)) {
      throw damaged(path, offset, `change ${expected} is missing before it`);
    }
    expected = replayLine(line, { path, expected, until }, offset, apply);
    offset = end + 1;
  }
  return { expected, badAt: undefined };
}

/** After a failed write the same events stand in two segments: known ones are passed over. */
function replayLine(
  line: JournalLine,
  { path, expected, until }: Position,
  offset: number,
  apply: (event: Event, seq: number) => void,
): number {
  const end = Math.min(line.seq + line.events.length, until);
  for (let seq = Math.max(expected, line.seq); seq < end; seq += 1) {
    const event = Event.safeParse(line.events[seq - line.seq]);
    if (!event.success) throw damaged(path, offset, `change ${seq} is of a form that this version does not know`);
    apply(event.data, seq);
  }
  return Math.max(expected, end);
}

/**
 * A cut-off write leaves the last line without its end, or with zeros where sectors never reached the medium. Anything
 * else is data that changed: a complete line with another content, or with another byte in place of its line break.
 */
function isTornEnd(bytes: Buffer, badAt: number, seeds: readonly number[]): boolean {
  const end = bytes.indexOf(0x0a, badAt);
  if (end === -1) return decodeLine(bytes.subarray(badAt, -1), seeds) === undefined;
  return end === bytes.length - 1 && lacksSectors(bytes, badAt);
}

const sectorBytes = 512;

/** There are zeros, all at unwritten whole sectors: a single zero in a line may have been something else. */
function lacksSectors(bytes: Buffer, from: number): boolean {
  let lacks = false;
  for (let at = bytes.indexOf(0, from); at !== -1; at = bytes.indexOf(0, at)) {
    const start = at;
    while (bytes[at] === 0) at += 1;
    if ((start !== from && start % sectorBytes !== 0) || at % sectorBytes !== 0) return false;
    lacks = true;
  }
  return lacks;
}
