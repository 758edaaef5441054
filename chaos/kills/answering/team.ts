import { setTimeout as sleep } from 'node:timers/promises';
import type { Person } from '../../../playground/slack/people/person.ts';
import type { MessageShown } from '../../../playground/slack/people/shown.ts';
import type { Random } from '../../random.ts';
import type { Battlefield } from '../battlefield.ts';
import { cardsOf, pressAnswerAll, shows, soon } from './cards.ts';

export type TeamCounts = {
  answerAll: number;
  proposed: number;
  released: number;
  allHandled: number;
  sentAndNext: number;
};

/** Agents who answer all the time. Whatever fails because the program was struck is left, and something else is tried. */
export type Team = {
  readonly counts: TeamCounts;
  start(): void;
  /** Resolves when all of them have put down what they had before them. */
  stop(): Promise<void>;
};

const betweenMs = 500;

export function createTeam({ slack, places }: Pick<Battlefield, 'slack' | 'places'>, random: Random): Team {
  const counts: TeamCounts = { answerAll: 0, proposed: 0, released: 0, allHandled: 0, sentAndNext: 0 };
  // Where there are places, Cleo brings in who said no.
  const agents = places ? ['ada', 'ben'] : ['ada', 'ben', 'cleo'];
  const stopping = new AbortController();
  let typed = 0;
  let working: Promise<unknown> = Promise.resolve();

  const words = () => {
    typed += 1;
    return `We look forward to it (${typed}).`;
  };

  const answerAll = async (person: Person, card: MessageShown): Promise<void> => {
    const came = await pressAnswerAll(person, card, random.chance(0.4) ? null : words());
    if (came === 'sent') counts.answerAll += 1;
    if (came === 'proposed') counts.proposed += 1;
  };

  const goThrough = async (person: Person, root: MessageShown): Promise<void> => {
    await person.pressIn(root, 'Answer replies');
    if (!(await shows(person, 'Answer replies'))) return;
    for (let turns = random.int(1, 4); turns > 0; turns -= 1) {
      const before = person.openModal();
      if (before?.submit !== 'Send and next') return;
      if (random.chance(0.3)) await person.press(random.pick(['Handled, next', 'Skip']));
      else {
        await person.fill({ 'Your answer': words() });
        await person.submit();
        counts.sentAndNext += 1;
      }
      if (!(await soon(() => person.openModal()?.text !== before.text))) return;
    }
  };

  const actOnce = async (person: Person): Promise<void> => {
    const cards = cardsOf(slack);
    const withButton = (isMeant: (button: string) => boolean) =>
      cards.filter(({ buttons }) => buttons.some((button) => isMeant(button)));
    const proposals = withButton((button) => /^Send to \d/.test(button));
    const groups = withButton((button) => button === 'Answer all');
    const roots = withButton((button) => button === 'Answer replies');
    const [proposal] = random.shuffled(proposals);
    if (proposal && random.chance(0.7)) {
      const send = proposal.buttons.find((button) => /^Send to \d/.test(button))!;
      await person.pressIn(proposal, send);
      counts.released += 1;
    } else if (groups.length > 0 && random.chance(0.6)) {
      const card = random.pick(groups);
      if (random.chance(0.15)) {
        await person.pressIn(card, 'All handled');
        counts.allHandled += 1;
      } else await answerAll(person, card);
    } else if (roots.length > 0) await goThrough(person, random.pick(roots));
  };

  const work = async (person: Person): Promise<void> => {
    while (!stopping.signal.aborted) {
      // A button that has just gone, a window of a dead process: people shrug and go on.
      await actOnce(person).catch(() => {});
      if (person.openModal()) await person.dismiss().catch(() => {});
      await sleep(betweenMs);
    }
  };

  return {
    counts,
    start() {
      working = Promise.all(agents.map((name) => work(slack.as(name))));
    },
    async stop() {
      stopping.abort();
      await working;
    },
  };
}
