import type { Reading } from './conversation.ts';
import { type Meaning, phraseAt, phrasesWithoutSpaces } from './opt-out-phrases.ts';
import { readableWords, withoutReaction } from './opt-out-words.ts';

/**
 * What a text from a phone asks for. `opt_out`: nothing but a keyword and courtesies, or a phrase that cannot mean
 * anything else. `maybe_opt_out`: a keyword inside a longer sentence, which a person has to judge. Linear in its length.
 */
export function readReply(text: string): Reading {
  const said = withoutReaction(text);
  const words = readableWords(said);
  if (words.length === 0) return readSigns(said);

  const { has, isOnly, hasObject } = scan(words);
  if (has('phrase') || isSpelledOut(words) || standsInside(words)) return 'opt_out';
  const isBare = (has('bare') || has('alone')) && !hasObject;
  if (isOnly && (has('keyword') || isBare)) return has('start') ? 'maybe_opt_out' : 'opt_out';
  if (has('keyword') || has('bare') || has('doubtful') || has('negated')) return 'maybe_opt_out';
  if (isOnly && has('start') && !hasObject) return 'opt_in';
  if (has('help') && words.length === 1) return 'help';
  return readSigns(said) === 'reply' ? 'reply' : 'maybe_opt_out';
}

type Found = Meaning | 'other' | 'negated';

/** The meanings in a text, from left to right, the longest phrase first. `isOnly`: nothing else is said. */
function scan(words: readonly string[]) {
  const found = new Set<Found>();
  for (let at = 0; at < words.length; ) {
    const phrase = phraseAt(words, at);
    const meaning: Found = phrase?.meaning ?? (isServiceNumber(words[at]) ? 'polite' : 'other');
    found.add(meaning === 'phrase' && isNegation(words[at - 1]) ? 'negated' : meaning);
    at += phrase?.length ?? 1;
  }
  const isOnly = !found.has('other') && !found.has('negated') && !found.has('harmless');
  return { has: (meaning: Found) => found.has(meaning), isOnly, hasObject: found.has('object') };
}

/** "un subscribe", "st op" */
function isSpelledOut(words: readonly string[]): boolean {
  if (words.length < 2 || words.length > 3) return false;
  const meaning = phraseAt([words.join('')], 0)?.meaning;
  return meaning === 'keyword' || meaning === 'bare' || meaning === 'alone';
}

function standsInside(words: readonly string[]): boolean {
  const text = words.join(' ');
  return phrasesWithoutSpaces.some((phrase) => text.includes(phrase));
}

function readSigns(text: string): Reading {
  if (/🛑/u.test(text)) return 'opt_out';
  return /[🚫⛔]/u.test(text) ? 'maybe_opt_out' : 'reply';
}

function isNegation(word: string | undefined): boolean {
  return word !== undefined && ['dont', 'not', 'never', 'didnt', 'wont', 'doesnt', 'nicht', 'pas', 'no'].includes(word);
}

/** Short codes to which some people send their STOP. */
function isServiceNumber(word: string | undefined): boolean {
  return word !== undefined && /^\d{5,6}$/.test(word);
}
