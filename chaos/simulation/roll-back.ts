import { setImmediate } from 'node:timers/promises';
import type { FolderMark } from '../../src/domain/folder-standing.ts';
import { ChannelId } from '../../src/domain/ids.ts';
import { listedNumber } from '../spellings.ts';
import { writeCampaign } from './authors.ts';
import { checkRequest } from './check-request.ts';
import type { Program } from './program.ts';
import { createRandom } from './random.ts';
import { reportLater, writeText } from './webhooks.ts';
import { admin, agent, createWorld, isDiskTrouble, type World } from './world.ts';

/** What is put back in mid-campaign: an earlier state of the folder, or nothing; and who outside still remembers. */
export type RollBack = { to: 'earlier' | 'nothing'; remembers: 'file' | 'slack' };

export type RolledBack = {
  /** What the program asks after the start that followed. */
  question: 'new' | 'older' | null;
  /** Requests before the roll-back, and after it while no admin had said a word. */
  before: number;
  unasked: number;
  /** Whether it went on after an admin's word. */
  wentOn: boolean;
};

const size = 40;
const heightFile = '/data.height.json';

/** One campaign, a folder that is put back while it runs, an hour in which only people without a word of their own act, and then an admin. */
export async function rollBack(seed: number, { to, remembers }: RollBack): Promise<RolledBack> {
  const random = createRandom(seed);
  const slack: { mark: FolderMark | null } = { mark: null };
  let isVouched = false;
  const world = createWorld(seed, {
    behave: () => ({
      accepts: true,
      outcome: { kind: 'accepted', messageId: '' },
      arrivesAfterMs: 5,
      answersAfterMs: 20,
    }),
    checkRequest: (told, request) => isVouched || checkRequest(told, request),
    onAccepted: (told, request, messageId) => reportLater(told, random.fork(request.ref), request, messageId),
    onTold: () => {},
    onStarted: () => {},
    onTick: (told, program) => tick(told, program, slack),
    point: () => {},
    outside: { heightFile, inPost: async () => slack.mark },
  });
  const campaign = { size, batchSize: 2, everySeconds: 5, isPlain: true };
  const runUntil = async (isDone: () => boolean): Promise<void> => {
    while (!isDone() && (await world.step()));
  };
  const runFor = (ms: number): Promise<void> => {
    const untilMs = world.time.nowMs() + ms;
    world.time.after(ms + 1, () => {});
    return runUntil(() => world.time.nowMs() > untilMs);
  };
  try {
    world.process.start();
    writeCampaign(
      world,
      random.fork('campaign'),
      Array.from({ length: size }, (_, no) => listedNumber(no)),
      campaign,
    );
    await runUntil(() => world.provider.requests.length >= random.fork('backup').int(1, 10));
    const backup = world.disk.backup('/data');
    await runUntil(() => world.provider.requests.length >= 16);
    writeText(world, random.fork('stop'), listedNumber(size - 1), 'STOP');
    await runFor(5_000);
    world.disk.putBack('/data', to === 'earlier' ? backup : new Map());
    if (remembers === 'slack') world.disk.putBack(heightFile, new Map());
    world.process.end('kill');
    const before = world.provider.requests.length;
    await started(world);
    await runFor(30_000);
    await tryWithoutAdmin(world);
    await runFor(3_600_000);
    const unasked = world.provider.requests.length - before;
    const question = world.process.current()?.store.folder.question()?.kind ?? null;
    isVouched = true;
    if (to === 'earlier') await resumeAs(world, admin);
    // A quiet program ticks seldom here.
    await runFor(2 * 3_600_000);
    return { question, before, unasked, wentOn: world.provider.requests.length > before + unasked };
  } finally {
    await world.process.close();
  }
}

/** A start takes real time, for its lock is a real socket: meanwhile no hour may pass here. */
async function started(world: World): Promise<void> {
  for (let turns = 0; turns < 10_000 && !world.process.current(); turns += 1) {
    await world.step();
    await setImmediate();
  }
  if (!world.process.current()) throw new Error('The program does not start from the folder that was put back.');
}

async function tryWithoutAdmin(world: World): Promise<void> {
  const wasRefused = await resumeAs(world, agent).then(
    () => false,
    () => true,
  );
  const [entry] = world.ledger.campaigns;
  const isThere = entry?.id && (await world.process.current()?.store.campaigns.get(entry.id));
  if (isThere && !wasRefused) world.broken('somebody who is no admin resumes a campaign of a restored folder');
}

async function resumeAs(world: World, by: typeof agent): Promise<void> {
  const id = world.ledger.campaigns[0]?.id;
  const resuming = id && world.process.current()?.campaigns.resume(id, by);
  let isDone = false;
  const settled = Promise.resolve(resuming).finally(() => {
    isDone = true;
  });
  settled.catch(() => {});
  while (!isDone && (await world.step()));
  await settled;
}

function tick(world: World, program: Program, slack: { mark: FolderMark | null }): void {
  const caught = (error: unknown): void => {
    if (program.life.alive && !isDiskTrouble(error)) world.broken(`a tick fails: ${String(error)}`);
  };
  program.dispatcher.tick().catch(caught);
  post(program, slack).catch(caught);
}

/** A campaign's message bears how far the folder has got; of a store that was never there nothing is posted. */
async function post({ store }: Program, slack: { mark: FolderMark | null }): Promise<void> {
  for (const announcement of await store.announcements.pending()) {
    const isMessage = announcement.kind === 'campaign_message';
    await store.announcements.done(
      announcement.id,
      isMessage ? { channel: ChannelId.parse('C0SMS'), id: '1.0' } : null,
    );
  }
  const isRunning = (await store.campaigns.list()).some(({ status }) => status === 'running');
  if (isRunning) slack.mark = store.folder.mark() ?? slack.mark;
}
