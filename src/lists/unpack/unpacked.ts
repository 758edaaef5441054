import type { Readable } from 'node:stream';
import { CampaignError } from '../../domain/campaign-error.ts';
import { type Allowance, broken } from './allowance.ts';

/** What is unpacked, as far as it may go. Throws a CampaignError, also for what cannot be unpacked. */
export async function* unpacked(
  stream: Readable,
  { packed, allowance, what }: { packed: number; allowance: Allowance; what: string },
): AsyncGenerator<Uint8Array, void> {
  let count = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      count += chunk.length;
      allowance.take(chunk.length, { packed, unpacked: count });
      yield chunk;
    }
  } catch (error) {
    throw error instanceof CampaignError ? error : broken(what);
  } finally {
    stream.destroy();
  }
}

export async function allOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  return Array.fromAsync(chunks);
}
