import { type FoldedLetters, foldLetters, withoutHidden } from './words/folded-letters.ts';
import { readWords } from './words/read-words.ts';

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
    return repetitionsOf(letters, folded.letters).some((found) => goesOnWithStop(clean, folded, letters, found));
  });
}

type Repeated = { at: number; length: number };

function repetitionsOf(own: string, letters: string): Repeated[] {
  const found: Repeated[] = [];
  const beginning = own.slice(0, telling);
  for (let at = letters.indexOf(beginning); at >= 0 && found.length < mostPlaces; ) {
    let length = telling;
    while (length < own.length && own[length] === letters[at + length]) length += 1;
    found.push({ at, length });
    at = letters.indexOf(beginning, at + length);
  }
  return found;
}

function goesOnWithStop(clean: string, { places }: FoldedLetters, own: string, { at, length }: Repeated): boolean {
  const differs = places[at + length];
  if (differs === undefined) return false;
  const word = wordStart(clean, differs);
  // Ours may have the first word or two of what the person says: "Reply STOP to end", "Reply stop texting me".
  const back = length < own.length ? mostBack : 0;
  return startsBefore(clean, word, back).some((start) => {
    const rest = clean.slice(start);
    const said = foldLetters(rest).letters;
    return !(said.length >= quotesOn && own.includes(said)) && readWords(rest) === 'opt_out';
  });
}

/** Where this word begins, and those before it that no break and no quotation mark divides from it. */
function startsBefore(clean: string, word: number, most: number): number[] {
  const starts = [word];
  while (starts.length <= most && starts.at(-1)! > 0) {
    const start = wordStart(clean, starts.at(-1)! - 1);
    if (/[\n…"“”„«»]|\.\./.test(clean.slice(start, word))) break;
    starts.push(start);
  }
  return starts;
}

function wordStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && /[\p{L}\p{N}\p{M}'’]/u.test(text[start - 1]!)) start -= 1;
  return start;
}
