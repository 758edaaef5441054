import { resolve } from 'node:path';
import { z } from 'zod';
import { FolderMark } from '../../../domain/folder-standing.ts';
import type { Disk } from '../files/disk.ts';
import { replaceFile } from '../files/place-file.ts';
import type { StoreEvent } from '../files/store-event.ts';
import type { Timers } from '../files/timers.ts';

/** Beside the folder, so that a restored backup of the folder does not bring its own mark along. */
export function heightFileOf(folder: string): string {
  return `${resolve(folder)}.height.json`;
}

/** Where and when it was written, by which a copy gives itself away; former versions did not say. */
const Content = FolderMark.extend({
  note: z.string().optional(),
  writtenAtMs: z.number().optional(),
  bootId: z.string().optional(),
});
const explanation =
  'How far the data folder beside this file had got: it tells whether a backup was restored. Do not restore this file.';

/** From writing to placing it; far less than from a backup to its return. */
const placingMs = 5_000;

/** `isOriginal`: surely no copy and no part of a restored machine: what it says is the newest. */
type MarkBeside = { mark: FolderMark; isOriginal: boolean };

/** Null when there is none, or no readable one. `bootId`: the running system's. */
export async function readHeightFile(disk: Disk, path: string, bootId: string): Promise<MarkBeside | null> {
  try {
    const bytes = await disk.read(path);
    if (!bytes) return null;
    const { writtenAtMs, bootId: writtenIn, ...content } = Content.parse(JSON.parse(bytes.toString('utf8')));
    const sinceMs = await disk.standsSinceMs(path);
    const isInPlace =
      sinceMs !== undefined && writtenAtMs !== undefined && Math.abs(sinceMs - writtenAtMs) <= placingMs;
    return { mark: FolderMark.parse(content), isOriginal: isInPlace && writtenIn === bootId };
  } catch {
    return null;
  }
}

export type HeightFile = { stop(): Promise<void> };

const everyMs = 1_000;

/** Writes what is durable in the folder, each second while it changes and at the end. A failure is reported once. */
export function keepHeightFile(options: {
  disk: Disk;
  path: string;
  bootId: string;
  mark: () => FolderMark | null;
  /** False while another process has the folder. */
  isOurs: () => boolean;
  timers: Timers;
  log: (event: StoreEvent) => void;
}): HeightFile {
  const { disk, path, bootId, mark, isOurs, timers, log } = options;
  let written = '';
  let failed = false;
  let stopped = false;
  let stopTimer = () => {};
  let work: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    const now = mark();
    if (!now) return;
    const state = `${now.opening} ${now.height}`;
    if (state === written || !isOurs()) return;
    try {
      const content = { note: explanation, ...now, writtenAtMs: timers.wallMs(), bootId };
      await replaceFile(disk, path, Buffer.from(JSON.stringify(content)));
      written = state;
      failed = false;
    } catch (error) {
      if (!failed)
        log({ kind: 'height_unkept', file: path, error: error instanceof Error ? error.message : String(error) });
      failed = true;
    }
  }

  function next(): void {
    stopTimer = timers.after(everyMs, () => {
      work = write().then(() => {
        if (!stopped) next();
      });
    });
  }
  next();
  work = write();

  return {
    async stop() {
      stopped = true;
      stopTimer();
      await work;
      await write();
    },
  };
}
