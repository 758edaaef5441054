import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Allowance } from './allowance.ts';
import { allOf, unpacked } from './unpacked.ts';

/** What gzip has packed, in pieces. Throws a CampaignError. */
export async function gunzipped(chunks: readonly Uint8Array[], allowance: Allowance): Promise<Uint8Array[]> {
  const packed = chunks.reduce((sum, { length }) => sum + length, 0);
  const stream = Readable.from(chunks).pipe(createGunzip());
  return allOf(unpacked(stream, { packed, allowance, what: 'gzip file' }));
}
