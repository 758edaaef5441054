import { count, listed } from '../number-words.ts';
import { placeInWords } from './places.ts';
import type { Rule, RuleOf, Says } from './rule.ts';
import { weekInWords } from './week-text.ts';

/** "Mon–Sat 08:30–20:00, not on public holidays": what a rule says, without a full stop where it is no sentence. */
export function ruleInWords({ says }: Pick<Rule, 'says'>): string {
  return saysInWords(says);
}

function saysInWords(says: Says): string {
  switch (says.kind) {
    case 'hours':
      return hoursInWords(says);
    case 'consent':
      return consentInWords(says);
    case 'sender_named':
      return `the text names the sender${says.contact ? ' and says how to reach them' : ''}`;
    case 'opt_out_text':
      return wayOutInWords(says);
    case 'sender':
      return senderInWords(says);
    case 'cap':
      return `at most ${count(says.max, 'text')} to one number in ${spanInWords(says.perHours)}`;
    case 'keep':
      return `${kept[says.what]} are kept for ${count(says.years, 'year')}`;
    case 'note':
      return says.text;
    case 'blocked':
      return says.because;
  }
}

function spanInWords(hours: number): string {
  return hours > 24 && hours % 24 === 0 ? count(hours / 24, 'day') : count(hours, 'hour');
}

const kept = { consent: 'consents', opt_out: 'opt-outs', sends: 'records of what was sent' };

function hoursInWords({ windows, closedOn = [] }: RuleOf<'hours'>['says']): string {
  const everyHour = windows.every(({ days, from, to }) => days.length === 7 && from === '00:00' && to === '24:00');
  const hours = everyHour ? 'at any time' : weekInWords(windows);
  return closedOn.length === 0 ? hours : `${hours}, not on public holidays${holidaysOf(closedOn)}`;
}

/** Which of the holidays, where the place of the rule does not tell. */
function holidaysOf(sets: readonly string[]): string {
  const states = sets.filter((set) => set.includes('-'));
  const names = sets.map((set) => setNames[set] ?? placeInWords(set));
  return states.length === 0 ? '' : ` of ${listed(names)}`;
}

const setNames: Readonly<Record<string, string>> = { 'US-federal': 'the United States', 'CA-BC': 'British Columbia' };

function consentInWords({ needs, softMonths }: RuleOf<'consent'>['says']): string {
  if (needs === 'express_written') return 'express consent in writing';
  if (needs === 'express') return 'express consent';
  const lapses = softMonths ? `, for ${count(softMonths, 'month')}` : '';
  return `consent; or one’s own customers, for similar goods, who can refuse${lapses}`;
}

function wayOutInWords({ anyOf, sameChannel }: RuleOf<'opt_out_text'>['says']): string {
  const phrases = anyOf.map((phrase) => `“${phrase}${/\d$/.test(phrase) ? '…' : ''}”`);
  const reply = sameChannel ? ', and takes it as a reply' : '';
  return `the text shows a way out${reply}: ${phrases.join(' or ')}`;
}

const names = {
  no: 'the sender is a number: names are not possible',
  free: 'the sender may be a name',
  registered: 'the sender may be a name that is registered',
  unknown: 'the sender is a number; a name only after an admin has confirmed it',
};

function senderInWords({ alphanumeric, replies, affix }: RuleOf<'sender'>['says']): string {
  const written = [
    affix?.prefix && `it begins with ${affix.prefix}`,
    affix?.suffix && `it ends with ${affix.suffix}`,
    !replies && 'people cannot reply',
    replies && alphanumeric !== 'no' && 'people can reply only to a number',
  ];
  return [names[alphanumeric], ...written.filter(Boolean)].join(', ');
}

/** "from 2026-10-18", "before 2026-10-18"; empty where it is always in force. */
export function timeInWords({ from, until }: Pick<Rule, 'from' | 'until'>): string {
  return [from && `from ${from}`, until && `before ${until}`].filter(Boolean).join(', ');
}

/** "law, sure", "our own choice" */
export function basisInWords({ basis, surety }: Pick<Rule, 'basis' | 'surety'>): string {
  return basis === 'house' || basis === 'operator' ? bases[basis] : `${bases[basis]}, ${surety}`;
}

const bases = {
  law: 'law',
  carrier: 'carriers',
  convention: 'convention',
  house: 'our own choice',
  operator: 'the operator',
};
