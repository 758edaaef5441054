import type { SenderId } from '../../domain/ids.ts';
import { afterOutcome, type Reception } from '../../domain/pace/standstill.ts';
import type { SendOutcome } from '../../domain/recipient/send-outcome.ts';
import type { Clock } from '../../ports/world.ts';

/** Whether the provider takes each sender's messages, by its last answers. */
type Receptions = {
  of(sender: SenderId): Reception;
  /** `quietMs`: nothing is tried for this long. */
  observe(sender: SenderId, outcome: SendOutcome['kind'], quietMs: number): void;
  forget(): void;
};

/** A sender with something to send tries again within this time: after it, the last answer says nothing. */
const freshMs = 10 * 60_000;

const unknown: Reception = { kind: 'unknown' };

export function createReceptions(clock: Clock): Receptions {
  const known = new Map<SenderId, { reception: Reception; untilMs: number }>();
  const of = (sender: SenderId): Reception => {
    const last = known.get(sender);
    return last && clock.monotonicMs() < last.untilMs ? last.reception : unknown;
  };
  return {
    of,
    observe: (sender, outcome, quietMs) => {
      const reception = afterOutcome(of(sender), outcome, clock.now());
      known.set(sender, { reception, untilMs: clock.monotonicMs() + quietMs + freshMs });
    },
    forget: () => known.clear(),
  };
}
