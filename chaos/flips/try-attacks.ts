import type { SimulatedDisk } from '../../test/store/lowdb/simulated-disk.ts';
import { createRandom } from '../random.ts';
import { type Attack, fileAttacks, flips, heartbeat } from './attacks.ts';
import { type Fate, liveOn } from './live-on.ts';
import { aSmallFolder, folder, type SmallFolder } from './small-folder.ts';

export type FlipSums = {
  files: number;
  bytes: number;
  attacks: number;
  refused: number;
  harmless: number;
  /** Struck while the program ran: the campaign stands still and says so. */
  paused: number;
  /** Everything forbidden that happened, with what was done. */
  broken: string[];
};

/** Does each attack to a copy of one folder. */
export async function tryAttacks(seed: number, wantedFlips: number): Promise<FlipSums> {
  const made = await aSmallFolder(seed);
  const random = createRandom(seed).fork('attacks');
  const attacks = [...flips(made, random, wantedFlips), ...fileAttacks(made)];
  const files = made.disk.paths();
  const bytes = files.reduce((sum, file) => sum + made.disk.contentOf(file).length, 0);
  const sums: FlipSums = { files: files.length, bytes, attacks: 0, refused: 0, harmless: 0, paused: 0, broken: [] };
  const untouched = await liveOn(made, made.disk.afterCrash('process'));
  if (untouched.kind === 'refused') sums.broken.push(`Untouched, it is refused: ${untouched.why}`);
  for (const attack of attacks) count(sums, attack, await suffer(made, attack));
  return sums;
}

async function suffer(made: SmallFolder, attack: Attack): Promise<Fate> {
  const disk: SimulatedDisk = made.disk.afterCrash('process');
  if (attack.isLive) return liveOn(made, disk, () => attack.strike(disk));
  await attack.strike(disk);
  return liveOn(made, disk);
}

function count(sums: FlipSums, { file, what }: Attack, fate: Fate): void {
  sums.attacks += 1;
  if (fate.kind === 'refused') sums.refused += 1;
  else if (fate.paused) sums.paused += 1;
  else sums.harmless += 1;
  const broken = fate.kind === 'refused' ? [...fate.broken, ...unclear(fate.why, file, what)] : fate.broken;
  sums.broken.push(...broken.slice(0, 3).map((promise) => `${file}, ${what}: ${promise}`));
}

/** Its reader must learn which file it is, and what to do. */
function unclear(why: string, file: string, what: string): string[] {
  if (file === heartbeat && why.includes('in use by another process')) return [];
  const isNamed = why.includes(/flipped/.test(what) ? file : folder);
  return isNamed && /Restore the whole folder from a backup/.test(why)
    ? []
    : [`It is refused without a way out: ${why}`];
}
