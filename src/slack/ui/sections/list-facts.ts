import type { RichTextList } from '@slack/types';
import type { Campaign, ListSummary } from '../../../domain/campaign/campaign.ts';
import { notAfterLabel } from '../../../domain/campaign/not-after.ts';
import { type LeaveOut, ruleInWords } from '../../../domain/leave-out/leave-out.ts';
import { countryName } from '../../../domain/list/cells/country-names.ts';
import type { ListReading } from '../../../domain/list/reading.ts';
import { maskDigits } from '../../../domain/phone/phone-number.ts';
import type { Preview } from '../../../services/campaigns/previewing.ts';
import { shown } from '../../limits.ts';
import { cut, oneLine } from '../parts/inert.ts';
import { bullets, fact, type Sentence } from '../parts/sentence.ts';
import { count, listed, number, people } from '../words/number-words.ts';
import { encoding, fromSentences, lineIn, masked, noteOn } from './list-notes.ts';

/** How many get it, and how many entries of the list do not; the figures add up to the list. */
export function whoGetsIt({ campaign, audience }: Pick<Preview, 'campaign' | 'audience'>): Sentence[] {
  const { list } = campaign;
  const { people: size, optedOut, leftOut: byRule = [], ruledOut = 0, submitted = size } = audience;
  const { duplicates, invalid, marked = 0, waiting = 0 } = list;
  const total = list.size + duplicates + invalid + marked + waiting;
  if (waiting > 0) {
    const wait = `${count(waiting, 'entry', 'entries')} of ${number(total)} ${waiting === 1 ? 'waits' : 'wait'}`;
    return [whoGets(`${wait} for your answer; nobody gets it before that`)];
  }
  const orLate = campaign.notAfter ? ` or by ${notAfterLabel}` : '';
  const leftOut = [
    duplicates > 0 && count(duplicates, 'duplicate'),
    invalid > 0 && `${number(invalid)} invalid`,
    optedOut > 0 && `${number(optedOut)} opted out (unless they write START)`,
    marked > 0 && `${number(marked)} marked as unsubscribed on the list`,
    ruledOut > 0 && `${number(ruledOut)} by the rules of where they are${orLate}`,
    ...leftOutByRule(campaign.leaveOut ?? [], byRule),
  ].filter((part) => part !== false);
  const isAll = leftOut.length === 0;
  const who = size === 0 ? 'nobody' : people(size);
  const before = submitted === size ? '' : ` (${number(submitted)} when it was submitted)`;
  if (isAll) return [whoGets(`${who}${before}, nobody is left out`)];
  return [whoGets(`${who}${before} of ${count(total, 'entry', 'entries')}`), fact('Left out', leftOut.join(', '))];
}

const shownRules = 4;

/** "12 texted in the last 30 days", "5 in “Open evening”": in the rules' order. */
function leftOutByRule(rules: LeaveOut, counts: readonly number[]): string[] {
  const said = rules
    .slice(0, shownRules)
    .map((rule, no) => `${number(counts[no] ?? 0)} ${cut(oneLine(ruleInWords(rule)), shown.name)}`);
  const rest = counts.slice(shownRules).reduce((sum, people) => sum + people, 0);
  return rules.length > shownRules ? [...said, `${number(rest)} in other campaigns`] : said;
}

function whoGets(is: string): Sentence {
  return fact('Who gets it', is);
}

/** The first lines left out; those of one reason together. */
export function leftOutSample({ list: { rejected, invalid, reading } }: Pick<Campaign, 'list'>): RichTextList | null {
  if (rejected.length === 0) return null;
  const byReason = Map.groupBy(rejected, ({ reason }) => reason);
  const more = invalid - rejected.length;
  const rest: Sentence[] = more > 0 ? [[`And ${number(more)} more.`]] : [];
  return bullets([
    ...[...byReason].map(([reason, those]) => [
      ...those.flatMap(
        ({ line, value }, no): Sentence => [
          no === 0 ? 'L' : '; l',
          `${lineIn(line, reading?.files).slice(1)} reads `,
          { code: maskDigits(cut(oneLine(value), 40)) || '(empty)' },
        ],
      ),
      `: ${cut(oneLine(reason), shown.reason)}`,
    ]),
    ...rest,
  ]);
}

