/**
 * Takes out what is invisible or changes how the rest is shown: control, bidirectional, zero-width and other format
 * characters. Line breaks and tabs become spaces. What belongs to a spelling stays: joiners within words of scripts
 * that join their letters, joiners within emoji, and the letters inside flags of regions.
 */
export function plainText(text: string): string {
  return text
    .replace(/[\s\u0085\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, (char, at: number, whole: string) => (isSpelling(char, at, whole) ? char : ''))
    .trim();
}

function isSpelling(char: string, at: number, text: string): boolean {
  const before = text.slice(Math.max(0, at - 16), at);
  const after = text.slice(at + char.length, at + char.length + 2);
  if (char === '\u200c') return joined.test(before) && joiningLetter.test(after);
  if (char === '\u200d') {
    return (pictureBefore.test(before) && /^\p{Extended_Pictographic}/u.test(after)) || joined.test(before);
  }
  return isTag.test(char) && flagBefore.test(before);
}

/** Arabic, Syriac, Mongolian and the scripts of India and its neighbours: a joiner there changes the letter's form. */
const scripts =
  '\\p{scx=Arab}\\p{scx=Syrc}\\p{scx=Mong}\\p{scx=Nkoo}\\p{scx=Deva}\\p{scx=Beng}\\p{scx=Guru}\\p{scx=Gujr}\\p{scx=Orya}\\p{scx=Taml}\\p{scx=Telu}\\p{scx=Knda}\\p{scx=Mlym}\\p{scx=Sinh}\\p{scx=Khmr}\\p{scx=Mymr}\\p{scx=Tibt}';
const joined = new RegExp(`[${scripts}]\\p{M}*$`, 'u');
const joiningLetter = new RegExp(`^[${scripts}]`, 'u');

const pictureBefore = /\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?$/u;
const isTag = /[\u{e0020}-\u{e007f}]/u;
const flagBefore = /\u{1f3f4}[\u{e0020}-\u{e007e}]*$/u;

/** Cuts trailing characters that match the one-character pattern. Linear: `[…]+$` begins again at every character. */
export function withoutEnd(text: string, character: RegExp): string {
  let end = text.length;
  while (end > 0 && character.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
