import { listedNumber } from '../kills/spellings.ts';
import { createRandom } from '../random.ts';
import { writeCampaign } from './authors.ts';
import { checkRequest } from './check-request.ts';
import { checkEnd, checkTallies, unfinished } from './check-store.ts';
import type { Program } from './program.ts';
import { agent, createSimulatedWorld, isDiskTrouble, type SimulatedWorld } from './simulated-world.ts';
import { reportLater, writeText } from './webhooks.ts';

/** What happens at one of the moments that count: the n-th call to the disk, or the n-th to the world outside. */
export type Injury = {
  at: 'disk' | 'edge';
  n: number;
  how: 'ENOSPC' | 'EIO' | 'kill' | 'power' | 'throw';
};

/** How many such moments a life had, and whether the injury came to pass. */
export type Life = { disk: number; edge: number; injured: boolean };

/** A failing disk fails this often in a row. */
const failingCalls = { ENOSPC: 1, EIO: 5 };

/** Every injury of a life with these moments. */
export function everyInjury(moments: Pick<Life, 'disk' | 'edge'>): Injury[] {
  const at = (place: Injury['at'], hows: readonly Injury['how'][]): Injury[] =>
    Array.from({ length: moments[place] }, (_, index) => hows.map((how) => ({ at: place, n: index + 1, how }))).flat();
  return [...at('disk', ['ENOSPC', 'EIO', 'kill', 'power']), ...at('edge', ['kill', 'power', 'throw'])];
}

/**
 * One small campaign from the form to its end: twelve people in three batches, a STOP, a reply and its answer, a pause.
 * Whatever the injury, it ends by itself with every promise kept; people only do what the story has them do.
 */
export async function liveThrough(injury?: Injury): Promise<Life> {
  const life: Life = { disk: 0, edge: 0, injured: false };
  let begun = false;
  const world = createSimulatedWorld(7, {
    behave: () => ({
      accepts: true,
      outcome: { kind: 'accepted', messageId: '' },
      arrivesAfterMs: 5,
      answersAfterMs: 20,
    }),
    checkRequest: (told, request) => {
      checkRequest(told, request);
      if (!begun) tellStory(told);
      begun = true;
    },
    onAccepted: (told, request, messageId) => reportLater(told, createRandom(request.ref.length), request, messageId),
    onTold: () => {},
    onStarted: () => {},
    onTick: tick,
    point: (told, name) => {
      life.edge += 1;
      if (injury?.at !== 'edge' || injury.n !== life.edge) return;
      life.injured = true;
      told.tell(`${injury.how} ${name}`);
      if (injury.how !== 'throw') told.process.end(injury.how === 'power' ? 'power' : 'kill');
      else if (name.includes('request')) throw Object.assign(new Error('thrown on purpose'), { code: 'EINJECTED' });
    },
  });
  injureDisk(world, life, injury);
  const numbers = Array.from({ length: 12 }, (_, no) => listedNumber(no));
  try {
    world.process.start();
    writeCampaign(world, createRandom(3), numbers, { size: 12, batchSize: 4, everySeconds: 5, isPlain: true });
    await liveToTheEnd(world);
    return life;
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    const lines = [`${describe(injury)}: ${told}`, ...world.trace().last.map((line) => `  ${line}`)];
    throw new Error(lines.join('\n'), { cause: error });
  } finally {
    await world.process.close();
  }
}

function describe(injury: Injury | undefined): string {
  return injury ? `${injury.how} at call ${injury.n} to the ${injury.at}` : 'Without any injury';
}

