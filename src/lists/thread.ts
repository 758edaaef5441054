import { Worker } from 'node:worker_threads';
import type { Answer, Progress, Question } from './thread-messages.ts';

/** A reading thread that answers one question after the other. */
export type Thread = {
  /** Rejects when the thread ends, or the signal does; a refusal is an answer. */
  ask(question: Question, signal: AbortSignal): Promise<Answer>;
  end(): Promise<void>;
};

/** Rows live shortly: more room for them would only be filled. */
const youngMegabytes = 16;

export function startThread(megabytes: number, told: (progress: Progress) => void): Thread {
  const worker = new Worker(new URL('./reading-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: youngMegabytes },
  });
  let waiting: { resolve(answer: Answer): void; reject(error: unknown): void } | undefined;
  let broken: unknown;
  const fail = (error: unknown) => {
    broken ??= error;
    waiting?.reject(error);
    waiting = undefined;
  };
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('The reading thread ended without an answer.')));
  worker.on('message', (message: Answer | Progress) => {
    if (message.kind === 'progress') return told(message);
    waiting?.resolve(message);
    waiting = undefined;
  });
  return {
    async ask(question, signal) {
      signal.throwIfAborted();
      if (broken !== undefined) throw broken;
      const { promise, resolve, reject } = Promise.withResolvers<Answer>();
      waiting = { resolve, reject };
      const stop = () => fail(signal.reason);
      signal.addEventListener('abort', stop, { once: true });
      worker.postMessage(question, question.kind === 'bytes' ? question.chunks.map(({ buffer }) => buffer) : []);
      try {
        return await promise;
      } finally {
        signal.removeEventListener('abort', stop);
      }
    },
    async end() {
      await worker.terminate();
    },
  };
}
