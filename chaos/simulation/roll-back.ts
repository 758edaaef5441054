import { setImmediate } from 'node:timers/promises';
import type { CampaignStatus } from '../../src/domain/campaign/campaign-status.ts';
import type { FolderMark, FolderQuestion, Testimony } from '../../src/domain/folder-standing.ts';
import { ChannelId } from '../../src/domain/ids.ts';
import { createRandom } from '../random.ts';
import { writeCampaign } from './authors.ts';
import { checkPerson, checkRequest } from './check-request.ts';
import { isBlocked } from './ledger.ts';
import { residentNumber } from './places/residents.ts';
import { lifeOf } from './places/rules-of-life.ts';
import type { Program } from './program.ts';
import { admin, agent, approver, createSimulatedWorld, isDiskTrouble, type SimulatedWorld } from './simulated-world.ts';
import { seedIds } from './virtual/seeded-ids.ts';
import { reportLater, writeText } from './webhooks.ts';

/**
 * What is put back in mid-campaign: a state from while it ran, or from before its approval, or nothing; what becomes of
 * the file beside the folder; and what Slack says of its posts.
 */
export type RollBack = {
  to: 'running' | 'pending' | 'nothing';
  beside: 'stays' | 'put back' | 'lost';
  slack: 'answers' | 'is silent first' | 'knows nothing';
};

/** Each of them is noticed: somebody outside still knows. */
export const rollBacks: readonly RollBack[] = [
  { to: 'running', beside: 'stays', slack: 'knows nothing' },
  { to: 'running', beside: 'stays', slack: 'is silent first' },
  { to: 'running', beside: 'lost', slack: 'answers' },
  { to: 'running', beside: 'lost', slack: 'is silent first' },
  { to: 'running', beside: 'put back', slack: 'answers' },
  { to: 'running', beside: 'put back', slack: 'is silent first' },
  { to: 'pending', beside: 'lost', slack: 'answers' },
  { to: 'pending', beside: 'put back', slack: 'is silent first' },
  { to: 'nothing', beside: 'stays', slack: 'answers' },
  { to: 'nothing', beside: 'lost', slack: 'knows nothing' },
];

export type RolledBack = {
  /** What the program asks after the following start. */
  question: FolderQuestion['kind'] | null;
  /** Requests before the roll-back, and after it before an admin's word. */
  before: number;
  unasked: number;
  /** Whether it went on after an admin's word. */
  wentOn: boolean;
};

const size = 40;
const whoStops = residentNumber(size - 1);
const longestMs = 30 * 86_400_000;
const heightFile = '/data.height.json';

type Slack = { mark: FolderMark | null; silentFor: number };

/** One campaign, a folder that is put back while it runs, an hour in which only people without a say act, and then an admin. */
export async function rollBack(seed: number, { to, beside, slack: mood }: RollBack): Promise<RolledBack> {
  const random = createRandom(seed);
  const slack: Slack = { mark: null, silentFor: 0 };
  let isVouched = false;
  const world = createSimulatedWorld(seed, {
    behave: () => ({
      accepts: true,
      outcome: { kind: 'accepted', messageId: '' },
      arrivesAfterMs: 5,
      answersAfterMs: 20,
    }),
    checkRequest: (told, request) => (isVouched ? checkPerson : checkRequest)(told, request),
    onAccepted: (told, request, messageId) => reportLater(told, random.fork(request.ref), request, messageId),
    onTold: () => {},
    onStarted: () => {},
    onTick: (told, program) => tick(told, program, slack),
    point: () => {},
    outside: { heightFile, ask: async () => askSlack(slack) },
    // A weekday on which Europe, Africa and the east of America are open, and the west opens later.
    places: lifeOf('real'),
    startsAt: new Date('2026-03-10T15:00:00Z'),
  });
  // What becomes of a message hangs on its id: some would stop the campaign before the folder is put back.
  const forgetIds = seedIds(random.fork('ids'));
  const campaign = { size, batchSize: 2, everySeconds: 5, isPlain: true };
  const runUntil = (isDone: () => boolean | Promise<boolean>): Promise<void> => stepUntil(world, isDone);
  const runFor = (ms: number): Promise<void> => {
    const untilMs = world.time.nowMs() + ms;
    world.time.after(ms + 1, () => {});
    return runUntil(() => world.time.nowMs() > untilMs);
  };
  const runUntilBackup = (): Promise<void> => {
    const requests = to === 'pending' ? 0 : random.fork('backup').int(1, 10);
    return runUntil(() =>
      requests === 0 ? hasCampaign(world, 'pending_approval') : world.provider.requests.length >= requests,
    );
  };
  try {
    world.process.start();
    writeCampaign(
      world,
      random.fork('campaign'),
      Array.from({ length: size }, (_, no) => residentNumber(no)),
      campaign,
    );
    await runUntilBackup();
    const backup = world.disk.backup('/data');
    const besideThen = world.disk.backup(heightFile);
    await runUntil(() => world.provider.requests.length >= 16);
    writeText(world, random.fork('stop'), whoStops, 'STOP');
    await runFor(5_000);
    world.disk.putBack('/data', to === 'nothing' ? new Map() : backup);
    if (beside !== 'stays') world.disk.putBack(heightFile, beside === 'put back' ? besideThen : new Map());
    if (mood === 'knows nothing') slack.mark = null;
    if (mood === 'is silent first') slack.silentFor = random.fork('silence').int(1, 25);
    world.process.end('kill');
    const before = world.provider.requests.length;
    await started(world);
    await runFor(30_000);
    await tryWithoutAdmin(world);
    await runFor(3_600_000);
    const unasked = world.provider.requests.length - before;
    const question = world.process.current()?.store.folder.question()?.kind ?? null;
    await bringBackStops(world);
    isVouched = true;
    if (to !== 'nothing') await letGoOn(world, admin);
    // A quiet program ticks seldom here.
    await runFor(2 * 3_600_000);
    return { question, before, unasked, wentOn: world.provider.requests.length > before + unasked };
  } finally {
    await world.process.close();
    forgetIds();
  }
}

