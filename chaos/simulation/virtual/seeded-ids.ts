import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import type { Random } from '../../random.ts';

/**
 * The program draws its ids from the system's random numbers, and names documents after them: for a seed to repeat
 * every step, they must come from the seed, too. The returned function undoes it.
 */
export function seedIds(random: Random): () => void {
  const { randomBytes } = crypto;
  Object.assign(crypto, {
    randomBytes: (size: number) => Buffer.from(Array.from({ length: size }, () => random.int(0, 255))),
  });
  syncBuiltinESMExports();
  return () => {
    Object.assign(crypto, { randomBytes });
    syncBuiltinESMExports();
  };
}
