import type { SendOutcome } from '../../src/domain/recipient/send-outcome.ts';
import type { Random } from '../random.ts';
import type { SimulatedWorld } from './simulated-world.ts';
import type { Behaviour, Request } from './virtual/virtual-provider.ts';

type Mood = 'fine' | 'slow' | 'outage' | 'unreachable' | 'busy' | 'unauthorised' | 'broke' | 'picky';
const moods: readonly Mood[] = ['slow', 'outage', 'unreachable', 'busy', 'unauthorised', 'broke', 'picky'];

/** Good and bad times of the provider and of the disk, and of the chat that knows who people are. */
export type Weather = {
  behave(request: Request): Behaviour;
  /** The disk fails now, for these milliseconds. */
  breakDisk(ms: number): void;
  /** The provider answers nothing clear, for these milliseconds. */
  outage(ms: number): void;
  /** Plans bad times up to this moment. */
  plan(untilMs: number): void;
  /** Nothing fails and nothing is slow any more. */
  clear(): void;
};

export function createWeather(
  world: Pick<SimulatedWorld, 'time' | 'disk' | 'chat' | 'tell' | 'watch' | 'ledger'>,
  random: Random,
): Weather {
  const { time, disk, chat } = world;
  const answers = random.fork('answers');
  const failures = random.fork('failures');
  const syncs = random.fork('syncs');
  let mood: Mood = 'fine';
  let isClear = false;
  let diskMood: { code: string; share: number; everything: boolean } | null = null;
  let slowestSyncMs = 5;

  disk.beforeCall = ({ path }) => {
    if (!diskMood) return undefined;
    if (!path.includes('journal')) return diskMood.everything ? diskMood.code : undefined;
    return failures.chance(diskMood.share) ? diskMood.code : undefined;
  };
  disk.syncMs = () => (syncs.chance(0.5) ? 0 : syncs.spread(1, slowestSyncMs));

  /** From one moment to another, and then fine again. */
  const during = (fromMs: number, lastsMs: number, begin: () => void, end: () => void): void => {
    time.after(fromMs, () => {
      if (isClear) return;
      begin();
      time.after(lastsMs, end);
    });
  };

  const planMood = (fromMs: number, lastsMs: number, next: Mood): void =>
    during(
      fromMs,
      lastsMs,
      () => {
        mood = next;
        world.tell(`the provider is ${next}`);
      },
      () => {
        mood = 'fine';
      },
    );

  const planDisk = (fromMs: number, lastsMs: number): void => {
    const next = {
      code: random.pick(['ENOSPC', 'EIO']),
      share: random.pick([0.1, 0.5, 1]),
      everything: random.chance(0.5),
    };
    during(
      fromMs,
      lastsMs,
      () => {
        diskMood = next;
        world.watch.isDiskWell = false;
        world.watch.stoppedSinceMs = null;
        world.tell(`the disk fails with ${next.code}`);
      },
      () => {
        diskMood = null;
        world.watch.isDiskWell = true;
      },
    );
  };

  const planSlowness = (fromMs: number, lastsMs: number, slow: number): void =>
    during(
      fromMs,
      lastsMs,
      () => {
        slowestSyncMs = slow;
        world.watch.isDiskWell = false;
        world.watch.stoppedSinceMs = null;
      },
      () => {
        slowestSyncMs = 5;
        world.watch.isDiskWell = true;
      },
    );

  return {
    outage: (ms) => planMood(0, ms, 'outage'),
    breakDisk: (ms) => planDisk(0, ms),
    behave: () => behaviourIn(isClear ? 'fine' : mood, answers, isClear),
    plan: (untilMs) => {
      const times = (most: number): number[] =>
        Array.from({ length: random.int(0, most) }, () => random.next() * untilMs);
      for (const at of times(4)) planMood(at, random.spread(500, 120_000), random.pick(moods));
      for (const at of times(2)) planDisk(at, random.spread(10, 30_000));
      for (const at of times(2)) {
        const slow = random.spread(20, 6_000);
        planSlowness(at, random.spread(1_000, 60_000), slow);
      }
      for (const at of times(1)) {
        during(
          at,
          random.spread(1_000, 3_600_000),
          () => {
            chat.mood = random.pick(['limited', 'silent', 'late']);
            world.tell(`the chat is ${chat.mood}`);
          },
          () => {
            chat.mood = 'fine';
          },
        );
      }
    },
    clear: () => {
      isClear = true;
      mood = 'fine';
      diskMood = null;
      slowestSyncMs = 1;
      chat.mood = 'fine';
    },
  };
}

function behaviourIn(mood: Mood, random: Random, isClear: boolean): Behaviour {
  const arrivesAfterMs = random.chance(0.5) ? 0 : random.spread(1, 400);
  const answersAfterMs = arrivesAfterMs + random.spread(1, mood === 'slow' ? 9_500 : 300);
  const not = (outcome: SendOutcome): Behaviour => ({ accepts: false, outcome, arrivesAfterMs, answersAfterMs });
  const lost = (accepts: boolean): Behaviour => {
    const cause = random.pick(['timeout', 'reset', 'http_503', 'no_id']);
    return {
      ...not({ kind: 'unconfirmed', cause }),
      accepts,
      answersAfterMs: cause === 'timeout' ? 10_000 : answersAfterMs,
    };
  };
  const accepted: Behaviour = { ...not({ kind: 'accepted', messageId: '' }), accepts: true };
  if (isClear) return accepted;

  switch (mood) {
    case 'outage':
      return lost(random.chance(0.3));
    case 'unreachable':
      return not({ kind: 'not_sent', cause: 'ECONNREFUSED' });
    case 'busy':
      return random.chance(0.5) ? accepted : not({ kind: 'throttled', retryAfterMs: random.int(1, 15) * 1_000 });
    case 'unauthorised':
      return not({ kind: 'halted', reason: 'provider_auth', detail: 'The provider does not know our key.' });
    case 'broke':
      return not({ kind: 'halted', reason: 'provider_balance', detail: 'The account is empty.' });
    case 'picky':
      return random.chance(0.6) ? not({ kind: 'refused', code: '1120', reason: 'invalid' }) : accepted;
    default:
      if (random.chance(0.02)) return lost(random.chance(0.5));
      return random.chance(0.02) ? not({ kind: 'refused', code: '1020', reason: 'invalid' }) : accepted;
  }
}
