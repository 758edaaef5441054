import type { CampaignId } from '../../src/domain/ids.ts';
import { canaryLeft } from '../../src/domain/pace/canary.ts';
import type { Conversation } from '../../src/domain/reply/conversation.ts';
import { networkNumber, ownerOf } from '../kills/spellings.ts';
import type { Random } from '../random.ts';
import { letGo } from './answering/hands.ts';
import { attempt } from './attempt.ts';
import { type CampaignEntry, phoneOf } from './ledger.ts';
import type { Program } from './program.ts';
import { admin, agent, approver, type SimulatedWorld } from './simulated-world.ts';

export async function pause(world: SimulatedWorld, program: Program, entry: CampaignEntry): Promise<void> {
  const { id } = entry;
  if (!id) return;
  const done = await attempt(world, program, `pause ${entry.origin}`, () => program.campaigns.pause(id, agent));
  if (done && entry.resumesUnderWay === 0) entry.stopped ??= 'paused';
}

export async function resume(world: SimulatedWorld, program: Program, entry: CampaignEntry): Promise<void> {
  const { id } = entry;
  if (!id) return;
  if (entry.stopped === 'paused') entry.stopped = null;
  world.watch.stoppedSinceMs = null;
  world.watch.doubtsInRow = 0;
  entry.resumesUnderWay += 1;
  await attempt(world, program, `resume ${entry.origin}`, () => program.campaigns.resume(id, agent));
  entry.resumesUnderWay -= 1;
}

export async function cancel(world: SimulatedWorld, program: Program, entry: CampaignEntry): Promise<void> {
  const { id } = entry;
  if (!id) return;
  const done = await attempt(world, program, `cancel ${entry.origin}`, () => program.campaigns.cancel(id, agent));
  if (done) entry.stopped = 'cancelled';
}

/** Somebody lets it go on after its first people, or stops it. What was pressed counts even if no answer came. */
export async function decideCanary(
  world: SimulatedWorld,
  random: Random,
  program: Program,
  entry: CampaignEntry,
): Promise<void> {
  const { id } = entry;
  const campaign = id && (await program.store.campaigns.get(id));
  if (!id || !campaign?.canary) return;
  if (random.chance(0.1)) {
    const done = await attempt(world, program, `stop ${entry.origin}`, () => program.campaigns.stopCanary(id, agent));
    if (done) entry.stopped = 'cancelled';
    return;
  }
  const { counts } = await program.store.recipients.tally(id);
  if (canaryLeft(campaign, counts) === 0) entry.wentOn = true;
  await attempt(world, program, `go on ${entry.origin}`, () => program.campaigns.goOn(id, approver));
}

/** An admin decides about one of the people in doubt. */
export async function decide(
  world: SimulatedWorld,
  random: Random,
  program: Program,
  entry: CampaignEntry,
): Promise<void> {
  const { id } = entry;
  if (!id) return;
  const doubtful = await program.store.recipients.page(id, { from: 0, limit: 100, state: 'unconfirmed' });
  if (doubtful.length === 0) return;
  const { no, number } = random.pick(doubtful);
  const decision = random.chance(0.5) ? 'release' : 'close';
  const owner = ownerOf(number);
  if (decision === 'release') entry.released.set(owner, (entry.released.get(owner) ?? 0) + 1);
  await attempt(world, program, `${decision} ${entry.origin} ${no}`, () =>
    program.campaigns.resolveUnconfirmed(id, no, decision, admin),
  );
}

async function conversationsOf(world: SimulatedWorld, program: Program): Promise<Conversation[]> {
  const ids = [null, ...world.ledger.campaigns.flatMap(({ id }) => (id ? [id] : []))];
  const found = await Promise.all(ids.map((id) => program.store.conversations.ofCampaign(id)));
  // Stored by random ids: their order must not be part of the schedule.
  return found.flatMap((ofOne) => [...ofOne].sort((a, b) => (a.number < b.number ? -1 : 1)));
}

/** An agent answers a reply; the form may be submitted twice at once, and again when the first time failed. */
export async function answer(world: SimulatedWorld, random: Random, program: Program): Promise<void> {
  const all = await conversationsOf(world, program);
  if (all.length === 0) return;
  const { id } = random.pick(all);
  world.ledger.answers += 1;
  const key = `view-${world.ledger.answers}`;
  letGo(world, id);
  const submit = () => program.inbox.answer(id, { text: `answer ${key}`, by: agent, key });
  const first = attempt(world, program, 'answer', submit);
  if (random.chance(0.3)) await attempt(world, program, 'answer, twice', submit);
  if (!(await first) && program.life.alive) await attempt(world, program, 'answer, again', submit);
  letGo(world, id);
}

