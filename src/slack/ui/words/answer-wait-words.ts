import { durationInWords } from '../../../domain/pace/duration.ts';
import type { CampaignReport } from '../../../services/reports/reports.ts';
import { oneLine } from '../parts/inert.ts';
import type { Sentence } from '../parts/sentence.ts';
import { number } from './number-words.ts';

/** More names than these read like a list of the staff; the export has all. */
const mostNamed = 10;

/** "Outcomes: 12 Comes, 3 Moved." */
export function outcomeSentence({ outcomes }: Pick<CampaignReport, 'outcomes'>): Sentence[] {
  if (outcomes.length === 0) return [];
  return [[`Outcomes: ${outcomes.map(({ label, people }) => `${number(people)} ${oneLine(label)}`).join(', ')}.`]];
}

/** How long people waited for the team, and who answered them. */
export function waitSentences({ waits }: Pick<CampaignReport, 'waits'>): Sentence[] {
  if (!waits) return [];
  const { medianMs, p90Ms, longestMs, byMember } = waits;
  const waited = `Waited for an answer: half at most ${inWords(medianMs)}, nine of ten at most ${inWords(p90Ms)}, the longest ${inWords(longestMs)}.`;
  const named = byMember
    .slice(0, mostNamed)
    .flatMap(
      ({ member, answered }, index): Sentence => [index > 0 ? ', ' : '', { person: member }, ` ${number(answered)}`],
    );
  return named.length > 0 ? [[waited], ['Answered or handled by: ', ...named, '.']] : [[waited]];
}

/** Nobody needs the seconds of hours, nor the minutes of days. */
function inWords(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1_000));
  const step = seconds < 60 ? 1 : seconds < 86_400 ? 60 : 3_600;
  return durationInWords(seconds - (seconds % step));
}
