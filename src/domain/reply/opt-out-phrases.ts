import { readableWords } from './opt-out-words.ts';
import { dutch } from './vocabulary/dutch.ts';
import { eastern } from './vocabulary/eastern.ts';
import { english } from './vocabulary/english.ts';
import { french } from './vocabulary/french.ts';
import { further } from './vocabulary/further.ts';
import { german } from './vocabulary/german.ts';
import { italian } from './vocabulary/italian.ts';
import type { Meaning, Vocabulary } from './vocabulary/meaning.ts';
import { nordic } from './vocabulary/nordic.ts';
import { polish } from './vocabulary/polish.ts';
import { portuguese } from './vocabulary/portuguese.ts';
import { spanish } from './vocabulary/spanish.ts';

/** Of two languages that use a phrase for different things, the first one counts. */
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
    const [from, to] =
      found.meaning === 'unwilling' ? [at + found.length, at + found.length + reach] : [at - reach, at];
    return words.slice(Math.max(0, from), to).some((word) => traffic.has(word));
  });
}

/** So many words from the refusal, what is refused may stand. */
const reach = 6;

/** "STOPTEXT", "pleasestop": a keyword and words that may stand beside it, without the space. */
function meaningOfRunTogether(word: string | undefined): Meaning | undefined {
  if (!word || word.length > 24) return undefined;
  const beside = (part: string) => (part.length > 1 ? meanings.at([part], 0)?.meaning : undefined);
  for (const keyword of runTogether) {
    const after = word.startsWith(keyword) ? beside(word.slice(keyword.length)) : undefined;
    if (after === 'polite' || after === 'object' || after === 'keyword') return 'keyword';
    if (word.endsWith(keyword) && beside(word.slice(0, -keyword.length)) === 'polite') return 'keyword';
  }
  return undefined;
}

const runTogether = ['stop', 'unsubscribe', 'optout', 'arret'];

type Index<Kind> = { at(words: readonly string[], at: number): { meaning: Kind; length: number } | undefined };

const kinds = 'keyword bare alone curt phrase doubtful harmless automatic confirmed start help polite object'.split(
  ' ',
);
const meanings = indexOf(kinds as Meaning[]);
const refusals = indexOf(['unwilling', 'unwillingAfter']);
const traffic = new Set(vocabularies.flatMap((words) => phrasesOf(words.traffic)).map(([word]) => word));

function indexOf<Kind extends keyof Vocabulary>(ofKinds: readonly Kind[]): Index<Kind> {
  /** Of phrases of several words, by the first two; the longest first. */
  const byBeginning = new Map<string, { rest: string[]; meaning: Kind }[]>();
  const singles = new Map<string, Kind>();
  for (const vocabulary of vocabularies) {
    for (const meaning of ofKinds) {
      for (const [first = '', second, ...rest] of phrasesOf(vocabulary[meaning])) {
        if (second === undefined) {
          if (!singles.has(first)) singles.set(first, meaning);
          continue;
        }
        const key = `${first} ${second}`;
        byBeginning.set(key, [...(byBeginning.get(key) ?? []), { rest, meaning }]);
      }
    }
  }
  for (const candidates of byBeginning.values()) candidates.sort((a, b) => b.rest.length - a.rest.length);
  return {
    at(words, at) {
      const candidates = byBeginning.get(`${words[at]} ${words[at + 1]}`);
      const match = candidates?.find(({ rest }) => rest.every((word, index) => words[at + 2 + index] === word));
      if (match) return { meaning: match.meaning, length: match.rest.length + 2 };
      const meaning = singles.get(words[at] ?? '');
      return meaning && { meaning, length: 1 };
    },
  };
}

/** Each phrase of a list with each of its choices, as words in the form in which texts are compared. */
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
