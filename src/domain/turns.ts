import { setImmediate as nextTurn } from 'node:timers/promises';

/** So long, in milliseconds, may one piece of work keep the rest of the program waiting. */
const sliceMs = 8;

/**
 * Lets other work have its turn whenever a slice of time is used up, so that nobody waits for a long loop. To be asked
 * between two steps of it: `if (turns.areDue()) await turns.give()`.
 */
export function createTurns() {
  let begunMs = performance.now();
  return {
    areDue: (): boolean => performance.now() - begunMs >= sliceMs,
    async give(): Promise<void> {
      await nextTurn();
      begunMs = performance.now();
    },
  };
}
