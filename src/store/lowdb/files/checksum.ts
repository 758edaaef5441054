import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** `{"crc":"` and eight digits and `"`; the checksum covers every byte after it. */
const start = '{"crc":"';
const bodyAt = start.length + 9;

/**
 * The rest of a JSON object, from its first comma on, under a checksum, and a line break that is not. `seed`: whose it is,
 * without being written.
 */
export function sealed(body: string, seed = 0): Buffer {
  const bytes = Buffer.from(`${start}00000000"${body}\n`);
  bytes.write(hex(crc32(bytes.subarray(bodyAt, -1), seed)), start.length, 'latin1');
  return bytes;
}

/** Of bytes without their line break. Undefined when they are not under any checksum; false when it is not theirs. */
export function isSound(bytes: Buffer, seed = 0): boolean | undefined {
  if (bytes.toString('latin1', 0, start.length) !== start) return undefined;
  const found = bytes.toString('latin1', start.length, bodyAt);
  return found === `${hex(crc32(bytes.subarray(bodyAt), seed))}"`;
}

/** What meta.json remembers a document by. */
export function sumOf(bytes: Buffer): string {
  return hex(crc32(bytes));
}

/** What a campaign remembers a part of its list by: nobody makes another one that has the same. */
export function listSumOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
}

/** Lines of one store are not taken for those of another. */
export function seedOf(storeId: string): number {
  return crc32(storeId);
}

function hex(sum: number): string {
  return sum.toString(16).padStart(8, '0');
}
