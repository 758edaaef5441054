/** Counts what was let through in the last window, not what was refused. */
export type RateLimit = {
  /** Returns 0 and lets it through, or the milliseconds until it would. */
  waitMs(key: string, perSecond: number, now: number): number;
};

export function createRateLimit(windowMs = 1_000): RateLimit {
  const admitted = new Map<string, number[]>();
  return {
    waitMs(key, perSecond, now) {
      if (perSecond === Number.POSITIVE_INFINITY) return 0;
      const recent = (admitted.get(key) ?? []).filter((at) => now - at < windowMs);
      admitted.set(key, recent);
      if (recent.length >= perSecond) return windowMs - (now - (recent[recent.length - perSecond] ?? now));
      recent.push(now);
      return 0;
    },
  };
}

/** Messages per second for a sender: as configured, else 1 for a US or Canadian long number, else only the account's rate. */
export function senderRate(sender: string, rates: Readonly<Record<string, number>>): number {
  return rates[sender] ?? (isLongNumber(sender) ? 1 : Number.POSITIVE_INFINITY);
}

function isLongNumber(sender: string): boolean {
  return /^1[2-9]\d{9}$/.test(sender) && !/^18(00|33|44|55|66|77|88)/.test(sender);
}
