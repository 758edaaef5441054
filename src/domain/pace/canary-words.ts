import { number, people } from '../number-words.ts';
import type { Canary, CanaryState } from './canary.ts';
import { rangeInWords } from './sure-range.ts';

type Figures = { sent: number; delivered: number; failed: number; replies: number; optedOut: number };
type Because = NonNullable<CanaryState['asked']>['because'];

/** "2 of 100 opted out: between 0.5 and 7 %" */
export function optOutShare(optedOut: number, sent: number): string {
  const share = `${number(optedOut)} of ${number(sent)} opted out`;
  const range = rangeInWords(Math.min(optedOut, sent), sent);
  return range ? `${share}: ${range}` : share;
}

/** "2 of 100 opted out: between 0.5 and 7 %. 9 replied, 88 delivered, 3 failed." */
export function whatIsKnown({ sent, delivered, failed, replies, optedOut }: Figures): string {
  return `${optOutShare(optedOut, sent)}. ${number(replies)} replied, ${number(delivered)} delivered, ${number(failed)} failed.`;
}

/** What the campaign's message says while it waits after its first people. */
export function canaryStands(
  { canary, canaryState = {} }: { canary?: Canary | undefined; canaryState?: CanaryState | undefined },
  { optedOut, tried }: { optedOut: number; tried: number },
): string[] {
  const share = `${optOutShare(optedOut, tried)}.`;
  if (canary?.goOn === 'alone' && !canaryState.asked) {
    return [
      share,
      'It goes on by itself once enough of these texts are an hour old and few opted out. Go on does not wait for that.',
    ];
  }
  return [share, `${whyAsked[canaryState.asked?.because ?? 'tried']}Nobody else gets it until somebody presses Go on.`];
}

/** What the thread is told: what was known then, and why a person decides. */
export function canaryAsks({ because, ...figures }: Figures & { because: Because }): string[] {
  return [
    `Tried on the first ${people(figures.sent)}. ${whatIsKnown(figures)}`,
    `${whyAsked[because]}With Go on the others get it too; with Stop nobody else does.`,
  ];
}

const whyAsked: Record<Because, string> = {
  tried: '',
  opt_outs: 'Too many opted out to go on by itself. ',
  unsure: 'Too few texts arrived to go on by itself. ',
};
