import { crc32 } from 'node:zlib';

/**
 * One line of the journal: all events that were made durable together, under one checksum. So a power failure in the
 * middle of a write tears exactly one line, and nobody was told that any of its events is stored.
 */
export type JournalLine = { seq: number; events: readonly unknown[] };

/** `{"crc":"` and eight digits and `"`; the checksum covers every byte after it. */
const start = '{"crc":"';
const bodyAt = start.length + 9;

export function encodeLine(seq: number, events: readonly string[]): Buffer {
  const body = `,"seq":${seq},"events":[${events.join(',')}]}`;
  return Buffer.from(`${start}${checksum(body)}"${body}\n`);
}

/** Undefined when the line (without its line break) is not what was written. */
export function decodeLine(line: Buffer): JournalLine | undefined {
  const head = line.toString('latin1', 0, bodyAt);
  if (head !== `${start}${checksum(line.subarray(bodyAt))}"`) return undefined;
  return JSON.parse(line.toString('utf8')) as JournalLine;
}

function checksum(body: string | Buffer): string {
  return crc32(body).toString(16).padStart(8, '0');
}
