import { type FoldedLetters, foldLetters, withoutHidden } from './folded-letters.ts';
import { readWords } from './read-words.ts';

/** So many texts of ours, and places where one may begin, are looked at. */
const mostTexts = 12;
const mostPlaces = 8;
/** A text of ours is looked for by so many of its first letters. */
const telling = 4;
/** Whoever repeats so many letters of ours quotes it further, and says nothing of their own. */
const quotesOn = 12;
/** So many words before the first that differs may be the person's as well. */
const mostBack = 2;

/**
 * Whether a text repeats the first words of one of ours and then goes on, in words of its own, with an opt-out: "Hi Ada,
 * our STOP" is no "our stop". Half a word that ours has, too, is not ours. Linear in the length of the text.
 */
export function isStopBehindOurs(text: string, ours: readonly string[]): boolean {
  const clean = withoutHidden(text);
  const folded = foldLetters(clean);
  return [...new Set(ours)].slice(0, mostTexts).some((own) => {
    const { letters } = foldLetters(withoutHidden(own));
    if (letters.length < telling) return false;
    return beginningsIn(folded, letters).some((at) => goesOnWithStop(clean, folded, letters, at));
  });
}

function beginningsIn({ letters }: FoldedLetters, own: string): number[] {
  const found: number[] = [];
  const beginning = own.slice(0, telling);
  for (let at = letters.indexOf(beginning); at >= 0 && found.length < mostPlaces; ) {
    found.push(at);
    at = letters.indexOf(beginning, at + 1);
  }
  return found;
}

function goesOnWithStop(clean: string, { letters, places }: FoldedLetters, own: string, at: number): boolean {
  let common = 0;
  while (common < own.length && own[common] === letters[at + common]) common += 1;
  const differs = places[at + common];
  if (differs === undefined) return false;
  // Ours may have the first word or two of what the person says: "Reply STOP to end", "Reply stop texting me".
  let start = wordStart(clean, differs);
  for (let back = 0; back <= mostBack && start >= places[at]!; back += 1) {
    const rest = clean.slice(start);
    const said = foldLetters(rest).letters;
    if (!(said.length >= quotesOn && own.includes(said)) && readWords(rest) === 'opt_out') return true;
    if (start === 0) break;
    start = wordStart(clean, start - 1);
  }
  return false;
}

function wordStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && /[\p{L}\p{N}\p{M}'’]/u.test(text[start - 1]!)) start -= 1;
  return start;
}
