import { createHash } from 'node:crypto';
import { offsetAt } from './oracle.ts';

const dayMs = 86_400_000;
const quarterMs = 900_000;

/** The same text for zones whose clocks never differ between both moments: one of them stands for all. */
export function clockOf(zone: string, fromMs: number, toMs: number): string {
  const known = clocks.get(zone);
  if (known) return known;
  const hash = createHash('sha256');
  let before = offsetAt(zone, fromMs);
  for (let day = fromMs; day < toMs; day += dayMs) {
    const after = offsetAt(zone, day + dayMs);
    if (after !== before) {
      let at = day;
      while (offsetAt(zone, at) === before) at += quarterMs;
      hash.update(`${at} `);
    }
    hash.update(`${after} `);
    before = after;
  }
  const clock = hash.digest('hex');
  clocks.set(zone, clock);
  return clock;
}

const clocks = new Map<string, string>();
