import { readFileSync } from 'node:fs';
import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';

/**
 * Who a process is. A pid counts only among processes that see each other: those of one running system (`bootId`) and
 * one pid namespace. `startedAt` tells a process from a later one with its pid.
 */
export type ProcessIdentity = {
  host: string;
  bootId: string;
  pidNamespace: string;
  pid: number;
  /** In ticks since the system's start; empty when unknown. */
  startedAt: string;
};

/** Systems without /proc have neither: there all processes of a host see each other. */
const unknown = 'unknown';

/** This process, as it would be recognised after it has died. */
export async function ownIdentity(): Promise<ProcessIdentity> {
  const bootId = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => unknown);
  const pidNamespace = await readlink('/proc/self/ns/pid').catch(() => unknown);
  const { pid } = process;
  return { host: hostname(), bootId: bootId.trim(), pidNamespace, pid, startedAt: startOf(pid) ?? '' };
}

/** When the process with this pid was started; undefined when there is none. */
export type LookAtPid = (pid: number) => string | undefined;

/** What became of a process that had the folder. `unknown`: it may live where we see nothing but its heartbeat. */
export function whatBecameOf(
  other: Partial<ProcessIdentity> & { host: string; pid: number },
  own: ProcessIdentity,
  look: LookAtPid,
): 'alive' | 'gone' | 'unknown' {
  const isSeen = other.bootId === own.bootId && other.pidNamespace === own.pidNamespace;
  if (!isSeen || (own.bootId === unknown && other.host !== own.host)) return 'unknown';
  if (other.pid === own.pid) return 'gone';
  const startedAt = look(other.pid);
  if (startedAt === undefined) return 'gone';
  const isLater = other.startedAt && startedAt && other.startedAt !== startedAt;
  return isLater ? 'gone' : 'alive';
}

/** Ticks from the system's start to the process's; undefined when there is none, empty when unknown (proc(5), field 22). */
export function startOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Another user's process exists all the same.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return undefined;
  }
  try {
    // The program's name may hold anything; numbers follow its bracket, the 20th of them is the start.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
