import { textsIn } from '../../src/domain/reply/conversation.ts';
import { listedNumber } from '../kills/spellings.ts';
import { createRandom } from '../random.ts';
import type { Program } from './program.ts';
import { agent, cleo, isDiskTrouble, type SimulatedWorld } from './simulated-world.ts';
import { writeText } from './webhooks.ts';

/** From the first message on. */
export function tellStory(world: SimulatedWorld): void {
  const random = createRandom(7);
  world.time.after(800, () => writeText(world, random, listedNumber(11), 'STOP'));
  world.time.after(1_500, () => writeText(world, random, listedNumber(1), 'Yes, I will come'));
  insist(world, 3_000, async (program) => {
    const [conversation] = await conversationsWithReplies(world, program);
    if (!conversation) throw Object.assign(new Error('The reply is not there yet.'), { code: 'EINJECTED' });
    await program.inbox.answer(conversation.id, { text: 'See you there', by: agent, key: 'the-answer' });
  });
  const writes = (no: number, words: string) => writeText(world, random, listedNumber(no), words, { isSure: true });
  for (const no of [2, 3, 5]) world.time.after(20_000 + no, () => writes(no, 'When?'));
  world.time.after(20_000, () => writes(4, 'Yes'));
  world.time.after(32_000, () => writes(6, 'Is there parking?'));
  insist(world, 24_000, (program) => answerAll(world, program));
  insist(world, 38_000, (program) => answerInTurn(world, program));
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

function notYet(what: string): Error {
  return Object.assign(new Error(what), { code: 'EINJECTED' });
}

/** In the same words each time, until nobody of the group waits: whoever has got them must not get them again. */
async function answerAll(world: SimulatedWorld, { inbox, store }: Program): Promise<void> {
  const ref = { campaignId: world.ledger.campaigns[0]!.id!, says: 'when' };
  const group = (await store.campaigns.groups(ref.campaignId)).find(({ says }) => says === ref.says);
  if (!group) throw notYet('The group has no card yet.');
  const { members } = await inbox.showGroup(ref, agent);
  if (members.length === 0) return;
  if (group.answer?.state !== 'sending') {
    world.ledger.answers += 1;
    const until = world.providerClock().toISOString();
    const answer = { answer: { typed: 'At nine.' }, of: 3, until, key: `group-${world.ledger.answers}`, by: agent };
    await inbox.answerGroup(ref, answer);
  }
  throw notYet('Somebody of the group may still wait.');
}

/** Through the window Answer replies, until nothing is left. */
async function answerInTurn({ ledger }: SimulatedWorld, { inbox }: Program): Promise<void> {
  const next = await inbox.next(ledger.campaigns[0]!.id!, { by: cleo });
  if (next.kind === 'none') return;
  const { id } = next.conversation;
  const seen = textsIn(next.conversation);
  await inbox.answer(id, { text: 'Behind the hall.', by: cleo, key: `window-${id}`, seen, ifOpen: true });
  throw notYet('Somebody else may wait.');
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
