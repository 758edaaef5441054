import { join } from 'node:path';
import { isSound, sealed } from '../files/checksum.ts';
import type { Disk, DiskFile } from '../files/disk.ts';
import { placeFile } from '../files/place-file.ts';
import { damaged } from '../files/refusal.ts';

/** Not part of the journal: it shows when the journal has lost events. */
export const reachFile = 'reach.ndjson';

/**
 * How far the journal is known to reach, in a file of its own. Its first line is synced; the others follow the journal
 * and are never synced: a power failure may lose them, so it may say too little but never too much. Nothing here ever
 * rejects.
 */
export type Reach = {
  /** Starts the file again. */
  begin(seq: number): Promise<void>;
  /** `isNext`: another write of the journal follows at once, whose reach may be told instead. */
  reach(seq: number, isNext?: boolean): Promise<void>;
  /** Was it begun, so that it is there and says something from the folder's next sync on? */
  isKept(): boolean;
  close(): Promise<void>;
};

/** While one write of the journal follows the other, it is told of every tenth. */
const mostUntold = 10;

type Place = { disk: Disk; folder: string; seed: number };

/** `mustBeOurs` rejects unless the folder is ours at this moment. */
export function keepReach(place: Place, mustBeOurs: () => Promise<void>): Reach {
  let file: DiskFile | undefined;
  let isKept = false;
  let untold = 0;

  async function close(): Promise<void> {
    const closing = file;
    file = undefined;
    await closing?.close().catch(() => {});
  }

  return {
    async begin(seq) {
      await close();
      file = await beginReach(place, seq, mustBeOurs).catch(() => undefined);
      isKept ||= file !== undefined;
    },
    async reach(seq, isNext = false) {
      untold += 1;
      if (isNext && untold < mostUntold) return;
      untold = 0;
      await file?.write(lineOf(seq, place.seed)).catch(() => {});
    },
    isKept: () => isKept,
    close,
  };
}

/** At no moment is it without a line. */
export function beginReach(
  { disk, folder, seed }: Place,
  seq: number,
  mustBeOurs: () => Promise<void> = async () => {},
): Promise<DiskFile> {
  return placeFile(disk, join(folder, reachFile), {
    fill: async (file) => {
      await file.write(lineOf(seq, seed));
      await file.sync();
      await mustBeOurs();
    },
  });
}

/**
 * Changes up to this one were durable. A torn or damaged line says nothing. `mustBeThere`: it was begun, so a missing
 * file, or one without a sound line, is damage.
 */
export async function readReach({ disk, folder, seed }: Place, mustBeThere: boolean): Promise<number> {
  const path = join(folder, reachFile);
  const bytes = await disk.read(path);
  for (let end = bytes?.lastIndexOf(0x0a) ?? 0; bytes && end > 0; ) {
    const before = bytes.lastIndexOf(0x0a, end - 1);
    const line = bytes.subarray(before + 1, end);
    const seq = seqIn(line);
    if (seq !== undefined && isSound(line, seed)) return seq;
    end = before;
  }
  if (!mustBeThere) return 0;
  throw damaged(path, 0, bytes ? 'no line of it is what was written' : 'the file is missing');
}

/** Any store's file before its first event. */
export function isReachOfNothing(bytes: Buffer): boolean {
  return bytes.at(-1) === 0x0a && seqIn(bytes.subarray(0, -1)) === 0;
}

/** The journal's lines are under the same checksum. */
function seqIn(line: Buffer): number | undefined {
  const [, seq] = /^\{"crc":"[0-9a-f]{8}","seq":(\d{1,15})\}$/.exec(line.toString('latin1')) ?? [];
  return seq === undefined ? undefined : Number(seq);
}

function lineOf(seq: number, seed: number): Buffer {
  return sealed(`,"seq":${seq}}`, seed);
}
