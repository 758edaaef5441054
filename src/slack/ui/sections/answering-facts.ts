import type { KnownBlock } from '@slack/types';
import type { Answering, ExpectedAnswer } from '../../../domain/answering/answering.ts';
import { answeringLabels } from '../../../domain/answering/lines.ts';
import { durationInWords } from '../../../domain/pace/duration.ts';
import type { Preview } from '../../../services/campaigns/previewing.ts';
import { shown } from '../../limits.ts';
import { cut, inert, oneLine } from '../parts/inert.ts';
import { bullets, fact, lines, richText, type Sentence } from '../parts/sentence.ts';
import { listed } from '../words/number-words.ts';

/** How replies will be answered, with every text as the first person on the list reads it. Nothing when nothing was foreseen. */
export function answeringFacts({ foreseen }: Pick<Preview, 'foreseen'>): KnownBlock[] {
  if (!foreseen) return [];
  const { expected, canned } = foreseen;
  const facts = shortFacts(foreseen);
  const parts = [
    ...listOf(answeringLabels.expected, expected.map(expectedInWords)),
    ...listOf(
      answeringLabels.canned,
      canned.map(({ label, text }) => fact(oneLine(label), quoted(text))),
    ),
    ...(facts.length > 0 ? [lines(...facts)] : []),
  ];
  return parts.length > 0 ? [richText(...parts)] : [];
}

const shownWords = 3;

/** "Yes: coming, count me in and 2 more. Thank-you: “See you, Ana!”" */
function expectedInWords({ label, words, thankYou }: ExpectedAnswer): Sentence {
  const more = words.length - shownWords;
  const some = words.slice(0, shownWords).map((word) => oneLine(word));
  const said = [
    ...(words.length > 0 ? [listed([...some, ...(more > 0 ? [`${more} more`] : [])])] : []),
    ...(thankYou === null ? [] : [`Thank-you: ${quoted(thankYou)}`]),
  ];
  return said.length > 0 ? fact(oneLine(label), said.join('. ')) : [{ bold: oneLine(label) }];
}

function shortFacts({ outcomes, showColumns, answerWithinSeconds }: Answering): Sentence[] {
  return [
    ...(outcomes.length > 0 ? [fact(answeringLabels.outcomes, listed(outcomes.map(oneLine)))] : []),
    ...(showColumns.length > 0 ? [fact(answeringLabels.showColumns, listed(showColumns.map(oneLine)))] : []),
    ...(answerWithinSeconds === null ? [] : [fact(answeringLabels.answerWithin, durationInWords(answerWithinSeconds))]),
  ];
}

function listOf(title: string, entries: readonly Sentence[]) {
  return entries.length > 0 ? [lines([{ bold: title }]), bullets(entries)] : [];
}

function quoted(text: string): string {
  return `“${cut(inert(text), shown.sentence)}”`;
}
