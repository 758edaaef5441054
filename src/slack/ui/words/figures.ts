import { type CampaignStatus, endsEarly, isOver } from '../../../domain/campaign/campaign-status.ts';
import { resumeAt } from '../../../domain/pace/throttle.ts';
import type { CampaignReport, LeftOut } from '../../../services/reports/reports.ts';
import type { Sentence } from '../parts/sentence.ts';
import { count, number, people } from './number-words.ts';

/** A figure with its word, and in brackets what it is made of. */
export type Figure = { value: number; word: string };

/** "1,104 people: 600 sent, 500 still to come, 4 left out." */
export function whereEverybodyIs(report: CampaignReport): Sentence {
  return [`${people(report.progress.total)}: ${spoken(figuresOf(report))}.`];
}

/** Where everybody on the list is, each in one figure: they add up to the list. Figures of nobody are left out. */
export function figuresOf({ campaign: { status }, progress, leftOut }: CampaignReport): Figure[] {
  const { sent, failed, unconfirmed, skipped, waiting, onTheirWay } = progress;
  const never = skipped + waiting - onTheirWay;
  const figures = [
    { value: sent, word: `sent${whatWasDelivered(progress, status)}` },
    { value: failed, word: 'failed' },
    { value: unconfirmed, word: `unconfirmed${whatWasDecided(progress)}` },
    ...(endsEarly(status)
      ? [
          { value: onTheirWay, word: 'on the way' },
          { value: never, word: never === 1 ? 'never gets it' : 'never get it' },
        ]
      : [
          { value: skipped + leftOut.queued, word: `left out${whyLeftOut(leftOut, skipped)}` },
          { value: waiting - leftOut.queued, word: 'still to come' },
        ]),
  ].filter(({ value }) => value > 0);
  return figures.length > 0 ? figures : [{ value: 0, word: 'sent' }];
}

/** "600 sent, 500 still to come" */
function spoken(figures: readonly Figure[]): string {
  return figures.map(({ value, word }) => `${number(value)} ${word}`).join(', ');
}

/** The same for the eye: figures stand out, and points are between them. */
export function figureLine(before: string, figures: readonly Figure[]): Sentence {
  const pieces = figures.flatMap(
    ({ value, word }, no): Sentence => [no > 0 ? ' · ' : '', { bold: number(value) }, ` ${word}`],
  );
  return [before, ...pieces];
}

/** Whoever gets nothing, with why as far as that is known; who opted out, whether their turn has come or not. */
function whyLeftOut({ queued, skipped: because }: LeftOut, skipped: number): string {
  const { opted_out: optedOut = 0, duplicate = 0 } = because;
  const missing = Object.entries(because)
    .filter(([reason]) => reason.startsWith('missing_'))
    .reduce((sum, [, value]) => sum + value, 0);
  const other = skipped - optedOut - duplicate - missing;
  if (other === skipped + queued) return '';
  return inBrackets([
    { value: optedOut + queued, word: 'opted out' },
    { value: duplicate, word: 'on the list twice' },
    { value: missing, word: 'with a value missing' },
    { value: other, word: 'for another reason' },
  ]);
}

/** Of those sent: they add up to these. */
function whatWasDelivered({ sent, delivered }: CampaignReport['progress'], status: CampaignStatus): string {
  const none = isOver(status) ? 'without a receipt' : 'no receipt yet';
  const some = isOver(status) ? 'without a receipt' : 'not yet';
  return inBrackets([
    { value: delivered, word: delivered === sent && sent > 1 ? 'all delivered' : 'delivered' },
    { value: sent - delivered, word: delivered === 0 ? none : some },
  ]);
}

/** Of those of whom nobody knows whether the message went out: who still needs a decision, and who had one. */
function whatWasDecided({ unconfirmed, closed }: CampaignReport['progress']): string {
  if (closed === 0) return '';
  return inBrackets([
    { value: unconfirmed - closed, word: 'to decide' },
    { value: closed, word: 'closed' },
  ]);
}

/** " (540 delivered, 60 without a receipt)"; a part that is the whole needs no figure of its own. */
function inBrackets(parts: readonly Figure[]): string {
  const present = parts.filter(({ value }) => value > 0);
  const [only] = present;
  if (!only) return '';
  return ` (${present.length === 1 ? only.word : spoken(present)})`;
}

/** What is to be done about those in doubt; undefined when nobody needs a decision. */
export function whatIsInDoubt({ progress: { unconfirmed, closed } }: CampaignReport): Sentence | undefined {
  const open = unconfirmed - closed;
  if (open === 0) return undefined;
  return [`${people(open)} ${open === 1 ? 'needs' : 'need'} a decision: see the thread.`];
}

/** "25 people replied (3 unanswered), 2 opted out." Undefined when nobody wrote. */
export function whoWrote(report: CampaignReport): Sentence | undefined {
  const figures = writersOf(report);
  return figures.length > 0 ? [`${spoken(figures)}.`] : undefined;
}

/** Whoever wrote, as people. */
export function writersOf({ replies, unanswered, optedOut }: CampaignReport): Figure[] {
  const open = unanswered > 0 ? ` (${number(unanswered)} unanswered)` : '';
  const noun = (value: number) => (value === 1 ? 'person' : 'people');
  return [
    { value: replies, word: `${noun(replies)} replied${open}` },
    { value: optedOut, word: replies > 0 ? 'opted out' : `${noun(optedOut)} opted out` },
  ].filter(({ value }) => value > 0);
}

/** How full the bar is, from 0 to 1: of those who get it, or would have, the ones whose turn has come. */
export function barFraction({ campaign: { status }, progress, leftOut }: CampaignReport): number {
  const { total, sent, failed, unconfirmed, skipped } = progress;
  const done = sent + failed + unconfirmed;
  const all = endsEarly(status) ? total : total - skipped - leftOut.queued;
  return all > 0 ? done / all : Number(status === 'completed');
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
