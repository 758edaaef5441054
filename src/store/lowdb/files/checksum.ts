import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** `{"crc":"`, eight digits and `"`; the checksum covers every byte after them. */
const start = '{"crc":"';
const bodyAt = start.length + 9;

/**
 * A JSON object's rest, from its first comma on, under a checksum, and a line break outside it. `seed`: the unwritten
 * owner.
 */
export function sealed(body: string, seed = 0): Buffer {
  const bytes = Buffer.from(`${start}00000000"${body}\n`);
  bytes.write(hex(crc32(bytes.subarray(bodyAt, -1), seed)), start.length, 'latin1');
  return bytes;
}

/** For bytes without their line break: undefined when they are under no checksum, false when it is wrong. */
export function isSound(bytes: Buffer, seed = 0): boolean | undefined {
  if (bytes.toString('latin1', 0, start.length) !== start) return undefined;
  const found = bytes.toString('latin1', start.length, bodyAt);
  return found === `${hex(crc32(bytes.subarray(bodyAt), seed))}"`;
}

/** How meta.json remembers a document. */
export function sumOf(bytes: Buffer): string {
  return hex(crc32(bytes));
}

/** How a campaign remembers a part of its list: nobody can make another one with the same hash. */
export function listSumOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
}

/** Keeps the lines of one store from passing for another's. */
export function seedOf(storeId: string): number {
  return crc32(storeId);
}

function hex(sum: number): string {
  return sum.toString(16).padStart(8, '0');
}
