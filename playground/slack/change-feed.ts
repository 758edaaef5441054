/** What changed in the workspace, for a page that redraws or a test that waits. */
export type Change = {
  readonly kind:
    | 'message'
    | 'ephemeral'
    | 'modal'
    | 'home'
    | 'notice'
    | 'problem'
    | 'traffic'
    | 'connection'
    | 'file'
    | 'workspace';
  readonly channel?: string;
  readonly ts?: string;
  readonly user?: string;
};

export type Truthy<T> = Exclude<T, false | null | undefined | 0 | ''>;

export type ChangeFeed = {
  tell(change: Change): void;
  /** Calls the listener after each change; returns the function that ends it. */
  onChange(listener: (change: Change) => void): () => void;
  /** Waits until the condition gives something truthy and returns that; looks again after each change. */
  until<T>(condition: () => T, options?: { timeoutMs?: number; what?: string }): Promise<Truthy<T>>;
  close(): void;
};

export function createChangeFeed(): ChangeFeed {
  const listeners = new Set<(change: Change) => void>();
  const waiting = new Set<(reason: Error) => void>();

  const onChange = (listener: (change: Change) => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };

  return {
    tell: (change) => {
      for (const listener of [...listeners]) listener(change);
    },
    onChange,
    until: (condition, { timeoutMs = 10_000, what = String(condition) } = {}) =>
      new Promise((resolve, reject) => {
        const end = () => {
          clearTimeout(timer);
          waiting.delete(fail);
          stop();
        };
        const fail = (reason: Error) => {
          end();
          reject(reason);
        };
        const look = () => {
          try {
            const found = condition();
            if (!isTruthy(found)) return;
            end();
            resolve(found);
          } catch (error) {
            fail(error instanceof Error ? error : new Error(String(error)));
          }
        };
        const timer = setTimeout(() => fail(new Error(`Not within ${timeoutMs} ms: ${what}`)), timeoutMs);
        const stop = onChange(look);
        waiting.add(fail);
        look();
      }),
    close: () => {
      for (const fail of [...waiting]) fail(new Error('The local Slack was closed while something waited for it.'));
      listeners.clear();
    },
  };
}

function isTruthy<T>(value: T): value is Truthy<T> {
  return Boolean(value);
}
