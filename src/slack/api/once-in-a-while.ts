import { keepNewest } from '../../domain/keep-newest.ts';
import type { Clock } from '../../ports/world.ts';

const gapMs = 10 * 60_000;
const mostKept = 500;

/** True the first time something is to be said, and again after ten minutes, so that lasting trouble fills no log. */
export function createOnceInAWhile(clock: Clock): (what: string) => boolean {
  const saidAtMs = new Map<string, number>();
  return (what) => {
    const nowMs = clock.monotonicMs();
    const last = saidAtMs.get(what);
    if (last !== undefined && nowMs - last < gapMs) return false;
    keepNewest(saidAtMs, what, nowMs, mostKept);
    return true;
  };
}
