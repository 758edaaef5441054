import type { SenderId } from '../../domain/ids.ts';
import type { Deps } from '../deps.ts';
import type { RateLimits } from '../sending/rate-limits.ts';

/** What waits for a place that its sender's rate leaves over. */
type Waiting<T> = { item: T; untilMs: number };

/** Why something is not sent after all. */
export type DropReason = 'late' | 'full' | 'stopping';

/** Texts that leave by themselves, after all others: a line for each sender. */
export type SpareQueue<T> = {
  /** `untilMs`, monotonic: sent later it would do harm. */
  add(sender: SenderId, item: T, untilMs: number): void;
  /** Drops all that wait, at once; resolves when those on their way are recorded. */
  stop(): Promise<void>;
};

/**
 * Hands over one item after the other whenever a place of its sender is left over; `most` may wait for each sender.
 * Nothing is claimed before its turn has come: what waits is recorded nowhere, so a stop leaves no doubt about it.
 */
export function createSpareQueue<T>(
  { clock, log, settings }: Pick<Deps, 'clock' | 'log' | 'settings'>,
  limits: Pick<RateLimits, 'spare'>,
  {
    most,
    send,
    drop,
  }: { most: number; send(item: T, signal: AbortSignal): Promise<void>; drop(item: T, why: DropReason): void },
): SpareQueue<T> {
  const lines = new Map<SenderId, Waiting<T>[]>();
  const workers = new Map<SenderId, Promise<void>>();
  const stopping = new AbortController();
  const { signal } = stopping;

  const work = async (sender: SenderId): Promise<void> => {
    for (;;) {
      const next = lines.get(sender)?.shift();
      if (!next) return;
      const isFree = await limits.spare(sender, { signal, untilMs: next.untilMs });
      if (!isFree) drop(next.item, signal.aborted ? 'stopping' : 'late');
      else
        await send(next.item, signal).catch((error: unknown) => log.error({ err: error }, 'A text could not be sent'));
    }
  };

  return {
    add(sender, item, untilMs) {
      const now = clock.monotonicMs();
      const line = (lines.get(sender) ?? []).filter((known) => {
        const isLate = now > known.untilMs;
        if (isLate) drop(known.item, 'late');
        return !isLate;
      });
      lines.set(sender, line);
      if (signal.aborted || !settings.senders.has(sender) || line.length >= most) {
        drop(item, signal.aborted ? 'stopping' : 'full');
        return;
      }
      line.push({ item, untilMs });
      if (workers.has(sender)) return;
      workers.set(
        sender,
        work(sender).finally(() => workers.delete(sender)),
      );
    },
    async stop() {
      stopping.abort();
      for (const line of lines.values()) for (const { item } of line.splice(0)) drop(item, 'stopping');
      await Promise.all(workers.values());
    },
  };
}
