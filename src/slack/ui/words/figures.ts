import { type CampaignStatus, endsEarly, isOver } from '../../../domain/campaign/campaign-status.ts';
import { type LeftOutBecause, readLeftOutReason } from '../../../domain/leave-out/left-out-because.ts';
import { resumeAt } from '../../../domain/pace/throttle.ts';
import type { CampaignReport, LeftOut } from '../../../services/reports/reports.ts';
import type { Sentence } from '../parts/sentence.ts';
import { count, number, people } from './number-words.ts';

/** A figure with its word, and in brackets what it is made of. */
export type Figure = { value: number; word: string };

/** "1,104 people: 600 sent, 500 to come, 4 left out." */
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
          { value: waiting - leftOut.queued, word: 'to come' },
        ]),
  ].filter(({ value }) => value > 0);
  return figures.length > 0 ? figures : [{ value: 0, word: 'sent' }];
}

/** "600 sent, 500 to come" */
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
  const [texted, listed] = [countLeftOut(because, 'texted'), countLeftOut(because, 'in_campaign')];
  const {
    no_rule: noRule = 0,
    place_blocked: blocked = 0,
    no_hour: noHour = 0,
    text_there: text = 0,
    capped = 0,
    not_after: late = 0,
  } = because;
  const ruledOut = noRule + blocked + noHour + text + capped;
  const other = skipped - optedOut - duplicate - missing - texted - listed - ruledOut - late;
  if (other === skipped + queued) return '';
  return inBrackets([
    { value: optedOut + queued, word: 'opted out' },
    { value: duplicate, word: 'on the list twice' },
    { value: missing, word: 'with a value missing' },
    { value: texted, word: 'texted lately' },
    { value: listed, word: 'in another campaign' },
    { value: ruledOut, word: 'by the rules of where they are' },
    { value: late, word: 'after its last moment' },
    { value: other, word: 'for another reason' },
  ]);
}

function countLeftOut(because: LeftOut['skipped'], kind: LeftOutBecause['kind']): number {
  return Object.entries(because)
    .filter(([reason]) => readLeftOutReason(reason)?.kind === kind)
    .reduce((sum, [, value]) => sum + value, 0);
}

/** Of those sent: how many have arrived, and once it is over how many never told. */
function whatWasDelivered({ sent, delivered }: CampaignReport['progress'], status: CampaignStatus): string {
  const rest = sent - delivered;
  if (delivered === 0 && rest > 0) return isOver(status) ? ' (without a receipt)' : ' (no receipt yet)';
  return inBrackets(
    [
      { value: delivered, word: delivered === sent && sent > 1 ? 'all delivered' : 'delivered' },
      { value: isOver(status) || rest === 0 ? rest : 0, word: 'without a receipt' },
    ],
    rest > 0,
  );
}

/** Of those of whom nobody knows whether the message went out: who still needs a decision. */
function whatWasDecided({ unconfirmed, closed }: CampaignReport['progress']): string {
  const open = unconfirmed - closed;
  if (open === 0) return '';
  return closed === 0 ? ' (decide in thread)' : ` (${number(open)} to decide in thread)`;
}

/** " (540 delivered, 60 without a receipt)"; a part that is the whole needs no figure of its own. */
function inBrackets(parts: readonly Figure[], isPart = false): string {
  const present = parts.filter(({ value }) => value > 0);
  const [only] = present;
  if (!only) return '';
  return ` (${present.length === 1 && !isPart ? only.word : spoken(present)})`;
}

/** "25 replied (3 unanswered), 2 opted out." Undefined when nobody wrote. */
export function whoWrote(report: CampaignReport): Sentence | undefined {
  const figures = writersOf(report);
  return figures.length > 0 ? [`${spoken(figures)}.`] : undefined;
}

/** Whoever wrote, as people. While their replies hold the next batch back, the sentence about that counts the open ones. */
export function writersOf({ replies, unanswered, team, optedOut, plan }: CampaignReport): Figure[] {
  const isHeld = plan?.kind === 'wait' && plan.because === 'open replies' && unanswered === team.replies;
  const open = unanswered > 0 && !isHeld ? ` (${number(unanswered)} unanswered)` : '';
  return [
    { value: replies, word: `replied${open}` },
    { value: optedOut, word: 'opted out' },
  ].filter(({ value }) => value > 0);
}

/** What conversations ended with. */
export function outcomeFigures(outcomes: CampaignReport['outcomes']): Figure[] {
  return outcomes.map(({ label, people: value }) => ({ value, word: label }));
}

/** How full the bar is, from 0 to 1: of those who get it, or would have, the ones whose turn has come. */
export function barFraction({ campaign: { status }, progress, leftOut }: CampaignReport): number {
  const { total, sent, failed, unconfirmed, skipped } = progress;
  const done = sent + failed + unconfirmed;
  const all = endsEarly(status) ? total : total - skipped - leftOut.queued;
  return all > 0 ? done / all : Number(status === 'completed');
}

/** "goes on when 3 or fewer are left": "at 3" would read as a time. */
export function goesOnAt(resumesAt: number): string {
  return `goes on when ${endsAt(resumesAt)}`;
}

/** "3 or fewer are left" */
export function endsAt(resumesAt: number): string {
  return resumesAt === 0 ? 'none is left' : `${number(resumesAt)} or fewer are left`;
}

/** "Held above 10 unanswered replies, until 7 or fewer are left.": it goes on at a lower number than it stopped at. */
export function holdInWords(holdAbove: number): string {
  const resumesAt = resumeAt(holdAbove);
  const tooMany =
    holdAbove === 0 ? 'by any unanswered reply' : `above ${count(holdAbove, 'unanswered reply', 'unanswered replies')}`;
  return `Held ${tooMany}, until ${endsAt(resumesAt)}.`;
}
