import { courtesyOf, longestKnown, saidIn, usual } from './known-phrases.ts';
import type { Token } from './tokens.ts';
import type { Courtesy } from './vocabulary/courtesies.ts';
import { noPictures } from './vocabulary/pictures.ts';

/**
 * What a text says, in one form: texts of the same say the same. Case, accents, punctuation, letters drawn out,
 * politeness around it and lines of mail programs make no difference; of emoji only those that refuse do, unless there
 * is nothing else. A question mark counts behind a mere answer ("yes?"). Empty when nothing is said: that is never the
 * same. Linear in the text's length.
 */
export function whatItSays(text: string): string {
  const said = saidIn(text);
  const pictures = textsOf(said.filter(({ kind }) => kind === 'picture'));
  const words = textsOf(said.filter(({ kind, text }) => kind === 'word' || (kind === 'sign' && !isPause(text))));
  const blunt = withoutCourtesies(words);
  const rest = blunt.length > 0 ? blunt : words;
  const against = pictures.filter((picture) => noPictures.has(picture) || refusing.has(picture));
  const pauses = textsOf(said.filter(({ kind, text }) => kind === 'sign' && isPause(text)));
  const shown = rest.length > 0 ? [...rest, ...new Set(against)] : [...new Set(pictures)];
  const isBare = rest.length === 0 || usual.has(rest.join(' '));
  return [...shown, ...(isBare ? new Set(pauses) : [])].join(' ');
}

const refusing: ReadonlySet<string> = new Set('🚫⛔🛑🖕😡🤬');

function isPause(sign: string): boolean {
  return sign === '?' || sign === '…';
}

const textsOf = (tokens: readonly Token[]): string[] => tokens.map(({ text }) => text);

const inFront: readonly Courtesy[] = ['greeting', 'request', 'thanks'];
const behind: readonly Courtesy[] = ['request', 'thanks', 'closing'];

/** Takes courtesies from both ends, the longest first, and leaves those in the middle. */
function withoutCourtesies(words: readonly string[]): string[] {
  let [from, to] = [0, words.length];
  for (let length = lengthAt(from, inFront, 1); length > 0; length = lengthAt(from, inFront, 1)) from += length;
  for (let length = lengthAt(to, behind, -1); length > 0; length = lengthAt(to, behind, -1)) to -= length;
  return words.slice(from, to);

  function lengthAt(at: number, of: readonly Courtesy[], way: 1 | -1): number {
    for (let length = Math.min(longestKnown, to - from); length > 0; length -= 1) {
      const phrase = (way === 1 ? words.slice(at, at + length) : words.slice(at - length, at)).join(' ');
      const kinds = courtesyOf.get(phrase);
      if (kinds && of.some((kind) => kinds.has(kind))) return length;
    }
    return 0;
  }
}
