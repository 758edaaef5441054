import type { KnownBlock } from '@slack/types';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import type { Difference, Part } from '../../../domain/campaign/difference.ts';
import { paceDifferences } from '../../../domain/campaign/difference.ts';
import { notAfterLabel } from '../../../domain/campaign/not-after.ts';
import type { PaceLimits } from '../../../domain/pace/pace-limits.ts';
import type { Preview } from '../../../services/campaigns/previewing.ts';
import { cut, oneLine } from '../parts/inert.ts';
import { bullets, fact, lines, richText, type Sentence } from '../parts/sentence.ts';
import { number, people } from '../words/number-words.ts';

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
  pace: 'Pace',
  answerWithin: 'Answer within',
  hours: 'Sending hours',
  start: 'Start',
  channel: 'Post in channel',
  expected: 'Expected answers',
  canned: 'Canned answers',
  outcomes: 'Outcomes',
  showColumns: 'Show on replies',
  leaveOut: 'Leave out',
  canary: 'Try it on the first',
  notAfter: notAfterLabel,
  consent: 'How they agreed',
  other: 'Something else',
};

/** "Batch size: 50 → 10", a line for each. */
export function paceSentences(from: PaceLimits, to: PaceLimits): Sentence[] {
  return paceDifferences(from, to).map((difference) => differenceSentence(difference));
}

/** What changed since reviewers last had it before them; nothing for what they never had. */
export function whatChanged({ campaign, changes }: Pick<Preview, 'campaign' | 'changes'>): KnownBlock[] {
  if (!changes) return [];
  const { zone } = campaign;
  const people = peopleChange(campaign, changes);
  const said = changes.differences.map((difference) => differenceSentence(difference, { zone, people }));
  const since: Sentence = [{ bold: 'What changed since ' }, { at: changes.since, zone }];
  if (said.length === 0) return [richText(lines([...since, { bold: ': nothing.' }]))];
  return [richText(lines([...since, ':']), bullets(said), lines(['Nothing else changed. All of it as it is now:']))];
}

/** "12 added, 3 left out: 120 people → 129 people" */
function peopleChange({ list }: Campaign, { people: change, listSize }: NonNullable<Preview['changes']>): string {
  const sizes = `${people(listSize)} → ${people(list.size)}`;
  if (!change) return `another list, ${sizes}`;
  const { added, gone } = change;
  return added + gone === 0
    ? 'the same people, read another way'
    : `${number(added)} added, ${number(gone)} left out: ${sizes}`;
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
      return fact(label, moment(from, zone, 'once approved'), ' → ', moment(to, zone, 'once approved'));
    case 'notAfter':
      return fact(label, moment(from, zone, 'none'), ' → ', moment(to, zone, 'none'));
    case 'message':
      return fact(label, `before, it was “${shortly(from)}”`);
    case 'expected':
    case 'canned':
    case 'outcomes':
    case 'showColumns':
    case 'leaveOut':
    case 'canary':
    case 'consent':
      return fact(label, `${quoted(from)} → ${quoted(to)}`);
    default:
      return fact(label, `${shortly(from)} → ${shortly(to)}`);
  }
}

function moment(at: string, zone: string, otherwise: string) {
  return at === '' ? otherwise : { at, zone };
}

function quoted(text: string): string {
  return text === '' ? 'none' : `“${shortly(text)}”`;
}

function shortly(text: string): string {
  return cut(oneLine(text), shownText);
}
