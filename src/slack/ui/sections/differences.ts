import type { Difference, Part } from '../../../domain/campaign/difference.ts';
import { paceDifferences } from '../../../domain/campaign/difference.ts';
import type { PaceLimits } from '../../../domain/pace/pace-limits.ts';
import { cut, oneLine } from '../parts/inert.ts';
import { fact, type Sentence } from '../parts/sentence.ts';

/** The fields' own labels, as the form has them. */
const labels: Record<Part, string> = {
  name: 'Campaign name',
  sender: 'Send from',
  message: 'Message',
  people: 'Recipients',
  list: 'How the list was read',
  batchSize: 'Batch size',
  every: 'Every',
  hold: 'Hold while unanswered replies exceed',
  answerWithin: 'Answer within',
  hours: 'Sending hours',
  start: 'Start',
  channel: 'Post in channel',
  expected: 'Expected answers',
  canned: 'Canned answers',
  outcomes: 'Outcomes',
  showColumns: 'Show on replies',
  leaveOut: 'Leave out',
  other: 'Something else',
};

/** "Batch size: 50 → 10", a line for each. */
export function paceSentences(from: PaceLimits, to: PaceLimits): Sentence[] {
  return paceDifferences(from, to).map((difference) => differenceSentence(difference));
}

const shownText = 150;

/** `zone`: of the campaign's times; `people`: what is known of another list. */
export function differenceSentence(
  { part, from, to }: Difference,
  { zone = 'UTC', people = 'changed' }: { zone?: string; people?: string } = {},
): Sentence {
  const label = labels[part];
  switch (part) {
    case 'people':
      return fact(label, people);
    case 'list':
    case 'other':
      return fact(label, 'changed');
    case 'channel':
      return fact(label, { channel: from }, ' → ', { channel: to });
    case 'start':
      return fact(label, start(from, zone), ' → ', start(to, zone));
    case 'message':
      return fact(label, `before, it was “${shortly(from)}”`);
    case 'expected':
    case 'canned':
    case 'outcomes':
    case 'showColumns':
    case 'leaveOut':
      return fact(label, `${quoted(from)} → ${quoted(to)}`);
    default:
      return fact(label, `${shortly(from)} → ${shortly(to)}`);
  }
}

function start(at: string, zone: string) {
  return at === '' ? 'once approved' : { at, zone };
}

function quoted(text: string): string {
  return text === '' ? 'none' : `“${shortly(text)}”`;
}

function shortly(text: string): string {
  return cut(oneLine(text), shownText);
}
