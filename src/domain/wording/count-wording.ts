import { createHash } from 'node:crypto';
import type { Wording } from '../campaign/segment-summary.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { PhoneNumber, SenderId } from '../ids.ts';
import { parseTemplate } from '../message/template.ts';
import { readPlaceKey } from '../place/place-key.ts';
import { type Whereabouts, whereaboutsOf } from '../place/whereabouts.ts';
import { askedOf, noCountry } from '../rules/asked.ts';
import { readTarget } from '../rules/override.ts';
import type { Says } from '../rules/rule.ts';
import type { RuleBook } from '../rules/rule-book.ts';
import { folded, hasContact, type WayOut, wayOutOf } from './ways-out.ts';

/** Looks at each text as one person reads it, while the list is measured. */
export type WordingCount = {
  /** By what it looks: another book, sender or name finds something else. */
  by: string;
  look(person: Person, text: string): void;
  summary(): Wording;
};

type Person = { number: PhoneNumber; place?: string };
type Group = Wording['groups'][number];
/** The ways out that one place asks for, at some time or other. */
type Asking = { id: string; wayOut: WayOut; isSure: boolean };
type Place = { at: readonly string[]; asks: readonly Asking[]; fine: Group };

const kinds: readonly Says['kind'][] = ['opt_out_text', 'sender_named', 'sender'];

/** A name: nobody can answer it. The others are numbers and short codes. */
export function isName(sender: SenderId): boolean {
  return /[A-Za-z]/.test(sender);
}

/**
 * Counts, by place, whose text lacks what a rule wants in it, whatever day it is: `problemsOf` says which of these rules
 * hold. `names`: what the sender is called, any of them; empty: nobody has said it.
 */
export function countWording(input: {
  book: RuleBook;
  names: readonly string[];
  sender: SenderId;
  template: string;
}): WordingCount {
  const { book, names, sender, template } = input;
  const isAnswered = !isName(sender);
  const surely = worstOf(template);
  const named = names.length > 0 && isAnswered ? namePattern(names) : undefined;
  const isNamed = !named || named.test(folded(surely));
  const statesMeant = placesOfRules(book);
  const [places, groups] = [new Map<string, Place>(), new Map<string, Group>()];

  const shows = ({ byReply, byProvider }: WayOut, text: string): boolean =>
    byProvider(text) || (byReply(text) && (isAnswered || hasContact(text)));
  const groupOf = (group: Omit<Group, 'people'>): Group => {
    const key = JSON.stringify(group);
    const known = groups.get(key) ?? { ...group, people: 0 };
    groups.set(key, known);
    return known;
  };
  const placeOf = (at: readonly string[]): Place => ({
    at,
    asks: waysOutAt(book, at).map(({ id, anyOf }) => {
      const wayOut = wayOutOf(anyOf);
      return { id, wayOut, isSure: shows(wayOut, surely) };
    }),
    fine: { at: [...at], lacks: [], people: 0 },
  });
  const knownPlace = ({ number, place: key }: Person): Place => {
    const where = (key === undefined ? undefined : readPlaceKey(key)) ?? whereaboutsOf(number).whereabouts;
    const at = placesAt(where, statesMeant);
    const known = places.get(at.join(' ')) ?? placeOf(at);
    places.set(at.join(' '), known);
    return known;
  };
  const byKey = new Map<string, Place>();

  return {
    by: lookedBy(book, names, sender),
    look(person, text) {
      const place = (person.place === undefined ? undefined : byKey.get(person.place)) ?? knownPlace(person);
      if (person.place !== undefined) byKey.set(person.place, place);
      const lacks = place.asks.filter(({ isSure, wayOut }) => !isSure && !shows(wayOut, text)).map(({ id }) => id);
      const isUnnamed = !isNamed && !named?.test(folded(text));
      const isUnreachable = !isAnswered && !hasContact(text);
      if (lacks.length === 0 && !isUnnamed && !isUnreachable) place.fine.people += 1;
      else {
        const group = {
          at: [...place.at],
          lacks,
          ...(isUnnamed && { isUnnamed }),
          ...(isUnreachable && { isUnreachable }),
        };
        groupOf(group).people += 1;
      }
    },
    summary: () => ({
      by: lookedBy(book, names, sender),
      groups: [...[...places.values()].map(({ fine }) => fine), ...groups.values()].filter(({ people }) => people > 0),
    }),
  };
}

/** Only of what the look depends on: a new holiday makes nobody look again. */
export function lookedBy({ rules, overrides }: RuleBook, names: readonly string[], sender: SenderId): string {
  const asked = rules
    .filter(({ says }) => kinds.includes(says.kind))
    .map(({ id, place, says }) => ({ id, place, says }));
  const instead = overrides
    .filter(({ insteadOf }) => isOfText(insteadOf))
    .map(({ id, says }) => ({ id, says: says ?? '' }));
  const looked = canonicalJson({ asked, instead, names, isAnswered: !isName(sender) });
  return createHash('sha256').update(looked).digest('hex').slice(0, 20);
}

/** One who may be at these places: countries and states. */
export function whereaboutsAt(at: readonly string[]): Whereabouts {
  const [country = noCountry, ...alsoIn] = at.filter((place) => !place.includes('-'));
  const states = at.filter((place) => place.includes('-'));
  return { country, alsoIn, states, isStateUnknown: false, zones: [], from: 'number' };
}

function waysOutAt(book: RuleBook, at: readonly string[]): { id: string; anyOf: readonly string[] }[] {
  return askedOf(book, whereaboutsAt(at), 'marketing').rules.flatMap(({ rule, overrides }) =>
    rule.says.kind === 'opt_out_text'
      ? [rule, ...overrides].flatMap(({ id, says }) =>
          says?.kind === 'opt_out_text' ? [{ id, anyOf: says.anyOf }] : [],
        )
      : [],
  );
}

/** Its countries, and of its states those that have a rule about texts. */
function placesAt({ country, alsoIn, states, isStateUnknown }: Whereabouts, meant: ReadonlySet<string>): string[] {
  const countries = country === null ? [noCountry] : [country, ...alsoIn];
  const all = isStateUnknown ? [...meant].filter((place) => place.startsWith('US-')) : [];
  return [...countries, ...new Set([...states.filter((state) => meant.has(state)), ...all])];
}

function placesOfRules({ rules }: RuleBook): ReadonlySet<string> {
  const ofTexts = rules.filter(({ says, place }) => kinds.includes(says.kind) && place.includes('-'));
  return new Set(ofTexts.map(({ place }) => place));
}

function isOfText(insteadOf: string): boolean {
  const target = readTarget(insteadOf);
  return typeof target !== 'string' && kinds.includes(target.kind);
}

/** The text with values that spoil each word they touch, and each sentence that goes on behind them. */
function worstOf(template: string): string {
  return parseTemplate(template)
    .parts.map((part) => (typeof part === 'string' ? part : 'ꙮ. ꙮ'))
    .join('');
}

function namePattern(names: readonly string[]): RegExp {
  const any = names.map((name) =>
    folded(name)
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/\s+/g, '\\s+'),
  );
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${any.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}
