import type { Random } from '../random.ts';
import { type Program, type Surroundings, startProgram } from './program.ts';
import type { VirtualDisk } from './virtual/virtual-disk.ts';
import type { Life, VirtualTime } from './virtual/virtual-time.ts';

/** What a supervisor does with the program: starts it, starts it again, and sometimes ends it. */
export type Process = {
  /** Undefined while it is down or starting. */
  current(): Program | undefined;
  start(): void;
  /** `kill`: what was written stays; `power`: only what was synced surely does. */
  end(how: 'kill' | 'power'): void;
  /** SIGTERM: stops in order, and is killed when that takes more than 15 s. */
  terminate(): void;
  /** Ends it for good, so that nothing of it is left in this real process. */
  close(): Promise<void>;
};

const restartMs = 1_000;
const patienceMs = 15_000;
const longestGapMs = 3_600_000;

export function createProcess(world: {
  time: VirtualTime;
  disk: VirtualDisk;
  random: Random;
  surround: (life: Life) => Surroundings;
  /** Rises with everything that happens: a quiet process ticks seldom, which only spares our patience. */
  activity: () => number;
  onTick: (program: Program) => void;
  onStarted: (program: Program) => void;
  onNotStarted: (error: unknown) => void;
  /** It was ended without being asked to stop, or did not stop in time. */
  onCrash: (how: 'kill' | 'power') => void;
}): Process {
  const { time, disk } = world;
  let life: Life = { alive: false };
  let current: Program | undefined;
  let stopping: Program | undefined;
  let closing: Promise<void> = Promise.resolve();

  function start(): void {
    if (life.alive) return;
    const mine: Life = { alive: true };
    life = mine;
    startProgram(mine, world.surround(mine)).then(
      (program) => {
        if (!mine.alive) return bury(program);
        current = program;
        world.onStarted(program);
        tickIn(1_000, program, world.activity());
      },
      async (error: unknown) => {
        await disk.backFromReality();
        if (!mine.alive) return;
        mine.alive = false;
        world.onNotStarted(error);
        time.after(restartMs, start);
      },
    );
  }

  function tickIn(gapMs: number, program: Program, activity: number): void {
    time.after(
      gapMs,
      () => {
        if (program === stopping) return;
        world.onTick(program);
        const isQuiet = world.activity() === activity && program.dispatcher.inFlight() === 0;
        tickIn(isQuiet ? Math.min(gapMs * 2, longestGapMs) : 1_000, program, world.activity());
      },
      program.life,
    );
  }

  /** Its sockets and promises are real: each of them ends because its disk is dead. */
  function bury(program: Program | undefined): void {
    disk.bury();
    if (program) closing = Promise.all([closing, program.store.close().catch(() => {})]).then(() => {});
  }

  function end(how: 'kill' | 'power'): void {
    world.onCrash(how);
    life.alive = false;
    const program = current;
    current = undefined;
    bury(program);
    if (how === 'power') disk.losePower();
    time.after(restartMs, start);
  }

  function terminate(): void {
    const program = current;
    if (!program || program === stopping) return;
    const { life: mine } = program;
    stopping = program;
    const stop = async (): Promise<void> => {
      await Promise.all([program.nudges.stop(), program.inbox.stop(), program.dispatcher.stop()]);
      if (current === program) current = undefined;
      // What a failing disk would not take is as lost as after a crash: a claim that was given back may be found again.
      if (program.store.trouble() !== undefined) world.onCrash('kill');
      await program.store.close();
      await disk.backFromReality();
      if (!mine.alive) return;
      mine.alive = false;
      time.after(restartMs, start);
    };
    void stop();
    time.after(patienceMs, () => mine.alive && end('kill'));
  }

  return {
    current: () => current,
    start,
    end,
    terminate,
    close: async () => {
      life.alive = false;
      bury(current);
      current = undefined;
      await closing;
    },
  };
}
