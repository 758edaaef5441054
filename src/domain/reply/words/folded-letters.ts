/** A text's letters and digits in one form, and the place in the text of each. */
export type FoldedLetters = { letters: string; places: readonly number[] };

/**
 * Folds case, accents and compatibility forms; spaces, punctuation, emoji and invisible characters go. Texts that
 * phones and networks only respelled have equal letters. Linear in the text's length.
 */
export function foldLetters(text: string): FoldedLetters {
  const letters: string[] = [];
  const places: number[] = [];
  let place = 0;
  for (const char of text) {
    const folded = fold(char);
    letters.push(folded);
    for (let unit = 0; unit < folded.length; unit += 1) places.push(place);
    place += char.length;
  }
  return { letters: letters.join(''), places };
}

/** Takes out what phones add, and makes all spaces and line ends plain ones. */
export function withoutHidden(text: string): string {
  return (
    text
      .slice(0, longestText)
      // As signs these are reactions; spelled out they would be a person's question.
      .replace(/[‼⁉]/g, '❗')
      .normalize('NFKC')
      .replace(/[\p{Cf}\p{VS}]|\u20e3/gu, '')
      .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
      .replace(/[^\S\n]/g, ' ')
  );
}

/** No text message comes near this many characters. */
export const longestText = 10_000;

function fold(char: string): string {
  if (char <= '~') return /[a-z\d]/i.test(char) ? char.toLowerCase() : '';
  const bare = char
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
  return [...bare.normalize('NFC')]
    .map((letter) => digraphs[letter] ?? letter)
    .filter((letter) => /[\p{L}\p{N}\p{M}]/u.test(letter))
    .join('');
}

const digraphs: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', ı: 'i' };
