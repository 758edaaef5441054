/** A word of a message in UTF-8 that somebody read as Windows-1252, and what it was: “JÃ¼rgen”, “Jürgen”. */
export type Mojibake = { word: string; meant: string };

/** The first word that is surely such, and none of those. A name that ends in a capital before “…” or a quote is not. */
export function mojibakeIn(text: string, others: ReadonlySet<string> = none): Mojibake | undefined {
  // Almost all messages are done with here.
  if (!mayHaveSome.test(text)) return undefined;
  for (const word of text.split(/[ \t\r\n]+/)) {
    const bytes = inBytes(word);
    const found = [...bytes.matchAll(sequences)];
    const isSure = found.length > 1 || found.some(({ 0: { length }, index }) => isTelling(word, index, length));
    if (!isSure || others.has(word)) continue;
    const meant = meantBy(word, found);
    if (meant !== word) return { word, meant };
  }
  return undefined;
}

/** All such words of a text. */
export function mojibakeWords(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (let found = mojibakeIn(text); found; found = mojibakeIn(text, words)) words.add(found.word);
  return words;
}

const none: ReadonlySet<string> = new Set();
const mayHaveSome = /[\u00c2-\u00f4][^\0-\x7f]/;
/** Two, three or four bytes of UTF-8. No DF: “Spaß…” is German, and what it would begin is N’Ko. */
const sequences = /[\u00c2-\u00de][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}|[\u00f0-\u00f4][\u0080-\u00bf]{3}/g;

/** What Windows-1252 has in the places of 80 to 9F; in the others it has what Unicode has there. */
const specials = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Each letter as its byte, where it has one. */
function inBytes(word: string): string {
  return word.replace(/[^\0-\xff]/g, (letter) => {
    const special = specials.indexOf(letter);
    return special === -1 ? letter : String.fromCharCode(0x80 + special);
  });
}

/** One alone could be a capital before a sign: “CAFÉ»”, “MENÜ…”, “AMANHÃ…”. */
function isTelling(word: string, at: number, length: number): boolean {
  const letters = word.slice(at, at + length);
  // Signs that every word processor writes, and emojis: “donâ€™t”, “ðŸ˜€”.
  if (/^(?:â€|â‚|ðŸ)/.test(letters)) return true;
  if (!/^[ÂÃÄÅ]/.test(letters)) return false;
  const isInside = /[a-z]/.test(word[at - 1] ?? '') || /\p{Letter}/u.test(word[at + length] ?? '');
  return isInside || (/^[ÂÃ]/.test(letters) && !/[….»”’“‘]$/.test(letters));
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The word with each of them decoded that can be. */
function meantBy(word: string, found: readonly RegExpExecArray[]): string {
  let [meant, end] = ['', 0];
  for (const { 0: bytes, index } of found) {
    const letters = word.slice(index, index + bytes.length);
    meant += word.slice(end, index) + (decoded(bytes) ?? letters);
    end = index + bytes.length;
  }
  return meant + word.slice(end);
}

function decoded(bytes: string): string | undefined {
  try {
    return utf8.decode(Buffer.from(bytes, 'latin1'));
  } catch {
    return undefined;
  }
}