/** An agent acts on people who wrote the same: answers all, perhaps twice at once, or counts or handles them. */
export async function actOnGroup(world: SimulatedWorld, random: Random, program: Program): Promise<void> {
  const known: { campaignId: CampaignId; says: string }[] = [];
  for (const { id: campaignId } of world.ledger.campaigns) {
    if (!campaignId) continue;
    for (const { says } of await program.store.campaigns.groups(campaignId)) known.push({ campaignId, says });
  }
  if (known.length === 0) return;
  const group = random.pick(known);
  const { inbox } = program;
  if (random.chance(0.2)) {
    await attempt(world, program, 'count a group', () => inbox.countGroup(group, { label: 'Comes', by: admin }));
    if (random.chance(0.5)) await attempt(world, program, 'count no more', () => inbox.stopCounting(group, agent));
    return;
  }
  if (random.chance(0.1)) {
    await attempt(world, program, 'handle a group', () => inbox.handleGroup(group, agent));
    return;
  }
  world.ledger.answers += 1;
  const key = `view-${world.ledger.answers}`;
  const until = world.providerClock().toISOString();
  // To more than twenty a colleague has to press as well.
  const of = random.chance(0.3) ? 64 : 20;
  world.ledger.answering.groupTexts.set(`answer ${key}`, group.says);
  const submit = () => inbox.answerGroup(group, { answer: { typed: `answer ${key}` }, of, until, key, by: agent });
  const first = attempt(world, program, 'answer a group', submit);
  if (random.chance(0.3)) await attempt(world, program, 'answer a group, twice', submit);
  if (!(await first) && program.life.alive) await attempt(world, program, 'answer a group, again', submit);
  if (of > 20) await attempt(world, program, 'release a group’s answer', () => inbox.releaseAnswer(group, key, admin));
}

/** An agent has read it; or decides what a doubtful text meant. */
export async function settleConversation(world: SimulatedWorld, random: Random, program: Program): Promise<void> {
  const open = (await conversationsOf(world, program)).filter(({ status }) => status !== 'handled');
  if (open.length === 0) return;
  await settleOne(world, random, program, random.pick(open));
}

export async function settleAll(world: SimulatedWorld, random: Random, program: Program, share: number): Promise<void> {
  for (const conversation of await conversationsOf(world, program)) {
    if (!random.chance(share)) continue;
    if (conversation.status !== 'handled' || isDoubtful(conversation))
      await settleOne(world, random, program, conversation);
  }
}

async function settleOne(
  world: SimulatedWorld,
  random: Random,
  program: Program,
  conversation: Conversation,
): Promise<void> {
  const { id, number } = conversation;
  letGo(world, id);
  const phone = phoneOf(world.ledger, number);
  if (isDoubtful(conversation) && random.chance(0.5)) {
    const atMs = world.time.nowMs();
    if (await attempt(world, program, 'opt out', () => program.inbox.optOut(id, agent))) {
      phone.blockedAtMs = Math.max(phone.blockedAtMs, atMs);
    }
    return;
  }
  if (isDoubtful(conversation)) {
    phone.startTriedAtMs = world.time.nowMs();
    await attempt(world, program, 'keep', () => program.inbox.keep(id, agent));
  }
  await attempt(world, program, 'handle', () => program.inbox.handle(id, agent));
  letGo(world, id);
}

function isDoubtful({ messages }: Conversation): boolean {
  return messages.some((message) => message.direction === 'in' && message.reading === 'maybe_opt_out');
}

/** A provider's list: the number among strangers, perhaps with a date of long ago. */
function aFileWith(number: string, random: Random): { name: string; bytes: AsyncIterable<Uint8Array> } {
  const strangers = Array.from(
    { length: 3 },
    (_, no) => `+4479110${String(random.spread(10_000, 80_000) + no).slice(0, 5)}`,
  );
  const lines = ['number,date', ...strangers, `${number},${random.chance(0.5) ? '2020-05-17' : ''}`];
  const bytes = async function* (): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode(lines.join('\n'));
  };
  return { name: 'stops.csv', bytes: bytes() };
}

/** A number is put on the list of opt-outs by hand or from a file, or taken off it. */
export async function editOptOuts(
  world: SimulatedWorld,
  random: Random,
  program: Program,
  listed: string,
): Promise<void> {
  const number = random.chance(0.5) ? networkNumber(listed) : listed;
  const phone = phoneOf(world.ledger, number);
  const atMs = world.time.nowMs();
  if (random.chance(0.7)) {
    const act = random.chance(0.4)
      ? () => program.optOuts.importFiles([aFileWith(number, random)], agent)
      : () => program.optOuts.add(number, agent);
    if (await attempt(world, program, `opt out ${number}`, act)) {
      phone.blockedAtMs = Math.max(phone.blockedAtMs, atMs);
    }
    return;
  }
  phone.startedAtMs = atMs;
  phone.startTriedAtMs = atMs;
  await attempt(world, program, `opt in ${number}`, () =>
    program.optOuts.remove(number, { by: admin, because: 'they asked for it' }),
  );
}
