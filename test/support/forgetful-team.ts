import { seededRandom } from '../../playground/random.ts';
import { nothingForeseen } from '../../src/domain/answering/answering.ts';
import type { Announcement } from '../../src/domain/campaign/announcement.ts';
import { type CampaignId, ChannelId, type PhoneNumber, UserId } from '../../src/domain/ids.ts';
import { type Conversation, isUnanswered } from '../../src/domain/reply/conversation.ts';
import { ownerOf } from '../../src/domain/reply/waiting.ts';
import type { People } from '../../src/ports/world.ts';
import { createNudges, type Nudges } from '../../src/services/nudging/nudges.ts';
import { crashes, type SimulatedDisk, simulatedDisk } from '../store/lowdb/simulated-disk.ts';
import { admin, agent, aPerson, approver, author } from './builders.ts';
import { minutesOfDays } from './nudging.ts';
import { aBench, type Bench } from './services.ts';
import { phoneOf } from './story.ts';

/** Chance that repeats with its seed. */
function chances(seed: number) {
  const next = seededRandom(seed);
  return {
    chance: (probability: number) => next() < probability,
    upTo: (most: number) => Math.floor(next() * (most + 1)),
    pick: <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)]!,
  };
}
type Random = ReturnType<typeof chances>;

const minute = 60_000;
const gapMs = 60 * minute;
/** A look a minute, a silent chat, and a look that a kill cut off. */
const graceMs = 4 * minute;
const cleo = UserId.parse('U0CLEO');

/** What a bad day of a team came to. */
export type BadDay = {
  breaches: string[];
  texts: number;
  givenToSomebody: number;
  posts: number;
  dropped: number;
  kills: number;
  left: number;
  told: { to: UserId; campaignId: CampaignId | null; at: string }[];
};

type Watched = { id: CampaignId; withinMs: number; isByDay: boolean; phones: PhoneNumber[]; lastPostMs: number };

/**
 * A team that forgets: agents open replies and vanish, colleagues leave the workspace, the chat falls silent and drops
 * posts, the process is killed. What has to hold is checked each five minutes, against a book of the test's own.
 */
export async function liveThroughBadDay(seed: number, hours: number): Promise<BadDay> {
  const random = chances(seed);
  const day: BadDay = { breaches: [], texts: 0, givenToSomebody: 0, posts: 0, dropped: 0, kills: 0, left: 0, told: [] };
  const world = await aWorld(random);
  const since = new Map<PhoneNumber, number>();
  const given = new Set<string>();

  for (let step = 0; step < hours * 12; step += 1) {
    await somethingHappens(world, random, since, day);
    for (let at = 0; at < 5; at += 1) {
      world.nudges.tick();
      await world.bench.clock.advance(minute);
      if (!world.isSilent) await post(world, random, day);
    }
    await check(world, since, day);
    const waiting = await Promise.all(world.campaigns.map(({ id }) => world.bench.store.conversations.waiting(id)));
    for (const { id, owner } of waiting.flat()) if (owner?.from === null) given.add(id);
  }
  day.givenToSomebody = given.size;
  await world.close();
  return day;
}

type World = {
  bench: Bench;
  nudges: Nudges;
  campaigns: Watched[];
  /** When each of them left. */
  gone: Map<UserId, number>;
  isSilent: boolean;
  /** Dies at this moment, and lives on from what the disk kept. */
  kill(random: Random): Promise<void>;
  close(): Promise<void>;
};

async function aWorld(random: Random): Promise<World> {
  let disk = simulatedDisk();
  const gone = new Map<UserId, number>();
  const find = async (id: UserId) => aPerson({ id, isDeactivated: gone.has(id) });
  const people: People = {
    find: (id) => (world.isSilent ? new Promise(() => {}) : find(id)),
    findNow: find,
    findNowOrLately: find,
  };
  const open = async (on: SimulatedDisk, start?: string) => {
    disk = on;
    world.bench = await aBench({ disk, people, ...(start && { start }) });
    world.nudges = createNudges(world.bench.deps);
  };
  const close = async () => {
    const { bench } = world;
    const stopping = world.nudges.stop();
    await bench.clock.advance(5_000);
    await stopping;
    await bench.close();
  };
  const world: World = {
    campaigns: [],
    gone,
    isSilent: false,
    close,
    kill: async (chance) => {
      const start = world.bench.clock.now().toISOString();
      const left = disk.afterCrash(chance.pick(crashes));
      await close();
      await open(left, start);
    },
  } as Partial<World> as World;
  await open(disk);
  for (const no of [0, 1]) world.campaigns.push(await aCampaign(world, random, no));
  await world.bench.run(5);
  return world;
}

async function aCampaign({ bench }: World, random: Random, no: number): Promise<Watched> {
  const seconds = random.pick([300, 1_800, 3_600]);
  const isByDay = random.chance(0.5);
  const hours = { zone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7], from: '08:00', to: '20:00' };
  const { id } = await bench.approved({
    size: 5,
    firstNumber: 1 + no * 10,
    hours: isByDay ? hours : null,
    answering: { ...nothingForeseen, answerWithinSeconds: seconds },
  });
  const phones = [1, 2, 3, 4, 5].map((index) => phoneOf(index + no * 10) as PhoneNumber);
  return { id, withinMs: seconds * 1_000, isByDay, phones, lastPostMs: Number.NEGATIVE_INFINITY };
}

