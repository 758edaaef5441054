import { createRandom } from '../random.ts';

export type MillionPlan = {
  /** Milliseconds from the press of Preview, or the share of the body that has been sent, at which the import is cut. */
  importKill: { afterMs: number; share: number };
  /** How many texts the provider has taken when the program is killed, in this order. */
  sendingKills: readonly number[];
};

/** When the program is killed: from the seed alone. The first kill of sending strikes at about the half. */
export function planMillion(seed: number, people: number): MillionPlan {
  const random = createRandom(seed);
  const share = (least: number, most: number) => least + (most - least) * random.next();
  // Reading takes some seconds for a million; so much of it has passed.
  const afterMs = Math.round(share(0.1, 0.5) * (100 + people / 500));
  const importKill = { afterMs, share: share(0.2, 0.8) };
  const sendingKills = [share(0.45, 0.5), share(0.6, 0.85)].map((part) => Math.floor(part * people));
  return { importKill, sendingKills };
}
