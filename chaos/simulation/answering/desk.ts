import type { CampaignId, ConversationId, UserId } from '../../../src/domain/ids.ts';
import { type Conversation, textsIn, unseenTexts } from '../../../src/domain/reply/conversation.ts';
import type { Random } from '../../random.ts';
import { attempt } from '../attempt.ts';
import { noteMove } from '../places/movers.ts';
import type { Program } from '../program.ts';
import { admin, agent, cleo, dora, type SimulatedWorld } from '../simulated-world.ts';
import { writeText } from '../webhooks.ts';
import { inHandsOf, letAllGo, letGo, takeInHand } from './hands.ts';

const agents = [agent, cleo, dora];
const hourMs = 3_600_000;

/** Agents sit down to the replies during all troubles and for hours after them; some leave for good. */
export function planDesks(world: SimulatedWorld, random: Random, untilMs: number): void {
  const { time, chat, ledger } = world;
  for (let count = random.int(0, 14); count > 0; count -= 1) {
    const atMs = random.chance(0.5) ? random.next() * untilMs : untilMs + random.spread(60_000, 8 * hourMs);
    // Often several at the same moment, for the same replies.
    for (const by of random.shuffled(agents).slice(0, random.int(1, 3))) {
      time.after(atMs + random.spread(1, 5_000), () => void sitDown(world, random, by));
    }
  }
  if (random.chance(0.3)) {
    const who = random.pick([cleo, dora]);
    time.after(random.next() * (untilMs + 6 * hourMs), () => {
      world.tell(`${who} leaves`);
      chat.gone.add(who);
      ledger.answering.leftAtMs.set(who, time.wall().getTime());
      letAllGo(world, who);
    });
  }
  if (random.chance(0.3))
    time.after(random.next() * (untilMs + hourMs), () => void takeBack(world, random.pick(agents)));
}

/** One reply after the other, until none is left or they have had enough. */
async function sitDown(world: SimulatedWorld, random: Random, by: UserId): Promise<void> {
  const id = await whereTo(world, random, by);
  if (!id) return;
  const skipped: ConversationId[] = [];
  for (let turns = random.int(1, 12); turns > 0; turns -= 1) {
    const shown = await openNext(world, id, by, skipped);
    if (!shown) return;
    await think(world, random, by, shown);
    // They were called away: the claim ends by itself.
    if (random.chance(0.15)) return;
    if (random.chance(0.2)) skipped.push(shown.id);
    await act(world, random, by, shown, skipped.includes(shown.id));
  }
}

/** Meanwhile the person may write again, or a colleague come when the agent's time is over. */
async function think(world: SimulatedWorld, random: Random, by: UserId, { number }: Conversation): Promise<void> {
  const isLong = random.chance(0.1);
  const ms = isLong ? random.spread(605_000, 1_200_000) : random.spread(500, 60_000);
  if (random.chance(0.2)) world.time.after(ms * random.next(), () => writeText(world, random, number));
  if (isLong) {
    const other = random.pick(agents.filter((one) => one !== by));
    world.time.after(random.spread(601_000, ms), () => void sitDown(world, random, other));
  }
  await pause(world, ms);
}

async function whereTo(world: SimulatedWorld, random: Random, by: UserId): Promise<CampaignId | null> {
  const program = world.process.current();
  if (!program || random.chance(0.2)) return random.pick(world.ledger.campaigns).id;
  let id: CampaignId | null = null;
  await attempt(world, program, `${by} asks where somebody waits`, async () => {
    id = (await program.inbox.whereSomebodyWaits(by))?.id ?? null;
  });
  return id;
}

async function openNext(
  world: SimulatedWorld,
  id: CampaignId,
  by: UserId,
  skipped: readonly ConversationId[],
): Promise<Conversation | undefined> {
  const program = world.process.current();
  if (!program) return undefined;
  let shown: Conversation | undefined;
  await attempt(world, program, `${by} opens the next reply`, async () => {
    const next = await program.inbox.next(id, { by, skipped });
    if (next.kind === 'reply') shown = next.conversation;
  });
  if (!shown || !program.life.alive) return undefined;
  takeInHand(world, shown, by);
  return shown;
}

async function act(
  world: SimulatedWorld,
  random: Random,
  by: UserId,
  shown: Conversation,
  isSkipped: boolean,
): Promise<void> {
  const program = world.process.current();
  if (!program) return;
  const { id } = shown;
  const { inbox } = program;
  const how = isSkipped ? 'release' : random.pick(['answer', 'answer', 'answer', 'handle', 'release', 'pass'] as const);
  if (how === 'answer') return answerShown(world, random, program, by, shown);
  letGo(world, id);
  if (world.places.name !== 'open' && random.chance(0.3))
    await noteMove(world, random, program, { conversation: shown, by });
  const others = agents.filter((other) => other !== by);
  const seen = textsIn(shown);
  await attempt(world, program, `${by} does ${how}`, async () => {
    if (how === 'release') await inbox.release(id, by);
    if (how === 'pass') await inbox.pass(id, { to: random.pick(others), by, seen });
    if (how === 'handle') await inbox.handle(id, by, seen, { ifOpen: true });
  });
  letGo(world, id);
}

/** Send and next: refused if a colleague has it, or if the person has written again. */
async function answerShown(
  world: SimulatedWorld,
  random: Random,
  program: Program,
  by: UserId,
  shown: Conversation,
): Promise<void> {
  const { id } = shown;
  const { ledger } = world;
  ledger.answers += 1;
  const key = `view-${ledger.answers}`;
  const input = { text: `answer ${key}`, by, key, seen: textsIn(shown), ifOpen: true };
  const before = inHandsOf(world, id);
  const hand = ledger.answering.hands.get(id);
  const done = await attempt(world, program, `${by} sends and goes on`, () => program.inbox.answer(id, input));
  const isTheirs = before === null || before === by || ledger.answering.hands.get(id) !== hand;
  if (done && !isTheirs) world.broken(`${by} answers ${id}, which lies before ${before}`);
  if (done && random.chance(0.3)) await attempt(world, program, 'once more', () => program.inbox.answer(id, input));
  letGo(world, id);
  if (done) await checkSeen(world, program, shown, key);
}

/** What had come before the answer left was before the agent. */
async function checkSeen(world: SimulatedWorld, { store, life }: Program, shown: Conversation, key: string) {
  const stored = await store.conversations.get(shown.id);
  if (!stored || !life.alive) return;
  const at = stored.messages.findIndex((message) => message.direction === 'out' && message.cause === key);
  const unseen = unseenTexts({ messages: stored.messages.slice(0, Math.max(0, at)) }, textsIn(shown));
  if (unseen.length > 0) world.broken(`an answer went out over a text that was not seen: “${unseen[0]!.text}”`);
}

/** An admin frees all that a member has. */
async function takeBack(world: SimulatedWorld, from: UserId): Promise<void> {
  const program = world.process.current();
  if (!program) return;
  letAllGo(world, from);
  await attempt(world, program, `all of ${from} is freed`, () => program.inbox.releaseAll(from, admin));
  letAllGo(world, from);
}

function pause({ time }: SimulatedWorld, ms: number): Promise<void> {
  return new Promise((resolve) => void time.after(ms, resolve));
}