async function somethingHappens(
  world: World,
  random: Random,
  since: Map<PhoneNumber, number>,
  day: BadDay,
): Promise<void> {
  const { bench, gone } = world;
  const nowMs = bench.clock.now().getTime();
  if (random.chance(0.3)) {
    const phone = random.pick(random.pick(world.campaigns).phones);
    await bench.hear(`When does it begin? ${day.texts}`, phone);
    if (!since.has(phone)) since.set(phone, nowMs);
    day.texts += 1;
  }
  const one = await anyWaiting(world, random);
  const deed = random.pick(['take', 'take', 'pass', 'handle', 'sleep', 'sleep', 'sleep', 'sleep', 'sleep', 'sleep']);
  if (one && deed === 'take') await take(world, one, random.pick([agent, cleo]));
  if (one && deed === 'pass') await pass(world, one, random.pick([agent, cleo, author]));
  if (one && deed === 'handle') {
    await bench.inbox.handle(one.id, admin);
    since.delete(one.number);
  }
  if (random.chance(0.01) && gone.size < 4) {
    gone.set(random.pick([agent, cleo, approver, author].filter((id) => !gone.has(id))), nowMs);
    day.left += 1;
  }
  if (random.chance(0.05)) world.isSilent = !world.isSilent;
  if (random.chance(0.05)) {
    world.nudges.tick();
    for (let turn = random.upTo(60); turn > 0; turn -= 1) await new Promise((resolve) => setImmediate(resolve));
    await world.kill(random);
    day.kills += 1;
  }
}

async function anyWaiting({ bench, campaigns }: World, random: Random): Promise<Conversation | undefined> {
  const waiting = await bench.store.conversations.waiting(random.pick(campaigns).id);
  return waiting.length > 0 ? random.pick(waiting) : undefined;
}

/** They open it, and are never seen again. */
async function take({ bench }: World, one: Conversation, by: UserId): Promise<void> {
  const now = bench.clock.now();
  const until = new Date(now.getTime() + 10 * minute).toISOString();
  await bench.store.conversations.save({ ...one, claim: { by, at: now.toISOString(), until } });
}

async function pass({ bench }: World, one: Conversation, to: UserId): Promise<void> {
  await bench.store.conversations.save({
    ...one,
    claim: null,
    owner: { member: to, at: bench.clock.now().toISOString(), from: agent },
  });
}

/** Takes some of what is owed, drops some, and leaves some for later. */
async function post({ bench, campaigns }: World, random: Random, day: BadDay): Promise<void> {
  for (const owed of await bench.store.announcements.pending()) {
    if (random.chance(0.3)) continue;
    const campaign = campaigns.find(({ id }) => id === owed.campaignId);
    const stored = owed.campaignId ? await bench.store.campaigns.get(owed.campaignId) : undefined;
    const isDropped = random.chance(0.15);
    const nudge = stored?.nudging?.nudges.find(({ id }) => id === owed.id);
    if (owed.kind === 'nudge' && isDropped) day.dropped += 1;
    if (isDropped || (owed.kind === 'nudge' && (!nudge || nudge.endedAt !== null))) {
      await bench.store.announcements.done(owed.id, null);
      continue;
    }
    day.posts += Number(owed.kind === 'nudge');
    if (owed.kind === 'direct') noteTold(owed, day);
    if (owed.kind === 'nudge' && campaign) {
      const nowMs = bench.clock.now().getTime();
      if (nowMs - campaign.lastPostMs < gapMs) day.breaches.push(`two posts within an hour at ${new Date(nowMs)}`);
      campaign.lastPostMs = nowMs;
    }
    await bench.store.announcements.done(owed.id, { channel: ChannelId.parse('C0REUNION'), id: owed.id });
  }
}

/** An owner is written to once an hour at most about one campaign. */
function noteTold({ to, campaignId, at }: Extract<Announcement, { kind: 'direct' }>, day: BadDay): void {
  const known = day.told.filter((one) => one.to === to && one.campaignId === campaignId);
  const isSoon = known.some((one) => Math.abs(Date.parse(one.at) - Date.parse(at)) < gapMs);
  if (isSoon) day.breaches.push(`${to} is written to twice within an hour, at ${at}`);
  day.told.push({ to, campaignId, at });
}

/** Everybody who has waited for more than three times as long as they should is in the hands of somebody who is there. */
async function check(
  { bench, campaigns, gone, isSilent }: World,
  since: ReadonlyMap<PhoneNumber, number>,
  day: BadDay,
): Promise<void> {
  const now = bench.clock.now();
  for (const { id, withinMs, isByDay, phones } of campaigns) {
    for (const phone of phones) {
      const fromMs = since.get(phone);
      const one = await bench.store.conversations.find(id, phone);
      if (fromMs === undefined) continue;
      if (!one || !isUnanswered(one)) {
        day.breaches.push(`the text of ${phone} does not wait any more`);
        continue;
      }
      if (minutesOfDays(fromMs, now.getTime() - graceMs, isByDay) < 3 * withinMs + minute) continue;
      const wasFree = Date.parse(one.claim?.until ?? '') > now.getTime() - graceMs;
      const owner = ownerOf(one, now) ?? (wasFree ? one.claim!.by : null);
      const leftMs = owner ? gone.get(owner) : undefined;
      const isGone = leftMs !== undefined && leftMs < now.getTime() - graceMs && !isSilent;
      const isClaim = owner !== null && owner !== one.owner?.member;
      if (owner === null) day.breaches.push(`${phone} has no owner at ${now.toISOString()}`);
      else if (isGone && !isClaim) day.breaches.push(`${phone} is left to ${owner}, who is gone`);
    }
  }
}
