import { SenderId, UserId } from '../../src/domain/ids.ts';
import { readConversationRef } from '../../src/domain/reply/conversation.ts';
import { StorageError } from '../../src/ports/store.ts';
import type { Log } from '../../src/ports/world.ts';
import type { ServiceSettings } from '../../src/services/deps.ts';
import { createRandom, hash, type Random } from '../random.ts';
import { emptyLedger, type Ledger } from './ledger.ts';
import { type LifeRules, openLife } from './places/rules-of-life.ts';
import { createProcess, type Process } from './process.ts';
import type { Program, Surroundings } from './program.ts';
import { createVirtualChat, type VirtualChat } from './virtual/virtual-chat.ts';
import { createVirtualDisk, type VirtualDisk } from './virtual/virtual-disk.ts';
import {
  type Behaviour,
  createVirtualProvider,
  type Request,
  type VirtualProvider,
} from './virtual/virtual-provider.ts';
import { createVirtualTime, type Life, settle, type VirtualTime } from './virtual/virtual-time.ts';

export const author = UserId.parse('U0AUTHOR');
export const editor = UserId.parse('U0EDITOR');
export const approver = UserId.parse('U0APPROVER');
export const agent = UserId.parse('U0AGENT');
/** Two more who answer, and may leave. */
export const cleo = UserId.parse('U0CLEO');
export const dora = UserId.parse('U0DORA');
export const admin = UserId.parse('U0ADMIN');
export const slowSender = SenderId.parse('12015550123');
export const fastSender = SenderId.parse('REUNION');
export const confirmation = 'You are opted out and get no more messages.';

export const settings: ServiceSettings = {
  senders: new Map([
    [slowSender, 3],
    [fastSender, 60],
  ]),
  accountRate: 61,
  roles: { creators: [], approvers: [approver, author, editor], admins: [admin, approver] },
  country: 'US',
  countries: [],
  businessNames: [],
  zone: 'America/New_York',
  inboxChannel: null,
  optOutConfirmation: confirmation,
  helpText: 'Write to help@example.com.',
  autoAnswersPerDay: 500,
  // So few take no turns: the same seed takes the same steps.
  rehearsals: 2,
};

/** At most this many of one sender's messages may be in doubt after one crash. */
export function mostInFlight(sender: string): number {
  const rate = Math.min(settings.senders.get(sender as SenderId) ?? 1, settings.accountRate);
  return Math.min(50, Math.max(10, Math.ceil(rate)));
}

/** A promise was broken, or the program did something unexpected. */
export class BrokenPromise extends Error {
  override readonly name = 'BrokenPromise';
}

/** The program and everything around it, on one virtual clock. */
export type SimulatedWorld = {
  seed: number;
  random: Random;
  time: VirtualTime;
  disk: VirtualDisk;
  provider: VirtualProvider;
  process: Process;
  ledger: Ledger;
  /** What holds where its people live. */
  places: LifeRules;
  /** Since when an outage should have stopped everything; null while it should not. */
  watch: { doubtsInRow: number; stoppedSinceMs: number | null; isDiskWell: boolean };
  chat: VirtualChat;
  /** The provider's clock is right, whatever ours shows. */
  providerClock(): Date;
  /** One more line of what happened: the last ones are shown when something breaks, and all of them make the trace. */
  tell(line: string): void;
  trace(): { hash: number; last: readonly string[] };
  broken(message: string): void;
  /** Moves on to the next thing that is due; throws when a promise was broken on the way. False when nothing is left. */
  step(): Promise<boolean>;
  steps(): number;
};

export type Rules = {
  behave: (world: SimulatedWorld, request: Request) => Behaviour;
  checkRequest: (world: SimulatedWorld, request: Request) => void;
  onAccepted: (world: SimulatedWorld, request: Request, messageId: string) => void;
  onTold: (world: SimulatedWorld, request: Request) => void;
  onStarted: (world: SimulatedWorld, program: Program) => void;
  onTick: (world: SimulatedWorld, program: Program) => void;
  /** Right before and after a request leaves, and at each call of the announcer. */
  point: (world: SimulatedWorld, name: string, life: Life) => void;
  outside?: Surroundings['outside'];
  /** A tick in every second, also while nothing happens: for worlds that are compared to the second. */
  everySecond?: boolean;
  /** Left out: every hour is open everywhere, as often as anybody likes. */
  places?: LifeRules;
  /** When it begins; left out: in March 2026. */
  startsAt?: Date;
};

