import { lazily } from '../../lazily.ts';
import { dutch } from '../vocabulary/dutch.ts';
import { eastern } from '../vocabulary/eastern.ts';
import { english } from '../vocabulary/english.ts';
import { french } from '../vocabulary/french.ts';
import { further } from '../vocabulary/further.ts';
import { german } from '../vocabulary/german.ts';
import { italian } from '../vocabulary/italian.ts';
import type { Meaning, Vocabulary } from '../vocabulary/meaning.ts';
import { nordic } from '../vocabulary/nordic.ts';
import { polish } from '../vocabulary/polish.ts';
import { portuguese } from '../vocabulary/portuguese.ts';
import { spanish } from '../vocabulary/spanish.ts';
import { readableWords } from './opt-out-words.ts';

/** If two languages use a phrase differently, the first one counts. */
const vocabularies = [
  english,
  spanish,
  french,
  german,
  italian,
  portuguese,
  dutch,
  polish,
  nordic,
  eastern,
  further,
] as const;

/** The longest known phrase that begins at a word. */
export function phraseAt(words: readonly string[], at: number): { meaning: Meaning; length: number } | undefined {
  const found = meanings.at(words, at);
  if (found) return found;
  const meaning = meaningOfRunTogether(words[at]);
  return meaning && { meaning, length: 1 };
}

/** "I want no more of your messages", with words of any kind between: see `Vocabulary`. */
export function refusesTraffic(words: readonly string[]): boolean {
  return words.some((_, at) => {
    const found = refusals.at(words, at);
    if (!found) return false;
    const before = words.slice(Math.max(0, at - reach), at);
    const behind = words.slice(at + found.length, at + found.length + reach);
    if (found.meaning === 'removal') return [...before, ...behind].some((word) => removed().has(word));
    if (found.meaning === 'unwillingAfter') return before.some((word) => traffic().has(word));
    const refused = behind.findIndex((word) => traffic().has(word));
    return refused >= 0 && ![...before.slice(-1), ...behind.slice(0, refused)].some((word) => received().has(word));
  });
}

/** "Text me one more time and I go to court": see `Vocabulary`. */
export function threatens(words: readonly string[]): boolean {
  const isIn = (index: Index<'provocation' | 'threat'>) => words.some((_, at) => index.at(words, at) !== undefined);
  return isIn(provocations) && isIn(threats);
}

/** What is refused stands at most this many words from the refusal. */
const reach = 6;

/** "STOPTEXT", "pleasestop": a keyword run together with words that may stand beside it. */
function meaningOfRunTogether(word: string | undefined): Meaning | undefined {
  if (!word || word.length > 24) return undefined;
  const beside = (part: string) => (part.length > 1 ? meanings.at([part], 0)?.meaning : undefined);
  for (const keyword of runTogether) {
    // Double letters are single by now: "stopplease" is "stoplease".
    const behind = [keyword.length, keyword.length - 1].map((from) => beside(word.slice(from)));
    if (word.startsWith(keyword) && behind.some((meaning) => meaning && mayStandBehind.has(meaning))) return 'keyword';
    if (word.endsWith(keyword) && beside(word.slice(0, -keyword.length)) === 'polite') return 'keyword';
  }
  return undefined;
}

const mayStandBehind: ReadonlySet<Meaning> = new Set(['polite', 'object', 'keyword']);
const runTogether = ['stop', 'unsubscribe', 'optout', 'arret'];

type Index<Kind> = { at(words: readonly string[], at: number): { meaning: Kind; length: number } | undefined };

const kinds = 'keyword bare alone curt phrase doubtful harmless automatic confirmed start help polite object'.split(
  ' ',
);
const meanings = indexOf(kinds as Meaning[]);
const refusals = indexOf(['unwilling', 'unwillingAfter', 'removal']);
const provocations = indexOf(['provocation']);
const threats = indexOf(['threat']);
const wordsOf = (kind: 'traffic' | 'removed' | 'received') =>
  lazily(() => new Set(vocabularies.flatMap((words) => phrasesOf(words[kind])).map(([word]) => word)));
const traffic = wordsOf('traffic');
const removed = wordsOf('removed');
const received = wordsOf('received');

/** Each beginning of a phrase, its words with blanks between; with the phrase's meaning where it is whole, else empty. */
type Beginnings<Kind> = Map<string, Kind | ''>;

/** Made when the first text comes. */
function indexOf<Kind extends keyof Vocabulary>(ofKinds: readonly Kind[]): Index<Kind> {
  const beginnings = lazily(() => {
    const known: Beginnings<Kind> = new Map();
    for (const vocabulary of vocabularies) {
      for (const kind of ofKinds) {
        for (const words of phrasesOf(vocabulary[kind])) addPhrase(known, words, kind);
      }
    }
    return known;
  });
  return { at: (words, at) => longestPhrase(beginnings(), words, at) };
}

function addPhrase<Kind>(beginnings: Beginnings<Kind>, words: readonly string[], meaning: Kind): void {
  let beginning = '';
  for (const [index, word] of words.entries()) {
    beginning = index === 0 ? word : `${beginning} ${word}`;
    const known = beginnings.get(beginning);
    if (index === words.length - 1) beginnings.set(beginning, known || meaning);
    else if (known === undefined) beginnings.set(beginning, '');
  }
}

function longestPhrase<Kind>(
  beginnings: Beginnings<Kind>,
  words: readonly string[],
  at: number,
): ReturnType<Index<Kind>['at']> {
  let found: ReturnType<Index<Kind>['at']>;
  let beginning = '';
  for (let length = 1; at + length <= words.length; length += 1) {
    const word = words[at + length - 1]!;
    beginning = length === 1 ? word : `${beginning} ${word}`;
    const meaning = beginnings.get(beginning);
    if (meaning === undefined) break;
    if (meaning) found = { meaning, length };
  }
  return found;
}

/** Each phrase of a list with each of its choices, as words in the form of comparison. */
function phrasesOf(list = ''): string[][] {
  return list.split(',').flatMap((pattern) => {
    const choices = pattern
      .trim()
      .split(/\s+/)
      .map((part) => part.split('/').map((choice) => choice.replaceAll('_', ' ')));
    const phrases = choices.reduce<string[]>(
      (begun, next) => begun.flatMap((phrase) => next.map((choice) => `${phrase} ${choice}`)),
      [''],
    );
    return phrases.map(readableWords).filter((words) => words.length > 0);
  });
}
