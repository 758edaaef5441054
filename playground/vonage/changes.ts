/** One thing that happened, for watchers. */
export type Change = {
  kind: 'request' | 'accepted' | 'answered' | 'webhook' | 'phone' | 'settings';
};

export type Changes = {
  tell(kind: Change['kind']): void;
  /** Calls back after each change; the returned function ends it. */
  onChange(listener: (change: Change) => void): () => void;
  /** Resolves as soon as the condition holds, looked at now and after each change; rejects after `timeoutMs` of real time. */
  until(condition: () => boolean, options?: { timeoutMs?: number }): Promise<void>;
  close(): void;
};

export function createChanges(): Changes {
  const listeners = new Set<(change: Change) => void>();
  const waits = new Set<(reason: string) => void>();

  function onChange(listener: (change: Change) => void) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }

  return {
    tell(kind) {
      for (const listener of [...listeners]) listener({ kind });
    },
    onChange,
    until(condition, { timeoutMs = 10_000 } = {}) {
      if (condition()) return Promise.resolve();
      return new Promise((resolve, reject) => {
        const giveUp = (reason: string) => {
          end();
          reject(new Error(`${reason}; still waiting for: ${condition.toString()}`));
        };
        const timer = setTimeout(giveUp, timeoutMs, `Nothing of the kind within ${timeoutMs} ms`);
        const stopListening = onChange(() => {
          if (!condition()) return;
          end();
          resolve();
        });
        const end = () => {
          clearTimeout(timer);
          stopListening();
          waits.delete(giveUp);
        };
        waits.add(giveUp);
      });
    },
    close() {
      for (const giveUp of [...waits]) giveUp('The local Vonage was closed');
      listeners.clear();
    },
  };
}
