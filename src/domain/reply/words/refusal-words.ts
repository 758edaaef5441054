import { refusals } from '../vocabulary/opt-in.ts';

/** One of the words that turn an opt-in round. */
export function isRefusal(word: string): boolean {
  return refused.has(withoutAccents(word));
}

export function holdsRefusal(text: string): boolean {
  return writtenWords(text).some(isRefusal);
}

/** As written, in small letters. */
export function writtenWords(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/['’]/g, '')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

/** Look-alike letters stay apart: the Ukrainian “ні” is no “hi”. So does what is crossed out. */
export function withoutAccents(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u0333\u0339-\u036f]/g, '')
    .normalize('NFC');
}

const refused: ReadonlySet<string> = new Set(refusals.split(',').map((word) => withoutAccents(word.trim())));
