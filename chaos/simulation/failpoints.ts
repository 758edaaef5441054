import { listedNumber } from '../kills/spellings.ts';
import { createRandom } from '../random.ts';
import { groupPost } from './answering/post-announcements.ts';
import { writeCampaign } from './authors.ts';
import { checkRequest } from './check-request.ts';
import { checkEnd, checkTallies, unfinished } from './check-store.ts';
import type { Program } from './program.ts';
import { createSimulatedWorld, isDiskTrouble, type SimulatedWorld } from './simulated-world.ts';
import { tellStory } from './story.ts';
import { reportLater } from './webhooks.ts';

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
 * One small campaign from the form to its end: twelve people in three batches, a STOP, a reply and its answer, a pause,
 * a thank-you, an answer to a group, and one from the window Answer replies.
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
    writeCampaign(world, createRandom(3), numbers, {
      size: 12,
      batchSize: 4,
      everySeconds: 5,
      isPlain: true,
      isThankful: true,
    });
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
    await store.announcements.done(announcement.id, announcement.kind === 'group_card' ? groupPost : null);
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
