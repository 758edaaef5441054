import { setTimeout as sleep } from 'node:timers/promises';
import type { Battlefield } from './battlefield.ts';
import type { Breach } from './evidence.ts';
import { resume } from './people.ts';

export type CaretakerCounts = { button: number; command: number; unheard: number };

/** A person who looks after the campaigns: when nothing goes out any more, they resume each of them. */
export type Caretaker = {
  readonly counts: CaretakerCounts;
  start(): void;
  /** Resolves when they have finished the last act. */
  stop(): Promise<void>;
  breaches(): Breach[];
};

const lookEveryMs = 300;
const stillMs = 1_500;

export function createCaretaker({ slack, oracle, program, campaigns }: Battlefield): Caretaker {
  const counts: CaretakerCounts = { button: 0, command: 0, unheard: 0 };
  const stopping = new AbortController();
  let seen = 0;
  let movedMs = 0;
  let looking = Promise.resolve();

  const look = async (): Promise<void> => {
    if (oracle.acceptedCount !== seen || program.port === undefined) {
      seen = oracle.acceptedCount;
      movedMs = performance.now();
    }
    if (performance.now() - movedMs < stillMs) return;
    movedMs = performance.now();
    for (const { name } of campaigns) {
      const { by, heard } = await resume(slack, name);
      counts[by] += 1;
      if (!heard) counts.unheard += 1;
    }
  };

  const keepLooking = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await look();
      await sleep(lookEveryMs);
    }
  };

  return {
    counts,
    start() {
      looking = keepLooking();
    },
    stop() {
      stopping.abort();
      return looking;
    },
    breaches: () =>
      slack
        .as('ben')
        .ephemerals()
        .filter(({ text }) => /paused, so it cannot be resumed|cannot go on|reference/i.test(text))
        .map(({ text }) => ({ promise: 'can always be resumed', sentence: `Resume was refused: ${text}` })),
  };
}
