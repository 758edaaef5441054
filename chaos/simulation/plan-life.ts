import type { Random } from '../random.ts';
import { planDesks } from './answering/desk.ts';
import { writeCampaign } from './authors.ts';
import { planPaces } from './pacing/change-paces.ts';
import type { Program } from './program.ts';
import type { SimulatedWorld } from './simulated-world.ts';
import {
  actOnGroup,
  answer,
  cancel,
  decide,
  decideCanary,
  editOptOuts,
  pause,
  resume,
  settleConversation,
} from './team.ts';
import { writeText } from './webhooks.ts';

export function planCampaigns(
  world: SimulatedWorld,
  random: Random,
  numbers: readonly string[],
  untilMs: number,
): void {
  const count = random.int(1, 4);
  for (let made = 0; made < count; made += 1) {
    const mine = random.fork(`campaign ${made}`);
    world.time.after(made === 0 ? 0 : random.next() * untilMs * 0.5, () => writeCampaign(world, mine, numbers));
  }
}

export function planPeople(world: SimulatedWorld, random: Random, numbers: readonly string[], untilMs: number): void {
  const { time, ledger } = world;
  const acts = [
    (program: Program) => pause(world, program, random.pick(ledger.campaigns)),
    (program: Program) => resume(world, program, random.pick(ledger.campaigns)),
    (program: Program) => resume(world, program, random.pick(ledger.campaigns)),
    (program: Program) => decide(world, random, program, random.pick(ledger.campaigns)),
    (program: Program) => answer(world, random, program),
    (program: Program) => answer(world, random, program),
    (program: Program) => actOnGroup(world, random, program),
    (program: Program) => actOnGroup(world, random, program),
    (program: Program) => settleConversation(world, random, program),
    (program: Program) => editOptOuts(world, random, program, random.pick(numbers)),
  ];
  const later = (act: () => void): void => void time.after(random.next() * untilMs, act);
  const withProgram = (act: (program: Program) => Promise<void>) => () => {
    const program = world.process.current();
    if (program) void act(program);
  };
  for (let count = random.int(0, 25); count > 0; count -= 1) later(withProgram(random.pick(acts)));
  if (random.chance(0.4)) later(() => crowd(world, random, withProgram, numbers));
  if (random.chance(0.15)) later(withProgram((program) => cancel(world, program, random.pick(ledger.campaigns))));
  for (let count = random.int(0, 40); count > 0; count -= 1)
    later(() => changeMind(world, random, random.pick(numbers)));
  const ofCanary = random.fork('canary');
  for (let count = 4; count > 0; count -= 1) {
    time.after(
      ofCanary.next() * untilMs,
      withProgram((program) => decideCanary(world, ofCanary, program, ofCanary.pick(ledger.campaigns))),
    );
  }
  planDesks(world, random.fork('desks'), untilMs);
  planPaces(world, random.fork('paces'), untilMs);
}

/** Many write the same within a minute, some of them more than that; the team acts on them meanwhile. */
function crowd(
  world: SimulatedWorld,
  random: Random,
  withProgram: (act: (program: Program) => Promise<void>) => () => void,
  numbers: readonly string[],
): void {
  for (const number of numbers) {
    world.time.after(random.spread(1, 60_000), () => writeText(world, random, number, random.pick(['yes', 'Yes!'])));
    if (random.chance(0.2)) world.time.after(random.spread(1, 120_000), () => writeText(world, random, number));
  }
  for (let count = random.int(2, 6); count > 0; count -= 1) {
    world.time.after(
      random.spread(20_000, 120_000),
      withProgram((program) => actOnGroup(world, random, program)),
    );
  }
}

/** Most people write once; some write STOP, START and STOP within a minute. */
function changeMind(world: SimulatedWorld, random: Random, number: string): void {
  if (!random.chance(0.2)) {
    writeText(world, random, number);
    return;
  }
  for (const words of ['STOP', 'START', 'STOP']) {
    world.time.after(random.spread(1, 60_000), () => writeText(world, random, number, words));
  }
}

export function planTrouble(world: SimulatedWorld, random: Random, untilMs: number): void {
  const { time, process, ledger } = world;
  const later = (act: () => void): void => void time.after(random.next() * untilMs, act);
  for (let count = random.int(0, 4); count > 0; count -= 1) {
    const how = random.pick(['kill', 'power'] as const);
    later(() => process.end(how));
  }
  for (let count = random.int(0, 2); count > 0; count -= 1) later(() => process.terminate());
  // Much of what people know of the time is of no use after that.
  if (random.chance(0.25)) {
    const ms = random.pick([-3_600_000, -5_000, 5_000, 3_600_000, 86_400_000]);
    later(() => {
      ledger.wallStepped = true;
      world.tell(`the wall clock steps by ${ms}`);
      time.stepWall(ms);
    });
  }
  for (let count = random.int(0, 2); count > 0; count -= 1) {
    const ms = random.spread(1_000, 120_000);
    later(() => {
      world.tell('frozen');
      time.freeze(ms);
    });
  }
}
