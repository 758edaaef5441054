import { foldTitle } from './column-names.ts';
import { fileWords, mobileWords, phoneWords, unfitWords, type WordList, weakWords } from './meaning-words.ts';

/**
 * What a column's title or a number's label says of the numbers. `mobile` beats `phone` beats `weak` ("number",
 * "contact"); `unfit`: another person's, or one that gets no texts; `none`: it speaks of no phone.
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

/** Other people's numbers, or numbers that get no texts: "Emergency contacts", not "Customers". */
export function isOfOthers(title: string): boolean {
  return title.length <= longestTitle && has(wordsOf(title), unfitWords);
}

/** Does the title say only that it is a phone of the person in the row? */
export function isPlainTitle(title: string): boolean {
  return wordsOf(title).every((word) => {
    const rest = withoutSigns(word);
    return rest === '' || /^\d+$/.test(rest) || neutral.has(rest) || isPhoneWord(rest);
  });
}

function isPhoneWord(word: string): boolean {
  return has([word], mobileWords) || has([word], phoneWords) || has([word], weakWords);
}

/** Scripts without spaces: the rest of a word once everything about phones is taken out. */
function withoutSigns(word: string): string {
  if (/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}\p{N}]+$/u.test(word)) return word;
  return signs.reduce((rest, sign) => rest.replaceAll(sign, ''), word);
}

const neutral = new Set(
  `primary personal main my your current preferred best private privat prive privado own direct de di del da du des of the for e
  only number nr full formatted international e164 raw default user customer client member student guest attendee recipient
  patient employee volunteer donor subscriber lead person people billing shipping valid verified cleaned haupt aktuell`.split(
    /\s+/,
  ),
);

/** "Phone 2" is the second of its kind; 1 without a number. */
export function ordinalOf(title: string): number {
  const last = wordsOf(title).findLast((word) => /^\d$/.test(word));
  return last ? Number(last) : 1;
}

/** A title as words in one form: "mobilePhone" and "Mobile-Phone" are the same two, "Phone2" is "Phone 2". */
export function wordsOf(title: string): string[] {
  return foldTitle(
    title
      .slice(0, longestTitle)
      .replace(/iPhone|WhatsApp/g, (brand) => brand.toLowerCase())
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .replace(/(\p{L}{2})(\d)(?!\d)/gu, '$1 $2'),
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

const more = '番号 番號 号码 號碼 번호 本人 連絡先 联系'.split(' ').map(foldTitle);
const signs = [...mobileWords.holds, ...phoneWords.holds, ...more];