function askSlack(slack: Slack): Testimony {
  slack.silentFor -= 1;
  if (slack.silentFor >= 0) throw new Error('Slack asks to wait.');
  return slack.mark ? [slack.mark] : [];
}

async function hasCampaign(world: SimulatedWorld, wanted: CampaignStatus): Promise<boolean> {
  const campaigns = (await world.process.current()?.store.campaigns.list()) ?? [];
  return campaigns.some(({ status }) => status === wanted);
}

/** A start takes real time, since its lock is a real socket: meanwhile no hour may pass here. */
async function started(world: SimulatedWorld): Promise<void> {
  for (let turns = 0; turns < 10_000 && !world.process.current(); turns += 1) {
    await world.step();
    await setImmediate();
  }
  if (!world.process.current()) throw new Error('The program does not start from the folder that was put back.');
}

/** An agent's press changes nothing; an approver's release, where there was none yet, starts nothing. */
async function tryWithoutAdmin(world: SimulatedWorld): Promise<void> {
  const by = (await hasCampaign(world, 'pending_approval')) ? approver : agent;
  const wasPaused = await hasCampaign(world, 'paused');
  await letGoOn(world, by).catch(() => {});
  if (wasPaused && !(await hasCampaign(world, 'paused')))
    world.broken('somebody who is no admin resumes a campaign of a restored folder');
}

/** Resumes it; or releases it where it still waits for that, submitted again if not even that was written yet. */
async function letGoOn(world: SimulatedWorld, by: typeof agent): Promise<void> {
  const program = world.process.current();
  const [entry] = world.ledger.campaigns;
  const id = entry?.id;
  if (!program || !id) return;
  const going = async (): Promise<void> => {
    const isDraft = await hasCampaign(world, 'draft');
    if (!isDraft && !(await hasCampaign(world, 'pending_approval')))
      return void (await program.campaigns.resume(id, by));
    const { contentHash } = await program.campaigns.preview(id);
    if (isDraft) await program.campaigns.submit(id, { by: entry.author, contentHash });
    await program.campaigns.approve(id, { by, contentHash, vouches: by === admin, ticked: ['nobody_said'] });
  };
  await lived(world, going());
}

/** What a person does takes time here, too. */
async function lived(world: SimulatedWorld, act: Promise<unknown>): Promise<void> {
  let isDone = false;
  const settled = act.finally(() => {
    isDone = true;
  });
  settled.catch(() => {});
  await stepUntil(world, () => isDone);
  await settled;
}

/** A program that never does what is waited for goes on ticking all the same. */
async function stepUntil(world: SimulatedWorld, isDone: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isDone()) && (await world.step())) {
    if (world.time.nowMs() > longestMs) throw new Error(`It waits in vain: ${world.trace().last.join('\n')}`);
  }
}

/** Before an admin lets it go on, everybody who has said no since the backup is brought from elsewhere. */
async function bringBackStops(world: SimulatedWorld): Promise<void> {
  const optOuts = world.process.current()?.optOuts;
  const blocked = [...world.ledger.phones.values()].filter(isBlocked).map(({ number }) => number);
  const bytes = async function* (): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode(['number,date', ...blocked.map((number) => `${number},`)].join('\n'));
  };
  if (optOuts) await lived(world, optOuts.importFiles([{ name: 'stops.csv', bytes: bytes() }], admin));
}

function tick(world: SimulatedWorld, program: Program, slack: Slack): void {
  const caught = (error: unknown): void => {
    if (program.life.alive && !isDiskTrouble(error)) world.broken(`a tick fails: ${String(error)}`);
  };
  program.dispatcher.tick().catch(caught);
  post(program, slack).catch(caught);
}

/** A campaign's message bears how far the folder has got; nothing is posted of a store that was never there. */
async function post({ store, folderMark }: Program, slack: Slack): Promise<void> {
  for (const announcement of await store.announcements.pending()) {
    const isMessage = announcement.kind === 'campaign_message';
    await store.announcements.done(
      announcement.id,
      isMessage ? { channel: ChannelId.parse('C0SMS'), id: '1.0' } : null,
    );
  }
  const isRunning = (await store.campaigns.list()).some(({ status }) => status === 'running');
  if (isRunning) slack.mark = folderMark() ?? slack.mark;
}
