import { type FoldedLetters, foldLetters, withoutHidden } from './words/folded-letters.ts';
import { readWords } from './words/read-words.ts';

/** At most this many of our texts, and places where one may begin, are tried. */
const mostTexts = 12;
const mostPlaces = 8;
/** A text of ours is looked for by this many of its first letters. */
const telling = 4;
/** People who repeat this many letters of ours quote further, and say nothing of their own. */
const quotesOn = 12;
/** At most this many words before the first difference may be the person's as well. */
const mostBack = 2;

/**
 * Does the text repeat the first words of one of ours and then go on, in its own words, with an opt-out? "Hi Ada, our
 * STOP" is no "our stop". Half a word that ours has too is not ours. Linear in the text's length.
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
  // Ours may share the person's first word or two: "Reply STOP to end", "Reply stop texting me".
  const back = length < own.length ? mostBack : 0;
  return startsBefore(clean, word, back).some((start) => {
    const rest = clean.slice(start);
    const said = foldLetters(rest).letters;
    return !(said.length >= quotesOn && own.includes(said)) && readWords(rest) === 'opt_out';
  });
}

/** Where this word begins, and those before it that no break or quotation mark divides from it. */
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
