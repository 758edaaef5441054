import type { Trouble as SlackTrouble } from '../../playground/slack/troubles.ts';
import type { AnswerRule } from '../../playground/vonage/requests/scripted-answers.ts';
import { createRandom, type Random } from '../random.ts';
import { answerTroubles } from './answers.ts';
import type { Fault } from './fault-proxy.ts';

/** One life of the program: what goes wrong around it, and how and when it is struck. */
export type Step = {
  trouble: Trouble | null;
  moment: Moment;
  blow: Blow;
  /** How long it stays down; 0: the next one is started at once after a kill, and before an orderly stop. */
  downMs: number;
  /** Texts from phones during this life. */
  texts: readonly { who: number; text: string }[];
  /** What Slack does meanwhile. */
  slack: SlackMood | null;
};

export type SlackMood = { name: string; troubles: readonly SlackTrouble[]; forMs: number };

export type Trouble =
  | { kind: 'network'; fault: Fault; forMs: number }
  | { kind: 'webhooks'; fault: Fault; forMs: number }
  | { kind: 'answers'; name: string; rules: readonly AnswerRule[]; forMs: number };

/** `progress`: after a share of the messages that this life may take. `time`: this long after its start, in any phase. */
export type Moment = { kind: 'progress'; share: number; jitterMs: number } | { kind: 'time'; ms: number };

export type Blow =
  | { kind: 'SIGKILL' }
  | { kind: 'SIGTERM' }
  | { kind: 'freeze'; ms: number; endsWith: 'SIGCONT' | 'SIGKILL' };

/** The whole schedule, from the seed alone: `kills` times SIGKILL, and for every ten of them a SIGTERM and a freeze. */
export function planChaos(seed: number, kills: number): Step[] {
  const random = createRandom(seed);
  // Its own random source, so that the rest of a seed's plan stays the same.
  const randomSlack = createRandom(seed + 1_000_003);
  const extra = Math.max(1, Math.round(kills / 10));
  const blows: Blow[] = [
    ...Array.from({ length: kills }, (): Blow => ({ kind: 'SIGKILL' })),
    ...Array.from({ length: extra }, (): Blow => ({ kind: 'SIGTERM' })),
    ...Array.from({ length: extra }, (_, index) => freeze(random, index)),
  ];
  return random.shuffled(blows).map((blow) => ({
    trouble: random.chance(0.35) ? drawTrouble(random) : null,
    moment: random.chance(0.2)
      ? { kind: 'time', ms: random.int(0, 1_500) }
      : { kind: 'progress', share: random.next(), jitterMs: random.int(0, 30) },
    blow,
    downMs: random.chance(0.5) ? 0 : random.int(1, 300),
    texts: random.chance(0.3) ? [{ who: random.next(), text: random.pick(textsFromPhones) }] : [],
    slack: randomSlack.chance(0.2) ? { ...randomSlack.pick(slackMoods), forMs: randomSlack.int(300, 4_000) } : null,
  }));
}

const always = { times: Number.POSITIVE_INFINITY };
const anHour = { kind: '429', retryAfterS: 3_600, ...always } as const;

/** Posts are limited for two seconds only: for an hour the thread would say nothing, as Slack wants it. */
const slackMoods: readonly Omit<SlackMood, 'forMs'>[] = [
  { name: 'Slack: users.info limited for an hour', troubles: [{ ...anHour, method: 'users.info' }] },
  {
    name: 'Slack: connecting limited for an hour',
    troubles: [
      { ...anHour, method: 'auth.test' },
      { ...anHour, method: 'apps.connections.open' },
    ],
  },
  { name: 'Slack: everything limited', troubles: [{ kind: '429', retryAfterS: 2, ...always }] },
  {
    name: 'Slack: nobody is known in time',
    troubles: [{ kind: 'slow', method: 'users.info', delayMs: 3_000, ...always }],
  },
  { name: 'Slack: silence', troubles: [{ kind: 'slow', delayMs: 12_000, ...always }] },
  { name: 'Slack: errors', troubles: [{ kind: '500', ...always }] },
];

/** Every third one is longer than the greatest age at which a claim is still sent. */
function freeze(random: Random, index: number): Blow {
  const ms = index % 3 === 2 ? random.int(5_200, 6_500) : random.int(100, 1_500);
  return { kind: 'freeze', ms, endsWith: random.chance(0.25) ? 'SIGKILL' : 'SIGCONT' };
}

const textsFromPhones = ['STOP', 'stop please', 'When do you open?', 'Thank you!', 'Arrêt'];

function drawTrouble(random: Random): Trouble {
  const forMs = random.int(200, 1_500);
  const kind = random.pick(['network', 'network', 'answers', 'answers', 'answers', 'webhooks'] as const);
  if (kind === 'answers') return { kind, ...random.pick(answerTroubles(random)), forMs };
  return { kind, fault: drawFault(random), forMs };
}

function drawFault(random: Random): Fault {
  return random.pick<Fault>([
    { kind: 'refuse' },
    { kind: 'reset before reading' },
    { kind: 'reset after reading' },
    { kind: 'black hole' },
    { kind: 'slow', byMs: random.int(50, 800) },
    { kind: 'cut', afterBytes: random.int(0, 120) },
  ]);
}
