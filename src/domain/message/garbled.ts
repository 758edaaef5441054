/**
 * The first word of a value whose letters were garbled before they came here: UTF-8 that somebody read as Windows-1252
 * (“JÃ¼rgen”), perhaps twice, or letters that nobody could read (“Andr�”). In doubt it is none.
 */
export function garbledIn(value: string): string | undefined {
  // Almost all values are done with here.
  return mayBeGarbled.test(value) ? value.split(/[ \t\r\n]+/).find(isGarbled) : undefined;
}

const mayBeGarbled = /[\u00c2-\u00f4][^\0-\x7f]|[ÃÂ]|\ufffd/;

/** Two, three or four bytes of UTF-8. No DF: “Spaß…” is German, and what it would begin is N’Ko. */
const sequences = /[\u00c2-\u00de][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}|[\u00f0-\u00f4][\u0080-\u00bf]{3}/g;

/** Letters of other alphabets come as several; two of the same alphabet are no accident. */
const alphabets: readonly RegExp[] = [/^[ÎÏ]/, /^[Ð-Ó]/, /^×/, /^[Ø-Û]/, /^[àãä-í]../];

function isGarbled(word: string): boolean {
  // Whoever garbled it may have dropped what is invisible: “MarÃa”, “Ãngel”.
  if (/\ufffd|ï¿½|\p{Ll}[ÃÂ]|(?<!\p{L})Ã\p{Ll}/u.test(word)) return true;
  const found = [...inBytes(word).matchAll(sequences)].map(({ 0: { length }, index }) => ({
    letters: word.slice(index, index + length),
    before: word[index - 1] ?? '',
    after: word[index + length] ?? '',
  }));
  if (found.some(isTelling)) return true;
  return alphabets.some((alphabet) => found.filter(({ letters }) => alphabet.test(letters)).length > 1);
}

/** What stands behind a word, or between two: “CAFÉ»”, “MENÜ…”, “OLÉ–OLÉ”. */
const isMark = /[\u00a0«»·’‘“”–—….]$/;
const isSmall = /^\p{Ll}$/u;
const isLetter = /^\p{L}$/u;

/** Could one alone not be a capital before a mark? */
function isTelling({ letters, before, after }: { letters: string; before: string; after: string }): boolean {
  const isMarked = isMark.test(letters);
  switch (letters[0]) {
    // A quotation mark, a dash, the euro; an emoji.
    case 'â':
      return /^â[€‚]/.test(letters);
    case 'ð':
      return letters.startsWith('ðŸ');
    // Vietnamese. “«Está»…” is Spanish.
    case 'á':
      return /^á[º»]/.test(letters) && (isLetter.test(after) || !/[….”’]$/.test(letters));
    // The signs of Latin-1, and its letters.
    case 'Â':
      return /[¡-¿]$/.test(letters) && !isMarked;
    case 'Ã':
      return !isMarked || (isLetter.test(after) && !letters.endsWith('\u00a0'));
    // The letters of Central Europe, of Romania and Vietnam.
    case 'Ä':
    case 'Å':
    case 'Æ':
    case 'È':
      return isSmall.test(before) || (isSmall.test(after) && (!isMarked || !isLetter.test(before)));
    default:
      return false;
  }
}

/** What Windows-1252 has in the places of 80 to 9F; in the others it has what Unicode has there. */
const specials = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Each letter as its byte, where it has one. */
function inBytes(word: string): string {
  return word.replace(/[^\0-\xff]/g, (letter) => {
    const special = specials.indexOf(letter);
    return special === -1 ? letter : String.fromCharCode(0x80 + special);
  });
}