function injureDisk(world: SimulatedWorld, life: Life, injury: Injury | undefined): void {
  world.disk.syncMs = () => 2;
  world.disk.beforeCall = ({ what, path }) => {
    life.disk += 1;
    if (injury?.at !== 'disk' || life.disk < injury.n) return undefined;
    const { how } = injury;
    if (how === 'ENOSPC' || how === 'EIO') {
      if (life.disk >= injury.n + failingCalls[how]) return undefined;
      life.injured = true;
      return how;
    }
    if (life.injured) return undefined;
    life.injured = true;
    world.tell(`${how} before ${what} ${path.includes('journal') ? 'journal' : 'document'}`);
    world.process.end(how === 'power' ? 'power' : 'kill');
    return undefined;
  };
}

/** From the first message on. */
function tellStory(world: SimulatedWorld): void {
  const random = createRandom(7);
  world.time.after(800, () => writeText(world, random, listedNumber(11), 'STOP'));
  world.time.after(1_500, () => writeText(world, random, listedNumber(1), 'Yes, I will come'));
  insist(world, 3_000, async (program) => {
    const [conversation] = await conversationsWithReplies(world, program);
    if (!conversation) throw Object.assign(new Error('The reply is not there yet.'), { code: 'EINJECTED' });
    await program.inbox.answer(conversation.id, { text: 'See you there', by: agent, key: 'the-answer' });
  });
  const entry = world.ledger.campaigns[0]!;
  insist(world, 5_500, async (program) => {
    const { status } = await program.campaigns.get(entry.id!);
    if (status === 'completed' || status === 'settling') return;
    await program.campaigns.pause(entry.id!, agent);
    entry.stopped = 'paused';
    insist(world, 4_000, async (later) => {
      entry.stopped = null;
      const { status } = await later.campaigns.get(entry.id!);
      if (status !== 'paused') return;
      await later.campaigns.resume(entry.id!, agent);
    });
  });
}

async function conversationsWithReplies(world: SimulatedWorld, program: Program) {
  const id = world.ledger.campaigns[0]?.id;
  const all = id ? await program.store.conversations.ofCampaign(id) : [];
  return all.filter(({ number }) => number === listedNumber(1));
}

/** A person who does not give up until it has worked. */
function insist(world: SimulatedWorld, afterMs: number, act: (program: Program) => Promise<void>): void {
  world.time.after(afterMs, () => {
    const program = world.process.current();
    let isOver = false;
    const again = (): void => {
      if (!isOver) insist(world, 1_000, act);
      isOver = true;
    };
    if (!program) {
      again();
      return;
    }
    act(program).then(
      () => {
        if (program.life.alive) isOver = true;
      },
      (error: unknown) => {
        if (!isDiskTrouble(error) && program.life.alive) world.broken(`a person cannot go on: ${String(error)}`);
        again();
      },
    );
    world.time.after(15_000, again);
  });
}

function tick(world: SimulatedWorld, program: Program): void {
  const caught = (error: unknown): void => {
    if (program.life.alive && !isDiskTrouble(error)) world.broken(`a tick fails: ${String(error)}`);
  };
  program.dispatcher.tick().catch(caught);
  program.nudges.tick();
  post(world, program).catch(caught);
}

async function post(world: SimulatedWorld, { store }: Program): Promise<void> {
  for (const announcement of await store.announcements.pending()) {
    const entry = announcement.kind === 'inbound' && world.ledger.inbound.get(announcement.messageId);
    if (entry) entry.announced = true;
    await store.announcements.done(announcement.id, null);
  }
}

async function liveToTheEnd(world: SimulatedWorld): Promise<void> {
  const untilMs = 100 * 3_600_000;
  while (world.time.nowMs() < untilMs && (await world.step())) {
    const program = world.process.current();
    if (program) await checkTallies(world, program);
  }
  for (let steps = 0; steps < 100 && !world.process.current(); steps += 1) await world.step();
  const program = world.process.current();
  const left = program ? await unfinished(world, program) : ['the program is down'];
  if (left.length > 0) throw new Error(`it does not end by itself: ${left.join(', ')}`);
  if (world.ledger.campaigns[0]?.approved.length === 0) throw new Error('nobody could approve it');
  await checkEnd(world, program!);
  await world.step();
}
