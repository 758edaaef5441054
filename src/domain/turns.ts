import { setImmediate as nextTurn } from 'node:timers/promises';

/** One piece of work keeps the rest of the program waiting at most this long, in milliseconds. */
const sliceMs = 8;

/** Gives other work its turn after each slice of time: a long loop asks `if (turns.areDue()) await turns.give()`. */
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
