import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../random.ts';
import { shows, soon } from '../answering/cards.ts';
import type { Battlefield } from '../battlefield.ts';
import type { Refusal } from './places-evidence.ts';

/** Cleo, who brings in who said no elsewhere: files and single numbers, while the program is struck. */
export type Noter = {
  readonly refusals: readonly Refusal[];
  start(): void;
  stop(): Promise<void>;
};

const betweenMs = 900;
const filed = 4;
/** Of all people. */
const whoRefuses = 0.15;

export function createNoter({ slack, campaigns }: Pick<Battlefield, 'slack' | 'campaigns'>, random: Random): Noter {
  const people = [...new Set(campaigns.flatMap(({ numbers }) => numbers))];
  const chosen = random.shuffled(people).slice(0, Math.ceil(people.length * whoRefuses));
  const refusals: Refusal[] = [];
  const stopping = new AbortController();
  const cleo = slack.as('cleo');
  let going = Promise.resolve();

  const importFile = async (numbers: readonly string[]): Promise<boolean> => {
    await cleo.command('/sms-campaign', 'optout import');
    if (!(await shows(cleo, 'Import opt-outs'))) return false;
    const content = ['number,date', ...numbers.map((number) => `${number},2026-10-05`)].join('\n');
    await cleo.fill({ 'Opt-outs (CSV files)': { name: 'said-no.csv', content } });
    await cleo.submit();
    return soon(() => /numbers? opted out\.|No number was new/.test(cleo.openModal()?.text ?? ''));
  };

  const add = async (number: string): Promise<boolean> => {
    const before = cleo.ephemerals().length;
    await cleo.command('/sms-campaign', `optout add ${number} rang and said no`);
    const isTold = () =>
      cleo
        .ephemerals()
        .slice(before)
        .some(({ text }) => text.includes('is opted out now'));
    return soon(isTold);
  };

  const bringIn = async (): Promise<void> => {
    const by = random.chance(0.6) ? 'import' : 'hand';
    const numbers = chosen.splice(0, by === 'import' ? filed : 1);
    if (numbers.length === 0) return;
    // A program that is struck may not answer: then nobody knows, until the same is brought in again.
    const isNoted = await (by === 'import' ? importFile(numbers) : add(numbers[0]!)).catch(() => false);
    const confirmedMs = isNoted ? Date.now() : undefined;
    refusals.push(...numbers.map((number) => ({ number, by, confirmedMs }) as const));
    if (!isNoted) chosen.push(...numbers);
    if (cleo.openModal()) await cleo.dismiss().catch(() => {});
  };

  const keepBringing = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await bringIn();
      await sleep(betweenMs);
    }
  };

  return {
    refusals,
    start() {
      going = keepBringing();
    },
    stop() {
      stopping.abort();
      return going;
    },
  };
}
