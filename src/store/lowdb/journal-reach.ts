import { join } from 'node:path';
import { isSound, sealed } from './checksum.ts';
import type { Disk, DiskFile } from './disk.ts';

/** Not part of the journal: it tells when the journal has lost what was in it. */
export const reachFile = 'reach.ndjson';

/**
 * How far the journal is known to reach, in a file of its own. It is written after the journal is synced and never synced
 * itself: a power failure may lose its end, so it may say too little but never too much. Nothing here ever rejects.
 */
export type Reach = {
  /** Starts the file anew. */
  begin(seq: number): Promise<void>;
  reach(seq: number): Promise<void>;
  close(): Promise<void>;
};

export function keepReach(disk: Disk, folder: string, seed: number): Reach {
  let file: DiskFile | undefined;

  async function close(): Promise<void> {
    const closing = file;
    file = undefined;
    await closing?.close().catch(() => {});
  }

  async function reach(seq: number): Promise<void> {
    await file?.write(sealed(`,"seq":${seq}}`, seed)).catch(() => {});
  }

  return {
    async begin(seq) {
      await close();
      file = await disk.create(join(folder, reachFile)).catch(() => undefined);
      await reach(seq);
    },
    reach,
    close,
  };
}

/** Changes up to this one were durable. What is torn or damaged in the file says nothing. */
export async function readReach(disk: Disk, folder: string, seed: number): Promise<number> {
  const bytes = (await disk.read(join(folder, reachFile))) ?? Buffer.alloc(0);
  for (let end = bytes.lastIndexOf(0x0a); end > 0; ) {
    const before = bytes.lastIndexOf(0x0a, end - 1);
    const line = bytes.subarray(before + 1, end);
    if (isSound(line, seed)) return (JSON.parse(line.toString('utf8')) as { seq: number }).seq;
    end = before;
  }
  return 0;
}
