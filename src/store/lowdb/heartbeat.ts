import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Disk } from './disk.ts';
import { temporarySuffix } from './document-file.ts';

/** Who has the folder open, as a file: it is seen across containers and machines that share the folder. */
export const Heartbeat = z.object({
  token: z.string(),
  host: z.string(),
  /** Of the running system: another one after a reboot. */
  bootId: z.string(),
  pid: z.int(),
  at: z.iso.datetime(),
});
export type Heartbeat = z.infer<typeof Heartbeat>;

export const heartbeatFile = 'heartbeat.json';
export const freshMs = 30_000;

export async function ownHeartbeat(now: Date): Promise<Heartbeat> {
  const bootId = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => 'unknown');
  return { token: randomUUID(), host: hostname(), bootId: bootId.trim(), pid: process.pid, at: now.toISOString() };
}

/** Undefined when there is none, or only one that a power failure tore. */
export async function readHeartbeat(disk: Disk, folder: string): Promise<Heartbeat | undefined> {
  const bytes = await disk.read(join(folder, heartbeatFile));
  try {
    return bytes && Heartbeat.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return undefined;
  }
}

/** Not synced: after a power failure nobody holds the folder. */
export async function writeHeartbeat(disk: Disk, folder: string, heartbeat: Heartbeat): Promise<void> {
  const path = join(folder, heartbeatFile);
  const temporary = `${path}.${randomUUID()}${temporarySuffix}`;
  const file = await disk.create(temporary);
  try {
    await file.write(Buffer.from(JSON.stringify(heartbeat)));
  } finally {
    await file.close();
  }
  await disk.rename(temporary, path);
}

/** Is somebody else alive behind this heartbeat? On this very machine we can look; elsewhere only its age tells. */
export function isAlive(other: Heartbeat, own: Heartbeat, now: Date): boolean {
  if (now.getTime() - Date.parse(other.at) >= freshMs) return false;
  if (other.host !== own.host) return true;
  return other.bootId === own.bootId && other.pid !== own.pid && isRunning(other.pid);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user is there all the same.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
