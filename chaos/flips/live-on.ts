import { openRulesForAnyText } from '../../playground/open-rules.ts';
import type { PhoneNumber, UserId } from '../../src/domain/ids.ts';
import type { Log, SmsGateway } from '../../src/ports/world.ts';
import type { SimulatedDisk } from '../../test/store/lowdb/simulated-disk.ts';
import { aPerson, campaignId, sender, settingsWith } from '../../test/support/builders.ts';
import { type HandClock, handClock, timersOf } from '../../test/support/hand-clock.ts';
import { type Program, startProgram } from '../simulation/program.ts';
import { folder, type SmallFolder } from './small-folder.ts';

/** What became of an attacked folder. `broken`: promises that were not kept. */
export type Fate =
  | { kind: 'refused'; why: string; broken: string[] }
  | { kind: 'lived'; paused: boolean; sent: number; broken: string[] };

/** An hour later: nobody else is taken to be alive. */
const openedAt = '2026-11-23T15:31:00.000Z';
const mostSeconds = 120;

/** Opens the folder, does `meanwhile` to it once it is open, and runs its campaign to the end. */
export async function liveOn(
  made: SmallFolder,
  disk: SimulatedDisk,
  meanwhile: () => void | Promise<void> = () => {},
): Promise<Fate> {
  const clock = handClock(openedAt);
  const gateway = watchfulGateway(made);
  const before = contentsOf(disk);
  let program: Program;
  try {
    program = await start(clock, disk, gateway);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const broken = sameContents(before, contentsOf(disk)) ? [] : ['It was refused, but something on disk was changed.'];
    return { kind: 'refused', why, broken };
  }
  try {
    await meanwhile();
    const { status } = await runToTheEnd(program, clock);
    const paused = status === 'paused';
    return {
      kind: 'lived',
      paused,
      sent: gateway.sent.size,
      broken: [...gateway.broken, ...check(made, program, gateway, paused)],
    };
  } finally {
    const stopping = program.dispatcher.stop();
    await clock.advance(60_000);
    await stopping;
    await program.store.close();
  }
}

function start(clock: HandClock, disk: SimulatedDisk, gateway: SmsGateway): Promise<Program> {
  const find = async (id: UserId) => aPerson({ id });
  // Known and answered at once: nothing here is about people.
  const people = { find, findNow: find, findNowOrLately: find };
  return startProgram(
    { alive: true },
    {
      time: { clock: () => clock, timers: () => timersOf(clock) },
      disk,
      gateway,
      announcer: { refresh: () => {}, wake: () => {} },
      people,
      log: silent,
      settings: settingsWith({ senders: new Map([[sender, 1_000]]), accountRate: 1_000 }),
      rules: openRulesForAnyText(),
    },
  );
}

async function runToTheEnd({ store, dispatcher }: Program, clock: HandClock) {
  for (let second = 0; second < mostSeconds; second += 1) {
    await dispatcher.tick();
    await clock.advance(1_000);
    const campaign = await store.campaigns.get(campaignId);
    if (campaign && campaign.status !== 'running') return campaign;
  }
  throw new Error('the campaign does not come to its end');
}

type Watchful = SmsGateway & { sent: Set<PhoneNumber>; broken: string[] };

/** Takes every message, and says which ones must not have come. */
function watchfulGateway({ texted, optedOut, texts }: SmallFolder): Watchful {
  const sent = new Set<PhoneNumber>();
  const broken: string[] = [];
  return {
    sent,
    broken,
    async send({ to, text, ref }) {
      if (texted.has(to) || sent.has(to)) broken.push(`${to} is texted twice.`);
      if (optedOut.has(to)) broken.push(`${to} opted out and is texted.`);
      if (texts.get(to) !== text) broken.push(`${to} gets a text that nobody wrote: ${text}`);
      sent.add(to);
      return { kind: 'accepted', messageId: ref };
    },
    prepare: async () => {},
    segmentPrice: async () => undefined,
  };
}

/** Nobody's STOP is forgotten, and nobody is left out unless the campaign says that it stands still. */
function check(
  { texted, optedOut, texts }: SmallFolder,
  { store }: Program,
  { sent }: Watchful,
  paused: boolean,
): string[] {
  const forgotten = [...optedOut].filter((number) => !store.suppressions.blocks(number));
  const leftOut = [...texts.keys()].filter((to) => !texted.has(to) && !optedOut.has(to) && !sent.has(to));
  return [
    ...forgotten.map((number) => `The STOP of ${number} is forgotten.`),
    ...(paused || leftOut.length === 0 ? [] : [`${leftOut.length} people are left out without a word.`]),
  ];
}

/** Without the heartbeat, which is nobody's data. */
function contentsOf(disk: SimulatedDisk): Map<string, Buffer> {
  const paths = disk.paths().filter((path) => !path.startsWith(`${folder}/heartbeat.`));
  return new Map(paths.map((path) => [path, disk.contentOf(path)]));
}

function sameContents(one: ReadonlyMap<string, Buffer>, other: ReadonlyMap<string, Buffer>): boolean {
  return one.size === other.size && [...one].every(([path, bytes]) => other.get(path)?.equals(bytes));
}

const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
