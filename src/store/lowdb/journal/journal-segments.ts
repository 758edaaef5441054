import { isSound, sealed } from '../files/checksum.ts';

/**
 * One line of the journal: all events made durable together, under one checksum. A power failure during a write tears
 * exactly one line, and nobody was told that any of its events is stored.
 */
export type JournalLine = { seq: number; events: readonly unknown[] };

/** `seed`: the store's, so that another store's journal cannot pass for this one's. */
export function encodeLine(seq: number, events: readonly string[], seed: number): Buffer {
  return sealed(`,"seq":${seq},"events":[${events.join(',')}]}`, seed);
}

/** Undefined when the line (without its line break) is not what was written under one of the seeds. */
export function decodeLine(line: Buffer, seeds: readonly number[]): JournalLine | undefined {
  if (!seeds.some((seed) => isSound(line, seed))) return undefined;
  return JSON.parse(line.toString('utf8')) as JournalLine;
}

/** A file of the journal, named by the first event that can be in it. */
export type Segment = { name: string; first: number };

export function segmentOf(first: number): Segment {
  return { name: `journal.${String(first).padStart(16, '0')}.ndjson`, first };
}

/** The folder's segments, in order. */
export function segmentsAmong(names: readonly string[]): Segment[] {
  return names
    .flatMap((name) => {
      const first = /^journal\.(\d{16})\.ndjson$/.exec(name)?.[1];
      return first === undefined ? [] : [{ name, first: Number(first) }];
    })
    .sort((a, b) => a.first - b.first);
}
