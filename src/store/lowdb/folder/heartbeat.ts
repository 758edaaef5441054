import { join } from 'node:path';
import { z } from 'zod';
import type { Disk, DiskFile } from '../files/disk.ts';
import { placeFile } from '../files/place-file.ts';

/**
 * Who has the folder, as a file seen across containers and machines. The process that takes the folder over writes it,
 * once: a former holder that wakes up cannot put its own name back.
 */
export const Holder = z.object({
  token: z.string(),
  host: z.string(),
  bootId: z.string(),
  /** Older holders have none, and nobody can look their process up. */
  pidNamespace: z.string().optional(),
  pid: z.int(),
  startedAt: z.string().optional(),
  /** By its writer's clock, for people only: clocks of two machines may differ by hours. */
  at: z.iso.datetime(),
});
export type Holder = z.infer<typeof Holder>;

export const heartbeatFile = 'heartbeat.json';

/** Undefined when there is none, or only one that a power failure tore. */
export async function readHolder(disk: Disk, folder: string): Promise<Holder | undefined> {
  const bytes = await disk.read(join(folder, heartbeatFile));
  try {
    return bytes && Holder.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return undefined;
  }
}

/**
 * Not synced: after a power failure nobody holds the folder. The file stays open: as long as it stands there, nobody has
 * put another in its place.
 */
export function writeHolder(disk: Disk, folder: string, holder: Holder): Promise<DiskFile> {
  return placeText(disk, join(folder, heartbeatFile), JSON.stringify(holder));
}

/** A sign of life, different from the one before. */
export async function writeBeat(disk: Disk, folder: string, token: string, sign: string): Promise<void> {
  const file = await placeText(disk, beatPath(folder, token), sign);
  await file.close();
}

/** The holder's last sign of life; older holders wrote theirs as the date of their own file. */
export async function readBeat(disk: Disk, folder: string, { token, at }: Holder): Promise<string> {
  const bytes = await disk.read(beatPath(folder, token));
  return `${at} ${bytes?.toString('utf8') ?? ''}`;
}

export function removeBeat(disk: Disk, folder: string, token: string): Promise<void> {
  return disk.remove(beatPath(folder, token));
}

/** The tokens of all who left a sign of life. */
export function tokensAmong(names: readonly string[]): string[] {
  return names.flatMap((name) => /^heartbeat\.([\w-]+)\.beat$/.exec(name)?.[1] ?? []);
}

function beatPath(folder: string, token: string): string {
  return join(folder, `heartbeat.${token.replace(/[^\w-]/g, '')}.beat`);
}

function placeText(disk: Disk, path: string, text: string): Promise<DiskFile> {
  return placeFile(disk, path, { fill: (file) => file.write(Buffer.from(text)) });
}
