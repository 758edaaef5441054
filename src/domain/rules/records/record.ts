import type { Rule, Says } from '../rule.ts';
import { readWeek } from '../week-text.ts';

/** What a record says of itself besides what it asks. */
type About = Omit<Rule, 'id' | 'place' | 'says' | 'source' | 'appliesTo'> & {
  appliesTo?: Rule['appliesTo'];
  /** The title of its source. */
  source: string;
  url?: string;
  quote?: string;
  readOn?: string;
};

/** The day on which all of these sources were looked at, where a record names no other. */
const readOn = '2026-11-20';

/** Asked of marketing only, unless the record says otherwise. */
const ofMarketing: readonly Says['kind'][] = ['hours', 'consent', 'opt_out_text', 'sender_named', 'cap'];

/** A rule of the place that its id begins with. */
export function record(id: string, says: Says, about: About): Rule {
  const { appliesTo = ofMarketing.includes(says.kind) ? 'marketing' : 'all', source, url, quote, ...rest } = about;
  const { readOn: day = readOn, ...inForce } = rest;
  const page = { ...(url && { url }), readOn: day, ...(quote && { quote }) };
  return { id, place: id.slice(0, id.indexOf('/')), appliesTo, says, ...inForce, source: { title: source, ...page } };
}

/** `hours('Mon-Sat 08:30-20:00', 'FR')`: on these days at these times, and not on the holidays of these sets. */
export function hours(week: string, ...closedOn: string[]): Says {
  return { kind: 'hours', windows: readWeek(week), ...(closedOn.length > 0 && { closedOn }) };
}

export function consent(needs: 'express_written' | 'express' | 'soft', softMonths?: number): Says {
  return { kind: 'consent', needs, ...(softMonths && { softMonths }) };
}

/** The text shows one of these ways out. */
export function wayOut(...anyOf: string[]): Says {
  return { kind: 'opt_out_text', anyOf, sameChannel: false };
}

export function sender(
  alphanumeric: 'no' | 'free' | 'registered' | 'unknown',
  replies: boolean,
  affix?: { prefix?: string; suffix?: string },
): Says {
  return { kind: 'sender', alphanumeric, replies, ...(affix && { affix }) };
}

export function cap(max: number, perHours: number): Says {
  return { kind: 'cap', max, perHours };
}

export function keep(what: 'consent' | 'opt_out' | 'sends', years: number): Says {
  return { kind: 'keep', what, years };
}

export function note(text: string): Says {
  return { kind: 'note', text };
}

/** Nobody in that country can be texted, because of this. */
export function blocked(country: string, because: string): Says {
  const lifted = 'An admin can allow it in the rules file, with a reason.';
  return { kind: 'blocked', because: `Nobody in ${country} can be texted yet: ${because}. ${lifted}` };
}

export const senderNamed: Says = { kind: 'sender_named', contact: false };
export const senderNamedWithContact: Says = { kind: 'sender_named', contact: true };

/** English words that a text may offer as a way out; each is understood when it comes back. */
export const englishWaysOut = ['STOP', 'unsubscribe', 'opt out', 'opt-out'];

/** The rule of the whole European Union, for countries whose own text was not opened. */
export const europe =
  'ePrivacy Directive 2002/58/EC, art. 13, and GDPR, as secondary sources of May 2026 say; the national text was not opened';
