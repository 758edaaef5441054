import { lengthOfSignature } from './mail-signature.ts';

/**
 * A text as words in one form: compatibility forms, look-alike letters, case, accents, repeated letters and punctuation
 * make no difference. Lines that mail programs and phones add below are left out.
 */
export function readableWords(text: string): string[] {
  const written = plain(text.slice(0, longestText)).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const words = joinLetters(written.flatMap(withoutShortCode));
  return withoutSignature(words).map(foldWord);
}

/** Only the mail program's own words go: a person's words in their place or behind them are read. */
function withoutSignature(words: readonly string[]): readonly string[] {
  const at = words.findIndex((_, place) => place > 0 && lengthOfSignature(words, place) > 0);
  return at < 0 ? words : [...words.slice(0, at), ...words.slice(at + lengthOfSignature(words, at))];
}

/** No text message comes near this many characters. */
const longestText = 10_000;

/** The form in which all words are compared: "STOPPP", "Stopp" and "st0p" are "stop". */
function foldWord(word: string): string {
  if (/^(?:([a-z])(?!\1))*$/.test(word)) return word;
  const letters =
    /\d/.test(word) && /\p{L}/u.test(word) ? word.replace(/[015]/g, (digit) => digitLetters[digit] ?? digit) : word;
  return letters.replace(/(\p{L})\1+/gu, '$1');
}

/** "stop36180": French networks ask for a STOP to a short code, and people write it in one word. */
function withoutShortCode(word: string): string[] {
  const [, letters, code] = /^(\p{L}{2,20})(\d{4,6})$/u.exec(word) ?? [];
  return letters && code ? [letters, code] : [word];
}

/** "s t o p" is one word. */
function joinLetters(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (let at = 0; at < words.length; ) {
    let end = at;
    while (words[end]?.length === 1) end += 1;
    if (end - at < 3) end = at + 1;
    joined.push(words.slice(at, end).join(''));
    at = end;
  }
  return joined;
}

function plain(text: string): string {
  if (isPlainAscii(text)) return text.toLowerCase().replace(/['`]/g, '').replaceAll('$', 's');
  return text
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/[\p{Cf}\p{VS}]|\u20e3/gu, '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/['’‘`´ʼ]/g, '')
    .replace(/[\u0370-\u04ff\u0561-\u0587ꓢꓔꓳꓑꮪꭲꮲ$øðıßæœłđ]/g, (char) => lookAlikes[char] ?? char);
}

/** Most texts need only their case folded. */
function isPlainAscii(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

const digitLetters: Record<string, string> = { '0': 'o', '1': 'i', '5': 's' };

/** Cyrillic, Greek, Armenian and further letters that look Latin, and Latin ones often typed as others. */
const lookAlikes: Record<string, string> = {
  а: 'a',
  в: 'b',
  е: 'e',
  ѕ: 's',
  і: 'i',
  ј: 'j',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  п: 'n',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  ԁ: 'd',
  α: 'a',
  β: 'b',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  σ: 's',
  ς: 's',
  τ: 't',
  υ: 'u',
  χ: 'x',
  տ: 's',
  օ: 'o',
  ꓢ: 's',
  ꓔ: 't',
  ꓳ: 'o',
  ꓑ: 'p',
  ꮪ: 's',
  ꭲ: 't',
  ꮲ: 'p',
  $: 's',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};
