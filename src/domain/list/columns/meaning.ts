import { foldTitle } from './column-names.ts';
import { fileWords, mobileWords, phoneWords, unfitWords, type WordList, weakWords } from './meaning-words.ts';

/**
 * What the title of a column, or the label of one number, says of the numbers under it. `mobile` beats `phone` beats
 * `weak` ("number", "contact"); `unfit`: somebody else's, or one that gets no texts; `none`: it speaks of no phone.
 */
export type Meaning = 'mobile' | 'phone' | 'weak' | 'unfit' | 'none';

/** Reads a title such as "Mobile Phone Number", "Handynr." or "Emergency contact". */
export function meaningOf(title: string): Meaning {
  if (title.length > longestTitle) return 'none';
  const words = wordsOf(title);
  if (has(words, unfitWords)) return 'unfit';
  if (has(words, mobileWords)) return 'mobile';
  if (has(words, phoneWords)) return 'phone';
  if (has(words, fileWords)) return 'unfit';
  return has(words, weakWords) ? 'weak' : 'none';
}

/** "Phone 2" is the second of its kind; 1 when nothing is said. */
export function ordinalOf(title: string): number {
  const last = wordsOf(title).findLast((word) => /^\d$/.test(word));
  return last ? Number(last) : 1;
}

/** A title as words in one form: "mobilePhone" and "Mobile-Phone" are the same two. */
export function wordsOf(title: string): string[] {
  return foldTitle(
    title
      .slice(0, longestTitle)
      .replace(/iPhone/g, 'iphone')
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'),
  )
    .split('_')
    .filter(Boolean);
}

const longestTitle = 120;

function has(words: readonly string[], { whole, begins, ends, holds }: WordList): boolean {
  return words.some(
    (word) =>
      whole.has(word) ||
      begins.some((part) => word.startsWith(part)) ||
      ends.some((part) => word.endsWith(part)) ||
      holds.some((part) => word.includes(part)),
  );
}