/** What was guessed or decided when the list was read, a line each; null for lists of which nothing is to be said. `areCountriesTold`: with people, segments and cost. */
export function howItWasRead(
  { list, segments }: Pick<Campaign, 'list' | 'segments'>,
  { areCountriesTold = false } = {},
): RichTextList | null {
  const { reading } = list;
  if (!reading) return null;
  const who = segments.countries?.map(({ country, people: count }) => ({ country, count })) ?? reading.countries;
  const sentences = [
    numbersFrom(reading),
    countries(reading, who, areCountriesTold),
    marks(reading),
    ...reading.notes.map((note) => noteOn(note, reading.files)),
  ];
  const said = sentences.filter((sentence) => sentence !== null);
  return said.length > 0 ? bullets(said) : null;
}

/** What an approver has to see before anything else: letters, columns and people that may be wrong. */
export function listWarnings({ reading }: ListSummary): Sentence[] {
  if (!reading) return [];
  const warnings: (Sentence | null)[] = [
    ...reading.notes.filter(({ kind }) => kind === 'encoding').map((note) => encoding(reading, note)),
    unfitColumn(reading),
    ...reading.notes.filter(({ kind }) => kind === 'from_sentences').map((note) => fromSentences(note, reading.files)),
    textedAllTheSame(reading),
  ];
  return warnings.filter((warning) => warning !== null);
}

function unfitColumn({ sources, questions }: ListReading): Sentence | null {
  const chosen = sources.find(({ isChosen }) => isChosen);
  if (!chosen?.isUnfit || questions.includes('numbersFrom')) return null;
  return [`Numbers come from “${cut(oneLine(chosen.title), 60)}”, which is usually somebody else’s or gets no texts.`];
}

function textedAllTheSame({ marked }: ListReading): Sentence | null {
  if (!marked?.isTexted) return null;
  const get = marked.count === 1 ? 'gets' : 'get';
  return [
    `${people(marked.count)} whom the list marks as unsubscribed (“${titles(marked)}”) ${get} it all the same: the author chose so.`,
  ];
}

function numbersFrom({ numbersFrom: title, sources, questions }: ListReading): Sentence | null {
  if (questions.includes('numbersFrom')) return [whyAsked(sources)];
  const chosen = sources.find(({ isChosen }) => isChosen);
  if (title === null || sources.length === 0) return null;
  const each = chosen?.id === 'labelled' ? ': in each row the one that is labelled as a mobile' : '';
  return ['Numbers come from ', { bold: cut(oneLine(title), 80) || 'the column without a title' }, `${each}.`];
}

function whyAsked(sources: ListReading['sources']): string {
  if (!sources.every(({ isUnfit }) => isUnfit)) return 'Several columns may hold the numbers. Choose one above.';
  const which = listed(sources.slice(0, 4).map(({ title }) => `“${cut(oneLine(title), 40)}”`));
  return `The only numbers stand under ${which}, which is usually somebody else’s or gets no texts. Choose it above only if it is whom you mean.`;
}

const shownCountries = 6;

/** Figures only of several: of everybody on the list, opted out or not. */
function countries(
  { questions, country, doubt, otherCountries }: ListReading,
  known: ListReading['countries'],
  areTold: boolean,
): Sentence | null {
  if (questions.includes('country') && doubt === 'two_ways') {
    const other = otherCountries.map((one) => countryName(one.country)).join(', ');
    return [
      `Numbers without a + exist here (${countryName(country)}) and in ${other}, where most of the list is from. Choose their country above.`,
    ];
  }
  if (questions.includes('country')) {
    return [`Most of these numbers are not from here (${countryName(country)}). Choose their country above.`];
  }
  const [only] = known;
  if (only && known.length === 1) return [`Country: ${countryName(only.country)}.`];
  if (known.length === 0 || areTold) return null;
  const all = known.reduce((sum, one) => sum + one.count, 0);
  const parts = known.slice(0, shownCountries).map((one) => `${countryName(one.country)} ${number(one.count)}`);
  const rest = known.slice(shownCountries).reduce((sum, one) => sum + one.count, 0);
  return [
    `Countries of all ${number(all)} numbers: ${[...parts, ...(rest > 0 ? [`others ${number(rest)}`] : [])].join(', ')}.`,
  ];
}

function marks({ marked, files }: ListReading): Sentence | null {
  if (!marked || marked.isTexted) return null;
  const { line, value } = marked.first;
  return [
    `“${titles(marked)}” marks ${people(marked.count)} as unsubscribed, first in ${lineIn(line, files)} (`,
    { code: masked(value) },
    '): left out.',
  ];
}

function titles({ titles: all }: NonNullable<ListReading['marked']>): string {
  return cut(all.map(oneLine).join('”, “'), shown.name);
}
