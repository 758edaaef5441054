import { isOver } from '../../../domain/campaign/campaign-status.ts';
import { resumeAt } from '../../../domain/pace/throttle.ts';
import type { CampaignReport, LeftOut } from '../../../services/reports/reports.ts';
import type { Sentence } from '../parts/sentence.ts';
import { count, listed, number, people } from './number-words.ts';

/** Where everybody on the list is, each in one figure: they add up to the list. Figures of nobody are left out. */
export function whereEverybodyIs({ campaign: { status }, progress, leftOut }: CampaignReport): Sentence {
  const { total, sent, failed, unconfirmed, skipped, waiting, onTheirWay } = progress;
  const never = skipped + waiting - onTheirWay;
  const neverGetIt = status === 'cancelling' || status === 'cancelled' || status === 'failed';
  const figures = [
    `${number(sent)} sent`,
    ...figure(failed, 'failed'),
    ...figure(unconfirmed, 'unconfirmed'),
    ...(neverGetIt
      ? [
          ...figure(onTheirWay, onTheirWay === 1 ? 'on its way' : 'on their way'),
          ...figure(never, never === 1 ? 'never gets it' : 'never get it'),
        ]
      : [...whoIsLeftOut(leftOut, skipped), ...figure(waiting - leftOut.queued, 'still to come')]),
  ];
  return [`${people(total)}: ${listed(figures)}.`];
}

/** Whoever gets nothing, with why where that is known; who opted out, whether their turn has come or not. */
function whoIsLeftOut({ queued, skipped: because }: LeftOut, skipped: number): string[] {
  const { opted_out: optedOut = 0, duplicate = 0 } = because;
  const missing = Object.entries(because)
    .filter(([reason]) => reason.startsWith('missing_'))
    .reduce((sum, [, value]) => sum + value, 0);
  return [
    ...figure(optedOut + queued, 'left out (opted out)'),
    ...figure(duplicate, 'skipped (on the list twice)'),
    ...figure(missing, 'skipped (a value was missing)'),
    ...figure(skipped - optedOut - duplicate - missing, 'skipped'),
  ];
}

/** "Of the 600 sent, 540 are delivered and 60 have no receipt yet." Undefined when nothing was sent. */
export function whatWasDelivered({ campaign: { status }, progress: { sent, delivered } }: CampaignReport) {
  if (sent === 0) return undefined;
  const without = sent - delivered;
  const parts = [
    ...(delivered > 0 ? [`${number(delivered)} ${delivered === 1 ? 'is' : 'are'} delivered`] : []),
    ...(without > 0
      ? [`${number(without)} ${without === 1 ? 'has' : 'have'} no receipt${isOver(status) ? '' : ' yet'}`]
      : []),
  ];
  return [`Of the ${number(sent)} sent, ${listed(parts)}.`];
}

/** Of those of whom nobody knows whether the message went out: who still needs a decision, and who had one. */
export function whatIsInDoubt({ progress: { unconfirmed, closed } }: CampaignReport): Sentence | undefined {
  if (unconfirmed === 0) return undefined;
  const open = unconfirmed - closed;
  const decided = `${closed === 1 ? 'is closed, and gets' : 'are closed, and get'} no message again.`;
  if (open === 0) return [`The ${number(closed)} unconfirmed ${decided}`];
  const next = 'the thread names them and says what to do.';
  if (closed === 0) return [`For ${people(open)} it is unknown whether the message went out: ${next}`];
  return [
    `Of the ${number(unconfirmed)} unconfirmed, ${number(open)} ${open === 1 ? 'needs' : 'need'} a decision: ${next} ${number(closed)} ${decided}`,
  ];
}

/** "25 people replied (3 unanswered), 2 opted out." Undefined when nobody wrote. */
export function whoWrote({ replies, unanswered, optedOut }: CampaignReport): Sentence | undefined {
  const open = unanswered > 0 ? ` (${number(unanswered)} unanswered)` : '';
  const parts = [
    ...(replies > 0 ? [`${people(replies)} replied${open}`] : []),
    ...(optedOut > 0 ? [`${replies > 0 ? number(optedOut) : people(optedOut)} opted out`] : []),
  ];
  return parts.length > 0 ? [`${parts.join(', ')}.`] : undefined;
}

/** How full the bar is, from 0 to 1: of a campaign that ended early, those whose message left. */
export function barFraction({ campaign: { status }, progress }: CampaignReport): number {
  const { total, sent, failed, unconfirmed, doneFraction } = progress;
  const endedEarly = status === 'cancelling' || status === 'cancelled' || status === 'failed';
  if (!endedEarly) return doneFraction;
  return total === 0 ? 0 : (sent + failed + unconfirmed) / total;
}

/** "goes on when 3 or fewer are left" */
export function goesOnAt(resumesAt: number): string {
  return `goes on when ${endsAt(resumesAt)}`;
}

/** "3 or fewer are left" */
export function endsAt(resumesAt: number): string {
  return resumesAt === 0 ? 'none is left' : `${number(resumesAt)} or fewer are left`;
}

/** When replies hold the next batch back, and until when: it goes on at a lower number than it stopped at. */
export function holdInWords(holdAbove: number): string {
  const resumesAt = resumeAt(holdAbove);
  const tooMany =
    holdAbove === 0 ? 'any reply is unanswered' : `more than ${count(holdAbove, 'reply is', 'replies are')} unanswered`;
  return `When ${tooMany}, the next batch waits until ${resumesAt === 0 ? 'none is' : `${number(resumesAt)} or fewer are`}.`;
}

function figure(value: number, word: string): string[] {
  return value > 0 ? [`${number(value)} ${word}`] : [];
}
