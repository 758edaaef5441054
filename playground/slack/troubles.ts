/** A fault the local Slack plays: on one method (`files-pri`, `files-upload` and `response_url` count as methods) or on any. */
export type Trouble = {
  readonly method?: string;
  readonly kind: '429' | '500' | 'slow' | 'reset' | 'lost-answer' | 'refuse';
  /** What `refuse` answers instead of doing it, such as `hash_conflict`. */
  readonly error?: string;
  readonly retryAfterS?: number;
  readonly delayMs?: number;
  /** Hits only what holds a block of this kind: a Slack that does not know it. */
  readonly withBlock?: string;
  /** How many calls it hits; default: one. */
  readonly times?: number;
};

export type Troubles = {
  add(trouble: Trouble): void;
  /** The trouble this call runs into, if any; uses one of its times up. */
  take(method: string, body?: unknown): Trouble | undefined;
  clear(): void;
};

export function createTroubles(): Troubles {
  let pending: { trouble: Trouble; left: number }[] = [];
  return {
    add: (trouble) => pending.push({ trouble, left: trouble.times ?? 1 }),
    take: (method, body) => {
      const isMeant = (trouble: Trouble) =>
        (trouble.method === undefined || trouble.method === method) &&
        (trouble.withBlock === undefined || holdsBlock(body, trouble.withBlock));
      const hit = pending.find(({ trouble }) => isMeant(trouble));
      if (!hit) return undefined;
      hit.left -= 1;
      pending = pending.filter(({ left }) => left > 0);
      return hit.trouble;
    },
    clear: () => {
      pending = [];
    },
  };
}

/** Blocks come as JSON, in a form as JSON within it. */
function holdsBlock(body: unknown, kind: string): boolean {
  return JSON.stringify(body ?? '')
    .replaceAll('\\', '')
    .includes(`"type":"${kind}"`);
}
