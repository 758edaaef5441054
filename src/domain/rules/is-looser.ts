import type { Override } from './override.ts';
import type { Rule, RuleOf, Says, WeekHours } from './rule.ts';

type SaysOf<K extends Says['kind']> = RuleOf<K>['says'];

/** Does the override let leave what the rule would have kept? What cannot be told to be as strict counts as looser. */
export function isLooser({ says }: Pick<Override, 'says'>, rule: Pick<Rule, 'says'>): boolean {
  return says === null || !isAsStrict(says, rule.says);
}

function isAsStrict(one: Says, other: Says): boolean {
  if (one.kind === 'hours' && other.kind === 'hours') return isWithin(one, other);
  if (one.kind === 'consent' && other.kind === 'consent') return asksAsMuch(one, other);
  if (one.kind === 'opt_out_text' && other.kind === 'opt_out_text') return showsAsMuch(one, other);
  if (one.kind === 'sender' && other.kind === 'sender') return takesNoMore(one, other);
  if (one.kind === 'sender_named' && other.kind === 'sender_named') return one.contact || !other.contact;
  if (one.kind === 'cap' && other.kind === 'cap') return one.max <= other.max && one.perHours >= other.perHours;
  if (one.kind === 'keep' && other.kind === 'keep') return one.what === other.what && one.years >= other.years;
  return one.kind === other.kind;
}

/** Each moment of the one is in the other, and each day that the other keeps closed is closed. */
function isWithin(one: SaysOf<'hours'>, other: SaysOf<'hours'>): boolean {
  const closed = one.closedOn ?? [];
  if (!(other.closedOn ?? []).every((set) => closed.includes(set))) return false;
  const open = minutesOf(other.windows);
  return minutesOf(one.windows).every((isOpen, minute) => !isOpen || open[minute]);
}

/** Of each minute of a week: is it open? */
function minutesOf(windows: readonly WeekHours[]): boolean[] {
  const minutes = new Array<boolean>(7 * 1440).fill(false);
  for (const { days, from, to } of windows) {
    for (const day of days) minutes.fill(true, (day - 1) * 1440 + minuteOf(from), (day - 1) * 1440 + minuteOf(to));
  }
  return minutes;
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

const consents = ['soft', 'express', 'express_written'];

function asksAsMuch(one: SaysOf<'consent'>, other: SaysOf<'consent'>): boolean {
  const [asked, wanted] = [consents.indexOf(one.needs), consents.indexOf(other.needs)];
  if (asked !== wanted) return asked > wanted;
  return (one.softMonths ?? Infinity) <= (other.softMonths ?? Infinity);
}

function showsAsMuch(one: SaysOf<'opt_out_text'>, other: SaysOf<'opt_out_text'>): boolean {
  const known = other.anyOf.map((phrase) => phrase.toLowerCase());
  return one.anyOf.every((phrase) => known.includes(phrase.toLowerCase())) && (one.sameChannel || !other.sameChannel);
}

const senders = ['free', 'registered', 'unknown', 'no'];

function takesNoMore(one: SaysOf<'sender'>, other: SaysOf<'sender'>): boolean {
  const isAffixKept =
    other.affix === undefined || (one.affix?.prefix === other.affix.prefix && one.affix?.suffix === other.affix.suffix);
  const takesNames = senders.indexOf(one.alphanumeric) < senders.indexOf(other.alphanumeric);
  return !takesNames && isAffixKept && (!one.replies || other.replies);
}
