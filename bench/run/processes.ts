import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';

/** A tick of the kernel's accounts; Linux fixes it at 100 a second for every program. */
const tickMicros = 10_000;

/**
 * Microseconds of the processor that these processes and all below them have used, children that have ended included.
 * Undefined where the kernel keeps no `/proc`.
 */
export function cpuOfTrees(roots: readonly number[]): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const children = childrenByParent();
  const all = new Set<number>();
  const add = (pid: number): void => {
    if (all.has(pid)) return;
    all.add(pid);
    for (const child of children.get(pid) ?? []) add(child);
  };
  for (const pid of roots) add(pid);
  return [...all].reduce((sum, pid) => sum + cpuOf(pid), 0);
}

/** Resident bytes of a process now; 0 where nobody can tell. */
export function residentBytes(pid: number): number {
  const pages = readOrNothing(`/proc/${pid}/statm`).split(' ')[1];
  return Number(pages ?? 0) * 4_096;
}

function childrenByParent(): Map<number, number[]> {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = Number(statOf(Number(name))[1] ?? 0);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  return children;
}

/** Own time and that of children it has waited for. */
function cpuOf(pid: number): number {
  const fields = statOf(pid);
  return [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at] ?? 0), 0) * tickMicros;
}

/** The fields after the program's name, which may have blanks in it. */
function statOf(pid: number): string[] {
  const text = readOrNothing(`/proc/${pid}/stat`);
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

/**
 * Bytes that the disk below a folder was given since the machine started, once nothing waits to be written; by everybody on the
 * machine. Undefined where no disk is to be seen, as in most containers. What the kernel notes for each process is no use:
 * it counts a page in a large folio as the whole folio.
 */
export function diskBytesBelow(folder: string): number | undefined {
  if (process.platform !== 'linux') return undefined;
  execFileSync('sync');
  const { dev } = statSync(folder);
  const [major, minor] = [(dev >> 8) & 0xfff, (dev & 0xff) | ((dev >> 12) & 0xfff00)];
  const sectors = readOrNothing(`/sys/dev/block/${major}:${minor}/stat`).trim().split(/\s+/)[6];
  return sectors === undefined ? undefined : Number(sectors) * 512;
}

/** A process may end while it is looked at. */
function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
