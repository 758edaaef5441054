import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../random.ts';
import type { Battlefield } from '../battlefield.ts';
import { networkNumber, ownerOf } from '../spellings.ts';
import { cardsOf, pressAnswerAll } from './cards.ts';

/** What came of it: kills that struck while an answer to a group was leaving. */
export type StrikeCounts = { struck: number; inTheMiddle: number; pressedAgain: number };

const size = 12;
/** A card may wait for its turn in the channel. */
const cardMs = 40_000;
const leavesMs = 2_000;
/** The card says that the answer was interrupted, and asks for the rest. */
const restMs = 20_000;

/** So many times: people write the same, an agent answers all of them, and the program is killed while it does so. */
export async function strikeAnswerAll(world: Battlefield, random: Random, times: number): Promise<StrikeCounts> {
  const { oracle, program, slack } = world;
  const counts: StrikeCounts = { struck: 0, inTheMiddle: 0, pressedAgain: 0 };
  for (let no = 1; no <= times; no += 1) {
    const people = letThemAsk(world, random);
    if (people === 0) return counts;
    // The card of a saying that many had before them: it stands, and is edited soon.
    const cardOf = () =>
      cardsOf(slack).find(
        ({ text, buttons }) => text.toLowerCase().includes(question) && buttons.includes('Answer all'),
      );
    const card = await comes(cardOf, cardMs);
    if (!card) continue;
    const before = oracle.acceptedCount;
    const agent = slack.as(random.pick(['ada', 'ben', 'cleo']));
    // The same words both times: whoever got them before the kill must not get them again.
    const words = `We open at nine, as always (${1_000_000 + no}).`;
    const pressed = pressAnswerAll(agent, card, words);
    await comes(() => oracle.acceptedCount > before + random.int(0, 3) || undefined, leavesMs + 3_000);
    program.strike('SIGKILL');
    await pressed.catch(() => {});
    counts.struck += 1;
    await program.gone();
    const left = oracle.acceptedCount - before;
    if (left > 0 && left < people) counts.inTheMiddle += 1;
    await program.start();
    const rest = await comes(cardOf, restMs);
    if (agent.openModal()) await agent.dismiss();
    const again = rest && (await pressAnswerAll(agent, rest, words).catch(() => undefined));
    if (again === 'sent' || again === 'proposed') counts.pressedAgain += 1;
  }
  return counts;
}

const question = 'when do you open';

/** People of one campaign. */
function letThemAsk({ oracle, campaigns }: Battlefield, random: Random): number {
  const [{ sender }] = [random.pick(campaigns)];
  const from = sender.replace('+', '');
  const texted = oracle
    .accepted()
    .filter((one) => one.clientRef?.startsWith('v1.') && one.from.replace('+', '') === from);
  const phones = new Set(random.shuffled(texted).map(({ to }) => ownerOf(to)));
  const chosen = [...phones].slice(0, size);
  for (const phone of chosen) oracle.order({ do: 'text', from: networkNumber(phone), text: question });
  return chosen.length;
}

async function comes<T>(look: () => T | undefined, patienceMs: number): Promise<T | undefined> {
  for (const end = performance.now() + patienceMs; performance.now() < end; await sleep(3)) {
    const found = look();
    if (found) return found;
  }
  return undefined;
}