export function createSimulatedWorld(seed: number, rules: Rules): SimulatedWorld {
  const random = createRandom(seed);
  const march = Date.UTC(2026, 2, random.int(5, 9), random.int(0, 23), random.int(0, 59));
  const start = rules.startsAt ?? new Date(march);
  const places = rules.places ?? openLife();
  const time = createVirtualTime(start);
  const disk = createVirtualDisk(time, random.fork('disk'));
  // A question is an event: a program that waits for the answer is not a quiet one.
  const chat = createVirtualChat(time, (id, mood) => mood !== 'fine' && world.tell(`the chat is ${mood}: ${id}`));
  const last: string[] = [];
  let traced = 0;
  let steps = 0;
  let activity = 0;
  let violation: BrokenPromise | undefined;

  const world: SimulatedWorld = {
    seed,
    random,
    time,
    disk,
    provider: createVirtualProvider({
      time,
      behave: (request) => rules.behave(world, request),
      onRequest: (request) => {
        world.tell(`request ${withoutIds(request.ref)} to ${request.to}`);
        rules.checkRequest(world, request);
      },
      onAccepted: (request, messageId) => rules.onAccepted(world, request, messageId),
      onTold: (request, outcome) => {
        world.tell(`answer ${withoutIds(request.ref)} ${outcome.kind}`);
        rules.onTold(world, request);
      },
      point: (name, life) => rules.point(world, name, life),
    }),
    process: createProcess({
      time,
      disk,
      random,
      surround: (life) => ({
        time,
        disk: disk.mount(life),
        gateway: world.provider.gateway(life),
        announcer: {
          refresh: () => rules.point(world, 'refresh', life),
          wake: () => rules.point(world, 'wake', life),
        },
        people: chat.people(life),
        log: logOf(world, life),
        settings,
        rules: places.rules,
        outside: rules.outside,
      }),
      activity: () => {
        if (rules.everySecond) activity += 1;
        return activity;
      },
      onCrash: (how) => {
        world.tell(how);
        world.ledger.crashes += 1;
      },
      onTick: (program) => rules.onTick(world, program),
      onStarted: (program) => {
        world.tell('started');
        rules.onStarted(world, program);
      },
      onNotStarted: (error) => {
        world.tell(`not started: ${messageOf(error)}`);
        if (!isDiskTrouble(error)) world.broken(`the program does not start any more: ${messageOf(error)}`);
      },
    }),
    ledger: emptyLedger(),
    places,
    watch: { doubtsInRow: 0, stoppedSinceMs: null, isDiskWell: true },
    chat,
    providerClock: () => new Date(start.getTime() + time.nowMs()),
    tell: (line) => {
      activity += 1;
      // Names of temporary files are random, and nothing depends on them.
      const full = `${(time.nowMs() / 1000).toFixed(3)} s  ${line.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '*')}`;
      traced = hash(full, traced || undefined);
      if (last.push(full) > 80) last.shift();
    },
    trace: () => ({ hash: traced, last }),
    broken: (message) => {
      violation ??= new BrokenPromise(message);
    },
    step: async () => {
      steps += 1;
      const more = await time.step();
      do {
        await settle();
      } while (disk.isWaitingForReality() || disk.admit());
      if (violation) throw violation;
      return more;
    },
    steps: () => steps,
  };
  return world;
}

/** Ids are random: comparisons of two runs of one seed must not contain them. */
export function withoutIds(ref: string): string {
  return readConversationRef(ref) ? 'd1' : ref.replace(/\.[a-z2-9]{8}\./, '.');
}

export function isDiskTrouble(error: unknown): boolean {
  if (error instanceof StorageError) return true;
  return (
    error instanceof Error && 'code' in error && ['ENOSPC', 'EIO', 'EDEAD', 'EINJECTED'].includes(String(error.code))
  );
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Errors in the log are bugs, unless the disk is the reason; and the count of claims found after a crash is bounded. */
function logOf(world: SimulatedWorld, life: Life): Log {
  const quiet = (): void => {};
  return {
    debug: quiet,
    info: quiet,
    warn: (fields, message) => {
      if (!life.alive) return;
      world.tell(`warning: ${message}`);
      if (message.startsWith('Claims of a former process') && 'campaignId' in fields && 'count' in fields) {
        const entry = world.ledger.campaigns.find(({ id }) => id === fields.campaignId);
        if (entry) entry.abandoned += Number(fields.count);
        const most = mostInFlight(entry?.versions[0]?.sender ?? '');
        if (Number(fields.count) > most)
          world.broken(`G3: ${fields.count} unconfirmed after one crash, more than ${most}`);
        if (world.ledger.crashes === 0) world.broken('G3: claims were left although nothing crashed');
      }
    },
    error: (fields, message) => {
      if (!life.alive) return;
      const error = 'err' in fields ? fields.err : undefined;
      world.tell(`error: ${message} (${messageOf(error)})`);
      if (!isDiskTrouble(error) && !message.startsWith('the data folder '))
        world.broken(`the program logs an error: ${message}: ${messageOf(error)}`);
    },
  };
}
