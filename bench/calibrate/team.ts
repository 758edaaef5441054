import type { Throttle } from '../../src/domain/pace/throttle.ts';
import { type Random, randomFrom } from '../compare/random.ts';
import { type Agent, minuteMs, type World } from '../compare/world.ts';

/**
 * A team whose people answer by other laws than the forecast assumes: texts are answered after Weibull times, or the next
 * morning; a reply takes a gamma time; agents have lunch, breaks, and days off; campaigns differ evenly, not by a normal law.
 */
export type Team = { seed: number; share: number; zone: 'UTC' };

/** One campaign of the team, and the pace it is sent at. */
export type Sending = { world: World; throttle: Throttle };

const hourMs = 60 * minuteMs;
const hours = { zone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7], from: '08:00', to: '19:00' };
const firstDay = Date.parse('2026-09-01T00:00:00Z');

type People = { share: number; shape: number; scaleM: number; nextDay: number; agents: readonly Person[] };
type Person = { name: string; meanS: number; shape: number; lunchHour: number; lunchM: number; off: number };

/** Its campaigns in the order of time, a few days between them. */
export function aTeam(seed: number, campaigns: number): Sending[] {
  const random = randomFrom(seed * 7_919 + 11);
  const people = peopleOf(random);
  return Array.from({ length: campaigns }, (_, no) => {
    const world = worldOf(people, seed * 101 + no, { random, day: no * 4 + random.whole(3) });
    const holdAbove = random.chance(0.5) ? 10 + random.whole(30) : null;
    const everySeconds = [300, 600, 900][random.whole(3)]!;
    const followsTeam = holdAbove !== null && random.chance(0.5);
    const throttle = { batchSize: 15 + random.whole(50), everySeconds, holdAbove };
    return { world, throttle: followsTeam ? { ...throttle, pace: 'team' } : throttle };
  });
}

function peopleOf(random: Random): People {
  return {
    share: 0.06 + random.real() * 0.34,
    shape: 0.6 + random.real() * 0.4,
    scaleM: 6 + random.real() * 30,
    nextDay: random.real() * 0.12,
    agents: Array.from({ length: 1 + random.whole(4) }, (_, no) => ({
      name: `agent ${no + 1}`,
      meanS: 45 + random.real() * 100,
      shape: 1.5 + random.real() * 2.5,
      lunchHour: 11.5 + random.real() * 2,
      lunchM: 30 + random.real() * 30,
      off: random.real() * 0.25,
    })),
  };
}

/** A campaign's share, delays and speed are up to half as much again, or as much less, as the team's usual ones. */
function worldOf(people: People, seed: number, { random, day }: { random: Random; day: number }): World {
  const startMs = firstDay + day * 24 * hourMs + (8.5 + random.real() * 5) * hourMs;
  const share = Math.min(0.9, people.share * (0.55 + random.real() * 0.9));
  const scaleM = people.scaleM * (0.6 + random.real() * 0.8);
  const slowness = 0.75 + random.real() * 0.5;
  const here = people.agents.filter(({ off }) => !random.chance(off));
  const agents = (here.length > 0 ? here : people.agents.slice(0, 1)).map((one) =>
    agentOf(one, startMs, { slowness, random }),
  );
  return {
    seed,
    startMs,
    hours,
    campaigns: [200 + random.whole(1_000)],
    agents,
    replyAfterMs: (draws) => {
      if (!draws.chance(share)) return Number.POSITIVE_INFINITY;
      if (draws.chance(people.nextDay)) return (3 + draws.real() * 15) * hourMs;
      return scaleM * (-Math.log(1 - draws.real())) ** (1 / people.shape) * minuteMs;
    },
  };
}

/** At work from half past eight to six, but for lunch and a break of a few minutes in some of the hours. */
function agentOf(one: Person, startMs: number, { slowness, random }: { slowness: number; random: Random }): Agent {
  const breaks = Array.from({ length: 24 }, () => (random.chance(0.4) ? random.real() * 0.2 : 0));
  const isAway = (ms: number): boolean => {
    const hour = ((startMs + ms) / hourMs) % 24;
    if (hour < 8.5 || hour >= 18) return true;
    if (hour >= one.lunchHour && hour < one.lunchHour + one.lunchM / 60) return true;
    return hour % 1 < breaks[Math.floor(hour)]!;
  };
  return {
    name: one.name,
    isAway,
    handlingMs: (draws) => gamma(draws, one.shape) * (one.meanS / one.shape) * slowness * 1_000,
  };
}

/** Marsaglia and Tsang, for shapes of one and more. */
function gamma(draws: Random, shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = Math.sqrt(-2 * Math.log(1 - draws.real())) * Math.cos(2 * Math.PI * draws.real());
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - draws.real()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
