import type { CampaignId } from '../../src/domain/ids.ts';
import { readClientRef } from '../../src/domain/recipient/recipient.ts';
import { listedNumber } from '../kills/spellings.ts';
import { createRandom, type Random } from '../random.ts';
import type { Program } from './program.ts';
import {
  approver,
  author,
  createSimulatedWorld,
  fastSender,
  type SimulatedWorld,
  slowSender,
} from './simulated-world.ts';
import { seedIds } from './virtual/seeded-ids.ts';
import type { ChatMood } from './virtual/virtual-chat.ts';
import type { Request } from './virtual/virtual-provider.ts';

/**
 * When messages left, in milliseconds of the world, each with its place: of campaigns that ran, and of the one that
 * came due.
 */
export type Pace = { running: string[]; due: string[] };

const illFromMs = 120_000;
const illForMs = 1_800_000;
/** When the one that comes due does so: while the chat is ill, or after everything else. */
const dueMs = { meanwhile: 180_000, afterwards: 7_200_000 };

/**
 * Campaigns that run while another one comes due, in half an hour in which the chat is as told. Nothing else fails, and
 * chance decides only the seed's campaigns: two runs of one seed may differ only by what the chat does.
 */
export async function paceBeside(seed: number, mood: ChatMood, due: keyof typeof dueMs): Promise<Pace> {
  const forgetIds = seedIds(createRandom(seed));
  const world = createSimulatedWorld(seed, {
    behave: () => ({
      accepts: true,
      outcome: { kind: 'accepted', messageId: '' },
      arrivesAfterMs: 5,
      answersAfterMs: 20,
    }),
    checkRequest: () => {},
    onAccepted: () => {},
    onTold: () => {},
    onStarted: () => {},
    onTick: (_, program) => void program.dispatcher.tick().catch((error) => world.broken(`a tick fails: ${error}`)),
    point: () => {},
    everySecond: true,
  });
  world.disk.syncMs = () => 0;
  try {
    world.process.start();
    await until(world, () => world.process.current() !== undefined);
    const program = world.process.current()!;
    await approveAll(world, program, world.random.fork('campaigns'));
    const dueId = await approveOne(world, program, {
      no: 9,
      size: 3,
      batchSize: 1,
      everySeconds: 5,
      startsAtMs: dueMs[due],
    });
    world.time.after(illFromMs - world.time.nowMs(), () => {
      world.chat.mood = mood;
    });
    await until(world, () => world.time.nowMs() > illFromMs + illForMs);
    return paceOf(world.provider.requests, dueId);
  } finally {
    await world.process.close();
    forgetIds();
  }
}

async function until(world: SimulatedWorld, isReached: () => boolean): Promise<void> {
  while (!isReached() && (await world.step()));
}

/** Long enough for each of them to send throughout that time. */
async function approveAll(world: SimulatedWorld, program: Program, random: Random): Promise<void> {
  for (let no = 0; no < 3; no += 1) {
    const everySeconds = random.pick([7, 30, 120]);
    const batchSize = random.pick([1, 2, 5]);
    const size = Math.min(400, batchSize * Math.ceil((illFromMs + illForMs) / 1_000 / everySeconds));
    // At a fixed moment of its own: how long reading a list takes does not depend on the seed.
    await approveOne(world, program, { no, size, batchSize, everySeconds, startsAtMs: 60_000 + no * 5_000 });
  }
}

type Wish = { no: number; size: number; batchSize: number; everySeconds: number; startsAtMs: number };

async function approveOne(world: SimulatedWorld, { campaigns }: Program, wish: Wish): Promise<CampaignId> {
  const { no, size, batchSize, everySeconds, startsAtMs } = wish;
  const startMs = world.time.wall().getTime() - world.time.nowMs() + startsAtMs;
  const input = {
    name: `Pace ${no}`,
    sender: no % 2 === 0 ? slowSender : fastSender,
    message: 'We meet on Friday. Reply STOP to opt out.',
    batchSize: String(batchSize),
    every: `${everySeconds}s`,
    start: String(Math.floor(startMs / 1_000)),
    hours: 'any time',
    hold: '',
    channel: 'C0REUNION',
  };
  const source = ['number', ...Array.from({ length: size }, (_, index) => listedNumber(no * 400 + index))].join('\n');
  const made = campaigns
    .read(input, author)
    .then((content) => campaigns.draft({ content, source, by: author, origin: input.name }))
    .then(async ({ campaign: { id } }) => {
      const { contentHash } = await campaigns.preview(id);
      await campaigns.submit(id, { by: author, contentHash });
      const { folder } = await campaigns.preview(id);
      await campaigns.approve(id, { by: approver, contentHash, vouches: folder !== null, ticked: ['nobody_said'] });
      return id;
    });
  let isOver = false;
  const over = made.finally(() => {
    isOver = true;
  });
  over.catch(() => {});
  await until(world, () => isOver);
  return over;
}

function paceOf(requests: readonly Request[], due: CampaignId): Pace {
  const pace: Pace = { running: [], due: [] };
  for (const { ref, to, atMs } of requests) {
    pace[readClientRef(ref)?.campaignId === due ? 'due' : 'running'].push(`${atMs} ${to}`);
  }
  return pace;
}
